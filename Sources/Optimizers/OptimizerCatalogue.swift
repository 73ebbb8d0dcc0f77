import Spelling

/// One optimizer in one convention.
public struct OptimizerVariant: Sendable {
    public let convention: Convention
    /// Where the rule is taken from.
    public let source: String
    /// The update in one line.
    public let rule: String
    /// In the order in which they are listed.
    public let hyperparameters: [Hyperparameter]
    let conflicts: @Sendable (Settings) -> [SettingError]
    let makeRule: @Sendable (Settings) -> any Rule

    init(
        _ convention: Convention, source: String, rule: String, _ hyperparameters: [Hyperparameter],
        conflicts: @escaping @Sendable (Settings) -> [SettingError] = { _ in [] },
        makeRule: @escaping @Sendable (Settings) -> any Rule
    ) {
        (self.convention, self.source, self.rule) = (convention, source, rule)
        (self.hyperparameters, self.conflicts, self.makeRule) = (hyperparameters, conflicts, makeRule)
    }

    /// The hyperparameter that answers to a name or an alias, whatever its spelling.
    public func hyperparameter(named name: String) -> Hyperparameter? {
        hyperparameters.first { $0.answers(to: name) }
    }
}

/// An optimizer of the catalogue, in every convention that has it.
public struct OptimizerEntry: Sendable {
    /// Lower case, such as `rmsprop`.
    public let id: String
    /// As its authors write it, such as `RMSprop`.
    public let name: String
    public let summary: String
    /// At least one.
    public let variants: [OptimizerVariant]
    private let preferred: OptimizerVariant

    /// The first variant is the one that applies where no convention, or one that lacks the optimizer, is asked for:
    /// torch's where torch has it, else optax's, else the textbook's.
    init(_ id: String, _ name: String, _ summary: String, _ first: OptimizerVariant, _ others: OptimizerVariant...) {
        (self.id, self.name, self.summary) = (id, name, summary)
        preferred = first
        variants = [first] + others
    }

    /// The variant of the convention asked for, or else torch's, optax's or the textbook's, in this order.
    public func variant(_ convention: Convention?) -> OptimizerVariant {
        variants.first { $0.convention == convention } ?? preferred
    }
}

/// Every optimizer there is: the source of the `list` command, the schema, validation and the tests' tables.
public enum OptimizerCatalogue {
    public static let entries: [OptimizerEntry] = [
        // Descent and momentum.
        .asgd,
        .optimisticGradientDescent,
        .polyakSGD,
        .scheduleFreeSGD,
        .sgd,
        // Rates of their own for each parameter.
        .adabelief,
        .adadelta,
        .adafactor,
        .adagrad,
        .adam,
        .adamax,
        .adamw,
        .adan,
        .adopt,
        .amsgrad,
        .fromage,
        .lamb,
        .nadam,
        .novograd,
        .radam,
        .rmsprop,
        .scheduleFreeAdamW,
        .sm3,
        .sophia,
        .yogi,
        // Signs.
        .lion,
        .rprop,
        .signSGD,
        .signum,
        // Around another optimizer.
        .lookahead,
        .sam,
        // Numerical analysis.
        .bfgs,
        .conjugateGradient,
        .gradientDescentBacktracking,
        .gradientDescentExact,
        .lbfgs,
        .nelderMead,
        .newton,
        .newtonTrustRegion,
    ]

    /// The entry that answers to an id or a name, whatever its spelling.
    public static func entry(named name: String) -> OptimizerEntry? {
        let folded = Name.folded(name)
        return entries.first { Name.folded($0.id) == folded || Name.folded($0.name) == folded }
    }
}
