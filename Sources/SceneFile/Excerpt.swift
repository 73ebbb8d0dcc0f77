import Spelling

/// A line of a file made fit for a terminal, with a marker under one place in it.
struct Excerpt: Hashable, Sendable {
    /// The line, or the part of it around the place, without tabs and control characters.
    let line: String
    /// Spaces, then `^~~~` under the place.
    let marker: String

    /// The most terminal cells an excerpt takes.
    static let widest = 100

    /// - Parameters:
    ///   - line: 1-based.
    ///   - column: 1-based, in characters.
    ///   - length: How many characters are marked.
    init(of source: SourceFile, line number: Int, column: Int, length: Int) {
        let count = source.length(ofLine: number)
        let place = min(column - 1, count)
        let first = count > Self.widest ? max(0, min(place - 40, count - Self.widest)) : 0
        let window = source.text(fromLine: number, column: first + 1).prefix(Self.widest)

        var line = first > 0 ? "…" : ""
        var offset = line.count
        var marked = 0
        for (index, character) in zip(first..., window) {
            let shown = Self.shown(character)
            line += shown.text
            if index < place { offset += shown.cells }
            if index >= place, index < place + length { marked += shown.cells }
        }
        if first + Self.widest < count { line += "…" }
        self.line = line
        marker = String(repeating: " ", count: offset) + "^" + String(repeating: "~", count: max(0, marked - 1))
    }

    private static func shown(_ character: Character) -> (text: String, cells: Int) {
        guard let scalar = character.unicodeScalars.first else { return ("", 0) }
        if character == "\t" { return ("    ", 4) }
        if scalar.isControl { return ("\u{FFFD}", 1) }
        return (String(character), scalar.isWide ? 2 : 1)
    }
}

extension Unicode.Scalar {
    /// Whether a terminal gives the scalar two cells (East Asian wide and full width forms, emoji).
    fileprivate var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
