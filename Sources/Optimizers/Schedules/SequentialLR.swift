import Spelling

/// Schedules one after the other, each from its own beginning.
struct SequentialScheduler: Scheduler {
    private var schedulers: [any Scheduler]
    private let milestones: [Int]
    private var epoch = 0
    /// Which of the schedules has its turn.
    private var turn = 0

    /// - Parameter milestones: ascending, one fewer than the schedules.
    init(_ schedulers: [any Scheduler], milestones: [Int]) {
        (self.schedulers, self.milestones) = (schedulers, milestones)
    }

    /// Every schedule is made, and the rate, but nothing else, put back before the first one begins.
    mutating func attach(to group: inout ParameterGroup) {
        let initial = group.initialRate ?? group.rate
        for index in schedulers.indices { schedulers[index].attach(to: &group) }
        group.rate = group.initialRate ?? initial
        undo()
        (epoch, turn) = (0, 0)
        findTurn()
        schedulers[turn].begin(&group)
    }

    /// torch counts the first step of a sequence inside a sequence as an epoch of its own: its milestones come earlier.
    mutating func begin(_ group: inout ParameterGroup) { advance(&group) }

    mutating func advance(_ group: inout ParameterGroup) {
        epoch += 1
        findTurn()
        if turn > 0, milestones[turn - 1] == epoch {
            schedulers[turn].restart(&group)
        } else {
            schedulers[turn].advance(&group)
        }
    }

    private mutating func findTurn() {
        while turn < milestones.count, turn < schedulers.count - 1, milestones[turn] <= epoch { turn += 1 }
    }

    /// Not reached: `obstacleToRestart` is a mistake in the settings.
    mutating func restart(_ group: inout ParameterGroup) { attach(to: &group) }

    mutating func undo() {
        for index in schedulers.indices { schedulers[index].undo() }
    }

    var obstacleToRestart: String? { "has no way to start a SequentialLR later than at the beginning" }

    func longest(ahead: Int) -> Int? {
        var start = 0
        for (index, scheduler) in schedulers.enumerated() {
            let end = index < milestones.count ? max(0, milestones[index] - ahead) : Int.max
            // One that ends before its turn is over is asked for too much there.
            if end > start, let own = scheduler.longest(ahead: ahead + 1), own < end - start {
                let (sum, overflows) = start.addingReportingOverflow(own)
                return overflows ? nil : sum
            }
            start = max(start, end)
        }
        return nil
    }
}

extension ScheduleEntry {
    /// The most sequences inside each other.
    private static let largestDepth = 8

    static let sequential = ScheduleEntry(
        "SequentialLR", "schedules one after the other, each from its own beginning",
        formula: "η of the first schedule until the first milestone, then of the second from t = 0, …",
        example:
            "schedulers: [{ LinearLR: { total_iters: 30 } }, { CosineAnnealingLR: { T_max: 270 } }], milestones: [30]",
        [
            Hyperparameter("schedulers", .schedules, default: nil, "the schedules in their order"),
            Hyperparameter("milestones", .milestones, default: nil, "the epochs at which the next one takes over"),
        ],
        conflicts: { settings in
            let needed = settings.list("schedulers").count - 1
            guard settings.list("milestones").count != needed else { return [] }
            let message = "milestones must be a list of \(needed): one fewer than the schedulers"
            return [SettingError("milestones", message)]
        },
        reading: { (settings, depth, formula) throws(SettingErrors) in
            guard depth < largestDepth else {
                let message = "there must be at most \(largestDepth) sequences inside each other"
                throw SettingErrors(errors: [SettingError("schedulers", message)])
            }
            var schedulers: [any Scheduler] = []
            var errors: [SettingError] = []
            for (index, item) in settings.list("schedulers").enumerated() {
                do throws(SettingErrors) {
                    let scheduler = try scheduler(item, isFirst: index == 0, depth: depth + 1, formula)
                    schedulers.append(scheduler)
                } catch {
                    errors += error.errors.map { $0.inside(["schedulers", "\(index)"]) }
                }
            }
            guard errors.isEmpty else { throw SettingErrors(errors: errors) }
            return SequentialScheduler(schedulers, milestones: settings.integers("milestones"))
        })

    /// One schedule of a sequence: a mapping of its name to its settings, or to null.
    private static func scheduler(
        _ item: HyperparameterValue, isFirst: Bool, depth: Int, _ formula: Schedule.FormulaReader
    ) throws(SettingErrors) -> any Scheduler {
        func error(_ name: String, _ message: String, help: String? = nil, isAboutName: Bool = false) -> SettingErrors {
            SettingErrors(errors: [SettingError(name, message, help: help, isAboutName: isAboutName)])
        }
        guard case .settings(let mapping) = item, let (name, value) = mapping.first, mapping.count == 1 else {
            throw error(
                "", "each of schedulers must be a mapping of one name to its settings",
                help: "for example \(linear.example)")
        }
        guard let entry = ScheduleCatalogue.entry(named: name) else {
            let ids = ScheduleCatalogue.entries.map(\.id)
            let near = Name.closest(to: name, among: ids).map { "did you mean '\($0)'?" }
            let help = near ?? "there are \(ids.joined(separator: ", "))"
            throw error(name, "there is no schedule '\(name)'", help: help, isAboutName: true)
        }
        let settings: [(name: String, value: HyperparameterValue)]
        switch value {
        case .settings(let own): settings = own.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        case .null: settings = []
        default: throw error(name, "\(name) must be a mapping of settings")
        }
        let schedule: Schedule
        do throws(SettingErrors) {
            schedule = try Schedule(entry, settings: settings, depth: depth, formula: formula)
        } catch {
            throw SettingErrors(errors: error.errors.map { $0.inside([name]) })
        }
        if !isFirst, let obstacle = schedule.scheduler.obstacleToRestart {
            throw error(name, "\(entry.id) cannot stand here: torch \(obstacle)", isAboutName: true)
        }
        return schedule.scheduler
    }
}
