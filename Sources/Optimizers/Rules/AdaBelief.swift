import Lanes

extension OptimizerEntry {
    static let adabelief = Self(
        "adabelief", "AdaBelief",
        "Adam that divides by how far gradients stray from their average (Zhuang et al. 2020)",
        OptaxAdaBelief.variant, TextbookAdaBelief.variant)
}

// In both conventions `effective_lr` is the factor of `m_hat` in the update just made.

/// `optax.adabelief`: `scale_by_belief`, then `scale_by_learning_rate`. ε̄ is added at every step, so that it
/// accumulates.
struct OptaxAdaBelief: LaneRule {
    let learningRate, b1, b2, eps, epsRoot: Double
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.adabelief, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂)(g − m)² + ε̄, x ← x − η m̂/(√ŝ + ε)",
        [
            .learningRate("learning_rate", nil), .b1(0.9),
            .b2(0.999, "decay rate of the average of squared deviations"),
            .epsilon("eps", 1e-16, "added to the root"), .deviationEpsilon("eps_root"),
            .flag("nesterov", symbol: "Nesterov", "Nesterov's momentum"),
        ],
        makeRule: OptaxAdaBelief.init)

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
        let surprise = g - mu
        let nu = state[Self.nu].moment(with: surprise * surprise, decay: b2) + epsRoot
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
        x = x - seen.learningRate * (momentum / (corrected.squareRoot() + eps))
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.nu] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.mu] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + eps)
    }
}

/// Zhuang et al. 2020, *AdaBelief optimizer: adapting stepsizes by the belief in observed gradients*, algorithm 2.
struct TextbookAdaBelief: LaneRule {
    let learningRate, beta1, beta2, eps: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Zhuang et al. 2020, algorithm 2",
        rule: "m ← β₁ m + (1 − β₁) g, s ← β₂ s + (1 − β₂)(g − m)² + ε, x ← x − η m̂/(√ŝ + ε)",
        [
            .learningRate("lr", 0.001),
            .decay("beta1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("beta2", 0.999, symbol: "$\\beta_2$", "decay rate of the average of squared deviations"),
            .epsilon("eps", 1e-8, "added to the root, and to the average at every step"),
        ],
        makeRule: TextbookAdaBelief.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["beta1"]
        beta2 = settings["beta2"]
        eps = settings["eps"]
    }

    static let m = Slot(0, "m", moment: .first)
    static let s = Slot(1, "s", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let sHat = Slot(3, "s_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.m, Self.s, Self.mHat, Self.sHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let m = beta1 * state[Self.m] + (1 - beta1) * g
        let surprise = g - m
        let s = (beta2 * state[Self.s] + (1 - beta2) * (surprise * surprise)) + eps
        state[Self.m] = m
        state[Self.s] = s
        state.powers[0].advance()
        state.powers[1].advance()
        let mHat = m / (1 - state.powers[0].value)
        let sHat = s / (1 - state.powers[1].value)
        x = x - (seen.learningRate * mHat) / (sHat.squareRoot() + eps)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let sHat = state[Self.s] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.m] / (1 - state.powers[0].value)
        state[Self.sHat] = sHat
        state[Self.effectiveRate] = seen.learningRate / (sHat.squareRoot() + eps)
    }
}

extension Hyperparameter {
    fileprivate static func deviationEpsilon(_ name: String) -> Self {
        Self(name, .number(.nonNegative), default: .number(1e-16), "added to the average at every step")
    }
}
