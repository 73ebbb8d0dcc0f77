import Spelling

/// A learning-rate schedule of the catalogue, under torch's name and with torch's hyperparameters and defaults.
public struct ScheduleEntry: Sendable {
    /// The name of torch's class, such as `CosineAnnealingLR`.
    public let id: String
    public let summary: String
    /// Where the schedule is taken from.
    public let source: String
    /// The rate in one line, by the epoch t, from 0, and the base rate η₀.
    public let formula: String
    /// How a scene writes it, such as `{ StepLR: { step_size: 50 } }`.
    public let example: String
    /// In the order in which they are listed.
    public let hyperparameters: [Hyperparameter]
    let conflicts: @Sendable (Settings) -> [SettingError]
    let makeScheduler: @Sendable (Settings, Int, Schedule.FormulaReader) throws(SettingErrors) -> any Scheduler

    /// A schedule that numbers and flags describe.
    init(
        _ id: String, _ summary: String, formula: String, example: String, _ hyperparameters: [Hyperparameter],
        conflicts: @escaping @Sendable (Settings) -> [SettingError] = { _ in [] },
        makeScheduler: @escaping @Sendable (Settings) -> any Scheduler
    ) {
        self.init(
            id, summary, formula: formula, example: example, hyperparameters, conflicts: conflicts,
            reading: { (settings, _, _) throws(SettingErrors) in makeScheduler(settings) })
    }

    /// A schedule that holds formulas or other schedules, which may have mistakes of their own.
    init(
        _ id: String, _ summary: String, formula: String, example: String, _ hyperparameters: [Hyperparameter],
        conflicts: @escaping @Sendable (Settings) -> [SettingError] = { _ in [] },
        reading: @escaping @Sendable (Settings, Int, Schedule.FormulaReader) throws(SettingErrors) -> any Scheduler
    ) {
        (self.id, self.summary, self.formula, self.example) = (id, summary, formula, "{ \(id): { \(example) } }")
        source = "torch.optim.lr_scheduler.\(id), PyTorch 2.13"
        (self.hyperparameters, self.conflicts, makeScheduler) = (hyperparameters, conflicts, reading)
    }
}

/// Every schedule there is: the source of the `list` command, the schema, validation and the tests' tables.
public enum ScheduleCatalogue {
    public static let entries: [ScheduleEntry] = [
        .step, .multiStep, .constant, .linear, .exponential, .polynomial, .cosineAnnealing, .warmRestarts, .oneCycle,
        .cyclic, .sequential, .lambda,
    ]

    /// The entry that answers to a name, whatever its spelling.
    public static func entry(named name: String) -> ScheduleEntry? {
        let folded = Name.folded(name)
        return entries.first { Name.folded($0.id) == folded }
    }
}
