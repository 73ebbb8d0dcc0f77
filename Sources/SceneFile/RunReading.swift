import Optimizers
import Simulation
import Spelling

/// How `optimizers` is read.
extension Reading {
    mutating func runs(_ node: Node, _ defaults: inout RunDefaults) -> [Run]? {
        guard let items = node.elements else {
            mismatch(node, "optimizers", "a list of optimizers", help: "each on a line of its own: '- adam'")
            return nil
        }
        var names = RunNames()
        var entries: [RunEntry] = []
        for item in items {
            guard let (key, value) = nameAndSettings(item) else { continue }
            if Name.folded(key.text) == "recorded" {
                if let run = recorded(key, value, defaults.grounds, &names) { entries.append(run) }
            } else if let run = descents(key, value, &defaults, &names) {
                entries.append(run)
            }
        }
        let updates = entries.reduce(0.0) { $0 + $1.updates }
        if updates > Double(limits.updates) {
            error(
                node.location, "the runs would make more than \(limits.updates) updates together",
                help: Limits.advice("updates", besides: "lower 'steps'"))
        }
        if entries.reduce(0.0, { $0 + $1.samples }) > Double(limits.samples) {
            error(
                node.location, "the runs would look at more than \(limits.samples) samples together",
                help: Limits.advice("samples", besides: "lower 'steps' or 'seeds'"))
        }
        let runs = entries.reduce(0) { $0 + $1.runs }
        if runs > limits.runs {
            error(
                node.location, "these are \(runs) runs; a scene can have \(limits.runs)", help: Limits.advice("runs"))
        }
        guard !diagnostics.hasErrors else { return nil }
        let named = names.runs(of: entries)
        for (entry, runs) in zip(entries, named) {
            if let style = entry.style, let id = runs.first?.entry { runStyles[id] = style }
        }
        return named.flatMap(\.self)
    }

    /// `- adam`, `- adam:` or `- adam: { … }`.
    private mutating func nameAndSettings(_ item: Node) -> (key: Node.Key, settings: Node?)? {
        if let scalar = item.scalar, !item.isNull {
            return (Node.Key(text: scalar.text, location: item.location), nil)
        }
        guard let entries = item.entries, let first = entries.first else {
            mismatch(item, "optimizers", "a list of names", help: "an item reads '- adam' or '- adam: { lr: 0.1 }'")
            return nil
        }
        if entries.count > 1 {
            let isFlat = first.value.isNull
            error(
                entries[1].key.location, "an item of 'optimizers' has one optimizer, and here is a second key",
                help: isFlat
                    ? "indent the settings deeper than '\(first.key.text)'"
                    : "write '- ' before each optimizer")
        }
        return (first.key, first.value.isNull ? nil : first.value)
    }

    private mutating func optimizer(_ key: Node.Key) -> OptimizerEntry? {
        if let entry = OptimizerCatalogue.entry(named: key.text) { return entry }
        let names = OptimizerCatalogue.entries.flatMap { [$0.id, $0.name] } + ["recorded"]
        let near = Name.closest(to: key.text, among: names)
        error(
            key.location, "unknown optimizer \(quoted(key.text))",
            help: near.map { "did you mean '\($0)'?" } ?? "'ravine list optimizers' lists them")
        return nil
    }

    /// An optimizer's entry with all members of its sweep.
    private mutating func descents(
        _ key: Node.Key, _ settings: Node?, _ defaults: inout RunDefaults, _ names: inout RunNames
    ) -> RunEntry? {
        guard let entry = optimizer(key) else { return nil }
        if let settings, settings.entries == nil {
            mismatch(settings, key.text, "a mapping of its settings, such as { lr: 0.1 }")
            return nil
        }
        let entries = settings?.entries ?? []
        let fixed = entries.filter { !Self.isVary($0) }
        guard let members = sweep(entries, besides: fixed, of: .optimizer) else { return nil }
        var own = Fields(location: key.location)
        let values = take(fixed, into: &own)
        let id = own["id"].flatMap { identifier($0, &names) }
        let label = own["label"].flatMap { mathText($0, "label") }
        let style = runStyle(own)
        var descents: [Descent] = []
        for member in members {
            var memberOwn = own
            let memberValues = member.settings.isEmpty ? [] : take(member.settings, into: &memberOwn)
            guard let grounds = grounds(of: memberOwn, among: defaults.grounds) else { continue }
            guard members.count * grounds.count <= limits.runs else {
                error(
                    key.location,
                    "the sweeps make \(members.count * grounds.count) runs; a scene can have \(limits.runs)",
                    help: Limits.advice("runs"))
                return nil
            }
            descents += self.descents(entry, key, memberOwn, values + memberValues, on: grounds, &defaults) {
                member.suffix + $0.suffix
            }
        }
        return RunEntry(id: id, label: label, style: style, content: .descents(descents))
    }

