import Lanes

extension OptimizerEntry {
    static let yogi = Self(
        "yogi", "Yogi", "Adam whose average of squares moves by the sign of its error (Zaheer et al. 2018)",
        OptaxYogi.variant, TextbookYogi.variant)
}

// In both conventions `effective_lr` is the factor of the first moment, corrected where it is, in the update just made.

/// `optax.yogi`: `scale_by_yogi` with its own initial accumulators of 10⁻⁶, then `scale_by_learning_rate`.
struct OptaxYogi: LaneRule {
    let learningRate, b1, b2, eps: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.yogi, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) g, v ← v − (1 − β₂) sign(v − g²) g², x ← x − η m̂/(√v̂ + ε)",
        [
            .learningRate("learning_rate", nil), .b1(0.9), .b2(0.999), .epsilon("eps", 1e-3, "added to the root"),
        ],
        makeRule: OptaxYogi.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu", moment: .second)
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(3, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.mHat, Self.vHat, Self.effectiveRate] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots, powersOf: [b1, b2])
        state[Self.mu] = Pair(repeating: 1e-6)
        state[Self.nu] = Pair(repeating: 1e-6)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let square = g * g
        let mu = state[Self.mu].moment(with: g, decay: b1)
        let side = (state[Self.nu] - square).signs()
        let nu = state[Self.nu] - (1 - b2) * side * square
        state[Self.mu] = mu
        state[Self.nu] = nu
        state.powers[0].advance()
        state.powers[1].advance()
        let muHat = mu / (1 - state.powers[0].value)
        let nuHat = nu / (1 - state.powers[1].value)
        x = x - seen.learningRate * (muHat / (nuHat.squareRoot() + eps))
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.nu] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.mu] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = seen.learningRate / (vHat.squareRoot() + eps)
    }
}

/// Zaheer et al. 2018, *Adaptive methods for nonconvex optimization*, algorithm 2: both averages start at 0, and none is
/// corrected.
struct TextbookYogi: LaneRule {
    let learningRate, beta1, beta2, eps: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Zaheer et al. 2018, algorithm 2",
        rule: "m ← β₁ m + (1 − β₁) g, v ← v − (1 − β₂) sign(v − g²) g², x ← x − η m/(√v + ε)",
        [
            .learningRate("lr", 0.01),
            .decay("beta1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("beta2", 0.999, symbol: "$\\beta_2$"), .epsilon("eps", 1e-3, "added to the root"),
        ],
        makeRule: TextbookYogi.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta1 = settings["beta1"]
        beta2 = settings["beta2"]
        eps = settings["eps"]
    }

    static let m = Slot(0, "m", moment: .first)
    static let v = Slot(1, "v", moment: .second)
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.m, Self.v, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let square = g * g
        let m = beta1 * state[Self.m] + (1 - beta1) * g
        let side = (state[Self.v] - square).signs()
        let v = state[Self.v] - (1 - beta2) * side * square
        state[Self.m] = m
        state[Self.v] = v
        x = x - (seen.learningRate * m) / (v.squareRoot() + eps)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / (state[Self.v].squareRoot() + eps)
    }
}
