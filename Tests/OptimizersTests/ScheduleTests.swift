import Optimizers
import Testing

@Suite struct ScheduleTests {
    /// The counts guard against fixtures that cannot be read.
    @Test func everyFixtureIsThere() {
        #expect(ScheduleFixture.torch.cases.count == 52)
        #expect(ScheduleFixture.torch.cases.count { $0.momenta != nil } == 11)
        #expect(ScheduleFixture.traces.cases.count == 8)
        let covered = Set(ScheduleFixture.torch.cases.map(\.name))
        #expect(covered == Set(ScheduleCatalogue.entries.map(\.id)))
    }

    /// To the bit without cosines and powers.
    @Test(arguments: ScheduleFixture.torch.cases)
    func agreesWithTorch(_ reference: ScheduleFixture.Case) throws {
        try compare(reference, updates: ScheduleFixture.torch.updates, tolerance: reference.isPlain ? 0 : 1e-14)
    }

    @Test(arguments: ScheduleFixture.traces.cases)
    func agreesWithRecordedRuns(_ reference: ScheduleFixture.Case) throws {
        try compare(reference, updates: ScheduleFixture.traces.updates, tolerance: reference.isPlain ? 0 : 1e-14)
    }

    private func compare(_ reference: ScheduleFixture.Case, updates: [Int], tolerance: Double) throws {
        let schedule = try reference.schedule()
        let rates = schedule.rates(base: reference.base, count: 300)
        try #require(rates.count == 300 && reference.rates.count == updates.count)
        for (update, expected) in zip(updates, reference.rates) {
            let error = (rates[update - 1] - expected).magnitude
            #expect(error <= tolerance * expected.magnitude, "update \(update): \(rates[update - 1]), not \(expected)")
        }
        let momenta = schedule.momenta(count: 300)
        #expect((momenta == nil) == (reference.momenta == nil))
        for (update, expected) in zip(updates, reference.momenta ?? []) {
            let error = ((momenta?[update - 1] ?? .nan) - expected).magnitude
            #expect(error <= tolerance * expected, "momentum of update \(update)")
        }
    }
}

@Suite struct ScheduleLawTests {
    @Test(arguments: ScheduleFixture.torch.cases)
    func ratesStayFiniteAndNotNegative(_ reference: ScheduleFixture.Case) throws {
        let rates = try reference.schedule().rates(base: reference.base, count: 400)
        #expect(rates.count == 400)
        #expect(rates.allSatisfy { $0.isFinite && $0 >= -1e-15 })
    }

    /// A shorter run is the beginning of a longer one.
    @Test(arguments: ScheduleFixture.torch.cases)
    func ratesDoNotDependOnTheCount(_ reference: ScheduleFixture.Case) throws {
        let schedule = try reference.schedule()
        #expect(schedule.rates(base: 0.2, count: 17) == Array(schedule.rates(base: 0.2, count: 90).prefix(17)))
        #expect(schedule.rates(base: 0.2, count: 0).isEmpty && schedule.rates(base: 0.2, count: -1).isEmpty)
    }

    @Test(arguments: ScheduleFixture.torch.cases)
    func aSequenceOfOneIsThatOne(_ reference: ScheduleFixture.Case) throws {
        // torch counts differently where sequences stand inside each other.
        guard reference.name != "SequentialLR" else { return }
        let one = try reference.schedule()
        let inner = HyperparameterValue.settings([reference.name: .settings(reference.settings)])
        let sequence = try makeSchedule("sequential-lr", [("schedulers", .list([inner])), ("milestones", .list([]))])
        #expect(sequence.rates(base: reference.base, count: 300) == one.rates(base: reference.base, count: 300))
        #expect(sequence.momenta(count: 300) == one.momenta(count: 300))
        #expect(sequence.longest == one.longest)
    }

    /// Extremes that would overflow, divide by 0 or take forever.
    @Test func extremesDoNotTrap() throws {
        let most = HyperparameterValue.number(1e9)
        let settings: [(String, [Setting])] = [
            ("CosineAnnealingWarmRestarts", [("T_0", .number(1)), ("T_mult", most)]),
            ("CosineAnnealingWarmRestarts", [("T_0", most), ("T_mult", most)]),
            ("OneCycleLR", [("max_lr", .number(1)), ("epochs", most), ("steps_per_epoch", most)]),
            ("OneCycleLR", [("max_lr", .number(1)), ("total_steps", .number(1))]),
            (
                "CyclicLR",
                [
                    ("base_lr", .number(0)), ("max_lr", .number(1)), ("step_size_up", .number(1)),
                    ("step_size_down", .number(0)), ("mode", .text("triangular2")),
                ]
            ),
            ("CosineAnnealingLR", [("T_max", .number(1))]), ("CosineAnnealingLR", [("T_max", most)]),
            ("PolynomialLR", [("total_iters", most), ("power", .number(1e300))]),
            ("StepLR", [("step_size", .number(1)), ("gamma", .number(0))]),
        ]
        for (name, settings) in settings {
            let rates = try makeSchedule(name, settings).rates(base: 0.1, count: 100_000)
            #expect(rates.count == 100_000 && rates.allSatisfy(\.isFinite), "\(name)")
        }
    }

    @Test func longestIsWhereTorchEnds() throws {
        func oneCycle(_ steps: Double) -> HyperparameterValue {
            .settings(["OneCycleLR": .settings(["max_lr": .number(0.1), "total_steps": .number(steps)])])
        }
        let steady = HyperparameterValue.settings(["ExponentialLR": .settings(["gamma": .number(1)])])
        func sequence(_ schedulers: [HyperparameterValue], _ milestones: [Double]) -> [Setting] {
            [("schedulers", .list(schedulers)), ("milestones", .list(milestones.map { .number($0) }))]
        }
        let table: [([Setting], Int?)] = [
            (sequence([steady], []), nil), (sequence([oneCycle(50)], []), 50),
            (sequence([oneCycle(50), steady], [50]), nil), (sequence([oneCycle(50), steady], [51]), 50),
            (sequence([steady, oneCycle(50)], [30]), 80), (sequence([oneCycle(5), steady, oneCycle(50)], [0, 7]), 57),
        ]
        for (settings, longest) in table { #expect(try makeSchedule("SequentialLR", settings).longest == longest) }
        let halves: [Setting] = [("max_lr", .number(1)), ("epochs", .number(3)), ("steps_per_epoch", .number(7))]
        let schedule = try makeSchedule("OneCycleLR", halves)
        #expect(schedule.longest == 21)
        let rates = schedule.rates(base: 1, count: 25)
        #expect(Set(rates.suffix(5)).count == 1)
    }

    @Test func settingsAreCompleteAndNamesFolded() throws {
        let schedule = try makeSchedule("step_lr", [("Step-Size", .number(3))])
        #expect(schedule.entry.id == "StepLR")
        #expect(schedule.hyperparameters.map(\.name) == ["step_size", "gamma"])
        #expect(schedule.hyperparameters.map(\.value) == [.number(3), .number(0.1)])
        #expect(schedule.given == ["step_size"])
        #expect(ScheduleCatalogue.entry(named: "ReduceLROnPlateau") == nil)
        for entry in ScheduleCatalogue.entries {
            #expect(!entry.summary.isEmpty && !entry.formula.isEmpty && entry.source.contains(entry.id))
            #expect(entry.hyperparameters.allSatisfy { !$0.summary.isEmpty })
        }
    }
}
