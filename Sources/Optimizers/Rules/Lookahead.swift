import Lanes

extension OptimizerEntry {
    static let lookahead = Self(
        "lookahead", "Lookahead", "slow weights that follow another optimizer's fast ones (Zhang et al. 2019)",
        Lookahead.optax, Lookahead.textbook)
}

/// `optax.lookahead`, and Zhang et al. 2019, algorithm 1: after every k moves of the base rule the slow weights go a part
/// of the way to the fast ones, which start again from there. The points recorded are the fast weights.
struct Lookahead: WrappingRule {
    let base: any Rule
    let period: Int
    let slowStepSize: Double
    let resetsState: Bool

    static let optax = variant(
        .optax, source: "optax.lookahead, optax 0.2.8", optimizer: "fast_optimizer", settings: "fast_hyperparameters",
        period: "sync_period", stepSize: "slow_step_size",
        reset: .flag("reset_state", "start the fast optimizer's memory again after each synchronization"))

    /// The paper's α and k, and its choice to keep the base's memory.
    static let textbook = variant(
        .textbook, source: "Zhang et al. 2019, algorithm 1", optimizer: "inner_optimizer",
        settings: "inner_hyperparameters", period: "k", stepSize: "alpha")

    private static func variant(
        _ convention: Convention, source: String, optimizer: String, settings: String, period: String,
        stepSize: String, reset: Hyperparameter? = nil
    ) -> OptimizerVariant {
        let choice = BaseChoice(optimizer: optimizer, hyperparameters: settings, convention: convention)
        let hyperparameters = [
            Hyperparameter(optimizer, .optimizer, default: .text("sgd"), "the optimizer that moves the fast weights"),
            Hyperparameter(settings, .settings, default: nil, "its settings"),
            Hyperparameter(
                period, .integer(1...1_000_000), default: .number(convention == .optax ? 6 : 5), symbol: "$k$",
                "moves of the fast weights from one synchronization to the next"),
            Hyperparameter(
                stepSize, .number(.unit), default: .number(0.5), symbol: "$\\alpha$",
                "part of the way the slow weights go"),
        ]
        return OptimizerVariant(
            convention, source: source, rule: "every k moves: s ← s + α (x − s), x ← s",
            hyperparameters + [reset].compactMap(\.self), conflicts: { choice.mistakes($0) },
            makeRule: { values in
                Lookahead(
                    // The conflicts have been looked for: without a base there is no optimizer.
                    base: (try? choice.rule(values)) ?? OptaxSGD(Settings([:])), period: max(1, values.integer(period)),
                    slowStepSize: values[stepSize], resetsState: values.flag("reset_state"))
            })
    }

    static let slow = Slot(0, "slow")
    var ownSlots: [Slot] { [Self.slow] }

    func step<L: Lane>(
        _ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>, around base: InnerRule<L>
    ) {
        if seen.step == 1 { state[Self.slow] = x }
        let place = (seen.step - 1) % period
        base.update(&x, seen.replacing(step: resetsState ? place + 1 : nil), &state.inner[0])
        guard place == period - 1 else { return }

        let distance = x - state[Self.slow]
        state[Self.slow] = state[Self.slow] + slowStepSize * distance
        x = x - (1 - slowStepSize) * distance
        if resetsState { state.inner[0] = base.makeState() }
    }
}
