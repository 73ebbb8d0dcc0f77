/// A factor at each milestone; a milestone that stands twice counts twice.
struct MultiStepScheduler: EpochScheduler {
    let milestones: [Int: Int]
    let gamma: Double
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        guard let times = milestones[clock.epoch] else { return group.rate }
        return group.rate * gamma.raised(to: Double(times))
    }

    var rateAtStart: Double? { clock.baseRate * gamma.raised(to: Double(milestones[0] ?? 0)) }
}

extension ScheduleEntry {
    static let multiStep = ScheduleEntry(
        "MultiStepLR", "a factor at each of the milestones", formula: "η = η₀ γⁿ after n milestones",
        example: "milestones: [100, 200], gamma: 0.1",
        [
            Hyperparameter("milestones", .milestones, default: nil, "the epochs at which the rate steps"),
            .gamma(0.1, "factor of the rate at each milestone"),
        ],
        makeScheduler: { settings in
            let counted = Dictionary(settings.integers("milestones").map { ($0, 1) }, uniquingKeysWith: +)
            return MultiStepScheduler(milestones: counted, gamma: settings["gamma"])
        })
}
