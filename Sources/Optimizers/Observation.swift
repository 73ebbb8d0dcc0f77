import Lanes

/// What a rule may see before it moves.
///
/// It can grow without a new signature for the rules there are.
public struct Observation<L: Lane> {
    /// The number of the update to come, 1 for the first.
    public var step: Int
    /// The learning rate of this update.
    public var learningRate: Double
    /// The momentum of this update, where a schedule cycles it; nil where the rule's own holds.
    public var momentum: Double?
    /// The loss at the point.
    public var loss: L
    /// The gradient at the point.
    public var gradient: Pair<L>
    /// A further evaluation anywhere, for rules that look ahead or search a line.
    public let evaluate: (Pair<L>) -> (loss: L, gradient: Pair<L>)
    /// The second derivatives anywhere, for rules that use curvature.
    public let hessian: (Pair<L>) -> Curvature<L>

    public init(
        step: Int, learningRate: Double, momentum: Double? = nil, loss: L, gradient: Pair<L>,
        evaluate: @escaping (Pair<L>) -> (loss: L, gradient: Pair<L>),
        hessian: @escaping (Pair<L>) -> Curvature<L>
    ) {
        (self.step, self.learningRate, self.momentum) = (step, learningRate, momentum)
        (self.loss, self.gradient) = (loss, gradient)
        (self.evaluate, self.hessian) = (evaluate, hessian)
    }
}

/// The symmetric matrix of second derivatives, [[xx, xy], [xy, yy]].
public struct Curvature<L: Lane>: Sendable {
    public var xx, xy, yy: L

    public init(xx: L, xy: L, yy: L) { (self.xx, self.xy, self.yy) = (xx, xy, yy) }
}
