import Lanes

/// Up to a high rate and down to almost nothing, momentum the other way.
struct OneCycleScheduler: EpochScheduler {
    let length: Int
    let largestRate, divisor, finalDivisor: Double
    let baseMomentum, largestMomentum: Double
    let cyclesMomentum, followsCosine: Bool
    /// The parts of the cycle in their order; the last one ends with the schedule.
    let phases: [Phase]
    var clock = Clock()

    /// A part of the cycle: the epoch it ends with, and what it leads from and to.
    struct Phase {
        let end: Double
        let from, to: Place
        let momentumFrom, momentumTo: Place
    }

    /// A number of the group that phases begin or end with.
    enum Place { case initial, largest, smallest }

    init(_ settings: Settings, length: Int) {
        self.length = length
        largestRate = settings["max_lr"]
        divisor = settings["div_factor"]
        finalDivisor = settings["final_div_factor"]
        baseMomentum = settings["base_momentum"]
        largestMomentum = settings["max_momentum"]
        cyclesMomentum = settings.flag("cycle_momentum")
        followsCosine = settings.text("anneal_strategy") == "cos"
        let rise = settings["pct_start"] * Double(length) - 1
        let fall = 2 * settings["pct_start"] * Double(length) - 2
        let last = Double(length - 1)
        let first = Phase(end: rise, from: .initial, to: .largest, momentumFrom: .largest, momentumTo: .smallest)
        phases =
            settings.flag("three_phase")
            ? [
                first,
                Phase(end: fall, from: .largest, to: .initial, momentumFrom: .smallest, momentumTo: .largest),
                Phase(end: last, from: .initial, to: .smallest, momentumFrom: .largest, momentumTo: .largest),
            ]
            : [
                first,
                Phase(end: last, from: .largest, to: .smallest, momentumFrom: .smallest, momentumTo: .largest),
            ]
    }

    func prepare(_ group: inout ParameterGroup) {
        let initial = largestRate / divisor
        group.initialRate = initial
        (group.largestRate, group.smallestRate) = (largestRate, initial / finalDivisor)
        guard cyclesMomentum else { return }
        group.momentum = largestMomentum
        (group.baseMomentum, group.largestMomentum) = (baseMomentum, largestMomentum)
    }

    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double {
        let epoch = Double(min(clock.epoch, length - 1))
        var start = 0.0
        for (index, phase) in phases.enumerated() {
            guard epoch <= phase.end || index == phases.count - 1 else {
                start = phase.end
                continue
            }
            let part = (epoch - start) / (phase.end - start)
            if cyclesMomentum {
                group.momentum = between(
                    momentum(phase.momentumFrom, group), momentum(phase.momentumTo, group), at: part)
            }
            return between(rate(phase.from, group), rate(phase.to, group), at: part)
        }
        return group.rate
    }

    func longest(ahead: Int) -> Int? { length }

    private func between(_ start: Double, _ end: Double, at part: Double) -> Double {
        guard followsCosine else { return (end - start) * part + start }
        let height = (Double.pi * part).cosine() + 1
        return end + (start - end) / 2 * height
    }

    private func rate(_ place: Place, _ group: ParameterGroup) -> Double {
        switch place {
        case .initial: group.initialRate ?? group.rate
        case .largest: group.largestRate
        case .smallest: group.smallestRate
        }
    }

    private func momentum(_ place: Place, _ group: ParameterGroup) -> Double {
        place == .largest ? group.largestMomentum : group.baseMomentum
    }
}

extension ScheduleEntry {
    static let oneCycle = ScheduleEntry(
        "OneCycleLR", "up to a high rate and down to almost nothing, momentum the other way (Smith and Topin 2018)",
        formula: "η from max_lr/div_factor up to max_lr and down to max_lr/(div_factor · final_div_factor)",
        example: "max_lr: 0.03, total_steps: 300",
        [
            .rate("max_lr", nil, symbol: "$\\eta_{\\max}$", "highest rate"),
            .optionalCount("total_steps", "updates of the cycle; null: epochs × steps_per_epoch"),
            .optionalCount("epochs", "epochs of the cycle"),
            .optionalCount("steps_per_epoch", "updates of one epoch"),
            .factor("pct_start", .unit, 0.3, "part of the cycle in which the rate rises"),
            Hyperparameter(
                "anneal_strategy", .choice(["cos", "linear"]), default: .text("cos"), "the shape of rise and fall"),
        ] + Hyperparameter.cycledMomentum(base: 0.85, largest: 0.95) + [
            Hyperparameter(
                "div_factor", .number(.positive), default: .number(25), "highest rate divided by the first one"),
            Hyperparameter(
                "final_div_factor", .number(.positive), default: .number(1e4), "first rate divided by the last one"),
            Hyperparameter(
                "three_phase", .flag, default: .flag(false), "fall to the first rate as fast as it rose, then further"),
        ],
        conflicts: { settings in
            guard let length = length(settings) else {
                let help = "add 'total_steps: 300', say"
                return [SettingError("total_steps", missingLength, help: help, isAboutName: true)]
            }
            // torch divides by the length of a rise that ends with epoch 0.
            guard settings["pct_start"] * Double(length) - 1 == 0 else { return [] }
            let message = "pct_start · total_steps must not be 1: torch divides by the length of the rise, which is 0"
            return [SettingError("pct_start", message)]
        },
        makeScheduler: { OneCycleScheduler($0, length: length($0) ?? 1) })

    private static let missingLength = "OneCycleLR needs total_steps, or epochs and steps_per_epoch"

    /// The updates of the cycle; nil where the settings leave them open.
    private static func length(_ settings: Settings) -> Int? {
        if let steps = settings.optionalInteger("total_steps") { return steps }
        guard let epochs = settings.optionalInteger("epochs"),
            let steps = settings.optionalInteger("steps_per_epoch")
        else { return nil }
        let (product, overflows) = epochs.multipliedReportingOverflow(by: steps)
        return overflows ? .max : product
    }
}
