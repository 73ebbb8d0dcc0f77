import Lanes

extension OptimizerEntry {
    static let newton = Self(
        "newton", "Newton", "jumps to where the quadratic model is stationary, be it a saddle or a maximum",
        Newton.variant)
}

/// Newton's method without safeguards, Nocedal and Wright 2006, (2.15) and section 3.3, damped by the learning rate.
///
/// Where H is singular to working precision, it counts as a matrix of rank one and the step is the pseudo-inverse's: it
/// moves along the curved direction alone. Where H is 0, or a number is not finite, the point stays.
struct Newton: BranchingRule {
    let learningRate: Double

    static let variant = OptimizerVariant(
        .textbook, source: "Nocedal and Wright 2006, equation 2.15",
        rule: "p ← −H⁻¹ g, x ← x + η p",
        [
            Hyperparameter(
                "lr", aliases: ["learning_rate"], .number(.nonNegative), default: .number(1), symbol: "$\\eta$",
                "damping factor; 1: the full step")
        ],
        makeRule: Newton.init)

    init(_ settings: Settings) { learningRate = settings["lr"] }

    static let direction = Slot(0, "direction")
    var slots: [Slot] { [Self.direction] }
    func initialState() -> State<Double> { State(slots) }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        let direction = seen.hessian(x).newtonStep(seen.gradient)
        let next = x + seen.learningRate * direction
        let isUsable = direction.isFinite && next.isFinite
        state[Self.direction] = isUsable ? direction : Pair(repeating: 0)
        if isUsable { x = next }
    }
}

extension Curvature where L == Double {
    /// −H⁻¹g, −H⁺g where H is singular to working precision, and 0 where H is 0 or not finite.
    fileprivate func newtonStep(_ g: Pair<Double>) -> Pair<Double> {
        let largest = max(xx.magnitude, xy.magnitude, yy.magnitude)
        guard largest > 0, largest.isFinite, xx.isFinite, xy.isFinite, yy.isFinite, g.isFinite else {
            return Pair(repeating: 0)
        }
        let (a, b, c) = (xx / largest, xy / largest, yy / largest)
        let (right, left) = (a * c, b * b)
        let determinant = right - left
        if determinant.magnitude <= 4 * Double.ulpOfOne * (right.magnitude + left) {
            // H = λqqᵀ with λ = trace, hence H⁺ = H/λ².
            let trace = a + c
            let product = Pair(x: a * g.x + b * g.y, y: b * g.x + c * g.y)
            return trace == 0 ? Pair(repeating: 0) : -(product / (trace * trace)) / largest
        }
        let cofactors = Pair(x: c * g.x - b * g.y, y: a * g.y - b * g.x)
        return -(cofactors / determinant) / largest
    }
}
