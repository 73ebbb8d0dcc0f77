/// What must hold of a file's bytes before they are taken for YAML.
public enum TextChecks {
    /// The largest scene, in bytes.
    public static let largest = 4 << 20

    /// The bytes as a file of text, with the first mistake in them.
    ///
    /// The file is there in any case, so that the mistake has a line to point into.
    static func read(_ bytes: [UInt8], name: String, folder: String) -> (
        source: SourceFile, text: String, mistake: Diagnostic?
    ) {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        func source(_ text: String) -> SourceFile { SourceFile(name: name, folder: folder, text: text) }
        func refusal(_ message: String, help: String) -> (SourceFile, String, Diagnostic?) {
            let source = source("")
            return (source, "", Diagnostic(at: Location(source, line: 1, column: 1), message, help: help))
        }
        guard content.count <= largest else {
            return refusal("the file is larger than 4 MB", help: "a scene is a page or two of text")
        }
        guard !content.starts(with: [0xFF, 0xFE]), !content.starts(with: [0xFE, 0xFF]) else {
            return refusal("the file is UTF-16", help: "save it as UTF-8")
        }
        guard let text = String(validating: content, as: UTF8.self) else {
            let repaired = source(String(decoding: content, as: UTF8.self))
            let place = placeOfBrokenUTF8(in: content)
            let location = Location(repaired, line: place.line, column: place.column)
            return (repaired, "", Diagnostic(at: location, "the file is not UTF-8 here", help: "save it as UTF-8"))
        }
        let file = source(text)
        return (file, text, mistake(in: text, file))
    }

    private static func mistake(in text: String, _ source: SourceFile) -> Diagnostic? {
        if text.allSatisfy(\.isWhitespace) {
            return .emptyScene(source)
        }
        guard text.unicodeScalars.contains(where: isForbidden) else { return nil }
        for (index, line) in source.lines.enumerated() {
            guard let place = line.firstIndex(where: { $0.unicodeScalars.contains(where: isForbidden) }) else {
                continue
            }
            let column = line[..<place].count + 1
            let code = line[place].unicodeScalars.first(where: isForbidden)?.value ?? 0
            return Diagnostic(
                at: Location(source, line: index + 1, column: column),
                "the control character U+\(hexadecimal(code)) stands in the text", help: "remove it")
        }
        return nil
    }

    /// Control characters but for tabs and line ends; the rule is YAML's own.
    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...: false
        default: true
        }
    }

    private static func placeOfBrokenUTF8(in bytes: ArraySlice<UInt8>) -> (line: Int, column: Int) {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var before = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { before.append(scalar) }
        let lines = String(before).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return (lines.count, (lines.last?.count ?? 0) + 1)
    }
}

/// A code point as it is usually written: four digits or more.
func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

extension Diagnostic {
    static func emptyScene(_ source: SourceFile) -> Diagnostic {
        Diagnostic(
            at: Location(source, line: 1, column: 1), "the scene is empty",
            help: "the least is a surface, such as 'surface: rosenbrock'; 'ravine init' writes a whole scene")
    }
}
