import Optimizers
import Spelling
import Testing

@Suite struct SettingTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let optimizer: String
        let convention: Convention?
        let settings: [Setting]
        /// One a mistake: the key, the message, the help, and whether it is about the key.
        let errors: [(String, String, String?, Bool)]
        var testDescription: String { "\(optimizer) \(errors.first?.1 ?? "")" }

        init(
            _ optimizer: String, _ convention: Convention? = nil, _ settings: [Setting],
            _ errors: (String, String, String?, Bool)...
        ) {
            (self.optimizer, self.convention, self.settings, self.errors) = (optimizer, convention, settings, errors)
        }
    }

    static let mistakes = [
        Mistake(
            "adam", nil, [("learning_rat", .number(0.1))],
            (
                "learning_rat", "Adam has no hyperparameter 'learning_rat' in torch", "did you mean 'learning_rate'?",
                true
            )),
        Mistake(
            "rmsprop", nil, [("rho", .number(0.9))],
            (
                "rho", "RMSprop has no hyperparameter 'rho' in torch",
                "keras has 'rho'; torch has lr, alpha, eps, weight_decay, momentum, centered", true
            )),
        Mistake(
            "sgd", nil, [("zzz", .null)],
            (
                "zzz", "SGD has no hyperparameter 'zzz' in torch",
                "it has lr, momentum, dampening, weight_decay, nesterov", true
            )),
        Mistake("sgd", nil, [("lr", .number(-0.1))], ("lr", "lr must be at least 0", nil, false)),
        Mistake("sgd", nil, [("lr", .number(.nan))], ("lr", "lr must be at least 0", nil, false)),
        Mistake("sgd", nil, [("lr", .number(.infinity))], ("lr", "lr must be at least 0", nil, false)),
        Mistake("sgd", nil, [("lr", .text("fast"))], ("lr", "lr must be a number", nil, false)),
        Mistake("sgd", nil, [("lr", .flag(true))], ("lr", "lr must be a number", nil, false)),
        Mistake("sgd", nil, [("lr", .null)], ("lr", "lr must be a number", nil, false)),
        Mistake("sgd", nil, [("lr", .list([.number(0.1)]))], ("lr", "lr must be a number", nil, false)),
        Mistake("sgd", nil, [("nesterov", .number(1))], ("nesterov", "nesterov must be true or false", nil, false)),
        Mistake(
            "adam", nil, [("betas", .number(0.9))], ("betas", "betas must be a list of 2 numbers", nil, false)),
        Mistake(
            "adam", nil, [("betas", .list([.number(0.9)]))], ("betas", "betas must be a list of 2 numbers", nil, false)),
        Mistake(
            "adam", nil, [("betas", .list([.number(0.9), .text("b")]))],
            ("betas", "betas must be a list of 2 numbers", nil, false)),
        Mistake(
            "adam", nil, [("betas", .list([.number(0.9), .number(1)]))],
            ("betas", "each number of betas must be at least 0 and less than 1", nil, false)),
        Mistake(
            "rmsprop", .textbook, [("beta", .number(1))],
            ("beta", "beta must be at least 0 and less than 1", nil, false)),
        Mistake("adadelta", nil, [("rho", .number(1.5))], ("rho", "rho must be from 0 to 1", nil, false)),
        Mistake(
            "sgd", .optax, [("lr", .number(0.1)), ("momentum", .text("much"))],
            ("momentum", "momentum must be a number or null", nil, false)),
        Mistake(
            "rmsprop", .optax, [],
            (
                "learning_rate", "RMSprop needs learning_rate: optax has no default for it",
                "add 'learning_rate: 0.01', say", true
            )),
        Mistake(
            "rmsprop", .keras, [("lr", .number(0.1)), ("Learning-Rate", .number(0.2))],
            ("Learning-Rate", "'Learning-Rate' sets learning_rate, which 'lr' has already set", nil, true)),
        Mistake(
            "sgd", .textbook, [("beta", .number(0.5)), ("momentum", .number(0.5))],
            ("momentum", "'momentum' sets momentum, which 'beta' has already set", nil, true)),
        Mistake(
            "sgd", nil, [("Nesterov", .flag(true))],
            ("Nesterov", "nesterov needs a momentum greater than 0 and a dampening of 0", nil, false)),
        Mistake(
            "sgd", nil, [("momentum", .number(0.9)), ("dampening", .number(0.1)), ("nesterov", .flag(true))],
            ("nesterov", "nesterov needs a momentum greater than 0 and a dampening of 0", nil, false)),
        Mistake(
            "adam", .optax, [("b1", .number(2)), ("bb2", .number(0.9)), ("eps", .flag(false))],
            ("b1", "b1 must be at least 0 and less than 1", nil, false),
            ("bb2", "Adam has no hyperparameter 'bb2' in optax", "did you mean 'b2'?", true),
            ("eps", "eps must be a number", nil, false),
            (
                "learning_rate", "Adam needs learning_rate: optax has no default for it",
                "add 'learning_rate: 0.01', say", true
            )),
        Mistake(
            "lookahead", nil, [],
            (
                "fast_hyperparameters", "Lookahead needs fast_hyperparameters: optax has no default for it",
                "add 'fast_hyperparameters: {lr: 0.01}', say", true
            )),
        Mistake(
            "lookahead", nil, [("fast_optimizer", .text("adm")), ("fast_hyperparameters", .settings([:]))],
            ("fast_optimizer", "unknown optimizer 'adm'", "did you mean 'adam'?", false)),
        Mistake(
            "lookahead", nil, [("fast_optimizer", .text("SAM")), ("fast_hyperparameters", .settings([:]))],
            ("fast_optimizer", "fast_optimizer cannot be SAM, which itself goes around an optimizer", nil, false)),
        Mistake(
            "lookahead", nil, [("fast_hyperparameters", .settings(["b1": .number(1), "lr": .number(-1)]))],
            (
                "fast_hyperparameters",
                "in fast_hyperparameters, SGD has no hyperparameter 'b1' in optax",
                "it has learning_rate, momentum, nesterov", false
            ), ("fast_hyperparameters", "in fast_hyperparameters, learning_rate must be at least 0", nil, false)),
        Mistake(
            "sam", nil, [("lr", .number(0.1)), ("base_hyperparameters", .settings(["learning_rate": .number(1)]))],
            (
                "base_hyperparameters",
                "in base_hyperparameters, 'learning_rate' sets learning_rate, which 'lr' has already set", nil, false
            )),
        Mistake(
            "sam", .textbook, [("base_optimizer", .number(1))],
            ("base_optimizer", "base_optimizer must be the name of an optimizer", nil, false)),
    ]

    @Test(arguments: mistakes)
    func everyMistakeIsNamed(_ mistake: Mistake) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: mistake.optimizer))
        let thrown = #expect(throws: SettingErrors.self) {
            try Optimizer(entry, convention: mistake.convention, settings: mistake.settings)
        }
        let errors = try #require(thrown).errors
        #expect(errors.map(\.name) == mistake.errors.map(\.0))
        #expect(errors.map(\.message) == mistake.errors.map(\.1))
        #expect(errors.map(\.help) == mistake.errors.map(\.2))
        #expect(errors.map(\.isAboutName) == mistake.errors.map(\.3))
    }

    @Test func settingsAreCompleteAndOrdered() throws {
        let entry = try #require(OptimizerCatalogue.entry(named: "RMS-prop"))
        let optimizer = try Optimizer(
            entry, convention: .torch, settings: [("Centered", .flag(true)), ("learning_rate", .number(0.5))])
        let expected: [Setting] = [
            ("lr", .number(0.5)), ("alpha", .number(0.99)), ("eps", .number(1e-8)), ("weight_decay", .number(0)),
            ("momentum", .number(0)), ("centered", .flag(true)),
        ]
        #expect(optimizer.hyperparameters.map(\.name) == expected.map(\.name))
        #expect(optimizer.hyperparameters.map(\.value) == expected.map(\.value))
        #expect(optimizer.given == ["lr", "centered"])
        #expect(optimizer.convention == .torch)
    }
}

