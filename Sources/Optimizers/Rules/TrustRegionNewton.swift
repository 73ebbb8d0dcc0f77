import Lanes

extension OptimizerEntry {
    static let newtonTrustRegion = Self(
        "newton_trust_region", "Newton with trust region",
        "Newton's method in a disk that grows and shrinks with the model's success", TrustRegionNewton.variant)
}

/// Newton's method in a trust region, Nocedal and Wright 2006, algorithm 4.1, its subproblem solved exactly (section
/// 4.3; Moré and Sorensen 1983). One trial an update: where it is refused, the point stays and the radius shrinks.
///
/// The loss never grows. A saddle is left along its downward direction even where the gradient is 0. The ratio is 0
/// where there was nothing to try or the trial was not finite.
struct TrustRegionNewton: BranchingRule {
    let firstRadius, largestRadius, eta: Double
    /// There is none; a schedule changes nothing.
    /// There is none: the step is found.
    let learningRate = Double.nan

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, algorithm 4.1 and section 4.3",
        rule: "p ← argmin gᵀp + ½ pᵀHp for |p| ≤ Δ, ρ = actual/predicted decrease, x ← x + p if ρ > η",
        [
            Hyperparameter(
                "radius", .number(.positive), default: .number(1), symbol: "$\\Delta_0$", "the first radius"),
            Hyperparameter(
                "max_radius", .number(.positive), default: .number(100), symbol: "$\\hat\\Delta$",
                "the largest radius"),
            Hyperparameter(
                "eta", .number(.belowOne), default: .number(0.125), symbol: "$\\eta$",
                "the ratio that a step must exceed; the book takes less than 1/4"),
        ],
        conflicts: { settings in
            settings["radius"] <= settings["max_radius"]
                ? [] : [SettingError("radius", "radius must be at most max_radius")]
        },
        makeRule: TrustRegionNewton.init)

    init(_ settings: Settings) {
        firstRadius = settings["radius"]
        largestRadius = settings["max_radius"]
        eta = settings["eta"]
    }

    static let radius = Slot(0, "radius", isPerParameter: false)
    static let ratio = Slot(1, "ratio", isPerParameter: false)
    var slots: [Slot] { [Self.radius, Self.ratio] }
    func initialState() -> State<Double> {
        var state = State<Double>(slots)
        state[Self.radius] = Pair(repeating: firstRadius)
        return state
    }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        let radius = state[Self.radius].x
        state[Self.ratio] = Pair(repeating: 0)
        guard let model = QuadraticModel(seen.gradient, seen.hessian(x)) else { return }
        let trial = model.minimum(within: radius)
        let next = x + trial.step
        guard trial.decrease > 0, next.isFinite else { return }
        let loss = seen.evaluate(next).loss
        let quotient = (seen.loss - loss) / trial.decrease
        let ratio = quotient.isFinite ? quotient : 0
        state[Self.ratio] = Pair(repeating: ratio)
        if ratio < 0.25 {
            state[Self.radius] = Pair(repeating: 0.25 * radius)
        } else if ratio > 0.75, trial.isOnBoundary {
            state[Self.radius] = Pair(repeating: min(2 * radius, largestRadius))
        }
        if ratio > eta { x = next }
    }
}
