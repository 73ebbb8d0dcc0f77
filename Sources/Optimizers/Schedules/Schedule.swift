import Spelling

/// A learning-rate schedule ready to run: an entry and complete settings.
///
/// The order is torch's: an update of the optimizer, then a step of the schedule, so that update k, from 1, uses the
/// rate of epoch k − 1.
public struct Schedule: Sendable {
    public let entry: ScheduleEntry
    /// Every hyperparameter with its value, in the catalogue's order.
    public let hyperparameters: [(name: String, value: HyperparameterValue)]
    /// The hyperparameters the user set, by their proper names.
    public let given: Set<String>
    let scheduler: any Scheduler

    /// Reads a formula in t, the epoch; it throws what is wrong with the text, under any name.
    public typealias FormulaReader = (String) throws(SettingError) -> @Sendable (Int) -> Double

    /// Checks the settings against the catalogue and completes them with torch's defaults.
    ///
    /// - Parameter formula: reads the formula of LambdaLR; it is called with nothing else.
    /// - Throws: every mistake at once: unknown and repeated keys, wrong types, numbers out of range, missing values, and
    ///   combinations that torch forbids; those of a schedule inside this one carry the path to it.
    public init(
        _ entry: ScheduleEntry, settings: [(name: String, value: HyperparameterValue)], formula: FormulaReader
    ) throws(SettingErrors) {
        try self.init(entry, settings: settings, depth: 0, formula: formula)
    }

    /// A schedule inside as many others as `depth` says.
    init(
        _ entry: ScheduleEntry, settings: [(name: String, value: HyperparameterValue)], depth: Int,
        formula: FormulaReader
    ) throws(SettingErrors) {
        let checked = CheckedSettings(
            settings, against: entry.hyperparameters, unknown: { Self.unknown($0, in: entry) },
            missing: { Self.missing($0.name, in: entry) })
        guard checked.errors.isEmpty else { throw SettingErrors(errors: checked.errors) }
        let complete = Settings(checked.values)
        let conflicts = entry.conflicts(complete)
        guard conflicts.isEmpty else { throw SettingErrors(errors: conflicts.map(checked.asTyped)) }
        do throws(SettingErrors) {
            scheduler = try entry.makeScheduler(complete, depth, formula)
        } catch {
            throw SettingErrors(errors: error.errors.map(checked.asTyped))
        }
        self.entry = entry
        hyperparameters = entry.hyperparameters.map { ($0.name, checked.values[$0.name] ?? .null) }
        given = Set(checked.typed.keys)
    }

    /// The rates of updates 1…count, for a base rate.
    ///
    /// OneCycleLR and CyclicLR have rates of their own and ignore the base. Beyond `longest` the last rate is held.
    public func rates(base: Double, count: Int) -> [Double] { groups(base: base, count: count) { $0.rate } }

    /// The momenta (or β₁) of updates 1…count where the schedule cycles them; nil where it leaves the rule's own.
    public func momenta(count: Int) -> [Double]? {
        guard cyclesMomentum else { return nil }
        return groups(base: 1, count: count) { $0.momentum ?? .nan }
    }

    /// Whether the schedule sets the momentum too.
    public var cyclesMomentum: Bool {
        var scheduler = scheduler
        var group = ParameterGroup(rate: 1)
        scheduler.attach(to: &group)
        return group.momentum != nil
    }

    /// The most updates it can be asked for, such as OneCycleLR's `total_steps`; nil without a bound.
    public var longest: Int? { scheduler.longest(ahead: 0) }

    private func groups(base: Double, count: Int, _ value: (ParameterGroup) -> Double) -> [Double] {
        guard count > 0 else { return [] }
        var scheduler = scheduler
        var group = ParameterGroup(rate: base)
        scheduler.attach(to: &group)
        var values = [value(group)]
        while values.count < count {
            scheduler.advance(&group)
            values.append(value(group))
        }
        return values
    }

    private static func unknown(_ name: String, in entry: ScheduleEntry) -> SettingError {
        let names = entry.hyperparameters.map(\.name)
        let near = Name.closest(to: name, among: names).map { "did you mean '\($0)'?" }
        return SettingError(
            name, "\(entry.id) has no hyperparameter '\(name)'",
            help: near ?? "it has \(names.joined(separator: ", "))",
            isAboutName: true)
    }

    private static func missing(_ name: String, in entry: ScheduleEntry) -> SettingError {
        SettingError(
            name, "\(entry.id) needs \(name): torch has no default for it", help: "for example \(entry.example)",
            isAboutName: true)
    }
}
