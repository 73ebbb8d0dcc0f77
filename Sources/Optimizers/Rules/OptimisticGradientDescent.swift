import Lanes

extension OptimizerEntry {
    static let optimisticGradientDescent = Self(
        "optimistic_gradient_descent", "Optimistic gradient descent",
        "gradient descent that expects the last change of the gradient again (Mokhtari et al. 2019)",
        OptaxOptimisticGradientDescent.variant)
}

/// `optax.optimistic_gradient_descent`: `scale_by_optimistic_gradient`, then `scale_by_learning_rate`. The first update
/// takes the gradient for the one before.
struct OptaxOptimisticGradientDescent: LaneRule {
    let learningRate, alpha, beta: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.optimistic_gradient_descent, optax 0.2.8",
        rule: "x ← x − η ((α + β) g − β g₋)",
        [
            .learningRate("learning_rate", nil),
            Hyperparameter(
                "alpha", .number(.any), default: .number(1), symbol: "$\\alpha$", "factor of the gradient"),
            Hyperparameter(
                "beta", .number(.any), default: .number(1), symbol: "$\\beta$", "factor of the gradient's change"),
        ],
        makeRule: OptaxOptimisticGradientDescent.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        alpha = settings["alpha"]
        beta = settings["beta"]
    }

    static let previousGradient = Slot(0, "previous_gradient")
    var slots: [Slot] { [Self.previousGradient] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let previous = seen.step == 1 ? g : state[Self.previousGradient]
        let update = (alpha + beta) * g - beta * previous
        state[Self.previousGradient] = g
        x = x - seen.learningRate * update
    }
}
