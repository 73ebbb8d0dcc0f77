import Lanes

extension OptimizerEntry {
    static let bfgs = Self(
        "bfgs", "BFGS", "a quasi-Newton method that learns the inverse Hessian from gradients (1970)", BFGS.variant)
}

/// Nocedal and Wright 2006, algorithm 6.1, with a strong Wolfe search and the first scaling (6.20).
///
/// The inverse Hessian is the identity at first. It stays where the curvature sᵀy along the step is not positive, and is
/// the identity again where its direction does not descend or the search finds nothing.
struct BFGS: BranchingRule {
    let wolfe: StrongWolfe
    /// There is none; a schedule changes nothing.
    /// There is none: the step is found.
    let learningRate = Double.nan

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, algorithm 6.1 with 3.5 and 3.6",
        rule: "p ← −H g, x ← x + α p, H ← (I − ρ s yᵀ) H (I − ρ y sᵀ) + ρ s sᵀ, ρ = 1/yᵀs",
        StrongWolfe.hyperparameters(curvature: 0.9), conflicts: StrongWolfe.conflicts, makeRule: BFGS.init)

    init(_ settings: Settings) { wolfe = StrongWolfe(settings) }

    static let firstColumn = Slot(0, "inverse_hessian_1")
    static let secondColumn = Slot(1, "inverse_hessian_2")
    static let direction = Slot(2, "direction")
    static let alpha = Slot(3, "alpha", isPerParameter: false)
    var slots: [Slot] { [Self.firstColumn, Self.secondColumn, Self.direction, Self.alpha] }
    /// Hidden: whether H has learned anything, 0 or 1.
    func initialState() -> State<Double> {
        var state = State<Double>(slots, hidden: 1)
        forget(&state)
        return state
    }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        let g = seen.gradient
        state[Self.alpha] = Pair(repeating: 0)
        let (first, second) = (state[Self.firstColumn], state[Self.secondColumn])
        var quasiNewton = Line(from: x, along: -(g.x * first + g.y * second), seen)
        if quasiNewton == nil {
            forget(&state)
            quasiNewton = Line(from: x, along: -g, seen)
        }
        guard let line = quasiNewton else { return }
        state[Self.direction] = line.direction
        let hasLearned = state.hidden[0].x > 0
        guard let accepted = wolfe.search(line, first: hasLearned ? 1 : line.cautiousStep) else {
            forget(&state)
            return
        }
        learn(step: accepted.point - x, change: accepted.gradient - g, &state)
        state[Self.alpha] = Pair(repeating: accepted.alpha)
        x = accepted.point
    }

    private func forget(_ state: inout State<Double>) {
        state[Self.firstColumn] = Pair(x: 1, y: 0)
        state[Self.secondColumn] = Pair(x: 0, y: 1)
        state.hidden[0] = Pair(repeating: 0)
    }

    /// (6.17), multiplied out: H ← H + (1 + yᵀu) s sᵀ/yᵀs − (u sᵀ + s uᵀ) with u = Hy/yᵀs.
    private func learn(step s: Pair<Double>, change y: Pair<Double>, _ state: inout State<Double>) {
        let curvature = s.dot(y)
        guard curvature.isFinite, curvature > 1e-14 * (s.length * y.length) else { return }
        if state.hidden[0].x == 0 {
            let scale = curvature / y.dot(y)
            guard scale.isFinite, scale > 0 else { return }
            state[Self.firstColumn] = Pair(x: scale, y: 0)
            state[Self.secondColumn] = Pair(x: 0, y: scale)
        }
        let (first, second) = (state[Self.firstColumn], state[Self.secondColumn])
        let u = (1 / curvature) * (y.x * first + y.y * second)
        let r = (1 / curvature) * s
        let weight = 1 + y.dot(u)
        let newFirst = first + weight * (r.x * s) - (s.x * u + u.x * s)
        let newSecond = second + weight * (r.y * s) - (s.y * u + u.y * s)
        guard newFirst.isFinite, newSecond.isFinite else { return }
        state[Self.firstColumn] = newFirst
        state[Self.secondColumn] = newSecond
        state.hidden[0] = Pair(repeating: 1)
    }
}
