import Lanes

extension OptimizerEntry {
    static let gradientDescentBacktracking = Self(
        "gradient_descent_backtracking", "Gradient descent with backtracking",
        "steepest descent that shortens each step until the loss falls enough (Armijo 1966)",
        BacktrackingDescent.variant)
}

/// Steepest descent with the backtracking line search of Nocedal and Wright 2006, algorithm 3.1.
///
/// Where 180 trials do not decrease the loss enough, the point stays and α is 0.
struct BacktrackingDescent: BranchingRule {
    let learningRate, c1, rho: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, algorithm 3.1",
        rule: "α ← η; while f(x − α g) > f(x) − c₁ α gᵀg: α ← ρ α; x ← x − α g",
        [
            Hyperparameter(
                "lr", aliases: ["learning_rate", "alpha0"], .number(.nonNegative), default: .number(1),
                symbol: "$\\eta$", "the step that each line search tries first"),
            .sufficientDecrease(),
            Hyperparameter(
                "rho", .number(.inside), default: .number(0.5), symbol: "$\\rho$", "factor from trial to trial"),
        ],
        makeRule: BacktrackingDescent.init)

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        c1 = settings["c1"]
        rho = settings["rho"]
    }

    private static let trials = 180
    static let alpha = Slot(0, "alpha", isPerParameter: false)
    var slots: [Slot] { [Self.alpha] }
    func initialState() -> State<Double> { State(slots) }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        state[Self.alpha] = Pair(repeating: 0)
        guard let line = Line(from: x, along: -seen.gradient, seen) else { return }
        var alpha = seen.learningRate
        for _ in 0..<Self.trials {
            let trial = line.sample(alpha)
            if line.decreasesEnough(trial, c1: c1) {
                state[Self.alpha] = Pair(repeating: alpha)
                x = trial.point
                return
            }
            alpha = rho * alpha
        }
    }
}
