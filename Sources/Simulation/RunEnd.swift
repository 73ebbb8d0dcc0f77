import Optimizers

/// Where a run ended, without the way there: for many starts, where the ways would fill the memory.
public struct RunEnd: Sendable, DescentRecord {
    static let hasState = false

    /// The last finite point, NaN where there is none.
    public internal(set) var point = SIMD2<Double>(repeating: .nan)
    /// The surface's loss there.
    public internal(set) var loss = Double.nan
    public internal(set) var outcome = Outcome.completed
    /// Whether a run that diverged did so at a finite point where the surface has no value.
    public internal(set) var endsOffSurface = false

    init() {}

    init(_ trajectory: Trajectory) {
        if let last = trajectory.points.last { point = last }
        if let last = trajectory.losses.last { loss = last }
        (outcome, endsOffSurface) = (trajectory.outcome, trajectory.endsOffSurface)
    }

    mutating func append(_ point: SIMD2<Double>, _ view: View, evaluations count: Int, learningRate: Double) {
        (self.point, loss) = (point, view.loss)
    }

    mutating func appendNoState() {}

    mutating func append(_ state: State<Double>) {}
}
