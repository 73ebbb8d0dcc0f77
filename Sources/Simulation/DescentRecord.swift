import Optimizers

/// What a descent leaves behind.
protocol DescentRecord {
    /// Whether it wants the rule's state after each update.
    static var hasState: Bool { get }
    var outcome: Outcome { get set }
    /// Whether a run that diverged did so at a finite point where the surface has no value.
    var endsOffSurface: Bool { get set }

    /// Keeps a point: the loss is the surface's, the gradient what the optimizer sees.
    mutating func append(_ point: SIMD2<Double>, _ view: View, evaluations count: Int, learningRate: Double)
    /// The start has no state.
    mutating func appendNoState()
    /// Keeps the state after the update that led to the last point.
    mutating func append(_ state: State<Double>)
}
