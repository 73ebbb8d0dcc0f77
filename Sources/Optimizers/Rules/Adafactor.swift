import Lanes

extension OptimizerEntry {
    static let adafactor = Self(
        "adafactor", "Adafactor", "RMSprop with steps relative to the parameters' size (Shazeer and Stern 2018)",
        TorchAdafactor.variant, KerasAdafactor.variant)
}

// The two parameters are one vector, whose second moment is never factored. `effective_lr` is the gradient's factor.

extension Pair {
    /// The length of the vector, divided by √2: the root mean square of the two numbers.
    fileprivate var rootMeanSquare: Element { length / Element(repeating: 2).squareRoot() }

    fileprivate var length: Element { (x * x + y * y).squareRoot() }
}

/// `torch.optim.Adafactor` (`_single_tensor_adafactor`).
struct TorchAdafactor: LaneRule {
    let learningRate, beta2Decay, eps1, eps2, d, weightDecay: Double

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.Adafactor, PyTorch 2.13",
        rule: "v ← v + tᶜ (g² − v), u = g/√max(v, ε₁²), x ← x − max(ε₂, RMS(x)) min(η, 1/√t) u/max(1, RMS(u)/d)",
        [
            .learningRate("lr", 0.01),
            Hyperparameter(
                "beta2_decay", .number(.nonPositive), default: .number(-0.8), symbol: "$c$",
                "exponent of the new square's share"),
            Hyperparameter(
                "eps", .nullableNumbers(count: 2, .nonNegative), default: .list([.null, .number(0.001)]),
                symbol: "$\\varepsilon$", "least root of the squares (null: 2⁻⁵²) and least size of the parameters"),
            Hyperparameter(
                "d", .number(.atLeastOne), default: .number(1), symbol: "$d$", "largest root mean square of an update"),
            .decoupledWeightDecay(0),
        ],
        conflicts: { settings in
            guard settings.optional("eps", 1) == nil else { return [] }
            return [SettingError("eps", "the second number of eps must not be null")]
        },
        makeRule: TorchAdafactor.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta2Decay = settings["beta2_decay"]
        eps1 = settings.optional("eps", 0) ?? 0x1p-52
        eps2 = settings["eps", 1]
        d = settings["d"]
        weightDecay = settings["weight_decay"]
    }

    static let variance = Slot(0, "variance", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.variance, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let lr = seen.learningRate
        let step = Double(seen.step)
        let g = seen.gradient
        let rate = min(lr, 1 / step.squareRoot())
        let alpha: L = rate * L.larger(L(repeating: eps2), x.rootMeanSquare)
        if weightDecay != 0 { x = (1 - lr * weightDecay) * x }
        state[Self.variance] = state[Self.variance].lerp(to: g * g, weight: step.power(beta2Decay))

        let least = Pair<L>(repeating: eps1 * eps1)
        let scaling = 1 / Pair.larger(state[Self.variance], least).squareRoot()
        let update = scaling * g
        let excess = update.length / (Double(2).squareRoot() * d)
        let factor = -alpha / L.larger(L(repeating: 1), excess)
        x = x + update.scaled(by: factor)
        state[Self.effectiveRate] = scaling.scaled(by: -factor)
    }
}

/// `keras.optimizers.Adafactor`. Its `relative_step` is not listed, as it changes nothing: the rate is at most 1/√t
/// either way.
struct KerasAdafactor: LaneRule {
    let learningRate, beta2Decay, epsilon1, epsilon2, clipThreshold: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Adafactor, Keras 3",
        rule:
            "v ← β v + (1 − β) (g² + ε₁), β = 1 − tᶜ, u = g/√v, x ← x − max(ε₂, RMS(x)) min(η, 1/√t) u/max(1, RMS(u)/d)",
        [
            .learningRate("learning_rate", 0.001),
            Hyperparameter(
                "beta_2_decay", .number(.nonPositive), default: .number(-0.8), symbol: "$c$",
                "exponent of the new square's share"),
            Hyperparameter(
                "epsilon_1", .number(.nonNegative), default: .number(1e-30), symbol: "$\\varepsilon_1$",
                "added to the squares"),
            Hyperparameter(
                "epsilon_2", .number(.nonNegative), default: .number(1e-3), symbol: "$\\varepsilon_2$",
                "least size of the parameters"),
            Hyperparameter(
                "clip_threshold", .number(.positive), default: .number(1), symbol: "$d$",
                "largest root mean square of an update"),
            .kerasWeightDecay(),
        ],
        makeRule: KerasAdafactor.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta2Decay = settings["beta_2_decay"]
        epsilon1 = settings["epsilon_1"]
        epsilon2 = settings["epsilon_2"]
        clipThreshold = settings["clip_threshold"]
        weightDecay = settings.optional("weight_decay")
    }

    static let velocity = Slot(0, "velocity", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.velocity, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let step = Double(seen.step)
        let g = seen.gradient
        let rate = min(seen.learningRate, 1 / step.squareRoot())
        let alpha: L = rate * L.larger(L(repeating: epsilon2), x.meanSquare.squareRoot())
        let beta = 1 - step.power(beta2Decay)
        state[Self.velocity] = beta * state[Self.velocity] + (1 - beta) * (g * g + epsilon1)

        let root = state[Self.velocity].squareRoot()
        let update = g / root
        let excess: L = update.meanSquare.squareRoot() / clipThreshold
        let clip = L.larger(L(repeating: 1), excess)
        x = x - update.map { $0 / clip }.scaled(by: alpha)
        state[Self.effectiveRate] = (1 / root).scaled(by: alpha / clip)
    }
}

extension Pair {
    fileprivate var meanSquare: Element { (x * x + y * y) / 2 }
}
