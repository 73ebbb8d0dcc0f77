/// A factor once every so many updates.
struct StepScheduler: EpochScheduler {
    let size: Int
    let gamma: Double
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        clock.epoch == 0 || clock.epoch % size != 0 ? group.rate : group.rate * gamma
    }

    var rateAtStart: Double? { clock.baseRate }
}

extension ScheduleEntry {
    static let step = ScheduleEntry(
        "StepLR", "a factor once every step_size updates", formula: "η = η₀ γ^⌊t/step_size⌋",
        example: "step_size: 50, gamma: 0.5",
        [
            .count("step_size", nil, "updates between two steps"),
            .gamma(0.1, "factor of the rate at each step"),
        ],
        makeScheduler: { StepScheduler(size: max(1, $0.integer("step_size")), gamma: $0["gamma"]) })
}
