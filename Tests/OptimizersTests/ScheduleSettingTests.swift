import Optimizers
import Testing

@Suite struct ScheduleSettingTests {
    struct Mistake: Sendable, CustomTestStringConvertible {
        let schedule: String
        let settings: [Setting]
        /// One a mistake: the path, the key, the message, the help, and whether it is about the key.
        let errors: [([String], String, String, String?, Bool)]
        var testDescription: String { "\(schedule) \(errors.first?.2 ?? "")" }

        init(_ schedule: String, _ settings: [Setting], _ errors: ([String], String, String, String?, Bool)...) {
            (self.schedule, self.settings, self.errors) = (schedule, settings, errors)
        }
    }

    /// A sequence of schedules, each with its settings.
    static func sequence(_ schedulers: [String: HyperparameterValue]..., milestones: [Double]) -> [Setting] {
        [
            ("schedulers", .list(schedulers.map { .settings($0) })),
            ("milestones", .list(milestones.map { .number($0) })),
        ]
    }

    static let steady = ["ExponentialLR": HyperparameterValue.settings(["gamma": .number(1)])]

    static func nested(_ depth: Int) -> [String: HyperparameterValue] {
        guard depth > 0 else { return steady }
        return [
            "SequentialLR": .settings(["schedulers": .list([.settings(nested(depth - 1))]), "milestones": .list([])])
        ]
    }

