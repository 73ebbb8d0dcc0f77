import Lanes

extension OptimizerEntry {
    static let lion = Self(
        "lion", "Lion", "the sign of an average of gradients, with a second decay rate (Chen et al. 2023)",
        OptaxLion.variant, KerasLion.variant, TextbookLion.variant)
}

/// `optax.lion`: `scale_by_lion` in its hard mode, `add_decayed_weights`, then `scale_by_learning_rate`.
struct OptaxLion: LaneRule {
    let learningRate, b1, b2, weightDecay: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.lion, optax 0.2.8",
        rule: "x ← x − η (sign((1 − β₁) g + β₁ m) + λ x), m ← β₂ m + (1 − β₂) g",
        [
            .learningRate("learning_rate", nil),
            .b1(0.9, "weight of the average against the gradient in the update"),
            .b2(0.99, "decay rate of the average of gradients"), .optaxWeightDecay(1e-3),
        ],
        makeRule: OptaxLion.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        weightDecay = settings["weight_decay"]
    }

    static let mu = Slot(0, "mu", moment: .first)
    var slots: [Slot] { [Self.mu] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let direction = ((1 - b1) * g + b1 * state[Self.mu]).signs()
        state[Self.mu] = state[Self.mu].moment(with: g, decay: b2)
        x = x - seen.learningRate * (direction + weightDecay * x)
    }
}

/// `keras.optimizers.Lion`: weight decay comes before the update.
struct KerasLion: LaneRule {
    let learningRate, beta1, beta2: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Lion, Keras 3",
        rule: "x ← x − η sign(β₁ m + (1 − β₁) g), m ← β₂ m + (1 − β₂) g",
        [
            .learningRate("learning_rate", 0.001),
            .decay(
                "beta_1", 0.9, symbol: "$\\beta_1$", "weight of the average against the gradient in the update"),
            .decay("beta_2", 0.99, symbol: "$\\beta_2$", "decay rate of the average of gradients"),
            .kerasWeightDecay(),
        ],
        makeRule: KerasLion.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta1 = settings["beta_1"]
        beta2 = settings["beta_2"]
        weightDecay = settings.optional("weight_decay")
    }

    static let momentum = Slot(0, "momentum", moment: .first)
    var slots: [Slot] { [Self.momentum] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        let m = state[Self.momentum]
        x = x - seen.learningRate * (beta1 * m + (1 - beta1) * g).signs()
        state[Self.momentum] = beta2 * m + (1 - beta2) * g
    }
}

/// Chen et al. 2023, *Symbolic discovery of optimization algorithms*, algorithm 2.
struct TextbookLion: LaneRule {
    let learningRate, beta1, beta2, weightDecay: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Chen et al. 2023, algorithm 2",
        rule: "c = β₁ m + (1 − β₁) g, x ← x − η (sign c + λ x), m ← β₂ m + (1 − β₂) g",
        [
            .learningRate("lr", 1e-4),
            .decay(
                "beta1", 0.9, symbol: "$\\beta_1$", "weight of the average against the gradient in the update"),
            .decay("beta2", 0.99, symbol: "$\\beta_2$", "decay rate of the average of gradients"),
            Hyperparameter(
                "weight_decay", .number(.nonNegative), default: .number(0), symbol: "$\\lambda$",
                "weight decay, applied to the parameters"),
        ],
        makeRule: TextbookLion.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["beta1"]
        beta2 = settings["beta2"]
        weightDecay = settings["weight_decay"]
    }

    static let m = Slot(0, "m", moment: .first)
    var slots: [Slot] { [Self.m] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let m = state[Self.m]
        let direction = (beta1 * m + (1 - beta1) * g).signs()
        x = x - seen.learningRate * (direction + weightDecay * x)
        state[Self.m] = beta2 * m + (1 - beta2) * g
    }
}
