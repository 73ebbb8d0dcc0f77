import Optimizers
import SceneFile
import Simulation

/// What `simulate --format json` prints.
struct TrajectoryJSON {
    let scene: Scene
    let trajectories: [Trajectory]

    var document: JSON {
        .object([
            ("scene", .string(scene.name)),
            ("surface", surface),
            ("runs", .array(trajectories.map(run))),
        ])
    }

    private var surface: JSON {
        let parameters = scene.surface.parameters.map { (name: $0.name, value: JSON.number($0.value)) }
        return .object([
            ("name", .string(scene.surface.id)), ("formula", .string(scene.surface.formula)),
            ("parameters", .object(parameters)),
        ])
    }

    private func run(_ trajectory: Trajectory) -> JSON {
        let run = trajectory.run
        let settings = run.optimizer.hyperparameters.map { (name: $0.name, value: JSON($0.value)) }
        return .object([
            ("id", .string(run.id)),
            ("optimizer", .string(run.optimizer.entry.id)),
            ("label", .string(run.label)),
            ("convention", .string(run.optimizer.convention.rawValue)),
            ("hyperparameters", .object(settings)),
            ("start", .point(run.start)),
            ("outcome", JSON(trajectory.outcome)),
            ("points", .series(count: trajectory.points.count) { .point(trajectory.points[$0]) }),
            ("losses", .series(count: trajectory.losses.count) { .number(trajectory.losses[$0]) }),
            ("gradients", .series(count: trajectory.gradients.count) { .point(trajectory.gradients[$0]) }),
            ("state", .object(trajectory.state.map { (name: $0.name, value: JSON($0)) })),
        ])
    }
}

extension JSON {
    init(_ value: HyperparameterValue) {
        switch value {
        case .number(let number): self = .number(number)
        case .flag(let flag): self = .bool(flag)
        case .list(let list): self = .array(list.map(JSON.init))
        case .text(let text): self = .string(text)
        case .null: self = .null
        }
    }

    fileprivate init(_ outcome: Outcome) {
        switch outcome {
        case .completed: self = .object([("kind", .string("completed"))])
        case .converged(let step): self = .object([("kind", .string("converged")), ("step", .integer(step))])
        case .diverged(let step): self = .object([("kind", .string("diverged")), ("step", .integer(step))])
        }
    }

    /// One entry a point; there is no state before the first update.
    fileprivate init(_ column: StateColumn) {
        self = .series(count: column.values.count) { step in
            if step == 0 { return .null }
            let value = column.values[step]
            return column.isPerParameter ? .point(value) : .number(value.x)
        }
    }
}
