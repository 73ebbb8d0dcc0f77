import Optimizers
import Simulation

/// The runs of one optimizer's entry from all its starts: one colour, one line in the legend.
struct RunFamily {
    let label: String
    let style: TrailStyle
    let trajectories: [Trajectory]

    /// Groups trajectories by the id of their entry, in the order in which the entries come.
    static func families(of trajectories: [Trajectory], _ style: Style) -> [RunFamily] {
        var order: [String] = []
        var members: [String: [Trajectory]] = [:]
        for trajectory in trajectories {
            // A further start adds `@2` to the entry's id.
            let id = trajectory.run.id.split(separator: "@").first.map(String.init) ?? trajectory.run.id
            if members[id] == nil { order.append(id) }
            members[id, default: []].append(trajectory)
        }
        return order.enumerated().map { index, id in
            let members = members[id] ?? []
            let trailStyle = TrailStyle(index: index, width: style.trailWidth)
            return RunFamily(label: members.first?.run.label ?? id, style: trailStyle, trajectories: members)
        }
    }

    /// The settings that tell this family from others: the learning rate and whatever was given, as `MathText`.
    var settings: String {
        guard let optimizer = trajectories.first?.run.optimizer else { return "" }
        let told = optimizer.variant.hyperparameters.filter { hyperparameter in
            optimizer.given.contains(hyperparameter.name) || hyperparameter.name == "lr"
                || hyperparameter.name == "learning_rate"
        }
        return told.compactMap { hyperparameter in
            optimizer.hyperparameters.first { $0.name == hyperparameter.name }
                .flatMap { Self.setting(hyperparameter, $0.value) }
        }.joined(separator: ", ")
    }

    private static func setting(_ hyperparameter: Hyperparameter, _ value: HyperparameterValue) -> String? {
        let name = hyperparameter.name.replacing("_", with: " ")
        switch value {
        case .flag(let isOn): return isOn ? (hyperparameter.symbol.isEmpty ? name : hyperparameter.symbol) : nil
        case .null: return nil
        case .text(let text): return "\(name) \(text)"
        case .number, .list:
            let text = written(value)
            guard !hyperparameter.symbol.isEmpty else { return "\(name) \(text)" }
            return "\(hyperparameter.symbol.dropLast()) = \(text.dropFirst())"
        }
    }

    private static func written(_ value: HyperparameterValue) -> String {
        switch value {
        case .number(let number): NumberText.exact(number)
        case .list(let values): "$(\(values.map { written($0).filter { $0 != "$" } }.joined(separator: ",\\,")))$"
        case .flag(let isOn): "\(isOn)"
        case .text(let text): text
        case .null: "none"
        }
    }

    /// Where it ended, as `MathText`: the last loss, the range of several, or the step at which it diverged.
    var result: String {
        let diverged = trajectories.filter { if case .diverged = $0.outcome { true } else { false } }
        if trajectories.count == 1, case .diverged(let step)? = trajectories.first?.outcome {
            return "diverged at step \(step)"
        }
        let finals = trajectories.filter { if case .diverged = $0.outcome { false } else { true } }
            .compactMap { trajectory in trajectory.losses.last.map { (trajectory.losses.count - 1, $0) } }
        guard let low = finals.map(\.1).min(), let high = finals.map(\.1).max() else {
            return "all \(diverged.count) diverged"
        }
        let steps = Set(finals.map(\.0))
        let name = steps.count == 1 ? "$f_{\(finals[0].0)}" : "$f_{end}"
        let values = [low, high].map { NumberText.measured($0, significant: 3) }
        let range = low == high ? values[0] : "\(values[0]) to \(values[1])"
        let rest = diverged.isEmpty ? "" : ", \(diverged.count) diverged"
        return "\(name) = \(range.dropFirst())\(rest)"
    }
}
