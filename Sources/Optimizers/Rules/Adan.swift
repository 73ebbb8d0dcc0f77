import Lanes

extension OptimizerEntry {
    static let adan = Self(
        "adan", "Adan", "Adam with Nesterov's momentum by differences of gradients (Xie et al. 2022)",
        OptaxAdan.variant)
}

/// `optax.adan`: `scale_by_adan`, `add_decayed_weights`, then `scale_by_learning_rate`. `effective_lr` is the factor of
/// m̂ + (1 − β₂) v̂ in the update just made.
struct OptaxAdan: LaneRule {
    let learningRate, b1, b2, b3, eps, epsRoot, weightDecay: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.adan, optax 0.2.8",
        rule: "x ← x − η ((m̂ + (1 − β₂) v̂)/(√(n̂ + ε̄) + ε) + λ x), averages of g, Δg and (g + (1 − β₂) Δg)²",
        [
            .learningRate("learning_rate", nil), .b1(0.98), .b2(0.92, "decay rate of the average of differences"),
            .decay("b3", 0.99, symbol: "$\\beta_3$", "decay rate of the average of squares"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonRoot(1e-8), .optaxWeightDecay(0),
        ],
        makeRule: OptaxAdan.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        b3 = settings["b3"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        weightDecay = settings["weight_decay"]
    }

    static let m = Slot(0, "m", moment: .first)
    static let v = Slot(1, "v")
    static let n = Slot(2, "n", moment: .second)
    static let g = Slot(3, "g")
    static let effectiveRate = Slot(4, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.m, Self.v, Self.n, Self.g, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1, b2, b3]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let difference = seen.step == 1 ? Pair(repeating: 0) : g - state[Self.g]
        let ahead = g + (1 - b2) * difference
        let m = state[Self.m].moment(with: g, decay: b1)
        let v = state[Self.v].moment(with: difference, decay: b2)
        let n = state[Self.n].moment(with: ahead * ahead, decay: b3)
        state[Self.m] = m
        state[Self.v] = v
        state[Self.n] = n
        state[Self.g] = g

        for index in state.powers.indices { state.powers[index].advance() }
        let mHat = m / (1 - state.powers[0].value)
        let vHat = v / (1 - state.powers[1].value)
        let direction = (mHat + (1 - b2) * vHat) / divisor(state)
        x = x - seen.learningRate * (direction + weightDecay * x)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / divisor(state)
    }

    private func divisor<L: Lane>(_ state: State<L>) -> Pair<L> {
        let corrected = state[Self.n] / (1 - state.powers[2].value)
        return (corrected + epsRoot).squareRoot() + eps
    }
}
