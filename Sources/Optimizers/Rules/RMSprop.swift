import Lanes

extension OptimizerEntry {
    static let rmsprop = Self(
        "rmsprop", "RMSprop", "divides the gradient by the root of its recent mean square (Tieleman and Hinton 2012)",
        TorchRMSprop.variant, OptaxRMSprop.variant, KerasRMSprop.variant, TextbookRMSprop.variant)
}

/// `torch.optim.RMSprop` (`_single_tensor_rmsprop`): ε outside the root, the rate outside the buffer.
struct TorchRMSprop: LaneRule {
    let learningRate, alpha, eps, weightDecay, momentum: Double
    let centered: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.RMSprop, PyTorch 2.13",
        rule: "v ← α v + (1 − α) g², x ← x − η g/(√v + ε)",
        [
            .learningRate("lr", 0.01), .decay("alpha", 0.99, .nonNegative, symbol: "$\\alpha$"),
            .epsilon("eps", 1e-8, "added to the root"), .weightDecay(), .momentum(),
            .flag("centered", "divide by the standard deviation"),
        ],
        makeRule: TorchRMSprop.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        alpha = settings["alpha"]
        eps = settings["eps"]
        weightDecay = settings["weight_decay"]
        momentum = settings["momentum"]
        centered = settings.flag("centered")
    }

    static let squareAvg = Slot(0, "square_avg", moment: .second)
    static let gradAvg = Slot(1, "grad_avg", moment: .first)
    static let momentumBuffer = Slot(2, "momentum_buffer")
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] {
        [Self.squareAvg] + (centered ? [Self.gradAvg] : []) + (momentum > 0 ? [Self.momentumBuffer] : [])
            + [Self.effectiveRate]
    }
    /// There is room for the buffer also where only a schedule brings momentum in.
    func initialState<L: Lane>() -> State<L> { State(slots + [Self.momentumBuffer]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let momentum = seen.momentum ?? momentum
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        state[Self.squareAvg] = alpha * state[Self.squareAvg] + ((1 - alpha) * g) * g
        if centered { state[Self.gradAvg] = state[Self.gradAvg].lerp(to: g, weight: 1 - alpha) }
        let denominator = denominator(state)
        if momentum > 0 {
            state[Self.momentumBuffer] = momentum * state[Self.momentumBuffer] + g / denominator
            x = x - seen.learningRate * state[Self.momentumBuffer]
        } else {
            x = x + (-seen.learningRate * g) / denominator
        }
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / denominator(state)
    }

    private func denominator<L: Lane>(_ state: borrowing State<L>) -> Pair<L> {
        var variance = state[Self.squareAvg]
        if centered { variance = variance - state[Self.gradAvg] * state[Self.gradAvg] }
        return variance.squareRoot() + eps
    }
}

/// `optax.rmsprop`: `scale_by_rms` or `scale_by_stddev`, `scale_by_learning_rate`, `trace`.
struct OptaxRMSprop: LaneRule {
    let learningRate, decay, eps, initialScale: Double
    let epsInSqrt, centered, nesterov, biasCorrection: Bool
    let momentum: Double?

    static let variant = OptimizerVariant(
        .optax, source: "optax.rmsprop, optax 0.2.8",
        rule: "v ← ρ v + (1 − ρ) g², x ← x − η g/√(v + ε)",
        [
            .learningRate("learning_rate", nil), .decay("decay", 0.9, symbol: "$\\rho$"),
            .epsilon("eps", 1e-8, "added under or to the root"),
            Hyperparameter(
                "initial_scale", .number(.nonNegative), default: .number(0), symbol: "$v_0$", "the average at the start"
            ),
            .flag("eps_in_sqrt", default: true, "put eps under the root"),
            .flag("centered", "divide by the standard deviation"), .nullableMomentum(),
            .flag("nesterov", "Nesterov's momentum"), .flag("bias_correction", "correct the averages' bias to zero"),
        ],
        makeRule: OptaxRMSprop.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        decay = settings["decay"]
        eps = settings["eps"]
        initialScale = settings["initial_scale"]
        epsInSqrt = settings.flag("eps_in_sqrt")
        centered = settings.flag("centered")
        momentum = settings.optional("momentum")
        nesterov = settings.flag("nesterov")
        biasCorrection = settings.flag("bias_correction")
    }

