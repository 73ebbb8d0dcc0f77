/// Down to 0 along a power of the time left.
struct PolynomialScheduler: EpochScheduler {
    let power: Double
    let length: Int
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        guard !isInitial, clock.epoch <= length else { return group.rate }
        let left = 1 - Double(clock.epoch) / Double(length)
        let before = 1 - Double(clock.epoch - 1) / Double(length)
        // A sequence inside a sequence asks for epoch 0 as it would for any other; without a length torch fails there.
        return length == 0 ? group.rate : group.rate * (left / before).raised(to: power)
    }

    var rateAtStart: Double? { clock.baseRate }
    var obstacleToRestart: String? { length == 0 ? "divides by its total_iters there" : nil }
}

extension ScheduleEntry {
    static let polynomial = ScheduleEntry(
        "PolynomialLR", "down to 0 along a power of the time left",
        formula: "η = η₀ (1 − min(t, total_iters)/total_iters)^power", example: "total_iters: 200, power: 2",
        [
            .count("total_iters", from: 0, 5, "updates until 0"),
            Hyperparameter("power", .number(.nonNegative), default: .number(1), "1: a line, 2: a parabola"),
        ],
        makeScheduler: { PolynomialScheduler(power: $0["power"], length: $0.integer("total_iters")) })
}
