import Optimizers
import SceneFile
import Simulation
import Surfaces

/// What `simulate --format json` prints.
struct TrajectoryJSON {
    let scene: Scene
    let trajectories: [Trajectory]

    var document: JSON {
        let surfaces = scene.surfaces.map { JSON.object([("id", .string($0.id))] + fields(of: $0.surface)) }
        return .object(
            [("scene", .string(scene.name)), ("surface", .object(fields(of: scene.surface)))]
                + (hasSurfaces ? [("surfaces", .array(surfaces))] : [])
                + [("runs", .array(trajectories.map(run)))])
    }

    /// Whether there is more than one surface to tell apart.
    private var hasSurfaces: Bool { scene.surfaces.count > 1 }

    private func fields(of surface: Surface) -> [(name: String, value: JSON)] {
        let parameters = surface.parameters.map { (name: $0.name, value: JSON.number($0.value)) }
        var fields: [(name: String, value: JSON)] = [
            ("name", .string(surface.id == "grid" || surface.id == "data" ? surface.name : surface.id)),
            ("formula", surface.formula.map(JSON.string) ?? .null), ("parameters", .object(parameters)),
        ]
        if !surface.subexpressions.isEmpty {
            let parts = surface.subexpressions.map { (name: $0.name, value: JSON.string($0.text)) }
            fields.append(("where", .object(parts)))
        }
        if !surface.transforms.isEmpty {
            fields.append(("transform", .array(surface.transforms.map(JSON.init))))
        }
        return fields
    }

    private func run(_ trajectory: Trajectory) -> JSON {
        let run = trajectory.run
        var fields: [(name: String, value: JSON)] = [("id", .string(run.id))]
        if hasSurfaces { fields.append(("surface", .string(run.surface))) }
        fields += motion(run)
        if run.sampling.isStochastic { fields.append(("sampling", JSON(run.sampling))) }
        if let schedule = run.schedule {
            let settings = schedule.hyperparameters.map { (name: $0.name, value: JSON($0.value)) }
            fields.append(("schedule", .object([(schedule.entry.id, .object(settings))])))
        }
        if let clipping = run.clipping { fields.append((clipping.key, .number(clipping.bound))) }
        fields += [
            ("start", .point(run.start)),
            ("outcome", outcome(of: trajectory)),
            ("points", .series(count: trajectory.points.count) { .point(trajectory.points[$0]) }),
            ("losses", .series(count: trajectory.losses.count) { .number(trajectory.losses[$0]) }),
            ("gradients", .series(count: trajectory.gradients.count) { .point(trajectory.gradients[$0]) }),
        ]
        if run.sampling.isStochastic {
            let count = trajectory.fullGradients.count
            fields.append(("full_gradients", .series(count: count) { .point(trajectory.fullGradients[$0]) }))
        }
        fields += [
            ("gradient_norms", Self.numbers(trajectory.gradientNorms)),
            ("update_norms", Self.numbers(trajectory.updateNorms)),
            ("learning_rates", Self.numbers(trajectory.learningRates)),
            ("evaluations", .series(count: trajectory.evaluations.count) { .integer(trajectory.evaluations[$0]) }),
        ]
        fields.append(("state", .object(trajectory.state.map { (name: $0.name, value: JSON($0)) })))
        return .object(fields)
    }

    private static func numbers(_ numbers: [Double]) -> JSON {
        .series(count: numbers.count) { .number(numbers[$0]) }
    }

    private func outcome(of trajectory: Trajectory) -> JSON {
        switch trajectory.outcome {
        case .completed: return .object([("kind", .string("completed"))])
        case .converged(let step): return .object([("kind", .string("converged")), ("step", .integer(step))])
        case .diverged(let step):
            let reason = trajectory.endsOffSurface ? "the surface has no value there" : "not finite"
            return .object([
                ("kind", .string("diverged")), ("step", .integer(step)), ("reason", .string(reason)),
            ])
        }
    }

    /// What makes the run.
    private func motion(_ run: Run) -> [(name: String, value: JSON)] {
        switch run.motion {
        case .optimizer(let optimizer):
            let settings = optimizer.hyperparameters.map { (name: $0.name, value: JSON($0.value)) }
            return [
                ("optimizer", .string(optimizer.entry.id)), ("label", .string(run.label)),
                ("convention", .string(optimizer.convention.rawValue)), ("hyperparameters", .object(settings)),
            ]
        case .recorded(let recording):
            return [
                ("optimizer", .string("recorded")), ("label", .string(run.label)), ("convention", .null),
                ("hyperparameters", .object([])), ("file", .string(recording.file)),
            ]
        }
    }
}

extension JSON {
    fileprivate init(_ sampling: Sampling) {
        self = .object([
            ("batch", sampling.batch.map(JSON.integer) ?? .null), ("noise", .number(sampling.noise)),
            ("seed", .integer(sampling.seed)), ("repetition", .integer(sampling.repetition)),
        ])
    }

    /// As the scene has it.
    fileprivate init(_ transform: Transform) {
        switch transform {
        case .rotate(let angle): self = .object([("rotate", .string("\(angle.value)\(angle.unit.rawValue)"))])
        case .stretch(let factors): self = .object([("stretch", .point(factors))])
        case .shift(let vector): self = .object([("shift", .point(vector))])
        case .value(let value): self = .object([("value", .string(value.rawValue))])
        }
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
        case .settings(let settings):
            self = .object(settings.sorted { $0.key < $1.key }.map { (name: $0.key, value: JSON($0.value)) })
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
