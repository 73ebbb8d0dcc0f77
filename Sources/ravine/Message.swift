import ArgumentParser
import SceneFile

/// How mistakes are told on standard error: in words, or as one JSON object a line for editors and scripts.
enum MessageFormat: String, CaseIterable, ExpressibleByArgument { case text, json }

/// Something that is said on standard error.
enum Message: Sendable {
    case diagnostic(Diagnostic)
    case failure(Failure)
    case warning(String)
    /// What is neither an error nor a warning.
    case remark(String)

    func tell(as format: MessageFormat) {
        switch format {
        case .text: ravine.tell(text)
        case .json:
            var line = ""
            json.write(to: &line)
            ravine.tell(line)
        }
    }

    private var text: String {
        switch self {
        case .diagnostic(let diagnostic): diagnostic.description
        case .failure(let failure):
            "ravine: error: \(failure.message)\n" + (failure.help.map { "help: \($0)\n" } ?? "")
        case .warning(let text): "ravine: warning: \(text)\n"
        case .remark(let text): "ravine: \(text)\n"
        }
    }

    /// Every object has the same members; those of a message without a place are null.
    private var json: JSON {
        switch self {
        case .diagnostic(let diagnostic):
            Self.json("\(diagnostic.severity)", diagnostic.message, help: diagnostic.help, at: diagnostic)
        case .failure(let failure): Self.json("error", failure.message, help: failure.help)
        case .warning(let text): Self.json("warning", text)
        case .remark(let text): Self.json("note", text)
        }
    }

    private static func json(
        _ severity: String, _ message: String, help: String? = nil, at place: Diagnostic? = nil
    ) -> JSON {
        func number(_ value: Int?) -> JSON { value.map(JSON.integer) ?? .null }
        return .object([
            ("file", place.map { .string($0.file) } ?? .null), ("line", number(place?.line)),
            ("column", number(place?.column)), ("endColumn", number(place.map { $0.column + $0.length })),
            ("severity", .string(severity)), ("message", .string(message)),
            ("help", help.map(JSON.string) ?? .null),
        ])
    }
}
