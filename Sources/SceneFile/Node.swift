import Spelling

/// A value of a scene file with its place, before anything is known of its meaning.
struct Node: Sendable {
    var location: Location
    var content: Content

    init(location: Location, content: Content) { (self.location, self.content) = (location, content) }

    enum Content: Sendable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
        /// A value that has already been complained about.
        case unreadable
    }

    /// A key with its value. The keys of one mapping differ; their order is that of the file.
    struct Entry: Sendable {
        var key: Key
        var value: Node
    }

    struct Key: Sendable {
        var text: String
        var location: Location
    }

    /// A text that the reader itself puts there.
    init(location: Location, text: String) {
        self.init(location: location, content: .scalar(Scalar(text: text, isPlain: false)))
    }

    var entries: [Entry]? {
        if case .mapping(let entries) = content { entries } else { nil }
    }

    var elements: [Node]? {
        if case .sequence(let elements) = content { elements } else { nil }
    }

    var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    var isNull: Bool { scalar?.value == .null }

    /// What the value is, for a message: "a list", "text 'abc'", "true".
    var inWords: String {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .unreadable: "unreadable"
        case .scalar(let scalar):
            switch scalar.value {
            case .null: "nothing"
            case .boolean(let flag): "\(flag)"
            case .integer, .number: scalar.text.count > 40 ? "\(scalar.text.prefix(40))…" : scalar.text
            case .text: "text \(quoted(scalar.text))"
            }
        }
    }
}
