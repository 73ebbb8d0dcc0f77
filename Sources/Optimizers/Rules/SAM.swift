import Lanes

extension OptimizerEntry {
    static let sam = Self(
        "sam", "SAM", "another optimizer with the gradient of the worst point nearby (Foret et al. 2021)",
        SAM.optax, SAM.textbook)
}

/// `optax.contrib.sam` in its opaque mode with one normalized ascent, and Foret et al. 2021, algorithm 1: the base rule
/// moves the point by the gradient found a distance ρ up the slope.
struct SAM: WrappingRule {
    let base: any Rule
    let rho: Double
    /// What happens without a slope: the library divides 0 by 0, the paper's ascent is nowhere defined; here it stays.
    let staysWhereFlat: Bool

    static let optax = variant(
        .optax, source: "optax.contrib.sam, optax 0.2.8, around normalize and sgd(ρ)", rate: "learning_rate")
    static let textbook = variant(.textbook, source: "Foret et al. 2021, algorithm 1", rate: "lr")

    private static func variant(_ convention: Convention, source: String, rate: String) -> OptimizerVariant {
        let choice = BaseChoice(
            optimizer: "base_optimizer", hyperparameters: "base_hyperparameters", convention: convention)
        let shared: @Sendable (Settings) -> [(name: String, value: HyperparameterValue)] = {
            [("lr", .number($0[rate]))]
        }
        return OptimizerVariant(
            convention, source: source, rule: "e = ρ g/|g|, then the base's update with ∇f(x + e)",
            [
                .learningRate(rate, convention == .optax ? nil : 0.01),
                Hyperparameter(
                    "rho", .number(.nonNegative), default: .number(0.05), symbol: "$\\rho$", "length of the ascent"),
                Hyperparameter(
                    "base_optimizer", .optimizer, default: .text("sgd"), "the optimizer that moves the point"),
                Hyperparameter(
                    "base_hyperparameters", .settings, default: .settings([:]),
                    "its settings besides the learning rate"),
            ],
            conflicts: { choice.mistakes($0, sharing: shared($0)) },
            makeRule: { values in
                SAM(
                    // The conflicts have been looked for: without a base there is no optimizer.
                    base: (try? choice.rule(values, sharing: shared(values))) ?? OptaxSGD(Settings([:])),
                    rho: values["rho"], staysWhereFlat: convention == .textbook)
            })
    }

    var ownSlots: [Slot] { [] }

    func step<L: Lane>(
        _ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>, around base: InnerRule<L>
    ) {
        let g = seen.gradient
        var length = g.norm()
        if staysWhereFlat {
            let isFlat = L.isEqual(length, L(repeating: 0))
            length = length.replacing(with: L(repeating: 1), where: isFlat)
        }
        let ascent = rho * Pair(x: g.x / length, y: g.y / length)
        base.update(&x, seen.replacing(evaluation: seen.evaluate(x + ascent)), &state.inner[0])
    }
}
