import Lanes

extension OptimizerEntry {
    static let nadam = Self(
        "nadam", "NAdam", "Adam with Nesterov's momentum (Dozat 2016)",
        TorchNAdam.variant, OptaxNAdam.variant, KerasNadam.variant, TextbookNAdam.variant)
}

// In every convention `m_hat` is the average that looks ahead, and `effective_lr` its factor in the update just made.

/// `torch.optim.NAdam` (`_single_tensor_nadam`): the momentum grows with Dozat's schedule, and the product of all of
/// them corrects the bias.
struct TorchNAdam: LaneRule {
    let learningRate, beta1, beta2, eps, weightDecay, momentumDecay: Double
    let decoupled: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.NAdam, PyTorch 2.13",
        rule: "μₜ = β₁ (1 − 0.96^(ψ t)/2), x ← x − η (μₜ₊₁ m/(1 − Π μ₍ₜ₊₁₎) + (1 − μₜ) g/(1 − Π μ₍ₜ₎))/(√v̂ + ε)",
        [
            .learningRate("lr", 0.002), .betas(), .epsilon("eps", 1e-8, "added to the root"), .weightDecay(),
            Hyperparameter(
                "momentum_decay", .number(.nonNegative), default: .number(0.004), symbol: "$\\psi$",
                "how fast the momentum grows from half to all of its decay rate"),
            .flag("decoupled_weight_decay", "decay the parameters, not the gradient"),
        ],
        makeRule: TorchNAdam.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["betas", 0]
        beta2 = settings["betas", 1]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        momentumDecay = settings["momentum_decay"]
        decoupled = settings.flag("decoupled_weight_decay")
    }

    static let expAvg = Slot(0, "exp_avg", moment: .first)
    static let expAvgSq = Slot(1, "exp_avg_sq", moment: .second)
    static let muProduct = Slot(2, "mu_product", isPerParameter: false)
    static let mHat = Slot(3, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(4, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(5, "effective_lr", isDerived: true)
    var slots: [Slot] {
        [Self.expAvg, Self.expAvgSq, Self.muProduct, Self.mHat, Self.vHat, Self.effectiveRate]
    }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots, powersOf: [beta2])
        state[Self.muProduct] = Pair(repeating: 1)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let lr = seen.learningRate
        let beta1 = seen.momentum ?? beta1
        var g = seen.gradient
        x.decay(by: weightDecay, learningRate: lr, decoupled: decoupled, gradient: &g)
        let mu = momentum(beta1, at: Double(seen.step))
        let next = momentum(beta1, at: Double(seen.step) + 1)
        state[Self.muProduct] = mu * state[Self.muProduct]
        state[Self.expAvg] = state[Self.expAvg].lerp(to: g, weight: 1 - beta1)
        state[Self.expAvgSq] = beta2 * state[Self.expAvgSq] + ((1 - beta2) * g) * g
        state.powers[0].advance()
        let denominator = (state[Self.expAvgSq] / (1 - state.powers[0].value)).squareRoot() + eps

        let left: L = 1 - state[Self.muProduct].x
        let leftNext: L = 1 - next * state[Self.muProduct].x
        let now = L(repeating: -lr * (1 - mu)) / left
        let ahead = L(repeating: -lr * next) / leftNext
        x = x + g.scaled(by: now) / denominator
        x = x + state[Self.expAvg].scaled(by: ahead) / denominator
        let inertia = state[Self.expAvg].scaled(by: L(repeating: next) / leftNext)
        state[Self.mHat] = inertia + g.scaled(by: L(repeating: 1 - mu) / left)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.expAvgSq] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + eps)
    }

    private func momentum(_ beta1: Double, at step: Double) -> Double {
        let base = 0.96
        return beta1 * (1 - 0.5 * base.power(step * momentumDecay))
    }
}

/// `optax.nadam`: `optax.adam` with Nesterov's momentum, a constant one.
enum OptaxNAdam {
    static let variant = OptimizerVariant(
        .optax, source: "optax.nadam, optax 0.2.8",
        rule: "x ← x − η (β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ))/(√(v̂ + ε̄) + ε)",
        [
            .learningRate("learning_rate", nil), .beta1("b1"), .beta2("b2"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonInRoot(),
            .flag("nesterov", default: true, "Nesterov's momentum; without it, Adam"),
        ],
        makeRule: OptaxAdam.init)
}

/// `keras.optimizers.Nadam`: Dozat's schedule with 0.96ᵗ.
struct KerasNadam: LaneRule {
    let learningRate, beta1, beta2, epsilon: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Nadam, Keras 3",
        rule: "μₜ = β₁ (1 − 0.96ᵗ/2), x ← x − η (μₜ₊₁ m/(1 − Π μ₍ₜ₊₁₎) + (1 − μₜ) g/(1 − Π μ₍ₜ₎))/(√v̂ + ε)",
        [
            .learningRate("learning_rate", 0.001), .beta1("beta_1"), .beta2("beta_2"),
            .epsilon("epsilon", 1e-7, "added to the root"), .kerasWeightDecay(),
        ],
        makeRule: KerasNadam.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta1 = settings["beta_1"]
        beta2 = settings["beta_2"]
        epsilon = settings["epsilon"]
        weightDecay = settings.optional("weight_decay")
    }

    static let momentum = Slot(0, "momentum", moment: .first)
    static let velocity = Slot(1, "velocity", moment: .second)
    static let uProduct = Slot(2, "u_product", isPerParameter: false)
    static let mHat = Slot(3, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(4, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(5, "effective_lr", isDerived: true)
    var slots: [Slot] {
        [Self.momentum, Self.velocity, Self.uProduct, Self.mHat, Self.vHat, Self.effectiveRate]
    }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots, powersOf: [beta2, 0.96])
        state[Self.uProduct] = Pair(repeating: 1)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        state.powers[0].advance()
        state.powers[1].advance()
        var following = state.powers[1]
        following.advance()
        let growth = 1 - 0.5 * state.powers[1].value
        let next = beta1 * (1 - 0.5 * following.value)
        state[Self.uProduct] = growth * (beta1 * state[Self.uProduct])
        state[Self.momentum] = state[Self.momentum] + (1 - beta1) * (g - state[Self.momentum])
        state[Self.velocity] = state[Self.velocity] + (1 - beta2) * (g * g - state[Self.velocity])

        let left: L = 1 - state[Self.uProduct].x
        let leftNext: L = 1 - next * state[Self.uProduct].x
        let inertia = (next * state[Self.momentum]).map { $0 / leftNext }
        let mHat = inertia + ((1 - beta1 * growth) * g).map { $0 / left }
        let vHat = state[Self.velocity] / (1 - state.powers[0].value)
        x = x - (seen.learningRate * mHat) / (vHat.squareRoot() + epsilon)
        state[Self.mHat] = mHat
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.velocity] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + epsilon)
    }
}

/// Dozat 2016, algorithm 2, with a constant momentum, as lectures write it. The factor ν that the paper puts before n̂
/// alone is left out, as everywhere.
enum TextbookNAdam {
    static let variant = OptimizerVariant(
        .textbook, source: "Dozat 2016, algorithm 2",
        rule: "x ← x − η (β₁ m/(1 − β₁ᵗ⁺¹) + (1 − β₁) g/(1 − β₁ᵗ))/(√v̂ + ε)",
        [
            .learningRate("lr", 0.002), .beta1("beta1"), .beta2("beta2"), .epsilon("eps", 1e-8, "added to the root"),
            .epsilonInside(),
        ],
        makeRule: { TextbookAdam($0, nesterov: true) })
}
