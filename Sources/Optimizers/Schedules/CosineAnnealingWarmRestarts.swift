/// Half waves of the cosine, each from the top and as many times as long as the one before.
struct WarmRestartScheduler: EpochScheduler {
    let firstLength, growth: Int
    let floor: Double
    var clock = Clock()
    private var epochOfWave = -1
    private var length: Int

    init(firstLength: Int, growth: Int, floor: Double) {
        (self.firstLength, self.growth, self.floor) = (firstLength, growth, floor)
        length = firstLength
    }

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        let height = 1 + Double.cosineOfTurn(epochOfWave, of: length)
        return floor + (clock.baseRate - floor) * height / 2
    }

    mutating func begin(_ group: inout ParameterGroup) { advance(&group) }

    mutating func advance(_ group: inout ParameterGroup) {
        if clock.epoch < 0 {
            (clock.epoch, epochOfWave, length) = (0, 0, firstLength)
        } else {
            clock.epoch += 1
            epochOfWave += 1
            if epochOfWave >= length {
                epochOfWave %= length
                let (product, overflows) = length.multipliedReportingOverflow(by: growth)
                length = overflows ? .max : product
            }
        }
        group.rate = rate(&group, isInitial: false)
    }
}

extension ScheduleEntry {
    static let warmRestarts = ScheduleEntry(
        "CosineAnnealingWarmRestarts", "half waves of the cosine, each from the top",
        formula: "η = η_min + (η₀ − η_min)(1 + cos(π t/T))/2, t from 0 again after T = T₀, T₀ T_mult, T₀ T_mult², …",
        example: "T_0: 50, T_mult: 2",
        [
            .count("T_0", nil, symbol: "$T_0$", "updates of the first wave"),
            .count("T_mult", 1, symbol: "$T_\\mathrm{mult}$", "how many times as long as the one before a wave is"),
            .rate("eta_min", 0, symbol: "$\\eta_{\\min}$", "lowest rate"),
        ],
        makeScheduler: {
            WarmRestartScheduler(
                firstLength: max(1, $0.integer("T_0")), growth: max(1, $0.integer("T_mult")), floor: $0["eta_min"])
        })
}
