import Lanes

extension OptimizerEntry {
    static let sm3 = Self(
        "sm3", "SM3", "Adagrad with an average of its updates; covers of sets save memory only (Anil et al. 2019)",
        OptaxSM3.variant)
}

/// `optax.sm3`: `scale_by_sm3` with its own ε of 10⁻⁸, then a scale of −η. For a vector of parameters each set of the
/// cover is one parameter, so that μ is Adagrad's sum. `effective_lr` is the factor of the gradient before averaging.
struct OptaxSM3: LaneRule {
    let learningRate, momentum: Double
    private let eps = 1e-8

    static let variant = OptimizerVariant(
        .optax, source: "optax.sm3, optax 0.2.8",
        rule: "μ ← μ + g², ν ← β ν + (1 − β) g/√(μ + ε), x ← x − η ν",
        [
            .learningRate("learning_rate", nil),
            .decay("momentum", 0.9, symbol: "$\\beta$", "decay rate of the average of scaled gradients"),
        ],
        makeRule: OptaxSM3.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        momentum = settings["momentum"]
    }

    static let mu = Slot(0, "mu", moment: .second)
    static let nu = Slot(1, "nu")
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let mu = g * g + state[Self.mu]
        state[Self.mu] = mu
        let nu = state[Self.nu].moment(with: g * scale(mu), decay: momentum)
        state[Self.nu] = nu
        x = x - seen.learningRate * nu
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate * scale(state[Self.mu])
    }

    /// 1/√(μ + ε), or 0 where there has been no gradient yet.
    private func scale<L: Lane>(_ mu: Pair<L>) -> Pair<L> {
        let inverse = 1 / (mu + eps).squareRoot()
        let zero = L(repeating: 0)
        return Pair(
            x: zero.replacing(with: inverse.x, where: L.isLess(zero, mu.x)),
            y: zero.replacing(with: inverse.y, where: L.isLess(zero, mu.y)))
    }
}
