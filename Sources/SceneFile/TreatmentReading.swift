import Formulas
import Optimizers
import Spelling

/// How `schedule` and the clipping keys of an optimizer's entry are read.
extension Reading {
    /// - Parameters:
    ///   - own: the entry's keys that are the format's.
    ///   - steps: how many updates the runs make.
    mutating func schedule(_ own: Fields, for optimizer: Optimizer?, steps: Int) -> Schedule? {
        guard let node = own["schedule"], !node.isNull else { return nil }
        guard let (entry, settings) = scheduleEntry(node) else { return nil }
        let values = settings.compactMap { item in setting(item).map { (name: item.key.text, value: $0) } }
        guard values.count == settings.count else { return nil }
        do {
            let schedule = try Schedule(entry, settings: values, formula: Self.formula(inT:))
            check(schedule, node, optimizer, steps: steps)
            return schedule
        } catch {
            for mistake in error.errors { tell(mistake, inside: settings, at: node.location) }
            return nil
        }
    }

    /// `StepLR: { … }`, or a name alone.
    private mutating func scheduleEntry(_ node: Node) -> (ScheduleEntry, [Node.Entry])? {
        let key: Node.Key
        var settings: Node?
        if let scalar = node.scalar {
            key = Node.Key(text: scalar.text, location: node.location)
        } else if let entries = node.entries, entries.count == 1 {
            (key, settings) = (entries[0].key, entries[0].value.isNull ? nil : entries[0].value)
        } else {
            mismatch(node, "schedule", "one name with its settings, such as { StepLR: { step_size: 50 } }")
            return nil
        }
        guard let entry = ScheduleCatalogue.entry(named: key.text) else {
            let names = ScheduleCatalogue.entries.map(\.id)
            let near = Name.closest(to: key.text, among: names)
            error(
                key.location, "unknown schedule \(quoted(key.text))",
                help: near.map { "did you mean '\($0)'?" } ?? "'ravine list schedules' lists them")
            return nil
        }
        guard let settings else { return (entry, []) }
        guard let entries = settings.entries else {
            mismatch(settings, key.text, "a mapping of its settings, such as \(entry.example)")
            return nil
        }
        return (entry, entries)
    }

    private mutating func check(_ schedule: Schedule, _ node: Node, _ optimizer: Optimizer?, steps: Int) {
        if let longest = schedule.longest, steps > longest {
            error(
                node.location, "\(schedule.entry.id) lasts \(longest) updates, and the runs make \(steps)",
                help: "let it last longer, or lower 'steps'")
        }
        guard let optimizer else { return }
        if !optimizer.rule.isFirstOrder, optimizer.variant.hyperparameter(named: "lr") == nil {
            error(node.location, "\(optimizer.entry.name) has no learning rate to schedule")
        } else if schedule.cyclesMomentum, !optimizer.hasMomentum {
            error(
                node.location, "\(optimizer.entry.name) has no momentum for \(schedule.entry.id) to cycle",
                help: "add 'cycle_momentum: false'")
        }
    }

    /// Tells a mistake at its place, which may lie in a schedule inside this one.
    private mutating func tell(_ mistake: SettingError, inside settings: [Node.Entry], at place: Location) {
        var entries = settings
        var place = place
        var rest = mistake.path[...]
        while let step = rest.popFirst() {
            guard let entry = entries.first(where: { Name.folded($0.key.text) == Name.folded(step) }) else { break }
            place = entry.value.location
            if let elements = entry.value.elements, let index = rest.first.flatMap({ Int($0) }),
                elements.indices.contains(index)
            {
                rest = rest.dropFirst()
                place = elements[index].location
                entries = elements[index].entries ?? []
            } else {
                entries = entry.value.entries ?? []
            }
        }
        let item = entries.first { $0.key.text == mistake.name }
        error(
            (mistake.isAboutName ? item?.key.location : item?.value.location) ?? place, mistake.message,
            help: mistake.help)
    }

    /// A formula in t as a function of the epoch.
    private static func formula(inT text: String) throws(SettingError) -> @Sendable (Int) -> Double {
        do {
            // The engine knows x and y; t is another name for x.
            let formula = try Formula(text, where: [("t", "x")])
            return { formula.value(at: SIMD2(Double($0), 0)) }
        } catch {
            throw SettingError("lr_lambda", error.message, help: error.help)
        }
    }

    /// At most one way of clipping.
    mutating func clipping(_ own: Fields, for optimizer: Optimizer?) -> Clipping? {
        let asked = Clipping.examples.compactMap { kind in own.entry(kind.key).map { (kind, $0) } }
        guard let (kind, entry) = asked.first else { return nil }
        if let second = asked.dropFirst().first?.1 {
            error(
                second.key.location, "gradients are clipped in one way, and '\(kind.key)' is another", help: "keep one")
            return nil
        }
        if let optimizer, !optimizer.rule.isFirstOrder {
            error(entry.key.location, "the gradients of \(optimizer.entry.name) cannot be clipped")
        }
        guard let bound = number(entry.value, kind.key) else { return nil }
        guard bound > 0 else {
            error(entry.value.location, "'\(kind.key)' must be greater than 0")
            return nil
        }
        return kind.with(bound: bound)
    }
}

extension Optimizer {
    /// Whether there is a momentum or a first decay rate that a schedule could cycle, as torch asks.
    fileprivate var hasMomentum: Bool {
        hyperparameters.contains { ["momentum", "betas", "b1", "beta1", "beta_1", "beta"].contains($0.name) }
    }
}
