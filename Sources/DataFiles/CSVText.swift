/// The bytes of a text file, checked, with places in it as people count them.
struct CSVText {
    let bytes: [UInt8]
    /// Where the text begins: behind the byte order mark, if there is one.
    let start: Int

    init(_ bytes: [UInt8]) throws(DataFileError) {
        guard bytes.count <= Limits.text else { throw DataFileError("the file is larger than \(Limits.text >> 20) MB") }
        self.bytes = bytes
        start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        if let place = bytes.firstIndex(of: 0) {
            throw DataFileError(
                "a NUL byte stands in the text", help: "the file is binary, cut or UTF-16; save it as UTF-8",
                at: self.place(place..<place + 1))
        }
        if let place = Self.brokenUTF8(in: bytes) {
            throw DataFileError(
                "the text is not UTF-8 here", help: "save it as UTF-8", at: self.place(place..<place + 1))
        }
    }

    /// Where the first byte is that belongs to no UTF-8 sequence.
    private static func brokenUTF8(in bytes: [UInt8]) -> Int? {
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        guard String(validating: bytes[first...], as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var rest = bytes[first...].makeIterator()
        var place = first
        while case .scalarValue(let scalar) = decoder.decode(&rest) { place += UTF8.width(scalar) }
        return min(place, bytes.count - 1)
    }

    /// The line and column of a stretch, as far as it lies in its first line.
    func place(_ range: Range<Int>) -> DataFileError.Place {
        var line = 1
        var lineStart = start
        for index in start..<max(start, min(range.lowerBound, bytes.count)) where endsLine(index) {
            line += 1
            lineStart = index + 1
        }
        let lineEnd = bytes[max(lineStart, range.lowerBound)...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let marked = max(lineStart, range.lowerBound)..<max(lineStart, range.lowerBound, min(range.upperBound, lineEnd))
        return .line(line, column: count(lineStart..<marked.lowerBound) + 1, length: max(1, count(marked)))
    }

    /// Whether a line ends with this byte: LF, or a CR that no LF follows.
    private func endsLine(_ index: Int) -> Bool {
        bytes[index] == 0x0A || bytes[index] == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
    }

    /// How many Characters a stretch has. A CR would join the LF behind it, but no stretch has a line's end in it.
    private func count(_ range: Range<Int>) -> Int {
        bytes[range].allSatisfy { $0 < 0x80 } ? range.count : string(range).count
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
