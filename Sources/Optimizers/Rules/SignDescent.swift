import Lanes

extension OptimizerEntry {
    static let signSGD = Self(
        "sign_sgd", "signSGD", "steps of one length along the signs of the gradient (Bernstein et al. 2018)",
        SignSGD.variant)
    static let signum = Self(
        "signum", "Signum", "steps of one length along the signs of an average of gradients (Bernstein et al. 2018)",
        Signum.variant)
}

/// `optax.sign_sgd`: `scale_by_sign`, then `scale_by_learning_rate`.
struct SignSGD: LaneRule {
    let learningRate: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.sign_sgd, optax 0.2.8", rule: "x ← x − η sign g",
        [.learningRate("learning_rate", nil)],
        makeRule: SignSGD.init)

    init(_ settings: Settings) { learningRate = settings["learning_rate"] }

    var slots: [Slot] { [] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x - seen.learningRate * seen.gradient.signs()
    }
}

/// `optax.signum`: `ema` without bias correction, `scale_by_sign`, then `scale_by_learning_rate`.
struct Signum: LaneRule {
    let learningRate, beta: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.signum, optax 0.2.8", rule: "m ← β m + (1 − β) g, x ← x − η sign m",
        [
            .learningRate("learning_rate", nil),
            .decay("beta", 0.9, symbol: "$\\beta$", "decay rate of the average of gradients"),
        ],
        makeRule: Signum.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        beta = settings["beta"]
    }

    static let ema = Slot(0, "ema", moment: .first)
    var slots: [Slot] { [Self.ema] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let ema = state[Self.ema].moment(with: seen.gradient, decay: beta)
        state[Self.ema] = ema
        x = x - seen.learningRate * ema.signs()
    }
}
