import Lanes

extension OptimizerEntry {
    static let adopt = Self(
        "adopt", "ADOPT", "Adam that scales each gradient by the squares before it (Taniguchi et al. 2024)",
        OptaxADOPT.variant)
}

/// `optax.contrib.adopt`: `scale_by_adopt`, then `scale_by_learning_rate`. The first update only takes the gradient's
/// square and does not move; clipping is at the fourth root of the number of updates made.
struct OptaxADOPT: LaneRule {
    let learningRate, b1, b2, eps: Double
    let nesterov, usesClipping: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.contrib.adopt, optax 0.2.8",
        rule: "m ← β₁ m + (1 − β₁) clip(g/max(√v, ε), t^¼), v ← β₂ v + (1 − β₂) g², x ← x − η m",
        [
            .learningRate("learning_rate", nil), .b1(0.9, "decay rate of the average of scaled gradients"),
            .b2(0.9999), .epsilon("eps", 1e-6, "least divisor"),
            .flag("nesterov", symbol: "Nesterov", "Nesterov's momentum"),
            .flag("use_clipping", default: true, "clip the scaled gradients"),
        ],
        makeRule: OptaxADOPT.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        nesterov = settings.flag("nesterov")
        usesClipping = settings.flag("use_clipping")
    }

    static let mu = Slot(0, "mu")
    static let nu = Slot(1, "nu", moment: .second)
    var slots: [Slot] { [Self.mu, Self.nu] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let isFirst = seen.step == 1
        var scaled = g / Pair.larger(Pair(repeating: eps), state[Self.nu].squareRoot())
        if usesClipping { scaled = scaled.clipped(to: Double(seen.step - 1).squareRoot().squareRoot()) }
        let decay = isFirst ? 1 : b1
        let mu = state[Self.mu].moment(with: scaled, decay: decay)
        state[Self.nu] = state[Self.nu].moment(with: g * g, decay: isFirst ? 0 : b2)
        state[Self.mu] = mu
        x = x - seen.learningRate * (nesterov ? mu.moment(with: scaled, decay: decay) : mu)
    }
}
