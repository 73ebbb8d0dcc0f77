import Lanes

/// Up and down between two rates, again and again, momentum the other way.
struct CyclicScheduler: EpochScheduler {
    let baseRate, largestRate: Double
    let rise, fall: Int
    let mode: Mode
    let cyclesMomentum: Bool
    let baseMomentum, largestMomentum: Double
    var clock = Clock()

    /// How the height of the cycles changes.
    enum Mode {
        case constant
        case halving
        case falling(gamma: Double)
    }

    func prepare(_ group: inout ParameterGroup) {
        group.rate = baseRate
        guard cyclesMomentum else { return }
        group.momentum = largestMomentum
        (group.baseMomentum, group.largestMomentum) = (baseMomentum, largestMomentum)
    }

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        let length = Double(rise) + Double(fall)
        let risingPart = Double(rise) / length
        let passed = 1 + Double(clock.epoch) / length
        let cycle = passed.rounded(.down)
        let part = passed - cycle
        let height = part <= risingPart ? part / risingPart : (part - 1) / (risingPart - 1)
        let scale = scale(cycle: cycle)
        if cyclesMomentum {
            let momentumHeight = (largestMomentum - baseMomentum) * height
            group.momentum = largestMomentum - momentumHeight * scale
        }
        let rateHeight = (largestRate - baseRate) * height
        return baseRate + rateHeight * scale
    }

    private func scale(cycle: Double) -> Double {
        switch mode {
        case .constant: 1
        // Beyond 2⁻¹⁰⁷⁴ there is only 0.
        case .halving: Double(sign: .plus, exponent: -Int(min(cycle - 1, 2000)), significand: 1)
        case .falling(let gamma): gamma.raised(to: Double(clock.epoch))
        }
    }
}

extension ScheduleEntry {
    static let cyclic = ScheduleEntry(
        "CyclicLR", "up and down between two rates, momentum the other way (Smith 2017)",
        formula: "η from base_lr up to max_lr in step_size_up updates and back in step_size_down, then again",
        example: "base_lr: 0.001, max_lr: 0.03, step_size_up: 50",
        [
            .rate("base_lr", nil, symbol: "$\\eta_{\\min}$", "lowest rate"),
            .rate("max_lr", nil, symbol: "$\\eta_{\\max}$", "highest rate"),
            .count("step_size_up", 2000, "updates of a rise"),
            .optionalCount("step_size_down", from: 0, "updates of a fall; null: as many as of a rise"),
            Hyperparameter(
                "mode", .choice(["triangular", "triangular2", "exp_range"]), default: .text("triangular"),
                "cycles of one height, half as high each time, or shrinking by gamma"),
            .gamma(1, "factor of the height after every update, for exp_range"),
        ] + Hyperparameter.cycledMomentum(base: 0.8, largest: 0.9),
        makeScheduler: { settings in
            let rise = max(1, settings.integer("step_size_up"))
            let mode: CyclicScheduler.Mode =
                switch settings.text("mode") {
                case "triangular2": .halving
                case "exp_range": .falling(gamma: settings["gamma"])
                default: .constant
                }
            return CyclicScheduler(
                baseRate: settings["base_lr"], largestRate: settings["max_lr"], rise: rise,
                fall: settings.optionalInteger("step_size_down") ?? rise, mode: mode,
                cyclesMomentum: settings.flag("cycle_momentum"), baseMomentum: settings["base_momentum"],
                largestMomentum: settings["max_momentum"])
        })
}
