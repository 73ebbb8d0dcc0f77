import Spelling

/// The keys of one kind of mapping: what the reader accepts, what messages list, and what the schema says.
public struct KeyTable: Sendable {
    public struct Key: Sendable {
        public let name: String
        /// One line on what the value is.
        public let meaning: String
        public let kind: ValueKind
        /// Whether the key has a place in the format, but does nothing in this version yet.
        public let isLater: Bool
        let folded: String

        init(_ name: String, _ value: Value, isLater: Bool = false) {
            (self.name, meaning, kind, self.isLater) = (name, value.meaning, value.kind, isLater)
            folded = Name.folded(name)
        }
    }

    /// What a table says of a key: `.a(.number, "the standard deviation of the noise")`.
    struct Value: Sendable {
        let kind: ValueKind
        let meaning: String

        static func a(_ kind: ValueKind, _ meaning: String) -> Value { Value(kind: kind, meaning: meaning) }
    }

    /// What the mapping is, to follow "in": `a scene`, `'axes'`.
    public let subject: String
    public let keys: [Key]
    /// The keys that each such mapping must have, whatever a scene that is extended says.
    public let required: [String]

    /// - Parameters:
    ///   - shared: keys that other mappings have too, behind this one's own.
    ///   - required: only for mappings inside lists: others may have the rest of their keys from an extended scene.
    init(
        _ subject: String, _ keys: KeyValuePairs<String, Value>, and shared: KeyValuePairs<String, Value> = [:],
        required: [String] = [], later: [String] = []
    ) {
        self.init(
            subject, (Array(keys) + Array(shared)).map { ($0.key, $0.value) }, required: required, later: later)
    }

    init(_ subject: String, _ keys: [(name: String, value: Value)], required: [String] = [], later: [String] = []) {
        self.subject = subject
        self.required = required
        self.keys = keys.map { Key($0.name, $0.value) } + later.map { Key($0, .a(.anything, ""), isLater: true) }
    }

    /// The key of this name, in any spelling.
    func key(named name: String) -> Key? {
        let folded = Name.folded(name)
        return keys.first { $0.folded == folded }
    }

    /// The names that can be used today.
    public var names: [String] { keys.filter { !$0.isLater }.map(\.name) }
}

extension KeyTable.Value: ExpressibleByStringInterpolation {
    /// A meaning alone: the schema takes any value for it.
    init(stringLiteral meaning: String) { self.init(kind: .anything, meaning: meaning) }
}
