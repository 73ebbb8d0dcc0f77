import Lanes

extension OptimizerEntry {
    static let scheduleFreeSGD = Self(
        "schedule_free_sgd", "Schedule-free SGD",
        "gradient descent whose running average stands in for a schedule (Defazio et al. 2024)",
        ScheduleFreeSGD.variant)
    static let scheduleFreeAdamW = Self(
        "schedule_free_adamw", "Schedule-free AdamW",
        "AdamW without momentum, whose running average stands in for a schedule (Defazio et al. 2024)",
        ScheduleFreeAdamW.variant)
}

/// `schedule_free` of optax around a base rule's update.
///
/// The points recorded are y, where gradients are taken; z is where the base rule stands, and `eval_x` the weighted
/// average of z, which the authors evaluate.
private struct Averaging {
    let b1, power: Double
    /// The steps of the warmup; 0: none.
    let warmup: Int

    init(_ settings: Settings) {
        b1 = settings["b1"]
        power = settings["weight_lr_power"]
        warmup = settings.integer("warmup_steps")
    }

    static let z = Slot(0, "z")
    static let evalX = Slot(1, "eval_x")

    /// The hidden pair whose x is the sum of the weights and whose y is the largest rate so far.
    static let weights = 0

    /// The learning rate after `count` steps of a linear warmup to `peak`. The library's is the same in single precision,
    /// whatever the precision of the parameters.
    private func rate(_ peak: Double, after count: Int) -> Double {
        guard warmup > 0 else { return peak }
        let rest = 1 - Double(min(count, warmup)) / Double(warmup)
        return (0 - peak) * rest + peak
    }

    /// The learning rate of the base rule, which counts its steps from 0.
    func baseRate<L: Lane>(_ seen: borrowing Observation<L>) -> Double {
        rate(seen.learningRate, after: seen.step - 1)
    }

    /// Moves z by the base rule's update and y to where z and the new average put it.
    func move<L: Lane>(
        _ y: inout Pair<L>, by update: Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>
    ) {
        let z = seen.step == 1 ? y : state[Self.z]
        let nextZ = z + update
        let fraction = nextFraction(rate(seen.learningRate, after: seen.step), &state)
        let average = (1 - fraction) * evaluated(y, z) + fraction * nextZ
        let target = b1 * average + (1 - b1) * nextZ
        y = y + (target - y)
        state[Self.z] = nextZ
        state[Self.evalX] = evaluated(y, nextZ)
    }

    /// The average that y and z imply.
    private func evaluated<L: Lane>(_ y: Pair<L>, _ z: Pair<L>) -> Pair<L> { (y - (1 - b1) * z) / b1 }

    /// The weight of the newest z among all: the largest rate so far to a power, the same in every lane.
    private func nextFraction<L: Lane>(_ rate: Double, _ state: inout State<L>) -> Double {
        let before = state.hidden[Self.weights]
        let largest = max(before.y[lane: 0], rate)
        let weight = largest.power(power)
        let sum = before.x[lane: 0] + weight
        state.hidden[Self.weights] = Pair(x: L(repeating: sum), y: L(repeating: largest))
        let fraction = weight / sum
        return fraction.isNaN && !weight.isNaN && !sum.isNaN ? 0 : fraction
    }
}

extension Hyperparameter {
    /// What both optimizers share, b1 apart from the rest so that each keeps the library's order.
    fileprivate static let averagingB1 = Self(
        "b1", .number(.inside), default: .number(0.9), symbol: "$\\beta_1$", "weight of the average in y")

    fileprivate static let warmupSteps = Self(
        "warmup_steps", .integer(1...1_000_000), isNullable: true, default: .null,
        "steps in which the rate grows from 0; null: none")

    fileprivate static let weightPower = Self(
        "weight_lr_power", .number(.any), default: .number(2), "power of the largest rate in the weights of the average"
    )
}

/// `optax.contrib.schedule_free_sgd`.
struct ScheduleFreeSGD: LaneRule {
    let learningRate: Double
    let weightDecay: Double?
    private let averaging: Averaging

    static let variant = OptimizerVariant(
        .optax, source: "optax.contrib.schedule_free_sgd, optax 0.2.8",
        rule: "z ← z − η ∇f(y), x ← (1 − c) x + c z, y = β₁ x + (1 − β₁) z",
        [
            .learningRate("learning_rate", 1), .warmupSteps, .averagingB1,
            Hyperparameter(
                "weight_decay", .number(.nonNegative), isNullable: true, default: .null, symbol: "$\\lambda$",
                "weight decay, added to the gradient; null: none"),
            .weightPower,
        ],
        makeRule: ScheduleFreeSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        weightDecay = settings.optional("weight_decay")
        averaging = Averaging(settings)
    }

    var slots: [Slot] { [Averaging.z, Averaging.evalX] }
    func initialState<L: Lane>() -> State<L> { State(slots, hidden: 1) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        var g = seen.gradient
        if let weightDecay { g = g + weightDecay * x }
        averaging.move(&x, by: -(averaging.baseRate(seen) * g), seen, &state)
    }
}

/// `optax.contrib.schedule_free_adamw`: `scale_by_rms` with bias correction in place of Adam without momentum.
/// `effective_lr` is the factor of the gradient in the last move of z.
struct ScheduleFreeAdamW: LaneRule {
    let learningRate, b2, eps, weightDecay: Double
    private let averaging: Averaging

    static let variant = OptimizerVariant(
        .optax, source: "optax.contrib.schedule_free_adamw, optax 0.2.8",
        rule: "z ← z − η (g/(√v̂ + ε) + λ y), x ← (1 − c) x + c z, y = β₁ x + (1 − β₁) z",
        [
            .learningRate("learning_rate", 0.0025), .warmupSteps, .averagingB1, .b2(0.999),
            .epsilon("eps", 1e-8, "added to the root"), .optaxWeightDecay(0), .weightPower,
        ],
        makeRule: ScheduleFreeAdamW.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        b2 = settings["b2"]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        averaging = Averaging(settings)
    }

    static let nu = Slot(2, "nu", moment: .second)
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] { [Averaging.z, Averaging.evalX, Self.nu, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots, powersOf: [b2], hidden: 1) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.nu] = state[Self.nu].moment(with: g * g, decay: b2)
        state.powers[0].advance()
        let update = (1 / divisor(state)) * g + weightDecay * x
        averaging.move(&x, by: -(averaging.baseRate(seen) * update), seen, &state)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = averaging.baseRate(seen) / divisor(state)
    }

    private func divisor<L: Lane>(_ state: State<L>) -> Pair<L> {
        let corrected = state[Self.nu] / (1 - state.powers[0].value)
        return corrected.squareRoot() + eps
    }
}
