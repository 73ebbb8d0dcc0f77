import Lanes

extension OptimizerEntry {
    static let adagrad = Self(
        "adagrad", "Adagrad", "each parameter's rate falls with the sum of its squared gradients (Duchi et al. 2011)",
        TorchAdagrad.variant, OptaxAdagrad.variant, KerasAdagrad.variant, TextbookAdagrad.variant)
}

/// `torch.optim.Adagrad` (`_single_tensor_adagrad`).
struct TorchAdagrad: LaneRule {
    let learningRate, lrDecay, weightDecay, initialAccumulator, eps: Double

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.Adagrad, PyTorch 2.13",
        rule: "s ← s + g², x ← x − η/(1 + (t − 1) d) · g/(√s + ε)",
        [
            .learningRate("lr", 0.01),
            Hyperparameter("lr_decay", .number(.nonNegative), default: .number(0), symbol: "$d$", "decay of the rate"),
            .weightDecay(), .initialAccumulator(0, "the sum at the start"),
            .epsilon("eps", 1e-10, "added to the root"),
        ],
        makeRule: TorchAdagrad.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        lrDecay = settings["lr_decay"]
        weightDecay = settings["weight_decay"]
        initialAccumulator = settings["initial_accumulator_value"]
        eps = settings["eps"]
    }

    static let sum = Slot(0, "sum", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.sum, Self.effectiveRate] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots)
        state[Self.sum] = Pair(repeating: initialAccumulator)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        let sum = state[Self.sum] + g * g
        state[Self.sum] = sum
        x = x + (-rate(seen) * g) / (sum.squareRoot() + eps)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = rate(seen) / (state[Self.sum].squareRoot() + eps)
    }

    private func rate<L: Lane>(_ seen: borrowing Observation<L>) -> Double {
        seen.learningRate / (1 + Double(seen.step - 1) * lrDecay)
    }
}

/// `optax.adagrad`: `scale_by_rss`, then `scale_by_learning_rate`.
struct OptaxAdagrad: LaneRule {
    let learningRate, initialAccumulator, eps: Double

    static let variant = OptimizerVariant(
        .optax, source: "optax.adagrad, optax 0.2.8",
        rule: "s ← s + g², x ← x − η g/√(s + ε)",
        [
            .learningRate("learning_rate", nil), .initialAccumulator(0.1, "the sum at the start"),
            .epsilon("eps", 1e-7, "added under the root"),
        ],
        makeRule: OptaxAdagrad.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        initialAccumulator = settings["initial_accumulator_value"]
        eps = settings["eps"]
    }

    static let sumOfSquares = Slot(0, "sum_of_squares", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.sumOfSquares, Self.effectiveRate] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots)
        state[Self.sumOfSquares] = Pair(repeating: initialAccumulator)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let sum = seen.gradient * seen.gradient + state[Self.sumOfSquares]
        state[Self.sumOfSquares] = sum
        x = x - seen.learningRate * (inverseRoot(sum) * seen.gradient)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate * inverseRoot(state[Self.sumOfSquares])
    }

    /// 1/√(s + ε), and 0 where nothing has been summed yet.
    private func inverseRoot<L: Lane>(_ sum: Pair<L>) -> Pair<L> {
        sum.map { sum in
            let none = L(repeating: 0)
            let inverse = L(repeating: 1) / (sum + eps).squareRoot()
            return none.replacing(with: inverse, where: L.isLess(none, sum))
        }
    }
}

/// `keras.optimizers.Adagrad`.
struct KerasAdagrad: LaneRule {
    let learningRate, initialAccumulator, epsilon: Double
    let weightDecay: Double?

    static let variant = OptimizerVariant(
        .keras, source: "keras.optimizers.Adagrad, Keras 3",
        rule: "s ← s + g², x ← x − η g/√(s + ε)",
        [
            .learningRate("learning_rate", 0.001), .initialAccumulator(0.1, "the sum at the start"),
            .epsilon("epsilon", 1e-7, "added under the root"), .kerasWeightDecay(),
        ],
        makeRule: KerasAdagrad.init)

    init(_ settings: Settings) {
        learningRate = settings["learning_rate"]
        initialAccumulator = settings["initial_accumulator_value"]
        epsilon = settings["epsilon"]
        weightDecay = settings.optional("weight_decay")
    }

    static let accumulator = Slot(0, "accumulator", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.accumulator, Self.effectiveRate] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots)
        state[Self.accumulator] = Pair(repeating: initialAccumulator)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        x = x.decayed(by: weightDecay, learningRate: seen.learningRate)
        let sum = state[Self.accumulator] + seen.gradient * seen.gradient
        state[Self.accumulator] = sum
        x = x - (seen.learningRate * seen.gradient) / (sum + epsilon).squareRoot()
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / (state[Self.accumulator] + epsilon).squareRoot()
    }
}

/// Adagrad with a diagonal matrix, as lectures write it after Duchi, Hazan and Singer 2011.
struct TextbookAdagrad: LaneRule {
    let learningRate, eps: Double
    let epsInside: Bool

    static let variant = OptimizerVariant(
        .textbook, source: "Duchi, Hazan and Singer 2011",
        rule: "s ← s + g², x ← x − η g/(√s + ε)",
        [.learningRate("lr", 0.01), .epsilon("eps", 1e-8, "added to the root"), .epsilonInside()],
        makeRule: TextbookAdagrad.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        eps = settings["eps"]
        epsInside = settings.flag("eps_inside")
    }

    static let sum = Slot(0, "s", moment: .second)
    static let effectiveRate = Slot(1, "effective_lr", isDerived: true)
    var slots: [Slot] { [Self.sum, Self.effectiveRate] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let sum = state[Self.sum] + seen.gradient * seen.gradient
        state[Self.sum] = sum
        x = x - (seen.learningRate * seen.gradient) / sum.root(epsilon: eps, inside: epsInside)
    }

    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {
        state[Self.effectiveRate] = seen.learningRate / state[Self.sum].root(epsilon: eps, inside: epsInside)
    }
}
