/// A least-squares problem with two unknowns u and v: the sum of (p u + q v − t)² over rows (p, q, t).
///
/// The rows are gathered in an upper triangle by Givens rotations (Golub and Van Loan, Matrix Computations, 5.2.5), so
/// that the squares, which would lose half of the digits, are never formed.
struct LeastSquares {
    private var (pp, pq, qq) = (0.0, 0.0, 0.0)
    private var (pt, qt) = (0.0, 0.0)

    mutating func add(_ p: Double, _ q: Double, _ t: Double) {
        var (q, t) = (q, t)
        if let (c, s) = Self.rotation(&pp, p) {
            (pq, q) = (c * pq + s * q, c * q - s * pq)
            (pt, t) = (c * pt + s * t, c * t - s * pt)
        }
        if let (c, s) = Self.rotation(&qq, q) { qt = c * qt + s * t }
    }

    /// nil where the columns are multiples of each other to within rounding.
    var solution: (u: Double, v: Double)? {
        guard pp > 0, qq > 1e-13 * Self.hypotenuse(pq, qq) else { return nil }
        let v = qt / qq
        return ((pt - pq * v) / pp, v)
    }

    /// Cosine and sine of the turn that brings (diagonal, entry) to (diagonal, 0); nil where there is nothing to turn.
    private static func rotation(_ diagonal: inout Double, _ entry: Double) -> (c: Double, s: Double)? {
        let length = hypotenuse(diagonal, entry)
        guard length > 0 else { return nil }
        defer { diagonal = length }
        return (diagonal / length, entry / length)
    }

    private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
        let larger = Swift.max(a.magnitude, b.magnitude)
        guard larger > 0 else { return 0 }
        let ratio = Swift.min(a.magnitude, b.magnitude) / larger
        return larger * (1 + ratio * ratio).squareRoot()
    }
}
