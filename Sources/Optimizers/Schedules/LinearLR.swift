/// From one factor of the base rate to another along a line.
struct LinearScheduler: EpochScheduler {
    let start, end: Double
    let length: Int
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        if clock.epoch == 0 { return group.rate * start }
        guard !isInitial, clock.epoch <= length else { return group.rate }
        let passed = Double(clock.epoch - 1) * (end - start)
        let before = Double(length) * start + passed
        return group.rate * (1 + (end - start) / before)
    }

    var rateAtStart: Double? { clock.baseRate * start }
    var obstacleToRestart: String? { length == 0 ? "divides by its total_iters there" : nil }
}

extension ScheduleEntry {
    static let linear = ScheduleEntry(
        "LinearLR", "from one part of the rate to another along a line: a warm-up",
        formula: "η = η₀ (start_factor + (end_factor − start_factor) · min(t, total_iters)/total_iters)",
        example: "start_factor: 0.1, total_iters: 30",
        [
            Hyperparameter(
                "start_factor", .number(.aboveZeroToOne), default: .number(1.0 / 3), "part of the base rate at first"),
            .factor("end_factor", .unit, 1, "part of the base rate at the end"),
            .count("total_iters", from: 0, 5, "updates until the end"),
        ],
        makeScheduler: {
            LinearScheduler(start: $0["start_factor"], end: $0["end_factor"], length: $0.integer("total_iters"))
        })
}