@Suite struct CatalogueTests {
    /// Keys of a scene's optimizer entry that are not hyperparameters.
    private let reserved = [
        "id", "label", "style", "convention", "surface", "schedule", "start", "steps", "batch", "noise", "seeds",
        "vary",
        "clip_grad_norm", "clip_grad_value", "clip_by_global_norm",
    ]

    @Test func namesAreUniqueAndNotReserved() {
        for entry in OptimizerCatalogue.entries {
            #expect(OptimizerCatalogue.entry(named: entry.name)?.id == entry.id)
            for variant in entry.variants {
                let names = variant.hyperparameters.flatMap { [$0.name] + $0.aliases }.map(Name.folded)
                #expect(Set(names).count == names.count, "\(entry.id) \(variant.convention)")
                #expect(Set(names).isDisjoint(with: reserved.map(Name.folded)), "\(entry.id) \(variant.convention)")
                #expect(variant.hyperparameters.allSatisfy { !$0.summary.isEmpty })
                #expect(!variant.source.isEmpty && !variant.rule.isEmpty)
            }
        }
        #expect(Set(OptimizerCatalogue.entries.map(\.id)).count == OptimizerCatalogue.entries.count)
        #expect(OptimizerCatalogue.entry(named: "downhill") == nil)
    }

    /// Every default makes an optimizer that moves, but where a value must be given, such as most of optax's rates.
    @Test func defaultsWork() throws {
        for entry in OptimizerCatalogue.entries {
            for variant in entry.variants {
                if !needed(variant).isEmpty {
                    #expect(throws: SettingErrors.self) { try Optimizer(entry, convention: variant.convention) }
                }
                let trajectory = try descend(entry.id, variant.convention, needed(variant), steps: 10)
                #expect(trajectory.points.contains { $0 != trajectory.points[0] }, "\(entry.id)")
                #expect(trajectory.run.optimizer?.convention == variant.convention)
            }
        }
    }

