import Optimizers
import Surfaces
import Workers

/// A coordinate of a larger magnitude counts as not finite.
private let farthest = 1e100
/// A gradient of at most this norm counts as zero.
private let flat = 1e-10

/// Makes a run's updates on a surface and records every point.
///
/// The run ends early at the first point or loss that is not finite (`Outcome.diverged`). A vanishing gradient is noted
/// (`Outcome.converged`) and the run goes on.
public func simulate(_ run: Run, on field: any ScalarField) -> Trajectory {
    let rule = run.optimizer.rule
    var trajectory = Trajectory(run, recording: rule.slots)
    var state = rule.makeState()
    var point = Pair(run.start)
    var (loss, gradient) = field.gradient(at: run.start)
    guard isFinite(run.start, loss) else {
        trajectory.outcome = .diverged(step: 0)
        return trajectory
    }
    trajectory.append(run.start, loss: loss, gradient: gradient)
    trajectory.appendNoState()
    if isFlat(gradient) { trajectory.outcome = .converged(step: 0) }

    var seen = Observation(step: 0, learningRate: rule.learningRate, loss: loss, gradient: Pair(gradient)) {
        let (loss, gradient) = field.gradient(at: $0.point)
        return (loss, Pair(gradient))
    }
    for step in 0..<run.steps {
        (seen.step, seen.loss, seen.gradient) = (step + 1, loss, Pair(gradient))
        rule.update(&point, seen, &state)
        (loss, gradient) = field.gradient(at: point.point)
        guard isFinite(point.point, loss) else {
            trajectory.outcome = .diverged(step: step + 1)
            return trajectory
        }
        rule.derive(seen, &state)
        trajectory.append(point.point, loss: loss, gradient: gradient)
        trajectory.append(state)
        if trajectory.outcome == .completed, isFlat(gradient) { trajectory.outcome = .converged(step: step + 1) }
    }
    return trajectory
}

/// Makes several runs on at most `jobs` threads; the trajectories come in the order of the runs and do not depend on
/// the number of threads.
public func simulate(_ runs: [Run], on field: any ScalarField, jobs: Int) -> [Trajectory] {
    concurrentMap(runs.count, jobs: jobs) { simulate(runs[$0], on: field) }
}

private func isFinite(_ point: SIMD2<Double>, _ loss: Double) -> Bool {
    point.x.magnitude <= farthest && point.y.magnitude <= farthest && loss.isFinite
}

private func isFlat(_ gradient: SIMD2<Double>) -> Bool {
    (gradient.x * gradient.x + gradient.y * gradient.y).squareRoot() <= flat
}
