import Optimizers

/// How a run went.
public enum Outcome: Hashable, Sendable {
    /// Every update was made.
    case completed
    /// At the point of that step (0 is the start) the gradient's norm was at most 1e-10 for the first time, and every
    /// update was made; or what the run was to go on until was reached there, and it ended.
    case converged(step: Int)
    /// The update of that step led to a point or a loss that is not finite (a coordinate beyond 1e100 counts
    /// as such); it is not stored. Step 0: the start itself
    /// is like that, or its loss; then nothing is stored at all.
    case diverged(step: Int)
}

/// One part of an optimizer's state along a trajectory.
public struct StateColumn: Sendable {
    /// The library's name: `square_avg`, `exp_avg`, …
    public let name: String
    /// What it is to the rule.
    public let slot: Slot
    /// Entry k is the state after the update that produced point k. There is none before the first: entry 0 is NaN.
    public internal(set) var values: [SIMD2<Double>]

    /// False where both parameters share one number, the entries' `x`.
    public var isPerParameter: Bool { slot.isPerParameter }
}

/// What a run recorded. All arrays have one entry a point, the start first.
public struct Trajectory: Sendable {
    public let run: Run
    public internal(set) var points: [SIMD2<Double>] = []
    public internal(set) var losses: [Double] = []
    /// The gradient the optimizer saw at each point: of its mini-batch and with its noise, where it has them, before it is clipped; entry k
    /// goes into the update that leads to point k + 1. NaN for recorded runs.
    public internal(set) var gradients: [SIMD2<Double>] = []
    /// The surface's own gradient at each point, for runs that see another (`Sampling.isStochastic`); else empty.
    public internal(set) var fullGradients: [SIMD2<Double>] = []
    /// How many gradients and Hessians had been asked for when the point was reached, its own among them.
    public internal(set) var evaluations: [Int] = []
    /// The learning rate of the update that led to the point; NaN at the start and for rules without one.
    public internal(set) var learningRates: [Double] = []
    public internal(set) var state: [StateColumn] = []
    public internal(set) var outcome: Outcome = .completed
    /// Whether a run that diverged did so at a finite point where the surface has no value: outside its samples, or
    /// where its formula is not defined.
    public internal(set) var endsOffSurface = false

    /// A trajectory to be filled, with room for these parts of the state.
    init(_ run: Run, recording slots: [Slot]) {
        self.run = run
        let capacity = min(run.steps, 1 << 16) + 1  // longer runs grow: they may end early
        points.reserveCapacity(capacity)
        losses.reserveCapacity(capacity)
        gradients.reserveCapacity(capacity)
        evaluations.reserveCapacity(capacity)
        learningRates.reserveCapacity(capacity)
        state = slots.map { slot in
            var values: [SIMD2<Double>] = []
            values.reserveCapacity(capacity)
            return StateColumn(name: slot.name, slot: slot, values: values)
        }
    }

    /// The norms of the gradients the optimizer saw.
    public var gradientNorms: [Double] { gradients.map(norm) }

    /// The lengths of the updates that led to the points; NaN at the start.
    public var updateNorms: [Double] {
        points.isEmpty ? [] : [.nan] + zip(points, points.dropFirst()).map { norm($1 - $0) }
    }

    /// The recorded state of that name.
    public func state(named name: String) -> StateColumn? { state.first { $0.name == name } }
}

extension Trajectory {
    /// The run as far as a step, with a last point on the way to the next where the step is between two.
    ///
    /// What is recorded beside points and losses ends with the last whole step; the outcome is known at the end alone.
    public func upTo(step: Double) -> Trajectory {
        guard step.isFinite, step < Double(points.count - 1) else { return self }
        let whole = max(0, Int(exactly: max(0, step).rounded(.down)) ?? 0)
        var part = self
        let count = whole + 1
        part.points = Array(points.prefix(count))
        part.losses = Array(losses.prefix(count))
        part.gradients = Array(gradients.prefix(count))
        part.fullGradients = Array(fullGradients.prefix(count))
        part.evaluations = Array(evaluations.prefix(count))
        part.learningRates = Array(learningRates.prefix(count))
        for column in state.indices { part.state[column].values = Array(state[column].values.prefix(count)) }
        part.outcome = .completed
        part.endsOffSurface = false
        let rest = step - Double(whole)
        if rest > 0, count < points.count {
            part.points.append(points[whole] + rest * (points[count] - points[whole]))
            part.losses.append(losses[whole] + rest * (losses[count] - losses[whole]))
        }
        return part
    }
}
