import Lanes

/// φ(α) = f(x + αp) for α ≥ 0, along a direction p in which f falls.
struct Line {
    /// φ at 0.
    let start: Sample
    let direction: Pair<Double>
    private let surroundings: Surroundings<Double>

    /// One evaluation on a line.
    struct Sample {
        let alpha: Double
        let point: Pair<Double>
        let loss: Double
        let gradient: Pair<Double>
        /// φ′(α) = ∇f(x + αp)ᵀp.
        let slope: Double

        /// Whether a search may compare it with others. A sample that is not finite counts as higher than any other.
        var isFinite: Bool { loss.isFinite && slope.isFinite }
    }

    /// Nil where f does not fall along `direction`, or where a number is not finite: then there is nothing to search.
    init?(from x: Pair<Double>, along direction: Pair<Double>, _ seen: borrowing Observation<Double>) {
        let slope = seen.gradient.dot(direction)
        start = Sample(alpha: 0, point: x, loss: seen.loss, gradient: seen.gradient, slope: slope)
        self.direction = direction
        surroundings = seen.surroundings
        guard start.isFinite, slope < 0, x.isFinite, direction.isFinite else { return nil }
    }

    /// φ at a distance. Nothing is evaluated at a point that is not finite.
    func sample(_ alpha: Double) -> Sample {
        let point = start.point + alpha * direction
        guard point.isFinite else {
            let unknown = Pair<Double>(repeating: .nan)
            return Sample(alpha: alpha, point: point, loss: .infinity, gradient: unknown, slope: .nan)
        }
        let (loss, gradient) = surroundings.evaluate(point)
        return Sample(alpha: alpha, point: point, loss: loss, gradient: gradient, slope: gradient.dot(direction))
    }

    /// Armijo's condition of sufficient decrease (3.4): f(x + αp) ≤ f(x) + c₁ α ∇fᵀp.
    func decreasesEnough(_ sample: Sample, c1: Double) -> Bool {
        sample.loss.isFinite && sample.loss <= start.loss + c1 * sample.alpha * start.slope
    }

    /// A first trial step where none is known: one unit of length at most.
    var cautiousStep: Double {
        let length = direction.length
        return length > 1 ? 1 / length : 1
    }
}

extension Pair where Element == Double {
    func dot(_ other: Self) -> Double { x * other.x + y * other.y }

    /// The Euclidean norm, without overflow on the way.
    var length: Double {
        let largest = x.magnitude > y.magnitude ? x.magnitude : y.magnitude
        guard largest > 0, largest.isFinite else { return x.magnitude + y.magnitude }
        let (a, b) = (x / largest, y / largest)
        return largest * (a * a + b * b).squareRoot()
    }

    var isFinite: Bool { x.isFinite && y.isFinite }
}
