import Lanes

extension OptimizerEntry {
    static let conjugateGradient = Self(
        "conjugate_gradient", "Conjugate gradient",
        "nonlinear conjugate gradients (Fletcher and Reeves 1964; Polak and Ribière 1969)", ConjugateGradient.variant)
}

/// The nonlinear conjugate gradient method, Nocedal and Wright 2006, algorithm 5.4, with a strong Wolfe search.
///
/// The direction starts again at −g where it would not descend, after a search that found nothing, and after every
/// `restart` updates. The first trial of a search expects the decrease of the one before (section 3.5).
struct ConjugateGradient: BranchingRule {
    let usesPolakRibiere: Bool
    let restart: Int?
    let wolfe: StrongWolfe
    /// There is none; a schedule changes nothing.
    /// There is none: the step is found.
    let learningRate = Double.nan

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, algorithm 5.4 with 3.5 and 3.6",
        rule: "p ← −g + β p, x ← x + α p; β = gᵀg/g₋ᵀg₋ or max(0, gᵀ(g − g₋)/g₋ᵀg₋)",
        [
            Hyperparameter(
                "beta", .choice(["fletcher_reeves", "polak_ribiere_plus"]), default: .text("polak_ribiere_plus"),
                symbol: "$\\beta$", "how much of the last direction is kept")
        ] + StrongWolfe.hyperparameters(curvature: 0.1) + [
            Hyperparameter(
                "restart", .integer(1...1_000_000), isNullable: true, default: .null,
                "updates from one restart along the gradient to the next; null: only where it must be")
        ],
        conflicts: StrongWolfe.conflicts, makeRule: ConjugateGradient.init)

    init(_ settings: Settings) {
        usesPolakRibiere = settings.text("beta") == "polak_ribiere_plus"
        restart = settings.optional("restart").flatMap { Int(exactly: $0) }
        wolfe = StrongWolfe(settings)
    }

    static let direction = Slot(0, "direction")
    static let beta = Slot(1, "beta", isPerParameter: false)
    static let alpha = Slot(2, "alpha", isPerParameter: false)
    var slots: [Slot] { [Self.direction, Self.beta, Self.alpha] }
    /// Hidden: the last gradient; the last slope and the updates since a restart.
    func initialState() -> State<Double> { State(slots, hidden: 2) }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        let g = seen.gradient
        let (lastSlope, count) = (state.hidden[1].x, state.hidden[1].y)
        let lastAlpha = state[Self.alpha].x
        let mayContinue = lastAlpha > 0 && (restart.map { count < Double($0) } ?? true)
        var beta = mayContinue ? self.beta(g, last: state.hidden[0]) : 0
        var conjugate = beta > 0 ? Line(from: x, along: -g + beta * state[Self.direction], seen) : nil
        if conjugate == nil {
            beta = 0
            conjugate = Line(from: x, along: -g, seen)
        }
        state[Self.beta] = Pair(repeating: beta)
        state[Self.alpha] = Pair(repeating: 0)
        guard let line = conjugate else { return }
        let expected = lastAlpha * (lastSlope / line.start.slope)
        let first = expected > 0 && expected.isFinite ? expected : line.cautiousStep
        let accepted = wolfe.search(line, first: first)
        state[Self.direction] = line.direction
        state[Self.alpha] = Pair(repeating: accepted?.alpha ?? 0)
        state.hidden[0] = g
        state.hidden[1] = Pair(x: line.start.slope, y: beta == 0 ? 1 : count + 1)
        if let accepted { x = accepted.point }
    }

    /// (5.41a) or (5.45); 0 where it is not a number to go on with.
    private func beta(_ g: Pair<Double>, last: Pair<Double>) -> Double {
        let beta = g.dot(usesPolakRibiere ? g - last : g) / last.dot(last)
        return beta.isFinite && beta > 0 ? beta : 0
    }
}
