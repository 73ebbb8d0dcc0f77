import Spelling

/// The keys of one kind of mapping: what the reader accepts, what messages list, and what a schema says.
public struct KeyTable: Sendable {
    public struct Key: Sendable {
        public let name: String
        /// One line on what the value is.
        public let meaning: String
        /// Whether the key has a place in the format, but does nothing in this version yet.
        public let isLater: Bool
        let folded: String

        init(_ name: String, _ meaning: String, isLater: Bool = false) {
            (self.name, self.meaning, self.isLater) = (name, meaning, isLater)
            folded = Name.folded(name)
        }
    }

    /// What the mapping is, to follow "in": `a scene`, `'axes'`.
    public let subject: String
    public let keys: [Key]

    /// - Parameter shared: keys that other mappings have too, behind this one's own.
    init(
        _ subject: String, _ keys: KeyValuePairs<String, String>, and shared: KeyValuePairs<String, String> = [:],
        later: [String] = []
    ) {
        self.init(subject, (Array(keys) + Array(shared)).map { ($0.key, $0.value) }, later: later)
    }

    init(_ subject: String, _ keys: [(name: String, meaning: String)], later: [String] = []) {
        self.subject = subject
        self.keys = keys.map { Key($0.name, $0.meaning) } + later.map { Key($0, "", isLater: true) }
    }

    /// The key of this name, in any spelling.
    func key(named name: String) -> Key? {
        let folded = Name.folded(name)
        return keys.first { $0.folded == folded }
    }

    /// The names that can be used today.
    public var names: [String] { keys.filter { !$0.isLater }.map(\.name) }
}
