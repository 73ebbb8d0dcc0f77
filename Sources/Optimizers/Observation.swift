import Lanes

/// What a rule may see before it moves.
///
/// It can grow without a new signature for the rules there are.
public struct Observation<L: Lane> {
    /// The number of the update to come, 1 for the first.
    public let step: Int
    /// The momentum of this update, where a schedule cycles it; nil where the rule's own holds.
    public let momentum: Double?
    /// The loss at the point.
    public let loss: L
    /// The gradient at the point.
    public let gradient: Pair<L>
    /// Not counted: one observation is made for each update, and two counts would take a quarter of its time.
    private let unmanaged: Unmanaged<Surroundings<L>>
    /// The learning rate of this update.
    public let learningRate: Double

    /// - Parameter surroundings: must be kept as long as the observation.
    public init(
        step: Int, learningRate: Double, momentum: Double? = nil, loss: L, gradient: Pair<L>,
        surroundings: Surroundings<L>
    ) {
        (self.step, self.learningRate, self.momentum) = (step, learningRate, momentum)
        (self.loss, self.gradient) = (loss, gradient)
        unmanaged = .passUnretained(surroundings)
    }

    /// What may be asked elsewhere.
    var surroundings: Surroundings<L> { unmanaged.takeUnretainedValue() }

    /// A further evaluation anywhere, for rules that look ahead or search a line.
    func evaluate(_ point: Pair<L>) -> (loss: L, gradient: Pair<L>) { surroundings.evaluate(point) }

    /// The second derivatives anywhere, for rules that use curvature.
    func hessian(_ point: Pair<L>) -> Curvature<L> { surroundings.hessian(point) }

    /// The same at another number of the update or with another evaluation, for the rule inside another one.
    func replacing(step: Int? = nil, evaluation: (loss: L, gradient: Pair<L>)? = nil) -> Observation {
        Observation(
            step: step ?? self.step, learningRate: learningRate, momentum: momentum,
            loss: evaluation?.loss ?? loss, gradient: evaluation?.gradient ?? gradient, surroundings: surroundings)
    }
}

/// A surface as a rule may ask for it beside the point where it is.
public final class Surroundings<L: Lane> {
    let evaluate: (Pair<L>) -> (loss: L, gradient: Pair<L>)
    let hessian: (Pair<L>) -> Curvature<L>

    public init(
        evaluate: @escaping (Pair<L>) -> (loss: L, gradient: Pair<L>), hessian: @escaping (Pair<L>) -> Curvature<L>
    ) {
        (self.evaluate, self.hessian) = (evaluate, hessian)
    }
}

/// The symmetric matrix of second derivatives, [[xx, xy], [xy, yy]].
public struct Curvature<L: Lane>: Sendable {
    public var xx, xy, yy: L

    public init(xx: L, xy: L, yy: L) { (self.xx, self.xy, self.yy) = (xx, xy, yy) }
}
