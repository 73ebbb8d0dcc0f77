import Spelling
import Yams

extension Diagnostic {
    /// libyaml's complaint about broken YAML, in words for people who write scenes.
    static func syntax(_ error: YamlError, in source: SourceFile) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            let advice = advice(problem, context?.text ?? "", in: source.line(mark.line))
            return Diagnostic(at: source.location(mark), advice.message, help: advice.help)
        case .composer(_, let problem, let mark, _):
            if problem.contains("another document") {
                return Diagnostic(
                    at: source.location(mark), "a second document begins here",
                    help: "a file holds one scene: remove the '---' line, or move what follows into a file of its own")
            }
            return Diagnostic(
                at: source.location(mark), "this alias has no anchor",
                help: "'&name' before a value makes an anchor; text that begins with '*' needs quotes")
        case .duplicatedKeysInMapping(let names, let context):
            let key = quoted(names.first ?? "")
            return Diagnostic(at: source.location(context.mark), "the key \(key) stands twice in its mapping")
        default:
            return Diagnostic(at: Location(source, line: 1, column: 1), "the file cannot be read as YAML")
        }
    }

    private static func advice(_ problem: String, _ context: String, in line: Substring) -> (
        message: String, help: String?
    ) {
        if line.contains("\t"), problem.contains("cannot start any token") || problem.contains("tab") {
            return ("a tab cannot indent", "YAML is indented with spaces")
        }
        for (part, message, help) in known where problem.contains(part) || context.contains(part) {
            return (message, help)
        }
        return ("broken YAML: \(problem)", nil)
    }

    /// By a part of libyaml's problem or context, the first that fits.
    private static let known: [(part: String, message: String, help: String?)] = [
        ("',' or ']'", "a ',' or ']' is missing before this", "a list in brackets reads [a, b, c]"),
        ("',' or '}'", "a ',' or '}' is missing before this", "a mapping in braces reads { key: value, other: value }"),
        (
            "mapping values are not allowed", "a ': ' cannot stand here",
            "text that holds ': ' needs quotes; a nested mapping goes on its own, indented lines"
        ),
        ("could not find expected ':'", "a key without ': ' before this", "each line of a mapping reads 'key: value'"),
        ("unexpected end of stream", "a quote is not closed", nil),
        ("unexpected document indicator", "a quote is not closed before this line", nil),
        (
            "unknown escape character", "an unknown escape in double quotes",
            "write the text in single quotes, where a backslash is a backslash"
        ),
        (
            "escape", "a broken escape in double quotes",
            "write the text in single quotes, where a backslash is a backslash"
        ),
        ("cannot start any token", "a value cannot begin with this character", "put the text in quotes"),
        (
            "block sequence entries are not allowed", "a list item cannot begin here",
            "'- ' stands on a line of its own, indented under its key"
        ),
        (
            "expected '-' indicator", "this is neither an item of the list above nor clearly outside of it",
            "align it with its neighbours"
        ),
        (
            "expected key", "this is neither a key of the mapping above nor clearly outside of it",
            "align it with its neighbours"
        ),
        (
            "block mapping", "this is neither a key of the mapping above nor clearly outside of it",
            "align it with its neighbours"
        ),
        ("alphabetic or numeric character", "'*' and '&' begin an alias or an anchor", "put the text in quotes"),
        ("undefined tag handle", "'!' begins a tag", "put the text in quotes"),
        ("tag", "'!' begins a tag", "put the text in quotes"),
        ("Maximum nesting level", "the values are nested too deeply", nil),
        (
            "document start", "the document ended before this",
            "check the indentation: keys of the scene begin at column 1"
        ),
    ]
}

extension SourceFile {
    func location(_ mark: Mark) -> Location {
        // A problem at the very end is told at the last line there is.
        let line = min(mark.line, max(1, lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 1))
        return line < mark.line
            ? Location(self, line: line, column: length(ofLine: line) + 1)
            : Location(self, line: line, scalarColumn: mark.column)
    }
}
