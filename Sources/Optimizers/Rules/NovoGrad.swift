import Lanes

extension OptimizerEntry {
    static let novograd = Self(
        "novograd", "NovoGrad", "momentum of gradients divided by an average of their lengths (Ginsburg et al. 2019)",
        OptaxNovoGrad.variant)
}

/// `optax.novograd`: `scale_by_novograd`, then `scale_by_learning_rate`. Both parameters are one layer, and share ν.
/// `effective_lr` is the factor of the gradient that was new in the update just made.
struct OptaxNovoGrad: LaneRule {
    let learningRate, b1, b2, eps, epsRoot, weightDecay: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.novograd, optax 0.2.8",
        rule: "ν ← β₂ ν + (1 − β₂) |g|², m ← β₁ m + g/(√(ν + ε̄) + ε) + λ x, x ← x − η m",
        [
            .learningRate("learning_rate", nil), .b1(0.9, "decay rate of the sum of scaled gradients"),
            .b2(0.25, "decay rate of the average of squared lengths"), .epsilon("eps", 1e-6, "added to the root"),
            .epsilonRoot(0),
            Hyperparameter(
                "weight_decay", .number(.nonNegative), default: .number(0), symbol: "$\\lambda$",
                "weight decay, added to the scaled gradient"),
        ],
        makeRule: OptaxNovoGrad.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        epsRoot = settings["eps_root"]
        weightDecay = settings["weight_decay"]
    }

    static let mu = Slot(0, "mu")
    static let nu = Slot(1, "nu", moment: .second, isPerParameter: false)
    static let effectiveRate = Slot(2, "effective_lr", isPerParameter: false, isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let norm = seen.gradient.norm()
        let square = Pair(x: norm * norm, y: norm * norm)
        let isFirst = seen.step == 1
        let nu = isFirst ? square : state[Self.nu].moment(with: square, decay: b2)
        state[Self.nu] = nu

        let scaled = seen.gradient / ((nu + epsRoot).squareRoot() + eps)
        let addition = scaled + weightDecay * x
        let mu = isFirst ? addition : b1 * state[Self.mu] + addition
        state[Self.mu] = mu
        x = x - seen.learningRate * mu
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / ((state[Self.nu] + epsRoot).squareRoot() + eps)
    }
}
