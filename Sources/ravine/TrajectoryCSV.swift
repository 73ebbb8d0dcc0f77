import SceneFile
import Simulation

/// What `simulate --format csv` prints: one row a run and step.
struct TrajectoryCSV {
    let scene: Scene
    let trajectories: [Trajectory]

    func write(to output: inout some TextOutputStream) {
        let columns = stateColumns
        let hasSurfaces = scene.surfaces.count > 1
        let isStochastic = trajectories.contains { $0.run.sampling.isStochastic }
        let names =
            ["run", "step", "x", "y", "loss", "grad_x", "grad_y"] + columns
            + ["grad_norm", "update_norm", "lr", "evaluations"] + (isStochastic ? ["full_grad_x", "full_grad_y"] : [])
            + (hasSurfaces ? ["surface"] : [])
        output.write(names.joined(separator: ",") + "\n")
        for trajectory in trajectories {
            let places = places(in: trajectory, of: columns)
            let norms = (trajectory.gradientNorms, trajectory.updateNorms)
            for step in trajectory.points.indices {
                var fields = row(of: trajectory, at: step, places)
                fields += [norms.0[step], norms.1[step], trajectory.learningRates[step]].map(Self.field)
                fields.append("\(trajectory.evaluations[step])")
                if isStochastic { fields += fullGradient(of: trajectory, at: step) }
                if hasSurfaces { fields.append(Self.quoted(trajectory.run.surface)) }
                output.write(fields.joined(separator: ",") + "\n")
            }
        }
    }

    /// The names of all runs' state columns, in the order in which they first occur.
    private var stateColumns: [String] {
        var names: [String] = []
        for trajectory in trajectories {
            for name in trajectory.state.flatMap(\.columnNames) where !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// For each column, which state of this run it shows and which of its elements; nil where the run lacks it.
    private func places(in trajectory: Trajectory, of columns: [String]) -> [(state: Int, element: Int)?] {
        columns.map { name in
            for (state, column) in trajectory.state.enumerated() {
                if let element = column.columnNames.firstIndex(of: name) { return (state, element) }
            }
            return nil
        }
    }

    private func row(of trajectory: Trajectory, at step: Int, _ places: [(state: Int, element: Int)?])
        -> [String]
    {
        let point = trajectory.points[step]
        let gradient = trajectory.gradients[step]
        let fields = [point.x, point.y, trajectory.losses[step], gradient.x, gradient.y].map(Self.field)
        let state = places.map { place in
            guard let place, step > 0 else { return "" }
            return Self.field(trajectory.state[place.state].values[step][place.element])
        }
        return [Self.quoted(trajectory.run.id), "\(step)"] + fields + state
    }

    /// The surface's own gradient, which for most runs is what the optimizer saw.
    private func fullGradient(of trajectory: Trajectory, at step: Int) -> [String] {
        let gradients = trajectory.run.sampling.isStochastic ? trajectory.fullGradients : trajectory.gradients
        return [gradients[step].x, gradients[step].y].map(Self.field)
    }

    /// In quotes where it has commas: the ids of a sweep's member may (RFC 4180). No id has quotes.
    private static func quoted(_ id: String) -> String { id.contains(",") ? "\"\(id)\"" : id }

    /// The shortest digits that read back to the same double; empty where it is not finite.
    private static func field(_ number: Double) -> String { number.isFinite ? "\(number)" : "" }
}

extension StateColumn {
    /// `square_avg_x` and `square_avg_y`, or one name for a number that both parameters share.
    fileprivate var columnNames: [String] { isPerParameter ? ["\(name)_x", "\(name)_y"] : [name] }
}
