import Optimizers
import Simulation

/// The runs of one optimizer's entry from all its starts and with all its seeds: one colour, one line in the legend.
struct RunFamily {
    let id: String
    let label: String
    let style: TrailStyle
    /// The style where one line stands for the whole sweep that it belongs to.
    let entryStyle: TrailStyle
    let trajectories: [Trajectory]

    /// Groups trajectories by the id of their family, in the order in which the entries come.
    ///
    /// - Parameter own: how runs are drawn that say so themselves, by the id of their entry.
    static func families(
        of trajectories: [Trajectory], _ style: Style, _ own: [String: RunStyle]
    ) -> [RunFamily] {
        var order: [String] = []
        var members: [String: [Trajectory]] = [:]
        for trajectory in trajectories {
            let id = trajectory.run.family
            if members[id] == nil { order.append(id) }
            members[id, default: []].append(trajectory)
        }
        var entries: [String] = []
        return order.enumerated().map { index, id in
            let members = members[id] ?? []
            let entry = members.first?.run.entry ?? id
            if !entries.contains(entry) { entries.append(entry) }
            return RunFamily(
                id: id, label: members.first?.run.label ?? id, style: TrailStyle(index: index, style, own[entry]),
                entryStyle: TrailStyle(index: entries.count - 1, style, own[entry]), trajectories: members)
        }
    }

    /// The part of this family that is named: by the id of a run, of the family or of its entry; nil for none of it.
    func matching(_ names: [String]?) -> RunFamily? {
        guard let names else { return self }
        let members = trajectories.filter {
            names.contains($0.run.id) || names.contains(id) || names.contains($0.run.entry)
        }
        return part(members)
    }

    /// The part of this family that was made on a surface; nil for none of it.
    func on(_ surface: String) -> RunFamily? {
        part(trajectories.filter { $0.run.surface == surface })
    }

    private func part(_ members: [Trajectory]) -> RunFamily? {
        members.isEmpty
            ? nil : RunFamily(id: id, label: label, style: style, entryStyle: entryStyle, trajectories: members)
    }

    /// What tells each of some families from the others in a word or two, as `MathText`: its label, and where others
    /// have the same the settings that differ.
    static func shortLabels(_ families: [RunFamily]) -> [String] {
        let uses = Dictionary(families.map { ($0.label, 1) }, uniquingKeysWith: +)
        return families.map { family in
            guard uses[family.label] != 1 else { return family.label }
            let kin = families.filter { $0.label == family.label }
            let words = family.words(.full).filter { word in !kin.allSatisfy { $0.words(.full).contains(word) } }
            let difference = words.isEmpty ? family.settings(.given) : words.joined(separator: ", ")
            return uses.count == 1 && !difference.isEmpty ? difference : "\(family.label), \(difference)"
        }
    }

    /// The settings that tell this family from others: the learning rate, whatever was given, and what else is done, as
    /// `MathText`.
    func settings(_ detail: SettingsDetail) -> String { words(detail).joined(separator: ", ") }

    private func words(_ detail: SettingsDetail) -> [String] {
        guard detail != .none, let run = trajectories.first?.run else { return [] }
        guard let optimizer = run.optimizer else { return ["recorded"] }
        return Self.told(of: optimizer, detail) + treatment(run)
    }

    private func treatment(_ run: Run) -> [String] {
        let seeds = Set(trajectories.map(\.run.sampling.repetition)).count
        return [
            run.schedule.map { $0.entry.id },
            run.clipping.map { "clipped at \(NumberText.exact($0.bound))" },
            run.sampling.batch.map { "batch $\($0)$" },
            run.sampling.noise > 0 ? "noise \(NumberText.exact(run.sampling.noise))" : nil,
            seeds > 1 ? "$\(seeds)$ seeds" : nil,
        ].compactMap(\.self)
    }

    private static func told(of optimizer: Optimizer, _ detail: SettingsDetail) -> [String] {
        let told = optimizer.variant.hyperparameters.filter { hyperparameter in
            detail == .full || optimizer.given.contains(hyperparameter.name) || hyperparameter.name == "lr"
                || hyperparameter.name == "learning_rate"
        }
        return told.compactMap { hyperparameter in
            optimizer.hyperparameters.first { $0.name == hyperparameter.name }
                .flatMap { Self.setting(hyperparameter, $0.value) }
        }
    }

    private static func setting(_ hyperparameter: Hyperparameter, _ value: HyperparameterValue) -> String? {
        let name = hyperparameter.name.replacing("_", with: " ")
        switch value {
        case .flag(let isOn): return isOn ? (hyperparameter.symbol.isEmpty ? name : hyperparameter.symbol) : nil
        case .null: return nil
        case .text(let text): return "\(name) \(text)"
        case .settings: return written(value)
        case .number, .list:
            let text = written(value)
            guard !hyperparameter.symbol.isEmpty else { return "\(name) \(text)" }
            return "\(hyperparameter.symbol.dropLast()) = \(text.dropFirst())"
        }
    }

    static func written(_ value: HyperparameterValue) -> String {
        switch value {
        case .number(let number): NumberText.exact(number)
        case .list(let values): "$(\(values.map { written($0).filter { $0 != "$" } }.joined(separator: ",\\,")))$"
        case .flag(let isOn): "\(isOn)"
        case .text(let text): text
        case .null: "none"
        case .settings(let settings):
            settings.sorted { $0.key < $1.key }.map { "\($0.key) \(written($0.value))" }.joined(separator: ", ")
        }
    }

    /// Where it ended, as `MathText`: the last loss, the range of several, or the step at which it diverged.
    var result: String {
        let diverged = trajectories.filter { if case .diverged = $0.outcome { true } else { false } }
        if trajectories.count == 1, case .diverged(let step)? = trajectories.first?.outcome {
            return "\(Self.end(of: diverged)) at step \(step)"
        }
        let finals = trajectories.filter { if case .diverged = $0.outcome { false } else { true } }
            .compactMap { trajectory in trajectory.losses.last.map { (trajectory.losses.count - 1, $0) } }
            .filter { $0.1.isFinite }  // a recorded run may have points without losses
        guard let low = finals.map(\.1).min(), let high = finals.map(\.1).max() else {
            return diverged.isEmpty ? "" : "all \(diverged.count) \(Self.end(of: diverged))"
        }
        let steps = Set(finals.map(\.0))
        let name = steps.count == 1 ? "$f_{\(finals[0].0)}" : "$f_{end}"
        let values = [low, high].map { NumberText.measured($0, significant: 3) }
        let range = low == high ? values[0] : "\(values[0]) to \(values[1])"
        let rest = diverged.isEmpty ? "" : ", \(diverged.count) \(Self.end(of: diverged))"
        return "\(name) = \(range.dropFirst())\(rest)"
    }

    /// How some runs ended early.
    private static func end(of diverged: [Trajectory]) -> String {
        diverged.allSatisfy(\.endsOffSurface) ? "left the surface" : "diverged"
    }
}
