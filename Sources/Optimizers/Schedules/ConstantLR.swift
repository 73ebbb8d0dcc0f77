/// A smaller rate at first, then the whole.
struct ConstantScheduler: EpochScheduler {
    let factor: Double
    let length: Int
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        if clock.epoch == 0 { return group.rate * factor }
        return clock.epoch == length ? group.rate * (1 / factor) : group.rate
    }

    var rateAtStart: Double? { clock.baseRate * (factor + (length == 0 ? 1 - factor : 0)) }
}

extension ScheduleEntry {
    static let constant = ScheduleEntry(
        "ConstantLR", "a part of the rate for the first updates",
        formula: "η = factor · η₀ while t < total_iters, then η₀",
        example: "factor: 0.5, total_iters: 10",
        [
            .factor("factor", .unit, 1.0 / 3, "part of the base rate at first"),
            .count("total_iters", from: 0, 5, "updates with the smaller rate"),
        ],
        conflicts: { settings in
            guard settings["factor"] == 0, settings.integer("total_iters") > 0 else { return [] }
            return [SettingError("factor", "factor must be greater than 0: torch divides by it after total_iters")]
        },
        makeScheduler: { ConstantScheduler(factor: $0["factor"], length: $0.integer("total_iters")) })
}
