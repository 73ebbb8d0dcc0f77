import Lanes

extension OptimizerEntry {
    static let polyakSGD = Self(
        "polyak_sgd", "Polyak SGD", "gradient descent with a step set by the loss above its least (Loizou et al. 2021)",
        OptaxPolyakSGD.variant)
}

/// `optax.polyak_sgd`: `sgd` with `scaling` as its rate, then `scale_by_polyak`, which measures what `sgd` gives. A
/// schedule acts on `max_learning_rate`.
struct OptaxPolyakSGD: LaneRule {
    let learningRate, scaling, fMin, eps: Double
    let ignoresNegativeGaps: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.polyak_sgd, optax 0.2.8",
        rule: "u = s g, x ← x − min((f − f*)/(|u|² + ε), η) u",
        [
            Hyperparameter(
                "max_learning_rate", aliases: ["lr", "learning_rate"], .number(.nonNegative), default: .number(1),
                symbol: "$\\eta$", "largest learning rate"),
            Hyperparameter("scaling", .number(.any), default: .number(1), symbol: "$s$", "factor of the gradient"),
            Hyperparameter("f_min", .number(.any), default: .number(0), symbol: "$f^*$", "least value of the loss"),
            .epsilon("eps", 0, "added to the squared length"),
            Hyperparameter(
                "variant", .choice(["sps", "sps+"]), default: .text("sps"),
                "sps+: no step where the loss is below f_min"),
        ],
        makeRule: OptaxPolyakSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["max_learning_rate"]
        scaling = settings["scaling"]
        fMin = settings["f_min"]
        eps = settings["eps"]
        ignoresNegativeGaps = settings.text("variant") == "sps+"
    }

    static let stepSize = Slot(0, "step_size", isPerParameter: false)
    var slots: [Slot] { [Self.stepSize] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let update = scaling * seen.gradient
        let square: L = update.x * update.x + update.y * update.y
        let divisor: L = square + eps
        let zero = L(repeating: 0)
        var gap: L = seen.loss - fMin
        if ignoresNegativeGaps { gap = .larger(zero, gap) }

        let bounded: L = .smaller(L(repeating: seen.learningRate), gap / divisor)
        let machineEpsilon = L(repeating: Double.ulpOfOne)
        let isFlat = L.either(L.isLess(divisor, machineEpsilon), L.isEqual(divisor, machineEpsilon))
        let size = bounded.replacing(with: zero, where: isFlat)
        state[Self.stepSize] = Pair(x: size, y: size)
        x = x - update.scaled(by: size)
    }
}
