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
            .learningRate("lr", 0.001),
            Hyperparameter(
                "betas", .numbers(count: 2, .belowOne), default: .list([.number(0.9), .number(0.999)]),
                symbol: "$\\beta$", "decay rates of the averages of gradients and of their squares"),
            .epsilon("eps", 1e-8, "added to the root"), .weightDecay(),
            .flag("amsgrad", "divide by the largest average so far"),
            .flag("decoupled_weight_decay", "decay the parameters, not the gradient: AdamW"),
        ],
        makeRule: TorchAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["betas", 0]
        beta2 = settings["betas", 1]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        amsgrad = settings.flag("amsgrad")
        decoupled = settings.flag("decoupled_weight_decay")
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
        var g = seen.gradient
        if weightDecay != 0 {
            if decoupled { x = (1 - lr * weightDecay) * x } else { g = g + weightDecay * x }
        }
        state[Self.expAvg] = state[Self.expAvg].lerp(to: g, weight: 1 - beta1)
        state[Self.expAvgSq] = beta2 * state[Self.expAvgSq] + ((1 - beta2) * g) * g
        if amsgrad { state[Self.maxExpAvgSq] = .larger(state[Self.maxExpAvgSq], state[Self.expAvgSq]) }

        state.powers[0].advance()
        state.powers[1].advance()
        let stepSize = lr / (1 - state.powers[0].value)
        let correction = (1 - state.powers[1].value).squareRoot()
        let denominator = state[divisor].squareRoot() / correction + eps
        x = x + (-stepSize * state[Self.expAvg]) / denominator
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[divisor] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.expAvg] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + eps)
    }

    private var divisor: Slot { amsgrad ? Self.maxExpAvgSq : Self.expAvgSq }
}

/// `optax.adam`: `scale_by_adam`, then `scale_by_learning_rate`.
struct OptaxAdam: LaneRule {
    let learningRate, b1, b2, eps, epsRoot: Double
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.adam, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂/(√(v̂ + ε̄) + ε)",
        [
            .learningRate("learning_rate", nil),
            .decay("b1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("b2", 0.999, symbol: "$\\beta_2$"), .epsilon("eps", 1e-8, "added to the root"),
            Hyperparameter(
                "eps_root", .number(.nonNegative), default: .number(0), "added under the root"),
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
        var momentum = mu / (1 - state.powers[0].value)
        if nesterov {
            var ahead = state.powers[0]
            ahead.advance()
            momentum = b1 * (mu / (1 - ahead.value)) + (1 - b1) * (g / (1 - state.powers[0].value))
        }
        let corrected = nu / (1 - state.powers[1].value)
        let update = momentum / ((corrected + epsRoot).squareRoot() + eps)
        x = x - seen.learningRate * update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.nu] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.mu] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / ((vHat + epsRoot).squareRoot() + eps)
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
            .learningRate("learning_rate", 0.001),
            .decay("beta_1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("beta_2", 0.999, symbol: "$\\beta_2$"), .epsilon("epsilon", 1e-7, "added to the root"),
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

/// Kingma and Ba 2015, algorithm 1.
struct TextbookAdam: LaneRule {
    let learningRate, beta1, beta2, eps: Double
    let epsInside: Bool

    static let variant = OptimizerVariant(
        .textbook, source: "Kingma and Ba 2015, algorithm 1",
        rule: "m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², x ← x − η m̂/(√v̂ + ε)",
        [
            .learningRate("lr", 0.001),
            .decay("beta1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("beta2", 0.999, symbol: "$\\beta_2$"), .epsilon("eps", 1e-8, "added to the root"), .epsilonInside(),
        ],
        makeRule: TextbookAdam.init)

    init(_ settings: Settings) {
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
        let mHat = m / (1 - state.powers[0].value)
        let vHat = v / (1 - state.powers[1].value)
        x = x - (seen.learningRate * mHat) / vHat.root(epsilon: eps, inside: epsInside)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.v] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.m] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / vHat.root(epsilon: eps, inside: epsInside)
    }
}
