/// A factor after every update.
struct ExponentialScheduler: EpochScheduler {
    let gamma: Double
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        isInitial ? group.rate : group.rate * gamma
    }

    var rateAtStart: Double? { clock.baseRate }
}

extension ScheduleEntry {
    static let exponential = ScheduleEntry(
        "ExponentialLR", "a factor after every update", formula: "η = η₀ γᵗ", example: "gamma: 0.99",
        [.gamma(nil, "factor of the rate after every update")],
        makeScheduler: { ExponentialScheduler(gamma: $0["gamma"]) })
}
