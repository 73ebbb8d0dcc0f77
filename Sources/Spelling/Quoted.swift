/// A file's or a user's own words inside a message: in quotes, short, and without anything that steers a terminal.
public func quoted(_ text: some StringProtocol) -> String { quoted(text, limit: 40) }

/// A file's path inside a message: as `quoted`, but whole, since half a path cannot be found.
public func quotedPath(_ path: some StringProtocol) -> String { quoted(path, limit: 4096) }

private func quoted(_ text: some StringProtocol, limit: Int) -> String {
    let shown = text.prefix(limit).map { character in
        character.unicodeScalars.contains(where: \.isControl) ? "\u{FFFD}" : String(character.prefixOfScalars)
    }
    return "'" + shown.joined() + (text.dropFirst(limit).isEmpty ? "'" : "…'")
}

extension Character {
    /// A letter may carry any number of accents; a message shows few.
    fileprivate var prefixOfScalars: String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(8)))
    }
}

extension Unicode.Scalar {
    /// Whether the scalar steers a terminal or a text instead of being shown.
    public var isControl: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
        }
    }
}
