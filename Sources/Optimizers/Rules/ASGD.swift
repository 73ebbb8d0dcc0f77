import Lanes

extension OptimizerEntry {
    static let asgd = Self(
        "asgd", "ASGD", "gradient descent whose points are averaged on the side (Polyak and Juditsky 1992)",
        TorchASGD.variant)
}

/// `torch.optim.ASGD` (`_single_tensor_asgd`). The points recorded are those of the descent; their average is `ax`.
struct TorchASGD: LaneRule {
    let learningRate, lambd, alpha, t0, weightDecay: Double

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.ASGD, PyTorch 2.13",
        rule: "x ← (1 − λ ηₜ) x − ηₜ g, ηₜ₊₁ = η/(1 + λ η t)^α, a ← a + (x − a)/max(1, t − t₀)",
        [
            .learningRate("lr", 0.01),
            Hyperparameter(
                "lambd", .number(.nonNegative), default: .number(1e-4), symbol: "$\\lambda$",
                "decay of the parameters and of the rate"),
            Hyperparameter(
                "alpha", .number(.any), default: .number(0.75), symbol: "$\\alpha$", "exponent of the rate's decay"),
            Hyperparameter(
                "t0", .number(.any), default: .number(1e6), symbol: "$t_0$", "the update after which averaging starts"),
            .weightDecay(),
        ],
        makeRule: TorchASGD.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        lambd = settings["lambd"]
        alpha = settings["alpha"]
        t0 = settings["t0"]
        weightDecay = settings["weight_decay"]
    }

    static let ax = Slot(0, "ax")
    static let eta = Slot(1, "eta", isPerParameter: false)
    var slots: [Slot] { [Self.ax, Self.eta] }
    func initialState<L: Lane>() -> State<L> { State(slots) }

    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>) {
        let lr = seen.learningRate
        if seen.step == 1 { state[Self.eta] = Pair(repeating: lr) }
        let eta = state[Self.eta].x
        var g = seen.gradient
        if weightDecay != 0 { g = g + weightDecay * x }
        x = x.scaled(by: 1 - lambd * eta)
        x = x + g.scaled(by: -eta)

        let weight = weight(after: seen.step - 1)
        state[Self.ax] = weight == 1 ? x : state[Self.ax] + weight * (x - state[Self.ax])
        let growth = 1 + lambd * lr * Double(seen.step)
        state[Self.eta] = Pair(repeating: lr / growth.power(alpha))
    }

    /// The share of the next point in the average.
    private func weight(after step: Int) -> Double { step == 0 ? 1 : 1 / max(1, Double(step) - t0) }
}
