import Formulas

/// One mistake in a scene: where it is, what is wrong, and what helps.
public struct Diagnostic: Error, Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable { case error, warning }

    public let severity: Severity
    public let file: String
    /// 1-based.
    public let line: Int
    /// 1-based, in characters.
    public let column: Int
    /// How many characters are marked, at least 1.
    public let length: Int
    public private(set) var message: String
    public let help: String?
    private let excerpt: Excerpt
    /// Whether a file that the scene names is missing, which scripts tell apart from mistakes.
    public let isMissingFile: Bool
    /// Whether a font that the scene names is not on the machine.
    public let isMissingFont: Bool

    init(
        _ severity: Severity = .error, at location: Location, _ message: String, help: String? = nil,
        isMissingFile: Bool = false, isMissingFont: Bool = false
    ) {
        self.severity = severity
        file = location.source.name
        line = location.line
        column = location.column
        length = location.length
        self.message = message
        self.help = help
        self.isMissingFile = isMissingFile
        self.isMissingFont = isMissingFont
        excerpt = Excerpt(of: location.source, line: line, column: column, length: length)
    }
}

extension Diagnostic {
    /// The same, telling which of several scenes it is about.
    public func of(_ scene: String) -> Diagnostic {
        var diagnostic = self
        diagnostic.message += ", in \(scene)"
        return diagnostic
    }

    /// A mistake in a formula that stands by itself, on a command line.
    public init(formula text: String, _ mistake: FormulaError) {
        let source = SourceFile(name: "<formula>", folder: "", text: text)
        let place = Location(source, line: mistake.line, column: mistake.column, length: mistake.length)
        self.init(at: place, mistake.message, help: mistake.help)
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `file:line:column: error: what is wrong`, the line with a caret under the place, and the help.
    public var description: String {
        var text = "\(file):\(line):\(column): \(severity): \(message)\n"
        if !excerpt.line.allSatisfy({ $0 == " " }) {
            text += "    \(excerpt.line)\n    \(excerpt.marker)\n"
        }
        if let help { text += "help: \(help)\n" }
        return text
    }
}

/// All mistakes found while one scene is read.
struct Diagnostics {
    /// A file with more mistakes than this is another kind of file; the rest would help nobody.
    static let limit = 200

    private var found: [Diagnostic] = []
    private var known: Set<Diagnostic> = []
    /// How many came after the limit was reached.
    private(set) var omitted = 0

    var count: Int { found.count + omitted }

    var hasErrors: Bool { found.contains { $0.severity == .error } }

    /// An anchored value that is wrong is read once for each alias: it is told once.
    mutating func add(_ diagnostic: @autoclosure () -> Diagnostic) {
        guard found.count < Self.limit else {
            omitted += 1
            return
        }
        let diagnostic = diagnostic()
        if known.insert(diagnostic).inserted { found.append(diagnostic) }
    }

    /// The mistakes by place, the files in the order in which mistakes were met in them.
    var sorted: [Diagnostic] {
        var files: [String] = []
        for diagnostic in found where !files.contains(diagnostic.file) { files.append(diagnostic.file) }
        return files.flatMap { file in
            found.filter { $0.file == file }.enumerated()
                .sorted {
                    ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
                }
                .map(\.element)
        }
    }
}