    /// An optimizer with its settings on each of some surfaces; without those that could not be read.
    ///
    /// - Parameters:
    ///   - own: the entry's keys that are the format's.
    ///   - values: its hyperparameters.
    private mutating func descents(
        _ entry: OptimizerEntry, _ key: Node.Key, _ own: Fields, _ values: [Node.Entry], on grounds: [Ground],
        _ defaults: inout RunDefaults, suffix: (Ground) -> String
    ) -> [Descent] {
        let steps = self.steps(own) ?? defaults.steps
        let sampling = sampling(own, defaults)
        let optimizer = optimizer(entry, named: key, convention(own, of: entry) ?? defaults.convention, values)
        let schedule = schedule(own, for: optimizer, steps: steps)
        let clipping = clipping(own, for: optimizer)
        return grounds.compactMap { ground in
            let until = until(on: ground, &defaults)
            checkBatch(own, on: ground, defaults)
            let starts = starts(of: key, own, on: ground, &defaults)
            guard let starts, let optimizer else { return nil }
            return Descent(
                suffix: suffix(ground), ground: ground, optimizer: optimizer, starts: starts, steps: steps,
                sampling: sampling.sampling, seeds: sampling.seeds, until: until, schedule: schedule,
                clipping: clipping)
        }
    }

    /// Where an entry's runs on a surface start.
    private mutating func starts(
        of key: Node.Key, _ own: Fields, on ground: Ground, _ defaults: inout RunDefaults
    ) -> [SIMD2<Double>]? {
        let read: [SIMD2<Double>]?
        if let node = own["start"] {
            read = self.starts(node, StartContext(ground, seed: defaults.seed))
        } else {
            read = self.starts(on: ground, &defaults)
        }
        guard let starts = read else { return nil }
        if starts.isEmpty {
            error(
                key.location,
                "'\(key.text)' has no start: \(ground.inWords("the", isForFamily: true)) has no customary one",
                help: "add a line such as 'start: [-1, 2]'")
        }
        checkValues(of: ground, at: starts, (own["start"] ?? defaults.start)?.location ?? key.location)
        return starts
    }

    /// Sorts the keys of an optimizer's entry: those of the format go into `own`, the settings come back.
    private mutating func take(_ entries: [Node.Entry], into own: inout Fields) -> [Node.Entry] {
        let isOwn = { (entry: Node.Entry) in KeyTable.run.key(named: entry.key.text) != nil }
        let mapping = Node(location: own.location, content: .mapping(entries.filter(isOwn)))
        if let fields = fields(mapping, .run) { own.add(fields) }
        return entries.filter { !isOwn($0) }
    }

    private mutating func convention(_ own: Fields, of entry: OptimizerEntry) -> Convention? {
        guard let node = own["convention"], let convention = convention(own) else { return nil }
        if !entry.variants.contains(where: { $0.convention == convention }) {
            let known = entry.variants.map(\.convention.rawValue).joined(separator: ", ")
            error(node.location, "\(entry.name) has no \(convention) variant", help: "it has \(known)")
        }
        return convention
    }

    private mutating func optimizer(
        _ entry: OptimizerEntry, named key: Node.Key, _ convention: Convention?, _ values: [Node.Entry]
    ) -> Optimizer? {
        let settings = values.compactMap { item in setting(item).map { (item.key.text, $0) } }
        do {
            let optimizer = try Optimizer(entry, convention: convention, settings: settings)
            return settings.count == values.count ? optimizer : nil
        } catch {
            for mistake in error.errors {
                let item = values.first { $0.key.text == mistake.name }
                let place = mistake.isAboutName ? item?.key.location : item?.value.location
                self.error(place ?? key.location, mistake.message, help: mistake.help)
            }
            return nil
        }
    }

    mutating func setting(_ item: Node.Entry) -> HyperparameterValue? {
        guard let value = item.value.hyperparameterValue else {
            mismatch(item.value, item.key.text, "a number, true or false, text, a list or a mapping of these")
            return nil
        }
        if case .number(let number) = value, !number.isFinite {
            error(item.value.location, "'\(item.key.text)' must be a finite number, not \(item.value.inWords)")
            return nil
        }
        return value
    }

    mutating func identifier(_ node: Node, _ names: inout RunNames) -> String? {
        guard let text = text(node, "id") else { return nil }
        guard text.isIdentifier else {
            error(node.location, "\(quoted(text)) cannot be an id", help: Self.identifierAdvice("an id"))
            return nil
        }
        if let first = names.claim(text, at: node.location) {
            error(
                node.location, "two runs have the id \(quoted(text))",
                help: "it first stands at line \(first.line), column \(first.column)")
        }
        return text
    }

    /// - Parameter noun: what is named, with its article.
    static func identifierAdvice(_ noun: String) -> String {
        "\(noun) begins with a letter or digit and holds letters, digits, '-', '_' and '.', at most 64"
    }
}

extension String {
    /// Whether a run or a surface can go by this name.
    var isIdentifier: Bool {
        let isFit = allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
        return isFit && (first?.isLetter == true || first?.isNumber == true) && count <= 64
    }
}

extension Node {
    /// The value as a hyperparameter's.
    fileprivate var hyperparameterValue: HyperparameterValue? {
        switch content {
        case .unreadable: return nil
        case .mapping(let entries):
            let values = entries.compactMap { entry in entry.value.hyperparameterValue.map { (entry.key.text, $0) } }
            return values.count == entries.count ? .settings(Dictionary(values) { $1 }) : nil
        case .sequence(let elements):
            let values = elements.compactMap(\.hyperparameterValue)
            return values.count == elements.count ? .list(values) : nil
        case .scalar(let scalar):
            return switch scalar.value {
            case .null: .null
            case .boolean(let flag): .flag(flag)
            case .integer(let integer): .number(Double(integer))
            case .number(let number): .number(number)
            case .text: .text(scalar.text)
            }
        }
    }
}
