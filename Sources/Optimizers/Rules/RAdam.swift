import Lanes

extension OptimizerEntry {
    static let radam = Self(
        "radam", "RAdam", "Adam that trusts its second moment only as that settles (Liu et al. 2020)",
        TorchRAdam.variant, OptaxRAdam.variant)
}

/// How many gradients an exponential average of squares stands for, and how far its variance is to be rectified.
private struct Rectification {
    private let limit: Double
    /// ρₜ, the length of the average after `step` updates.
    let length: Double

    init(beta2: Double, power: Double, step: Int) {
        limit = 2 / (1 - beta2) - 1
        length = limit - 2 * Double(step) * power / (1 - power)
    }

    /// rₜ of the paper; NaN where the length is 4 or less.
    var factor: Double {
        let scaled = (length - 4) * (length - 2) * limit
        return (scaled / ((limit - 4) * (limit - 2) * length)).squareRoot()
    }
}

/// `torch.optim.RAdam` (`_single_tensor_radam`): plain momentum until ρ exceeds 5.
struct TorchRAdam: LaneRule {
    let learningRate, beta1, beta2, eps, weightDecay: Double
    let decoupled: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.RAdam, PyTorch 2.13",
        rule: "ρ > 5: x ← x − η r m̂ √(1 − β₂ᵗ)/(√v + ε), else x ← x − η m̂",
        [
            .learningRate("lr", 0.001), .betas(), .epsilon("eps", 1e-8, "added to the root"), .weightDecay(),
            .flag("decoupled_weight_decay", "decay the parameters, not the gradient"),
        ],
        makeRule: TorchRAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["betas", 0]
        beta2 = settings["betas", 1]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        decoupled = settings.flag("decoupled_weight_decay")
    }

    static let expAvg = Slot(0, "exp_avg", moment: .first)
    static let expAvgSq = Slot(1, "exp_avg_sq", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.expAvg, Self.expAvgSq, Self.mHat, Self.vHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let lr = seen.learningRate
        let beta1 = seen.momentum ?? beta1
        var g = seen.gradient
        x.decay(by: weightDecay, learningRate: lr, decoupled: decoupled, gradient: &g)
        state[Self.expAvg] = state[Self.expAvg].lerp(to: g, weight: 1 - beta1)
        state[Self.expAvgSq] = beta2 * state[Self.expAvgSq] + ((1 - beta2) * g) * g
        state.powers[0].advance()
        state.powers[1].advance()
        var update = lr * (state[Self.expAvg] / (1 - seen.firstPower(state.powers[0])))
        if let (scaling, factor) = adaptation(seen.step, state) { update = factor * (update * scaling) }
        x = x - update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.expAvg] / (1 - seen.firstPower(state.powers[0]))
        state[Self.vHat] = state[Self.expAvgSq] / (1 - state.powers[1].value)
        var rate = Pair<L>(repeating: seen.learningRate)
        if let (scaling, factor) = adaptation(seen.step, state) { rate = factor * (rate * scaling) }
        state[Self.effectiveRate] = rate
    }

    /// √(1 − β₂ᵗ)/(√v + ε) and r, once the average is long enough.
    private func adaptation<L: Lane>(_ step: Int, _ state: borrowing State<L>) -> (Pair<L>, Double)? {
        let power = state.powers[1].value
        let rectification = Rectification(beta2: beta2, power: power, step: step)
        guard rectification.length > 5 else { return nil }
        return ((1 - power).squareRoot() / (state[Self.expAvgSq].squareRoot() + eps), rectification.factor)
    }
}

/// `optax.radam`: `scale_by_radam`, then `scale_by_learning_rate`.
struct OptaxRAdam: LaneRule {
    let learningRate, b1, b2, eps, epsRoot, threshold: Double
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.radam, optax 0.2.8",
        rule: "ρ ≥ threshold: x ← x − η r m̂/(√(v̂ + ε̄) + ε), else x ← x − η m̂",
        [
            .learningRate("learning_rate", nil), .beta1("b1"), .beta2("b2"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonInRoot(),
            // Below 4 the factor r is the root of a negative number.
            Hyperparameter(
                "threshold", .number(.any), default: .number(5), "the length ρ from which the second moment counts"),
            .flag("nesterov", "Nesterov's momentum"),
        ],
        makeRule: OptaxRAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        threshold = settings["threshold"]
        nesterov = settings.flag("nesterov")
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.mHat, Self.vHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1, b2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.mu] = state[Self.mu].moment(with: g, decay: b1)
        state[Self.nu] = state[Self.nu].moment(with: g * g, decay: b2)
        state.powers[0].advance()
        state.powers[1].advance()
        var update = momentum(state, g)
        if let factor = factor(seen.step, state) { update = (factor * update) / denominator(state) }
        x = x - seen.learningRate * update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = momentum(state, seen.gradient)
        state[Self.vHat] = state[Self.nu] / (1 - state.powers[1].value)
        var rate = Pair<L>(repeating: seen.learningRate)
        if let factor = factor(seen.step, state) { rate = (factor * rate) / denominator(state) }
        state[Self.effectiveRate] = rate
    }

    private func momentum<L: Lane>(_ state: borrowing State<L>, _ g: Pair<L>) -> Pair<L> {
        state[Self.mu].corrected(by: state.powers[0], ahead: nesterov ? g : nil)
    }

    private func denominator<L: Lane>(_ state: borrowing State<L>) -> Pair<L> {
        let corrected = state[Self.nu] / (1 - state.powers[1].value)
        return (corrected + epsRoot).squareRoot() + eps
    }

    private func factor<L: Lane>(_ step: Int, _ state: borrowing State<L>) -> Double? {
        let rectification = Rectification(beta2: b2, power: state.powers[1].value, step: step)
        return rectification.length >= threshold ? rectification.factor : nil
    }
}
