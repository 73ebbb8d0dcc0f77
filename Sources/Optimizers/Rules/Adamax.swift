import Lanes

extension OptimizerEntry {
    static let adamax = Self(
        "adamax", "Adamax",
        "Adam with the largest recent gradient in place of the root mean square (Kingma and Ba 2015)",
        TorchAdamax.variant, OptaxAdamax.variant, KerasAdamax.variant, TextbookAdamax.variant)
}

extension Hyperparameter {
    fileprivate static func normDecay(_ name: String) -> Self {
        beta2(name, "decay rate of the largest gradient")
    }
}

/// `torch.optim.Adamax` (`_single_tensor_adamax`): ε joins the gradient's size before the norm takes it in.
struct TorchAdamax: LaneRule {
    let learningRate, beta1, beta2, eps, weightDecay: Double

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.Adamax, PyTorch 2.13",
        rule: "m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g| + ε), x ← x − η m̂/u",
        [
            .learningRate("lr", 0.002), .betas(), .epsilon("eps", 1e-8, "added to the gradient's size"),
            .weightDecay(),
        ],
        makeRule: TorchAdamax.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["betas", 0]
        beta2 = settings["betas", 1]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
    }

    static let expAvg = Slot(0, "exp_avg", moment: .first)
    static let expInf = Slot(1, "exp_inf")
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.expAvg, Self.expInf, Self.mHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let beta1 = seen.momentum ?? beta1
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        state[Self.expAvg] = state[Self.expAvg].lerp(to: g, weight: 1 - beta1)
        state[Self.expInf] = .larger(beta2 * state[Self.expInf], g.magnitude + eps)
        state.powers[0].advance()
        let rate = seen.learningRate / (1 - seen.firstPower(state.powers[0]))
        x = x + (-rate * state[Self.expAvg]) / state[Self.expInf]
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.expAvg] / (1 - seen.firstPower(state.powers[0]))
        state[Self.effectiveRate] = seen.learningRate / state[Self.expInf]
    }
}

/// `optax.adamax`: `scale_by_adamax`, then `scale_by_learning_rate`.
struct OptaxAdamax: LaneRule {
    let learningRate, b1, b2, eps: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.adamax, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, u ← max(|g| + ε, β₂ u), x ← x − η m̂/u",
        [
            .learningRate("learning_rate", nil), .beta1("b1"), .normDecay("b2"),
            .epsilon("eps", 1e-8, "added to the gradient's size"),
        ],
        makeRule: OptaxAdamax.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu")
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.mHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.mu] = state[Self.mu].moment(with: g, decay: b1)
        state[Self.nu] = .larger(b2 * state[Self.nu], g.magnitude + eps)
        state.powers[0].advance()
        let update = state[Self.mu].corrected(by: state.powers[0], ahead: nil) / state[Self.nu]
        x = x - seen.learningRate * update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.mu].corrected(by: state.powers[0], ahead: nil)
        state[Self.effectiveRate] = seen.learningRate / state[Self.nu]
    }
}

/// `keras.optimizers.Adamax`: ε is added to the norm where it divides.
struct KerasAdamax: LaneRule {
    let learningRate, beta1, beta2, epsilon: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Adamax, Keras 3",
        rule: "m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g|), x ← x − η m/((1 − β₁ᵗ) (u + ε))",
        [
            .learningRate("learning_rate", 0.001), .beta1("beta_1"), .normDecay("beta_2"),
            .epsilon("epsilon", 1e-7, "added to the norm"), .kerasWeightDecay(),
        ],
        makeRule: KerasAdamax.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta1 = settings["beta_1"]
        beta2 = settings["beta_2"]
        epsilon = settings["epsilon"]
        weightDecay = settings.optional("weight_decay")
    }

    static let momentum = Slot(0, "momentum", moment: .first)
    static let norm = Slot(1, "norm")
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.momentum, Self.norm, Self.mHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        state.powers[0].advance()
        state[Self.momentum] = state[Self.momentum] + (1 - beta1) * (g - state[Self.momentum])
        state[Self.norm] = .larger(beta2 * state[Self.norm], g.magnitude)
        let divisor = (1 - state.powers[0].value) * (state[Self.norm] + epsilon)
        x = x - (seen.learningRate * state[Self.momentum]) / divisor
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.momentum] / (1 - state.powers[0].value)
        state[Self.effectiveRate] = seen.learningRate / (state[Self.norm] + epsilon)
    }
}

/// Kingma and Ba 2015, algorithm 2. The paper has no ε; without one a parameter whose gradient is 0 from the start has
/// no update.
struct TextbookAdamax: LaneRule {
    let learningRate, beta1, beta2, eps: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Kingma and Ba 2015, algorithm 2",
        rule: "m ← β₁ m + (1 − β₁) g, u ← max(β₂ u, |g|), x ← x − η m̂/(u + ε)",
        [
            .learningRate("lr", 0.002), .beta1("beta1"), .normDecay("beta2"),
            .epsilon("eps", 1e-8, "added to the norm; 0 in the paper"),
        ],
        makeRule: TextbookAdamax.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["beta1"]
        beta2 = settings["beta2"]
        eps = settings["eps"]
    }

    static let m = Slot(0, "m", moment: .first)
    static let u = Slot(1, "u")
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.m, Self.u, Self.mHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.m] = beta1 * state[Self.m] + (1 - beta1) * g
        state[Self.u] = .larger(beta2 * state[Self.u], g.magnitude)
        state.powers[0].advance()
        let rate = seen.learningRate / (1 - state.powers[0].value)
        x = x - (rate * state[Self.m]) / (state[Self.u] + eps)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.m] / (1 - state.powers[0].value)
        state[Self.effectiveRate] = seen.learningRate / (state[Self.u] + eps)
    }
}
