import Lanes

extension OptimizerEntry {
    static let adadelta = Self(
        "adadelta", "Adadelta", "steps in units of the steps before, free of a learning rate (Zeiler 2012)",
        TorchAdadelta.variant, OptaxAdadelta.variant, KerasAdadelta.variant, TextbookAdadelta.variant)
}

// In every convention `effective_lr` is η · RMS(Δ)/RMS(g), the factor of the gradient in the update just made: RMS(g)
// includes that update's gradient, RMS(Δ) the steps before it. The update knows it, so it is stored there.

/// `torch.optim.Adadelta` (`_single_tensor_adadelta`).
struct TorchAdadelta: LaneRule {
    let learningRate, rho, eps, weightDecay: Double

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.Adadelta, PyTorch 2.13",
        rule: "v ← ρ v + (1 − ρ) g², Δ = √(u + ε)/√(v + ε) · g, u ← ρ u + (1 − ρ) Δ², x ← x − η Δ",
        [
            .learningRate("lr", 1), .decay("rho", 0.9, .unit, symbol: "$\\rho$"),
            .epsilon("eps", 1e-6, "added under both roots"), .weightDecay(),
        ],
        makeRule: TorchAdadelta.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        rho = settings["rho"]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
    }

    static let squareAvg = Slot(0, "square_avg", moment: .second)
    static let accDelta = Slot(1, "acc_delta")
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.squareAvg, Self.accDelta, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        let squareAvg = rho * state[Self.squareAvg] + ((1 - rho) * g) * g
        let ratio = (state[Self.accDelta] + eps).squareRoot() / (squareAvg + eps).squareRoot()
        let delta = ratio * g
        state[Self.squareAvg] = squareAvg
        state[Self.accDelta] = rho * state[Self.accDelta] + ((1 - rho) * delta) * delta
        state[Self.effectiveRate] = seen.learningRate * ratio
        x = x - seen.learningRate * delta
    }
}

/// `optax.adadelta`: `add_decayed_weights`, `scale_by_adadelta`, `scale_by_learning_rate`.
struct OptaxAdadelta: LaneRule {
    let learningRate, rho, eps, weightDecay: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.adadelta, optax 0.2.8",
        rule: "v ← ρ v + (1 − ρ) g², Δ = √(u + ε)/√(v + ε) · g, u ← ρ u + (1 − ρ) Δ², x ← x − η Δ",
        [
            .learningRate("learning_rate", nil), .decay("rho", 0.9, .unit, symbol: "$\\rho$"),
            .epsilon("eps", 1e-6, "added under both roots"), .weightDecay(),
        ],
        makeRule: OptaxAdadelta.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        rho = settings["rho"]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
    }

    static let squaredGradients = Slot(0, "e_g", moment: .second)
    static let squaredUpdates = Slot(1, "e_x")
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.squaredGradients, Self.squaredUpdates, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = weightDecay == 0 ? seen.gradient : seen.gradient + weightDecay * x
        let squaredGradients = state[Self.squaredGradients].moment(with: g * g, decay: rho)
        let ratio = (state[Self.squaredUpdates] + eps).squareRoot() / (squaredGradients + eps).squareRoot()
        let update = ratio * g
        state[Self.squaredGradients] = squaredGradients
        state[Self.squaredUpdates] = state[Self.squaredUpdates].moment(with: update * update, decay: rho)
        state[Self.effectiveRate] = seen.learningRate * ratio
        x = x - seen.learningRate * update
    }
}

/// `keras.optimizers.Adadelta`.
struct KerasAdadelta: LaneRule {
    let learningRate, rho, epsilon: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Adadelta, Keras 3",
        rule: "v ← ρ v + (1 − ρ) g², Δ = √(u + ε) g/√(v + ε), u ← ρ u + (1 − ρ) Δ², x ← x − η Δ",
        [
            .learningRate("learning_rate", 0.001), .decay("rho", 0.95, .unit, symbol: "$\\rho$"),
            .epsilon("epsilon", 1e-7, "added under both roots"), .kerasWeightDecay(),
        ],
        makeRule: KerasAdadelta.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        rho = settings["rho"]
        epsilon = settings["epsilon"]
        weightDecay = settings.optional("weight_decay")
    }

    static let accumulatedGrad = Slot(0, "accumulated_grad", moment: .second)
    static let accumulatedDelta = Slot(1, "accumulated_delta_var")
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.accumulatedGrad, Self.accumulatedDelta, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        let accumulatedGrad = rho * state[Self.accumulatedGrad] + (1 - rho) * (g * g)
        let rootOfSteps = (state[Self.accumulatedDelta] + epsilon).squareRoot()
        let rootOfGradients = (accumulatedGrad + epsilon).squareRoot()
        let delta = (rootOfSteps * g) / rootOfGradients
        state[Self.accumulatedGrad] = accumulatedGrad
        state[Self.accumulatedDelta] = rho * state[Self.accumulatedDelta] + (1 - rho) * (delta * delta)
        state[Self.effectiveRate] = seen.learningRate * (rootOfSteps / rootOfGradients)
        x = x - seen.learningRate * delta
    }
}

/// Zeiler 2012, *ADADELTA*, algorithm 1; the paper has no learning rate, which is 1 here.
struct TextbookAdadelta: LaneRule {
    let learningRate, rho, eps: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Zeiler 2012, algorithm 1",
        rule: "E[g²] ← ρ E[g²] + (1 − ρ) g², Δ = −RMS[Δ]/RMS[g] · g, E[Δ²] ← ρ E[Δ²] + (1 − ρ) Δ², x ← x + η Δ",
        [
            .learningRate("lr", 1), .decay("rho", aliases: ["beta"], 0.95, symbol: "$\\rho$"),
            .epsilon("eps", 1e-6, "added under both roots"),
        ],
        makeRule: TextbookAdadelta.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        rho = settings["rho"]
        eps = settings["eps"]
    }

    static let squaredGradients = Slot(0, "E_g2", moment: .second)
    static let squaredSteps = Slot(1, "E_dx2")
    static let effectiveRate = Slot(2, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.squaredGradients, Self.squaredSteps, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let squaredGradients = rho * state[Self.squaredGradients] + (1 - rho) * (g * g)
        let ratio = (state[Self.squaredSteps] + eps).squareRoot() / (squaredGradients + eps).squareRoot()
        let delta = -(ratio * g)
        state[Self.squaredGradients] = squaredGradients
        state[Self.squaredSteps] = rho * state[Self.squaredSteps] + (1 - rho) * (delta * delta)
        state[Self.effectiveRate] = seen.learningRate * ratio
        x = x + seen.learningRate * delta
    }
}
