// Hyperparameters that several optimizers share under one meaning.

extension Hyperparameter {
    /// The learning rate, which answers to `lr` in every convention; nil: it must be given.
    static func learningRate(_ name: String, _ value: Double?) -> Self {
        let aliases = ["lr", "learning_rate"].filter { $0 != name }
        return Self(
            name, aliases: aliases, .number(.nonNegative), default: value.map { .number($0) }, symbol: "$\\eta$",
            "learning rate")
    }

    static func decay(
        _ name: String, aliases: [String] = [], _ value: Double, _ interval: Interval = .belowOne, symbol: String,
        _ summary: String = "decay rate of the average of squared gradients"
    ) -> Self {
        Self(name, aliases: aliases, .number(interval), default: .number(value), symbol: symbol, summary)
    }

    static func momentum(aliases: [String] = [], _ interval: Interval = .nonNegative) -> Self {
        Self(
            "momentum", aliases: aliases, .number(interval), default: .number(0), symbol: "$\\mu$", "momentum; 0: none")
    }

    static func nullableMomentum() -> Self {
        Self(
            "momentum", .number(.nonNegative), isNullable: true, default: .null, symbol: "$\\mu$",
            "decay rate of the trace; null: no trace")
    }

    static func epsilon(_ name: String, _ value: Double, _ summary: String) -> Self {
        Self(name, .number(.nonNegative), default: .number(value), symbol: "$\\varepsilon$", summary)
    }

    static func weightDecay(
        _ value: Double = 0, _ summary: String = "weight decay, added to the gradient"
    ) -> Self {
        Self("weight_decay", .number(.nonNegative), default: .number(value), symbol: "$\\lambda$", summary)
    }

    /// Weight decay that never passes through the averages.
    static func decoupledWeightDecay(_ value: Double) -> Self {
        weightDecay(value, "weight decay, applied to the parameters")
    }

    /// The pair of decay rates of torch's Adam and its kin.
    static func betas() -> Self {
        Self(
            "betas", .numbers(count: 2, .belowOne), default: .list([.number(0.9), .number(0.999)]),
            symbol: "$\\beta$", "decay rates of the averages of gradients and of their squares")
    }

    static func beta1(_ name: String) -> Self {
        decay(name, 0.9, symbol: "$\\beta_1$", "decay rate of the average of gradients")
    }

    static func beta2(
        _ name: String, _ summary: String = "decay rate of the average of squared gradients"
    ) -> Self {
        decay(name, 0.999, symbol: "$\\beta_2$", summary)
    }

    static func epsilonInRoot() -> Self {
        Self("eps_root", .number(.nonNegative), default: .number(0), "added under the root")
    }

    static func kerasWeightDecay() -> Self {
        Self(
            "weight_decay", .number(.nonNegative), isNullable: true, default: .null, symbol: "$\\lambda$",
            "weight decay, applied to the parameters; null: none")
    }

    static func initialAccumulator(_ value: Double, _ summary: String) -> Self {
        Self("initial_accumulator_value", .number(.nonNegative), default: .number(value), symbol: "$s_0$", summary)
    }

    /// - Parameter symbol: what a figure says where the flag is on; the name where it is empty.
    static func flag(_ name: String, default value: Bool = false, symbol: String = "", _ summary: String) -> Self {
        Self(name, .flag, default: .flag(value), symbol: symbol, summary)
    }

    static func epsilonInside() -> Self {
        flag("eps_inside", symbol: "$\\varepsilon$ under the root", "put eps under the root")
    }
}