    /// Rules that find their steps themselves have no learning rate; Lookahead's is in the settings inside.
    private let withoutRate: Set = [
        "gradient_descent_exact", "conjugate_gradient", "newton_trust_region", "bfgs", "nelder_mead", "lookahead",
    ]

    @Test func lrIsUnderstoodEverywhere() {
        for entry in OptimizerCatalogue.entries where !withoutRate.contains(entry.id) {
            for variant in entry.variants {
                #expect(variant.hyperparameter(named: "lr")?.symbol == "$\\eta$")
                #expect(variant.hyperparameter(named: "learning_rate")?.symbol == "$\\eta$")
            }
        }
    }

    /// Rules that do not average squares.
    private let withoutSquares: Set = [
        "asgd", "bfgs", "conjugate_gradient", "fromage", "gradient_descent_backtracking", "gradient_descent_exact",
        "lbfgs",
        "lion", "lookahead", "nelder_mead", "newton", "newton_trust_region", "optimistic_gradient_descent",
        "polyak_sgd",
        "rprop", "sam", "schedule_free_sgd", "sgd", "sign_sgd", "signum", "sophia",
    ]

    @Test func slotsNameTheMoments() throws {
        for entry in OptimizerCatalogue.entries {
            for variant in entry.variants {
                for settings in choices(entry, variant) {
                    let rule = try Optimizer(entry, convention: variant.convention, settings: settings).rule
                    #expect(Set(rule.slots.map(\.name)).count == rule.slots.count)
                    guard !settings.contains(where: { $0.value == .text("adam") }) else { continue }
                    let squares = !withoutSquares.contains(entry.id)
                    #expect(rule.slots.contains { $0.moment == .second } == (squares && entry.id != "adamax"))
                    #expect(rule.slots.contains { $0.name == "effective_lr" } == (squares && entry.id != "adopt"))
                }
            }
        }
    }

    @Test func theConventionFallsBack() throws {
        let adam = try #require(OptimizerCatalogue.entry(named: "Adam"))
        #expect(adam.variant(nil).convention == .torch)
        for convention in Convention.allCases { #expect(adam.variant(convention).convention == convention) }
    }
}
