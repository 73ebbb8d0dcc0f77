import Lanes

extension OptimizerEntry {
    static let lamb = Self(
        "lamb", "LAMB", "Adam's direction, as long as the parameters are (You et al. 2020)",
        OptaxLAMB.variant, KerasLAMB.variant)
    static let fromage = Self(
        "fromage", "Fromage", "steps in proportion to the length of the parameters (Bernstein et al. 2020)",
        OptaxFromage.variant)
}

/// `scale_by_trust_ratio` of optax, for the two parameters as one tensor: |x|/|u|, where neither length counts as less
/// than `minimum`, and 1 where one of them is 0.
private func trustRatio<L: Lane>(_ x: Pair<L>, _ update: Pair<L>, minimum: Double = 0) -> L {
    let (least, zero) = (L(repeating: minimum), L(repeating: 0))
    let length: L = .larger(least, x.norm())
    let updateLength: L = .larger(least, update.norm())
    let ratio: L = length / updateLength
    let isZero = L.either(L.isEqual(length, zero), L.isEqual(updateLength, zero))
    return ratio.replacing(with: L(repeating: 1), where: isZero)
}

/// `optax.lamb`: `scale_by_adam`, `add_decayed_weights`, `scale_by_trust_ratio`, then `scale_by_learning_rate`.
/// `effective_lr` is the factor of `m_hat` in the update just made.
struct OptaxLAMB: LaneRule {
    let learningRate, b1, b2, eps, epsRoot, weightDecay: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.lamb, optax 0.2.8",
        rule: "u = m̂/(√(v̂ + ε̄) + ε) + λ x, x ← x − η |x|/|u| u",
        [
            .learningRate("learning_rate", nil), .b1(0.9), .b2(0.999), .epsilon("eps", 1e-6, "added to the root"),
            .epsilonRoot(0),
            Hyperparameter(
                "weight_decay", .number(.nonNegative), default: .number(0), symbol: "$\\lambda$",
                "weight decay, added before the length is set"),
        ],
        makeRule: OptaxLAMB.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        weightDecay = settings["weight_decay"]
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu", moment: .second)
    static let trust = Slot(2, "trust_ratio", isPerParameter: false)
    static let mHat = Slot(3, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(4, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(5, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.trust, Self.mHat, Self.vHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1, b2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let mu = state[Self.mu].moment(with: g, decay: b1)
        let nu = state[Self.nu].moment(with: g * g, decay: b2)
        state[Self.mu] = mu
        state[Self.nu] = nu
        state.powers[0].advance()
        state.powers[1].advance()
        let muHat = mu / (1 - state.powers[0].value)
        let nuHat = nu / (1 - state.powers[1].value)
        let direction = muHat / ((nuHat + epsRoot).squareRoot() + eps)
        let update = direction + weightDecay * x
        let trust = trustRatio(x, update)
        state[Self.trust] = Pair(x: trust, y: trust)
        x = x - seen.learningRate * update.scaled(by: trust)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.nu] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.mu] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        let rate = seen.learningRate * state[Self.trust]
        state[Self.effectiveRate] = rate / ((vHat + epsRoot).squareRoot() + eps)
    }
}

/// `keras.optimizers.Lamb`: weight decay comes before the update and has no part in its length. `effective_lr` is the
/// factor of `m_hat` in the update just made.
struct KerasLAMB: LaneRule {
    let learningRate, beta1, beta2, epsilon: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Lamb, Keras 3",
        rule: "u = m̂/(√v̂ + ε), x ← x − η |x|/|u| u",
        [
            .learningRate("learning_rate", 0.001),
            .decay("beta_1", 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients"),
            .decay("beta_2", 0.999, symbol: "$\\beta_2$"), .epsilon("epsilon", 1e-7, "added to the root"),
            .kerasWeightDecay(),
        ],
        makeRule: KerasLAMB.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta1 = settings["beta_1"]
        beta2 = settings["beta_2"]
        epsilon = settings["epsilon"]
        weightDecay = settings.optional("weight_decay")
    }

    static let momentum = Slot(0, "momentum", moment: .first)
    static let velocity = Slot(1, "velocity", moment: .second)
    static let trust = Slot(2, "trust_ratio", isPerParameter: false)
    static let mHat = Slot(3, "m_hat", moment: .first, isDerived: true)
    static let vHat = Slot(4, "v_hat", moment: .second, isDerived: true)
    static let effectiveRate = Slot(5, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.momentum, Self.velocity, Self.trust, Self.mHat, Self.vHat, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [beta1, beta2]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        let m = state[Self.momentum] + (1 - beta1) * (g - state[Self.momentum])
        let v = state[Self.velocity] + (1 - beta2) * (g * g - state[Self.velocity])
        state[Self.momentum] = m
        state[Self.velocity] = v
        state.powers[0].advance()
        state.powers[1].advance()
        let mHat = m / (1 - state.powers[0].value)
        let vHat = v / (1 - state.powers[1].value)
        let update = mHat / (vHat.squareRoot() + epsilon)
        let trust = trustRatio(x, update)
        state[Self.trust] = Pair(x: trust, y: trust)
        x = x - (seen.learningRate * Pair(x: trust, y: trust)) * update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let vHat = state[Self.velocity] / (1 - state.powers[1].value)
        state[Self.mHat] = state[Self.momentum] / (1 - state.powers[0].value)
        state[Self.vHat] = vHat
        state[Self.effectiveRate] = (seen.learningRate * state[Self.trust]) / (vHat.squareRoot() + epsilon)
    }
}

/// `optax.fromage`: `scale_by_trust_ratio`, the learning rate, then a shrinking of the parameters that keeps them from
/// growing.
struct OptaxFromage: LaneRule {
    let learningRate, minNorm: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.fromage, optax 0.2.8",
        rule: "x ← (x − η |x|/|g| g)/√(1 + η²)",
        [
            .learningRate("learning_rate", nil),
            Hyperparameter(
                "min_norm", .number(.nonNegative), default: .number(1e-6),
                "least length of the parameters and of the gradient"),
        ],
        makeRule: OptaxFromage.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        minNorm = settings["min_norm"]
    }

    static let trust = Slot(0, "trust_ratio", isPerParameter: false)
    var slots: [Slot] { [Self.trust] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let rate = seen.learningRate
        let shrinkage = 1 / (1 + rate * rate).squareRoot()
        let trust = trustRatio(x, seen.gradient, minimum: minNorm)
        state[Self.trust] = Pair(x: trust, y: trust)
        let move = (shrinkage - 1) * x - (rate * shrinkage) * seen.gradient.scaled(by: trust)
        x = x + move
    }
}