    static let nu = Slot(0, "nu", moment: .second)
    static let mu = Slot(1, "mu", moment: .first)
    static let trace = Slot(2, "trace")
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] {
        [Self.nu] + (centered ? [Self.mu] : []) + (momentum != nil ? [Self.trace] : []) + [Self.effectiveRate]
    }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots, powersOf: [decay])
        state[Self.nu] = Pair(repeating: initialScale)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        if biasCorrection { state.powers[0].advance() }
        if centered { state[Self.mu] = state[Self.mu].moment(with: g, decay: decay) }
        state[Self.nu] = state[Self.nu].moment(with: g * g, decay: decay)
        var update = -seen.learningRate * (scaling(state) * g)
        if let momentum {
            let trace = update + momentum * state[Self.trace]
            state[Self.trace] = trace
            update = nesterov ? update + momentum * trace : trace
        }
        x = x + update
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate * scaling(state)
    }

    private func scaling<L: Lane>(_ state: borrowing State<L>) -> Pair<L> {
        let correction = biasCorrection ? 1 - state.powers[0].value : 1
        var variance = state[Self.nu] / correction
        if centered {
            let mean = state[Self.mu] / correction
            variance = variance - mean * mean
        }
        return 1 / variance.root(epsilon: eps, inside: epsInSqrt)
    }
}

/// `keras.optimizers.RMSprop`: ε under the root, the rate inside the momentum.
struct KerasRMSprop: LaneRule {
    let learningRate, rho, momentum, epsilon: Double
    let centered: Bool
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.RMSprop, Keras 3",
        rule: "v ← ρ v + (1 − ρ) g², x ← x − η g/√(v + ε)",
        [
            .learningRate("learning_rate", 0.001), .decay("rho", 0.9, .unit, symbol: "$\\rho$"), .momentum(.unit),
            .epsilon("epsilon", 1e-7, "added under the root"), .flag("centered", "divide by the standard deviation"),
            .kerasWeightDecay(),
        ],
        makeRule: KerasRMSprop.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        rho = settings["rho"]
        momentum = settings["momentum"]
        epsilon = settings["epsilon"]
        centered = settings.flag("centered")
        weightDecay = settings.optional("weight_decay")
    }

    static let velocity = Slot(0, "velocity", moment: .second)
    static let averageGradient = Slot(1, "average_gradient", moment: .first)
    static let momentumVariable = Slot(2, "momentum")
    static let effectiveRate = Slot(3, "effective_lr", isDerived: true)
    var slots: [Slot] {
        [Self.velocity] + (centered ? [Self.averageGradient] : []) + (momentum > 0 ? [Self.momentumVariable] : [])
            + [Self.effectiveRate]
    }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let g = seen.gradient
        state[Self.velocity] = rho * state[Self.velocity] + (1 - rho) * (g * g)
        if centered { state[Self.averageGradient] = rho * state[Self.averageGradient] + (1 - rho) * g }
        var increment = (seen.learningRate * g) / denominator(state)
        if momentum > 0 {
            increment = momentum * state[Self.momentumVariable] + increment
            state[Self.momentumVariable] = increment
        }
        x = x - increment
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / denominator(state)
    }

    private func denominator<L: Lane>(_ state: borrowing State<L>) -> Pair<L> {
        var variance = state[Self.velocity]
        if centered { variance = variance - state[Self.averageGradient] * state[Self.averageGradient] }
        return (variance + epsilon).squareRoot()
    }
}

/// RMSprop as lectures write it after Tieleman and Hinton 2012 (*Neural Networks for Machine Learning*, lecture 6.5).
struct TextbookRMSprop: LaneRule {
    let learningRate, beta, eps: Double
    let epsInside: Bool

    static let variant = OptimizerVariant(
        .textbook, source: "Tieleman and Hinton 2012, lecture 6.5",
        rule: "v ← β v + (1 − β) g², x ← x − η g/(√v + ε)",
        [
            .learningRate("lr", 0.001), .decay("beta", aliases: ["rho"], 0.9, symbol: "$\\beta$"),
            .epsilon("eps", 1e-8, "added to the root"), .epsilonInside(),
        ],
        makeRule: TextbookRMSprop.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        beta = settings["beta"]
        eps = settings["eps"]
        epsInside = settings.flag("eps_inside")
    }

    static let average = Slot(0, "v", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.average, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        let v = beta * state[Self.average] + (1 - beta) * (g * g)
        state[Self.average] = v
        x = x - (seen.learningRate * g) / v.root(epsilon: eps, inside: epsInside)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / state[Self.average].root(epsilon: eps, inside: epsInside)
    }
}
