import Lanes

extension OptimizerEntry {
    static let rprop = Self(
        "rprop", "Rprop",
        "steps that grow while the gradient keeps its sign and shrink as it turns (Riedmiller and Braun 1993)",
        TorchRprop.variant, TextbookRprop.variant)
}

extension OptimizerVariant {
    fileprivate static func rprop(
        _ convention: Convention, source: String, rule: String, lr: Double,
        makeRule: @escaping @Sendable (Settings) -> any Rule
    ) -> Self {
        Self(
            convention, source: source, rule: rule,
            [
                .learningRate("lr", lr),
                Hyperparameter(
                    "etas", .numbers(count: 2, .positive), default: .list([.number(0.5), .number(1.2)]),
                    symbol: "$\\eta_\\mp$", "factors of a step as the gradient turns and as it keeps its sign"),
                Hyperparameter(
                    "step_sizes", .numbers(count: 2, .nonNegative), default: .list([.number(1e-6), .number(50)]),
                    symbol: "$\\Delta$", "smallest and largest step"),
            ],
            conflicts: { settings in
                guard settings["etas", 0] < 1, 1 < settings["etas", 1] else {
                    return [SettingError("etas", "etas must lie on either side of 1, the smaller first")]
                }
                return []
            },
            makeRule: makeRule)
    }
}

/// The sizes of the steps and how they follow the signs; the learning rate is the first size, and a schedule of it has
/// nothing to act on.
private struct StepSizes {
    let shrink, grow, smallest, largest: Double

    init(_ settings: Settings) {
        (shrink, grow) = (settings["etas", 0], settings["etas", 1])
        (smallest, largest) = (settings["step_sizes", 0], settings["step_sizes", 1])
    }

    /// The size after a product of two gradients in turn.
    func next<L: Lane>(_ size: Pair<L>, _ product: Pair<L>) -> Pair<L> {
        let factor = product.choose(positive: grow, negative: shrink, else: 1)
        let bounded = Pair.larger(size * factor, Pair(repeating: smallest))
        return bounded.map { L.smaller($0, L(repeating: largest)) }
    }
}

extension Pair {
    /// One of three numbers by the sign of each parameter's.
    fileprivate func choose(positive: Double, negative: Double, else other: Double) -> Self {
        map { value in
            let zero = Element(repeating: 0)
            let chosen = Element(repeating: other)
                .replacing(with: Element(repeating: positive), where: Element.isLess(zero, value))
            return chosen.replacing(with: Element(repeating: negative), where: Element.isLess(value, zero))
        }
    }

    fileprivate var sign: Self { choose(positive: 1, negative: -1, else: 0) }
}

/// `torch.optim.Rprop` (`_single_tensor_rprop`): a parameter whose gradient turned waits for one update.
struct TorchRprop: LaneRule {
    let learningRate: Double
    private let sizes: StepSizes

    static let variant = OptimizerVariant.rprop(
        .torch, source: "torch.optim.Rprop, PyTorch 2.13",
        rule: "Δ ← η₊ Δ or η₋ Δ by the sign of g gₜ₋₁, g ← 0 where it turned, x ← x − sign(g) Δ", lr: 0.01,
        makeRule: TorchRprop.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        sizes = StepSizes(settings)
    }

    static let stepSize = Slot(0, "step_size")
    static let previous = Slot(1, "prev")
    var slots: [Slot] { [Self.stepSize, Self.previous] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots)
        state[Self.stepSize] = Pair(repeating: learningRate)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let product = seen.gradient * state[Self.previous]
        state[Self.stepSize] = sizes.next(state[Self.stepSize], product)
        let g = seen.gradient * product.choose(positive: 1, negative: 0, else: 1)
        x = x - g.sign * state[Self.stepSize]
        state[Self.previous] = g
    }
}

/// Riedmiller and Braun 1993 without the step back where the gradient turns: Rprop− of Igel and Hüsken 2000.
struct TextbookRprop: LaneRule {
    let learningRate: Double
    private let sizes: StepSizes

    static let variant = OptimizerVariant.rprop(
        .textbook, source: "Riedmiller and Braun 1993; Rprop− of Igel and Hüsken 2000",
        rule: "Δ ← η₊ Δ or η₋ Δ by the sign of g gₜ₋₁, x ← x − sign(g) Δ", lr: 0.1,
        makeRule: TextbookRprop.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        sizes = StepSizes(settings)
    }

    static let stepSize = Slot(0, "step_size")
    static let previous = Slot(1, "prev")
    var slots: [Slot] { [Self.stepSize, Self.previous] }

    func initialState<L: Lane>() -> State<L> {
        var state = State<L>(slots)
        state[Self.stepSize] = Pair(repeating: learningRate)
        return state
    }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let g = seen.gradient
        state[Self.stepSize] = sizes.next(state[Self.stepSize], g * state[Self.previous])
        x = x - g.sign * state[Self.stepSize]
        state[Self.previous] = g
    }
}
