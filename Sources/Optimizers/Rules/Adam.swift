import Lanes

extension OptimizerEntry {
    static let adam = Self(
        "adam", "Adam", "momentum and RMSprop with their bias to zero corrected (Kingma and Ba 2015)",
        TorchAdam.variant, OptaxAdam.variant, KerasAdam.variant, TextbookAdam.variant)
}

// In every convention `effective_lr` is the factor of m̂ = m/(1 − β₁ᵗ) in the update just made; `m_hat` and `v_hat` are
// the corrected averages, with AMSGrad the largest one.

/// `torch.optim.Adam` (`_single_tensor_adam`). AMSGrad (Reddi et al. 2018) keeps the largest average before correction.
struct TorchAdam: LaneRule {
    let learningRate, beta1, beta2, eps, weightDecay: Double
    let amsgrad, decoupled: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.Adam, PyTorch 2.13",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂/(√v̂ + ε)",
        [
            .learningRate("lr", 0.001), .betas(),
            .epsilon("eps", 1e-8, "added to the root"), .weightDecay(),
            .flag("amsgrad", "divide by the largest average so far"),
            .flag("decoupled_weight_decay", "decay the parameters, not the gradient: AdamW"),
        ],
        makeRule: { TorchAdam($0, decoupled: $0.flag("decoupled_weight_decay")) })

    init(_ settings: Settings, decoupled: Bool) {
        learningRate = settings["lr"]
        beta1 = settings["betas", 0]
        beta2 = settings["betas", 1]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        amsgrad = settings.flag("amsgrad")
        self.decoupled = decoupled
    }

    static let expAvg = Slot(0, "exp_avg", moment: .first)
    static let expAvgSq = Slot(1, "exp_avg_sq", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    static let maxExpAvgSq = Slot(5, "max_exp_avg_sq", moment: .second)
    var slots: [Slot] {
        [Self.expAvg, Self.expAvgSq] + (amsgrad ? [Self.maxExpAvgSq] : []) + [Self.mHat, Self.vHat, Self.effectiveRate]
    }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let lr = seen.learningRate
        let beta1 = seen.momentum ?? beta1
        var g = seen.gradient
        x.decay(by: weightDecay, learningRate: lr, decoupled: decoupled, gradient: &g)
        let expAvg = state[Self.expAvg].lerp(to: g, weight: 1 - beta1)
        var expAvgSq = beta2 * state[Self.expAvgSq] + ((1 - beta2) * g) * g
        state[Self.expAvg] = expAvg
        state[Self.expAvgSq] = expAvgSq
        if amsgrad {
            expAvgSq = .larger(state[Self.maxExpAvgSq], expAvgSq)
            state[Self.maxExpAvgSq] = expAvgSq
        }

        state.powers[0].advance()
        state.powers[1].advance()
        let stepSize = lr / (1 - seen.firstPower(state.powers[0]))
        let correction = (1 - state.powers[1].value).squareRoot()
        let denominator = expAvgSq.squareRoot() / correction + eps
        x = x + (-stepSize * expAvg) / denominator
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[divisor] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.expAvg] / (1 - seen.firstPower(state.powers[0]))
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + eps)
    }

    private var divisor: Slot { amsgrad ? Self.maxExpAvgSq : Self.expAvgSq }
}

/// `optax.adam`: `scale_by_adam`, then `scale_by_learning_rate`; `add_decayed_weights` in between for AdamW. With
/// Nesterov's momentum `m_hat` is the average that looks ahead.
struct OptaxAdam: LaneRule {
    let learningRate, b1, b2, eps, epsRoot: Double
    let nesterov: Bool
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .optax, source: "optax.adam, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂/(√(v̂ + ε̄) + ε)",
        [
            .learningRate("learning_rate", nil), .beta1("b1"), .beta2("b2"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonInRoot(),
            .flag("nesterov", "Nesterov's momentum: NAdam"),
        ],
        makeRule: OptaxAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        nesterov = settings.flag("nesterov")
        weightDecay = settings.optional("weight_decay")
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
        let mu = state[Self.mu].moment(with: g, decay: b1)
        let nu = state[Self.nu].moment(with: g * g, decay: b2)
        state[Self.mu] = mu
        state[Self.nu] = nu

        state.powers[0].advance()
        state.powers[1].advance()
        let corrected = nu / (1 - state.powers[1].value)
        var update = momentum(state, g) / ((corrected + epsRoot).squareRoot() + eps)
        if let weightDecay { update = update + weightDecay * x }
        x = x - seen.learningRate * update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.nu] / (1 - state.powers[1].value)
        state[Self.mHat] = momentum(state, seen.gradient)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / ((vHat + epsRoot).squareRoot() + eps)
    }

    private func momentum<L: Lane>(_ state: borrowing State<L>, _ g: Pair<L>) -> Pair<L> {
        state[Self.mu].corrected(by: state.powers[0], ahead: nesterov ? g : nil)
    }
}

