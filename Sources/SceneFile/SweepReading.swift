import Spelling

/// What is varied: it differs in its words and in what must stay.
struct SweepKind {
    /// A list and a row for messages.
    let list, row: String
    /// What the members of the sweep are, in the plural.
    let members: String
    /// How many there may be.
    let most: KeyPath<Limits, Int> & Sendable
    /// The keys that belong to the sweep as a whole.
    let fixed: Set<String>

    static let optimizer = SweepKind(
        list: "{ lr: [0.01, 0.1] }", row: "{ lr: 0.01 }", members: "runs", most: \.runs,
        fixed: ["id", "label", "style", "vary", "start"])
    static let surface = SweepKind(
        list: "{ b: [1, 10] }", row: "{ b: 1 }", members: "surfaces", most: \.surfaces,
        fixed: [])
}

extension KeyTable {
    /// Whether a key of an optimizer's entry belongs to the sweep as a whole, so that it cannot be varied.
    public static func belongsToSweep(_ key: String) -> Bool { SweepKind.optimizer.fixed.contains(key) }
}

/// One member of a sweep: the settings that it has besides the entry's own.
struct SweepMember {
    /// `[lr=0.01]`, as it stands in the run's id; empty without a sweep.
    let suffix: String
    let settings: [Node.Entry]
}

/// How `vary` is read: lists of values make a grid, a list of mappings makes rows.
extension Reading {
    /// The members of an entry's sweep; one without settings where it has none, nil after a mistake.
    ///
    /// - Parameters:
    ///   - entries: where `vary` stands.
    ///   - others: the settings that are given and can therefore not be varied.
    mutating func sweep(
        _ entries: [Node.Entry], besides others: [Node.Entry], of kind: SweepKind
    ) -> [SweepMember]? {
        guard let entry = entries.first(where: Self.isVary) else { return [SweepMember(suffix: "", settings: [])] }
        if let second = entries.filter(Self.isVary).dropFirst().first {
            diagnostics.add(.duplicate("vary", at: second.key.location, first: entry.key.location))
            return nil
        }
        let members = entry.value.entries != nil ? grid(entry.value, kind) : rows(entry.value, kind)
        guard let members else { return nil }
        for setting in members.first?.settings ?? [] {
            let folded = Name.folded(setting.key.text)
            if kind.fixed.contains(folded) {
                error(setting.key.location, "'\(folded)' cannot be varied", help: "it belongs to the whole sweep")
                return nil
            }
            guard let same = others.first(where: { Name.folded($0.key.text) == folded }) else { continue }
            error(
                same.key.location, "'\(same.key.text)' is varied as well",
                help: "keep it here or in 'vary'")
            return nil
        }
        var known: Set<String> = []
        if let twice = members.first(where: { !known.insert($0.suffix).inserted }) {
            error(entry.value.location, "two members of the sweep are the same: \(quoted(twice.suffix))")
            return nil
        }
        return members
    }

    static func isVary(_ entry: Node.Entry) -> Bool { Name.folded(entry.key.text) == "vary" }

    /// `{ lr: [0.01, 0.1], momentum: [0, 0.9] }`: every combination, the last key running fastest.
    private mutating func grid(_ node: Node, _ kind: SweepKind) -> [SweepMember]? {
        guard let entries = node.entries, !entries.isEmpty else {
            mismatch(node, "vary", "a mapping of lists, such as \(kind.list)")
            return nil
        }
        var combinations: [[Node.Entry]] = [[]]
        for entry in entries {
            guard let values = entry.value.elements, !values.isEmpty else {
                mismatch(entry.value, entry.key.text, "a list of values", help: "vary: \(kind.list)")
                return nil
            }
            let (count, overflows) = combinations.count.multipliedReportingOverflow(by: values.count)
            guard !overflows, count <= limits[keyPath: kind.most] else {
                return tooMany(node, overflows ? .max : count, kind)
            }
            combinations = combinations.flatMap { combination in
                values.map { combination + [Node.Entry(key: entry.key, value: $0)] }
            }
        }
        return combinations.map(Self.member)
    }

    /// `[{ lr: 0.01, momentum: 0.9 }, { lr: 0.1, momentum: 0 }]`: these and no others.
    private mutating func rows(_ node: Node, _ kind: SweepKind) -> [SweepMember]? {
        guard let elements = node.elements, !elements.isEmpty else {
            mismatch(node, "vary", "a mapping of lists, such as \(kind.list), or a list of mappings")
            return nil
        }
        guard elements.count <= limits[keyPath: kind.most] else { return tooMany(node, elements.count, kind) }
        let names = Set((elements[0].entries ?? []).map { Name.folded($0.key.text) })
        var members: [SweepMember] = []
        for element in elements {
            guard let entries = element.entries, !entries.isEmpty else {
                mismatch(element, "vary", "a list of mappings, each such as \(kind.row)")
                return nil
            }
            guard Set(entries.map { Name.folded($0.key.text) }) == names else {
                error(
                    element.location, "the rows of 'vary' must have the same keys",
                    help: "the first has \(elements[0].entries?.map(\.key.text).joined(separator: ", ") ?? "")")
                return nil
            }
            members.append(Self.member(entries))
        }
        return members
    }

    private mutating func tooMany(_ node: Node, _ count: Int, _ kind: SweepKind) -> [SweepMember]? {
        let number = count == .max ? "far too many" : "\(count)"
        error(
            node.location, "the sweep makes \(number) \(kind.members); a scene can have \(limits[keyPath: kind.most])",
            help: Limits.advice(kind.members))
        return nil
    }

    private static func member(_ settings: [Node.Entry]) -> SweepMember {
        let words = settings.map { "\($0.key.text)=\($0.value.asWritten)" }
        return SweepMember(suffix: "[\(words.joined(separator: ","))]", settings: settings)
    }
}

extension Node {
    /// A short form of the value for an id: `0.01`, `[0.9,0.99]`, `{StepLR:{step_size:3}}`.
    fileprivate var asWritten: String {
        switch content {
        case .scalar(let scalar): scalar.text
        case .sequence(let elements): "[" + elements.map(\.asWritten).joined(separator: ",") + "]"
        case .mapping(let entries):
            "{" + entries.map { "\($0.key.text):\($0.value.asWritten)" }.joined(separator: ",") + "}"
        case .unreadable: ""
        }
    }
}
