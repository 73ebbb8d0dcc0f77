/// Down along half a wave of the cosine, and up again if the run goes on.
struct CosineAnnealingScheduler: EpochScheduler {
    let length: Int
    let floor: Double
    var clock = Clock()

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        if isInitial { return group.rate }
        // Just after a low point the ratio below would divide by 0.
        if (clock.epoch - 1 - length) % (2 * length) == 0 {
            let rise = 1 - Double.cosineOfTurn(1, of: length)
            return group.rate + (clock.baseRate - floor) * rise / 2
        }
        let now = 1 + Double.cosineOfTurn(clock.epoch, of: length)
        let before = 1 + Double.cosineOfTurn(clock.epoch - 1, of: length)
        return now / before * (group.rate - floor) + floor
    }

    var rateAtStart: Double? { floor + (clock.baseRate - floor) * 2 / 2 }
}

extension ScheduleEntry {
    static let cosineAnnealing = ScheduleEntry(
        "CosineAnnealingLR", "down along half a wave of the cosine",
        formula: "η = η_min + (η₀ − η_min)(1 + cos(π t/T_max))/2", example: "T_max: 300",
        [
            .count("T_max", nil, symbol: "$T_{\\max}$", "updates from the highest rate to the lowest"),
            .rate("eta_min", 0, symbol: "$\\eta_{\\min}$", "lowest rate"),
        ],
        makeScheduler: { CosineAnnealingScheduler(length: max(1, $0.integer("T_max")), floor: $0["eta_min"]) })
}
