// Hyperparameters that optax's optimizers share.

extension Hyperparameter {
    /// `add_decayed_weights`, behind the rule's own scaling and before the learning rate.
    static func optaxWeightDecay(_ value: Double) -> Self {
        Self(
            "weight_decay", .number(.nonNegative), default: .number(value), symbol: "$\\lambda$",
            "weight decay, added to the update before the learning rate")
    }

    static func epsilonRoot(_ value: Double) -> Self {
        Self("eps_root", .number(.nonNegative), default: .number(value), "added under the root")
    }

    static func b1(_ value: Double, _ summary: String = "decay rate of the average of gradients") -> Self {
        .decay("b1", value, symbol: "$\\beta_1$", summary)
    }

    static func b2(_ value: Double, _ summary: String = "decay rate of the average of squared gradients") -> Self {
        .decay("b2", value, symbol: "$\\beta_2$", summary)
    }
}
