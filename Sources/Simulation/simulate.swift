import Optimizers
import Surfaces
import Workers

/// A coordinate of a larger magnitude counts as not finite.
private let farthest = 1e100
/// A gradient of at most this norm counts as zero.
private let flat = 1e-10

/// Makes a run's updates on a surface and records every point; a recorded run's points are taken as they are.
///
/// The run ends early at the first point or loss that is not finite (`Outcome.diverged`). A vanishing gradient of the
/// surface is noted (`Outcome.converged`) and the run goes on.
public func simulate(_ run: Run, on field: any ScalarField) -> Trajectory {
    switch run.motion {
    case .optimizer(let optimizer):
        var recorder = TrajectoryRecorder(run, optimizer.rule.slots)
        descend(run, optimizer.rule, on: field, into: &recorder)
        return recorder.finish()
    case .recorded(let recording): return replay(run, recording, on: field)
    }
}

/// Makes a run's updates on a surface and keeps only where they lead.
public func end(of run: Run, on field: any ScalarField) -> RunEnd {
    switch run.motion {
    case .optimizer(let optimizer):
        var end = RunEnd()
        descend(run, optimizer.rule, on: field, into: &end)
        return end
    case .recorded(let recording): return RunEnd(replay(run, recording, on: field))
    }
}

/// Makes several runs on at most `jobs` threads; the trajectories come in the order of the runs and do not depend on
/// the number of threads.
public func simulate(_ runs: [Run], on field: any ScalarField, jobs: Int) -> [Trajectory] {
    simulate(runs, jobs: jobs) { _ in field }
}

/// Makes several runs, each on the field that it is given.
public func simulate(
    _ runs: [Run], jobs: Int, on field: @Sendable (Run) -> any ScalarField
) -> [Trajectory] {
    concurrentMap(runs.count, jobs: jobs) { simulate(runs[$0], on: field(runs[$0])) }
}

private func descend<Record: DescentRecord>(
    _ run: Run, _ rule: any Rule, on field: any ScalarField, into record: inout Record
) {
    let oracle = GradientOracle(field, run.sampling, run.clipping)
    var state = rule.makeState()
    var point = Pair(run.start)
    var view = oracle.view(run.start)
    guard isFinite(run.start, view.loss) else { return record.diverge(at: 0, run.start, loss: view.loss) }
    record.append(run.start, view, evaluations: oracle.evaluations, learningRate: .nan)
    record.appendNoState()
    if isFlat(view.gradient) { record.outcome = .converged(step: 0) }
    if run.until.isMet(at: run.start, view) {
        record.outcome = .converged(step: 0)
        return
    }

    let learningRate = rule.learningRate
    let rates = run.schedule?.rates(base: learningRate, count: run.steps)
    let momenta = run.schedule?.momenta(count: run.steps)
    let surroundings = Surroundings(evaluate: oracle.evaluate, hessian: oracle.hessian)
    defer { withExtendedLifetime(surroundings) {} }
    for step in 0..<run.steps {
        let seen = Observation(
            step: step + 1, learningRate: rates?[step] ?? learningRate, momentum: momenta?[step],
            loss: view.seen.loss, gradient: oracle.clipped(view.seen.gradient), surroundings: surroundings)
        if Record.hasState {
            rule.updateAndDerive(&point, seen, &state)
        } else {
            rule.update(&point, seen, &state)
        }
        oracle.begin(step: step + 2)
        view = oracle.view(point.point)
        guard isFinite(point.point, view.loss) else {
            return record.diverge(at: step + 1, point.point, loss: view.loss)
        }
        record.append(point.point, view, evaluations: oracle.evaluations, learningRate: seen.learningRate)
        record.append(state)
        if run.until.isMet(at: point.point, view) {
            record.outcome = .converged(step: step + 1)
            return
        }
        if record.outcome == .completed, isFlat(view.gradient) { record.outcome = .converged(step: step + 1) }
    }
}

/// A recorded run up to its first point or recorded loss that is not finite. Its gradients are not known.
private func replay(_ run: Run, _ recording: Recording, on field: any ScalarField) -> Trajectory {
    var recorder = TrajectoryRecorder(run, [])
    let unknown = SIMD2<Double>(repeating: .nan)
    for (step, point) in recording.points.enumerated() {
        let known = recording.losses.flatMap { $0.indices.contains(step) ? $0[step] : nil }
        let loss = known ?? field.value(at: point)
        guard isFinite(point, known ?? 0) else {
            recorder.outcome = .diverged(step: step)
            break
        }
        let view = View(loss: loss, gradient: unknown, seen: (loss, unknown))
        recorder.append(point, view, evaluations: 0, learningRate: .nan)
    }
    return recorder.finish()
}

extension DescentRecord {
    fileprivate mutating func diverge(at step: Int, _ point: SIMD2<Double>, loss: Double) {
        outcome = .diverged(step: step)
        endsOffSurface = loss.isNaN && isFinite(point, 0)
    }
}

/// Roots are slow and most gradients steep: none is taken where one component alone says no.
private func isFlat(_ gradient: SIMD2<Double>) -> Bool {
    gradient.x.magnitude <= flat && gradient.y.magnitude <= flat && norm(gradient) <= flat
}

private func isFinite(_ point: SIMD2<Double>, _ loss: Double) -> Bool {
    point.x.magnitude <= farthest && point.y.magnitude <= farthest && loss.isFinite
}
