/// The text of a scene as it was read, for messages that point into it.
final class SourceFile: Sendable {
    /// The name in diagnostics: the path as the user gave it, or `<stdin>`.
    let name: String
    /// The folder that paths inside the scene are relative to; empty for the working folder.
    let folder: String
    /// The lines without their ends, from `firstLine`.
    let lines: [Substring]
    /// The number of the first line that is there, 1 for a whole file.
    private let firstLine: Int
    /// Then characters are bytes, and a place in a line of megabytes is found at once.
    private let isASCII: Bool

    init(name: String, folder: String, text: String) {
        self.name = name
        self.folder = folder
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        firstLine = 1
    }

    /// One line of a file, however large the file is; lines end in LF, CR LF or CR.
    convenience init(name: String, line number: Int, of bytes: [UInt8]) {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = 1
        while line < number, start < bytes.count {
            let isPair = bytes[start] == 0x0D && start + 1 < bytes.count && bytes[start + 1] == 0x0A
            if bytes[start] == 0x0A || (bytes[start] == 0x0D && !isPair) { line += 1 }
            start += 1
        }
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        self.init(name: name, line: number, text: String(decoding: bytes[start..<end], as: UTF8.self))
    }

    private init(name: String, line number: Int, text: String) {
        (self.name, folder, lines, firstLine) = (name, "", [Substring(text)], number)
        isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    }

    /// What helps where a path that stands in here leads nowhere.
    var pathAdvice: String {
        name == SceneOverride.file ? "the path is relative to the working folder" : "the path is relative to this file"
    }

    /// The line with this number (1-based), or nothing where there is none.
    func line(_ number: Int) -> Substring {
        lines.indices.contains(number - firstLine) ? lines[number - firstLine] : ""
    }

    /// The number of characters in a line.
    func length(ofLine number: Int) -> Int {
        isASCII ? line(number).utf8.count : line(number).count
    }

    /// What stands from a column (1-based, in characters) to the end of the line.
    func text(fromLine number: Int, column: Int) -> Substring {
        let line = line(number)
        guard isASCII else { return line.dropFirst(column - 1) }
        let place = line.utf8.index(line.startIndex, offsetBy: column - 1, limitedBy: line.endIndex)
        return line[(place ?? line.endIndex)...]
    }

    /// The column in characters of a column that counts Unicode scalars, as libyaml does; both 1-based.
    func characterColumn(line number: Int, scalarColumn: Int) -> Int {
        guard !isASCII else { return scalarColumn }
        let line = line(number)
        let before = line.unicodeScalars.prefix(scalarColumn - 1)
        return line[line.startIndex..<before.endIndex].count + 1
    }
}

/// A stretch of one line of a file.
///
/// A tree has a place for each of its values, and few are ever shown: columns and lengths are worked out when asked for.
struct Location: Sendable {
    let source: SourceFile
    /// 1-based.
    let line: Int
    private let extent: Extent

    private enum Extent: Sendable {
        case characters(column: Int, length: Int)
        /// Where libyaml saw the text begin.
        case text(String, scalarColumn: Int)
    }

    /// - Parameters:
    ///   - column: 1-based, in characters.
    ///   - length: In characters.
    init(_ source: SourceFile, line: Int, column: Int, length: Int = 1) {
        self.source = source
        self.line = line
        extent = .characters(column: column, length: max(1, length))
    }

    /// - Parameters:
    ///   - scalarColumn: 1-based, in Unicode scalars.
    ///   - text: What stands there, in quotes or not; empty where only the place counts.
    init(_ source: SourceFile, line: Int, scalarColumn: Int, text: String = "") {
        self.source = source
        self.line = line
        extent = .text(text, scalarColumn: scalarColumn)
    }

    /// 1-based, in characters.
    var column: Int {
        switch extent {
        case .characters(let column, _): column
        case .text(_, let column): source.characterColumn(line: line, scalarColumn: column)
        }
    }

    /// In characters, at least 1, the quotes included.
    var length: Int {
        switch extent {
        case .characters(_, let length): length
        case .text(let text, _): verbatim(text).map { max(1, text.count + 2 * $0) } ?? 1
        }
    }

    /// The place of a character (0-based) of the text that stands here; nil where the text does not stand here as it is,
    /// for escapes or because it takes several lines.
    func character(_ offset: Int, of text: String, length: Int) -> Location? {
        verbatim(text).map { Location(source, line: line, column: column + $0 + offset, length: length) }
    }

    /// The number of quotes before a text, 0 or 1, where it stands here as it is.
    private func verbatim(_ text: String) -> Int? {
        let rest = source.text(fromLine: line, column: column)
        let quotes = rest.hasPrefix("\"") || rest.hasPrefix("'") ? 1 : 0
        return rest.dropFirst(quotes).hasPrefix(text) ? quotes : nil
    }
}
