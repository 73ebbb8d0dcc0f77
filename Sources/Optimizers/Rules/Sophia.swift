import Lanes

extension OptimizerEntry {
    static let sophia = Self(
        "sophia", "Sophia", "momentum divided by an average of curvature, and clipped (Liu et al. 2023)",
        OptaxSophia.variant)
}

/// `optax.contrib.sophia`: `scale_by_sophia`, `add_decayed_weights`, then `scale_by_learning_rate`. The diagonal of the
/// Hessian is exact, where the library estimates it with random vectors. It enters the average after the update, so
/// that the first update divides by ε.
struct OptaxSophia: LaneRule {
    let learningRate, b1, b2, eps, weightDecay, gamma: Double
    let clipThreshold: Double?
    let updateInterval: Int

    static let variant = OptimizerVariant(
        .optax, source: "optax.contrib.sophia, optax 0.2.8, with the exact diagonal of the Hessian",
        rule: "m ← β₁ m + (1 − β₁) g, x ← x − η (clip(m̂/max(γ h, ε), ρ) + λ x), h ← β₂ h + (1 − β₂) diag ∇²f",
        [
            .learningRate("learning_rate", nil), .b1(0.965),
            .b2(0.99, "decay rate of the average of the Hessian's diagonal"),
            .epsilon("eps", 1e-8, "least divisor"), .optaxWeightDecay(1e-4),
            Hyperparameter(
                "gamma", .number(.nonNegative), default: .number(0.01), symbol: "$\\gamma$", "factor of the curvature"),
            Hyperparameter(
                "clip_threshold", .number(.nonNegative), isNullable: true, default: .number(1), symbol: "$\\rho$",
                "largest magnitude of an update before the learning rate; null: none"),
            Hyperparameter(
                "update_interval", .integer(1...1_000_000), default: .number(10),
                "steps from one look at the curvature to the next"),
        ],
        makeRule: OptaxSophia.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b1 = settings["b1"]
        b2 = settings["b2"]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        gamma = settings["gamma"]
        clipThreshold = settings.optional("clip_threshold")
        updateInterval = max(1, settings.integer("update_interval"))
    }

    static let mu = Slot(0, "mu", moment: .first)
    static let nu = Slot(1, "nu")
    static let mHat = Slot(2, "m_hat", moment: .first, isDerived: true)
    var slots: [Slot] { [Self.mu, Self.nu, Self.mHat] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b1]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let mu = state[Self.mu].moment(with: seen.gradient, decay: b1)
        state[Self.mu] = mu
        state.powers[0].advance()
        let divisor = Pair.larger(Pair(repeating: eps), gamma * state[Self.nu])
        var update = (mu / (1 - state.powers[0].value)) / divisor
        if let clipThreshold { update = update.clipped(to: clipThreshold) }

        if (seen.step - 1) % updateInterval == 0 {
            let curvature = seen.hessian(x)
            state[Self.nu] = state[Self.nu].moment(with: Pair(x: curvature.xx, y: curvature.yy), decay: b2)
        }
        x = x - seen.learningRate * (update + weightDecay * x)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.mHat] = state[Self.mu] / (1 - state.powers[0].value)
    }
}