    static let mistakes = [
        Mistake(
            "StepLR", [("stepsiz", .number(3)), ("step_size", .number(3))],
            ([], "stepsiz", "StepLR has no hyperparameter 'stepsiz'", "did you mean 'step_size'?", true)),
        Mistake(
            "StepLR", [("T_max", .number(3)), ("gamma", .flag(true))],
            ([], "T_max", "StepLR has no hyperparameter 'T_max'", "it has step_size, gamma", true),
            ([], "gamma", "gamma must be a number", nil, false),
            (
                [], "step_size", "StepLR needs step_size: torch has no default for it",
                "for example { StepLR: { step_size: 50, gamma: 0.5 } }", true
            )),
        Mistake(
            "StepLR", [("Step_Size", .number(2.5))],
            ([], "Step_Size", "step_size must be a whole number from 1 to 1000000000", nil, false)),
        Mistake(
            "StepLR", [("step_size", .number(0)), ("StepSize", .number(1)), ("gamma", .number(-1))],
            ([], "step_size", "step_size must be a whole number from 1 to 1000000000", nil, false),
            ([], "StepSize", "'StepSize' sets step_size, which 'step_size' has already set", nil, true),
            ([], "gamma", "gamma must be at least 0", nil, false)),
        Mistake(
            "MultiStepLR", [("milestones", .list([.number(5), .number(3)]))],
            ([], "milestones", "milestones must be a list of whole numbers from 0 to 1000000000, ascending", nil, false)
        ),
        Mistake(
            "MultiStepLR", [("milestones", .list([.number(-1)]))],
            ([], "milestones", "milestones must be a list of whole numbers from 0 to 1000000000, ascending", nil, false)
        ),
        Mistake(
            "MultiStepLR", [("milestones", .number(1e300))],
            ([], "milestones", "milestones must be a list of whole numbers from 0 to 1000000000, ascending", nil, false)
        ),
        Mistake(
            "ConstantLR", [("factor", .number(1.5))], ([], "factor", "factor must be from 0 to 1", nil, false)),
        Mistake(
            "ConstantLR", [("Factor", .number(0))],
            ([], "Factor", "factor must be greater than 0: torch divides by it after total_iters", nil, false)),
        Mistake(
            "LinearLR", [("start_factor", .number(0)), ("end_factor", .number(2))],
            ([], "start_factor", "start_factor must be greater than 0 and at most 1", nil, false),
            ([], "end_factor", "end_factor must be from 0 to 1", nil, false)),
        Mistake(
            "PolynomialLR", [("power", .number(-1))], ([], "power", "power must be at least 0", nil, false)),
        Mistake(
            "CosineAnnealingWarmRestarts", [("T_0", .number(5)), ("T_mult", .number(0))],
            ([], "T_mult", "T_mult must be a whole number from 1 to 1000000000", nil, false)),
        Mistake(
            "OneCycleLR", [("max_lr", .number(1)), ("epochs", .number(3))],
            (
                [], "total_steps", "OneCycleLR needs total_steps, or epochs and steps_per_epoch",
                "add 'total_steps: 300', say", true
            )),
        Mistake(
            "OneCycleLR",
            [("max_lr", .number(1)), ("total_steps", .text("all")), ("pct_start", .number(1.1))],
            ([], "total_steps", "total_steps must be a whole number from 1 to 1000000000 or null", nil, false),
            ([], "pct_start", "pct_start must be from 0 to 1", nil, false)),
        Mistake(
            "OneCycleLR", [("max_lr", .number(1)), ("total_steps", .number(10)), ("pct_start", .number(0.1))],
            (
                [], "pct_start",
                "pct_start · total_steps must not be 1: torch divides by the length of the rise, which is 0", nil, false
            )),
        Mistake(
            "OneCycleLR",
            [("max_lr", .number(1)), ("total_steps", .number(10)), ("anneal_strategy", .text("cosine"))],
            ([], "anneal_strategy", "anneal_strategy must be cos or linear", nil, false)),
        Mistake(
            "CyclicLR", [("base_lr", .number(1)), ("max_lr", .number(2)), ("mode", .text("square"))],
            ([], "mode", "mode must be triangular or triangular2 or exp_range", nil, false)),
        Mistake("LambdaLR", [("lr_lambda", .number(1))], ([], "lr_lambda", "lr_lambda must be a formula", nil, false)),
        Mistake(
            "LambdaLR", [("LR-lambda", .text("x"))], ([], "LR-lambda", "there is no 'x'", "try another", false)),
        Mistake(
            "SequentialLR", [("schedulers", .list([])), ("milestones", .list([]))],
            ([], "schedulers", "schedulers must be a list of schedules", nil, false)),
        Mistake(
            "SequentialLR", sequence(steady, steady, milestones: [3, 4]),
            ([], "milestones", "milestones must be a list of 1: one fewer than the schedulers", nil, false)),
        Mistake(
            "SequentialLR",
            [
                ("Schedulers", .list([.settings(["LinearRL": .null]), .number(3)])),
                ("milestones", .list([.number(3)])),
            ],
            (["Schedulers", "0"], "LinearRL", "there is no schedule 'LinearRL'", "did you mean 'LinearLR'?", true),
            (
                ["Schedulers", "1"], "", "each of schedulers must be a mapping of one name to its settings",
                "for example { LinearLR: { start_factor: 0.1, total_iters: 30 } }", false
            )),
        Mistake(
            "SequentialLR",
            sequence(["step-lr": .settings(["gama": .number(0.5)])], ["LinearLR": .number(3)], milestones: [3]),
            (
                ["schedulers", "0", "step-lr"], "gama", "StepLR has no hyperparameter 'gama'", "did you mean 'gamma'?",
                true
            ),
            (
                ["schedulers", "0", "step-lr"], "step_size", "StepLR needs step_size: torch has no default for it",
                "for example { StepLR: { step_size: 50, gamma: 0.5 } }", true
            ),
            (["schedulers", "1"], "LinearLR", "LinearLR must be a mapping of settings", nil, false)),
        Mistake(
            "SequentialLR", sequence(steady, nested(1), milestones: [3]),
            (
                ["schedulers", "1"], "SequentialLR",
                "SequentialLR cannot stand here: torch has no way to start a SequentialLR later than at the beginning",
                nil, true
            )),
        Mistake(
            "SequentialLR",
            sequence(steady, ["LinearLR": .settings(["total_iters": .number(0)])], milestones: [3]),
            (
                ["schedulers", "1"], "LinearLR", "LinearLR cannot stand here: torch divides by its total_iters there",
                nil, true
            )),
        Mistake(
            "SequentialLR",
            sequence(
                [
                    "SequentialLR": .settings([
                        "schedulers": .list([.settings(["LambdaLR": .settings(["lr_lambda": .text("?")])])]),
                        "milestones": .list([]),
                    ])
                ], milestones: []),
            (
                ["schedulers", "0", "SequentialLR", "schedulers", "0", "LambdaLR"], "lr_lambda", "there is no '?'",
                "try another", false
            )),
        Mistake(
            "SequentialLR", sequence(nested(8), milestones: []),
            (
                (0..<8).flatMap { _ in ["schedulers", "0", "SequentialLR"] }, "schedulers",
                "there must be at most 8 sequences inside each other", nil, false
            )),
    ]

    @Test(arguments: mistakes)
    func everyMistakeIsNamed(_ mistake: Mistake) throws {
        let thrown = #expect(throws: SettingErrors.self) { try makeSchedule(mistake.schedule, mistake.settings) }
        let errors = try #require(thrown).errors
        #expect(errors.map(\.path) == mistake.errors.map(\.0))
        #expect(errors.map(\.name) == mistake.errors.map(\.1))
        #expect(errors.map(\.message) == mistake.errors.map(\.2))
        #expect(errors.map(\.help) == mistake.errors.map(\.3))
        #expect(errors.map(\.isAboutName) == mistake.errors.map(\.4))
    }

    @Test func sevenSequencesAreFine() throws {
        let rates = try makeSchedule("SequentialLR", Self.sequence(Self.nested(7), milestones: []))
            .rates(base: 0.5, count: 5)
        #expect(rates == Array(repeating: 0.5, count: 5))
    }
}
