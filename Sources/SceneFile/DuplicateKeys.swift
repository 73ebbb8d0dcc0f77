/// Makes keys that stand twice in a mapping differ, so that the rest of the file can still be read.
///
/// Yams refuses such a mapping, naming the first of the keys only. Its first character is replaced by one that no scene
/// uses, the text is composed again, and the tree's reader puts the character back: it then sees both keys in their places.
struct DuplicateKeys {
    /// Private-use characters, one for each repair.
    private static let first: UInt32 = 0xE000
    /// With more, the file is told the first mistake only.
    private static let most = 32
    /// In larger files composing again would take too long.
    private static let largest = 1 << 18

    private(set) var text: String
    private var replaced: [Unicode.Scalar] = []
    private let isUsable: Bool

    init(text: String) {
        self.text = text
        let marks = Self.first..<(Self.first + UInt32(Self.most))
        isUsable = text.utf8.count <= Self.largest && !text.unicodeScalars.contains { marks.contains($0.value) }
    }

    /// Marks the key at a place (1-based, the column in Unicode scalars); false where that cannot be done.
    mutating func mark(_ key: String, line: Int, scalarColumn: Int) -> Bool {
        guard isUsable, replaced.count < Self.most, let old = key.unicodeScalars.first,
            var place = index(line: line, scalarColumn: scalarColumn),
            let new = Unicode.Scalar(Self.first + UInt32(replaced.count))
        else { return false }
        let scalars = text.unicodeScalars
        if scalars[place] == "\"" || scalars[place] == "'" { place = scalars.index(after: place) }
        guard place < scalars.endIndex, scalars[place] == old, scalars[place] != "'", scalars[place] != "\\" else {
            return false
        }
        text.unicodeScalars.replaceSubrange(place...place, with: [new])
        replaced.append(old)
        return true
    }

    /// A key as it stood in the file.
    func restored(_ key: String) -> String {
        guard let mark = key.unicodeScalars.first, mark.value >= Self.first,
            let old = replaced.dropFirst(Int(mark.value - Self.first)).first
        else { return key }
        var scalars = key.unicodeScalars
        scalars.replaceSubrange(scalars.startIndex...scalars.startIndex, with: [old])
        return String(scalars)
    }

    private func index(line: Int, scalarColumn: Int) -> String.Index? {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard lines.indices.contains(line - 1) else { return nil }
        let scalars = lines[line - 1].unicodeScalars
        let place = scalars.index(scalars.startIndex, offsetBy: scalarColumn - 1, limitedBy: scalars.endIndex)
        return place.flatMap { $0 < scalars.endIndex ? $0 : nil }
    }
}
