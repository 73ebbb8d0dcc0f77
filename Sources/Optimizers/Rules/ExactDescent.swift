import Lanes

extension OptimizerEntry {
    static let gradientDescentExact = Self(
        "gradient_descent_exact", "Gradient descent with exact line search",
        "steepest descent down to the lowest point of each line: it zigzags in a narrow valley (Cauchy 1847)",
        ExactDescent.variant)
}

/// Steepest descent with an exact line search, Nocedal and Wright 2006, section 3.3.
///
/// The step goes to the nearest minimizer along −g, up to `tolerance` in the relative slope; see `ExactLineSearch`.
struct ExactDescent: BranchingRule {
    let tolerance: Double
    /// There is none; a schedule changes nothing.
    /// There is none: the step is found.
    let learningRate = Double.nan

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, section 3.3",
        rule: "α ← argmin f(x − α g), x ← x − α g",
        [
            Hyperparameter(
                "tolerance", .number(.inside), default: .number(1e-12),
                "the slope, relative to the first, that ends the line search")
        ],
        makeRule: ExactDescent.init)

    init(_ settings: Settings) { tolerance = settings["tolerance"] }

    static let alpha = Slot(0, "alpha", isPerParameter: false)
    var slots: [Slot] { [Self.alpha] }
    func initialState() -> State<Double> { State(slots) }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        var accepted: Line.Sample?
        if let line = Line(from: x, along: -seen.gradient, seen) {
            accepted = ExactLineSearch(tolerance: tolerance).search(line, first: line.cautiousStep)
        }
        state[Self.alpha] = Pair(repeating: accepted?.alpha ?? 0)
        if let accepted { x = accepted.point }
    }
}
