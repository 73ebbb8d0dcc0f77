import Lanes

extension OptimizerEntry {
    static let sgd = Self(
        "sgd", "SGD", "gradient descent, with momentum in the manner of Polyak or Nesterov",
        TorchSGD.variant, OptaxSGD.variant, KerasSGD.variant, TextbookSGD.variant)
}

/// `torch.optim.SGD` (`_single_tensor_sgd`). The first buffer is the gradient itself, undamped.
struct TorchSGD: LaneRule {
    let learningRate, momentum, dampening, weightDecay: Double
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.SGD, PyTorch 2.13",
        rule: "b ← μ b + (1 − τ) g, x ← x − η b",
        [
            .learningRate("lr", 1e-3), .momentum(),
            Hyperparameter(
                "dampening", .number(.nonNegative), default: .number(0), symbol: "$\\tau$", "dampening of the momentum"),
            .weightDecay(), .flag("nesterov", symbol: "Nesterov", "Nesterov's momentum"),
        ],
        conflicts: { settings in
            guard settings.flag("nesterov"), settings["momentum"] <= 0 || settings["dampening"] != 0 else { return [] }
            return [SettingError("nesterov", "nesterov needs a momentum greater than 0 and a dampening of 0")]
        },
        makeRule: TorchSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        momentum = settings["momentum"]
        dampening = settings["dampening"]
        weightDecay = settings["weight_decay"]
        nesterov = settings.flag("nesterov")
    }

    static let momentumBuffer = Slot(0, "momentum_buffer")
    var slots: [Slot] { momentum == 0 ? [] : [Self.momentumBuffer] }
    /// There is room for the buffer also where only a schedule brings momentum in.
    func initialState<L: Lane>() -> State<L> { State([Self.momentumBuffer]) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let momentum = seen.momentum ?? momentum
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        if momentum != 0 {
            let damped = momentum * state[Self.momentumBuffer] + (1 - dampening) * g
            let buffer = seen.step == 1 ? g : damped
            state[Self.momentumBuffer] = buffer
            g = nesterov ? g + momentum * buffer : buffer
        }
        x = x - seen.learningRate * g
    }
}

/// `optax.sgd`: `trace`, then `scale_by_learning_rate`.
struct OptaxSGD: LaneRule {
    let learningRate: Double
    let momentum: Double?
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .optax, source: "optax.sgd, optax 0.2.8",
        rule: "t ← g + μ t, x ← x − η t",
        [
            .learningRate("learning_rate", nil), .nullableMomentum(),
            .flag("nesterov", symbol: "Nesterov", "Nesterov's momentum"),
        ],
        makeRule: OptaxSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        momentum = settings.optional("momentum")
        nesterov = settings.flag("nesterov")
    }

    static let trace = Slot(0, "trace")
    var slots: [Slot] { momentum == nil ? [] : [Self.trace] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        var update = seen.gradient
        if let momentum {
            let trace = update + momentum * state[Self.trace]
            state[Self.trace] = trace
            update = nesterov ? update + momentum * trace : trace
        }
        x = x - seen.learningRate * update
    }
}

/// `keras.optimizers.SGD`: the learning rate goes into the velocity.
struct KerasSGD: LaneRule {
    let learningRate, momentum: Double
    let nesterov: Bool
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.SGD, Keras 3",
        rule: "m ← μ m − η g, x ← x + m",
        [
            .learningRate("learning_rate", 0.01), .momentum(.unit),
            .flag("nesterov", symbol: "Nesterov", "Nesterov's momentum"),
            .kerasWeightDecay(),
        ],
        makeRule: KerasSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        momentum = settings["momentum"]
        nesterov = settings.flag("nesterov")
        weightDecay = settings.optional("weight_decay")
    }

    static let velocity = Slot(0, "momentum")
    var slots: [Slot] { momentum == 0 ? [] : [Self.velocity] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let scaled = seen.learningRate * seen.gradient
        guard momentum != 0 else {
            x = x - scaled
            return
        }
        let velocity = momentum * state[Self.velocity] - scaled
        state[Self.velocity] = velocity
        x = x + (nesterov ? momentum * velocity - scaled : velocity)
    }
}

/// Gradient descent with heavy-ball momentum (Polyak 1964, as Goh 2017 writes it), or Nesterov's momentum in the form of
/// Sutskever et al. 2013, equations 3 and 4: the gradient is taken where the velocity alone would lead, while the points
/// recorded are those reached, x. With a constant rate, v here is −1/η times the velocity there.
struct TextbookSGD: LaneRule {
    let learningRate, momentum: Double
    let nesterov: Bool

    static let variant = OptimizerVariant(
        .textbook, source: "Polyak 1964; Sutskever et al. 2013, equations 1–4",
        rule: "v ← β v + ∇f(x), x ← x − η v; Nesterov: ∇f(x − η β v)",
        [
            .learningRate("lr", 0.01), .momentum(aliases: ["beta"], .belowOne),
            .flag("nesterov", "take the gradient where the velocity leads"),
        ],
        makeRule: TextbookSGD.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        momentum = settings["momentum"]
        nesterov = settings.flag("nesterov")
    }

    static let velocity = Slot(0, "v")
    var slots: [Slot] { momentum == 0 ? [] : [Self.velocity] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        guard momentum != 0 else {
            x = x - seen.learningRate * seen.gradient
            return
        }
        let inertia = momentum * state[Self.velocity]
        let g = nesterov ? seen.evaluate(x - seen.learningRate * inertia).gradient : seen.gradient
        let velocity = inertia + g
        state[Self.velocity] = velocity
        x = x - seen.learningRate * velocity
    }
}