/// `keras.optimizers.Adam`: the form at the end of section 2 of Kingma and Ba, where ε is not scaled by the correction.
struct KerasAdam: LaneRule {
    let learningRate, beta1, beta2, epsilon: Double
    let amsgrad: Bool
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Adam, Keras 3",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m/(√v + ε)",
        [
            .learningRate("learning_rate", 0.001), .beta1("beta_1"), .beta2("beta_2"),
            .epsilon("epsilon", 1e-7, "added to the root"),
            .flag("amsgrad", "divide by the largest average so far"), .kerasWeightDecay(),
        ],
        makeRule: KerasAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta1 = settings["beta_1"]
        beta2 = settings["beta_2"]
        epsilon = settings["epsilon"]
        amsgrad = settings.flag("amsgrad")
        weightDecay = settings.optional("weight_decay")
    }

    static let momentum = Slot(0, "momentum", moment: .first)
    static let velocity = Slot(1, "velocity", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    static let velocityHat = Slot(5, "velocity_hat", moment: .second)
    var slots: [Slot] {
        [Self.momentum, Self.velocity] + (amsgrad ? [Self.velocityHat] : [])
            + [Self.mHat, Self.vHat, Self.effectiveRate]
    }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        state.powers[0].advance()
        state.powers[1].advance()
        let alpha = seen.learningRate * (1 - state.powers[1].value).squareRoot() / (1 - state.powers[0].value)

        state[Self.momentum] = state[Self.momentum] + (1 - beta1) * (g - state[Self.momentum])
        state[Self.velocity] = state[Self.velocity] + (1 - beta2) * (g * g - state[Self.velocity])
        if amsgrad { state[Self.velocityHat] = .larger(state[Self.velocityHat], state[Self.velocity]) }
        x = x - (alpha * state[Self.momentum]) / (state[divisor].squareRoot() + epsilon)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let correction = 1 - state.powers[1].value
        state[Self.mHat] = state[Self.momentum] / (1 - state.powers[0].value)
        state[Self.vHat] = state[divisor] / correction
        let rate = seen.learningRate * correction.squareRoot()
        state[Self.effectiveRate] = rate / (state[divisor].squareRoot() + epsilon)
    }

    private var divisor: Slot { amsgrad ? Self.velocityHat : Self.velocity }
}

/// Kingma and Ba 2015, algorithm 1; with Nesterov's momentum `m_hat` is the average that looks ahead.
struct TextbookAdam: LaneRule {
    let learningRate, beta1, beta2, eps: Double
    let epsInside, nesterov: Bool
    /// λ of Loshchilov and Hutter 2019, algorithm 2, where a schedule scales it but the learning rate does not.
    let weightDecay: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Kingma and Ba 2015, algorithm 1",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂/(√v̂ + ε)",
        [
            .learningRate("lr", 0.001), .beta1("beta1"), .beta2("beta2"), .epsilon("eps", 1e-8, "added to the root"),
            .epsilonInside(),
        ],
        makeRule: { TextbookAdam($0) })

    init(_ settings: Settings, nesterov: Bool = false) {
        self.nesterov = nesterov
        weightDecay = settings.optional("weight_decay") ?? 0
        learningRate = settings["lr"]
        beta1 = settings["beta1"]
        beta2 = settings["beta2"]
        eps = settings["eps"]
        epsInside = settings.flag("eps_inside")
    }

    static let m = Slot(0, "m", moment: .first)
    static let v = Slot(1, "v", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.m, Self.v, Self.mHat, Self.vHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let m = beta1 * state[Self.m] + (1 - beta1) * g
        let v = beta2 * state[Self.v] + (1 - beta2) * (g * g)
        state[Self.m] = m
        state[Self.v] = v
        state.powers[0].advance()
        state.powers[1].advance()
        let vHat = v / (1 - state.powers[1].value)
        var update = (seen.learningRate * momentum(state, g)) / vHat.root(epsilon: eps, inside: epsInside)
        if weightDecay != 0 { update = update + scheduledDecay(seen.learningRate) * x }
        x = x - update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.v] / (1 - state.powers[1].value)
        state[Self.mHat] = momentum(state, seen.gradient)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / vHat.root(epsilon: eps, inside: epsInside)
    }

    private func momentum<L: Lane>(_ state: borrowing State<L>, _ g: Pair<L>) -> Pair<L> {
        state[Self.m].corrected(by: state.powers[0], ahead: nesterov ? g : nil)
    }

    private func scheduledDecay(_ rate: Double) -> Double {
        learningRate == 0 ? weightDecay : weightDecay * (rate / learningRate)
    }
}
