/// βᵗ for t = 0, 1, 2, …, correct to the last bit but for rare halfway cases, without a library's `pow`.
///
/// The power is kept as an unevaluated sum of two doubles, so that the error of t multiplications stays near t·2⁻¹⁰⁴
/// (Dekker 1971, *A floating-point technique for extending the available precision*).
struct RunningPower: Sendable {
    let base: Double
    private var high = 1.0
    private var low = 0.0

    init(_ base: Double) { self.base = base }

    /// The power reached so far, rounded to a double.
    var value: Double { high }

    mutating func advance() {
        let product = high * base
        let (a, b) = Self.split(high)
        let (c, d) = Self.split(base)
        let error = ((a * c - product) + a * d + b * c) + b * d
        let rest = error + low * base
        high = product + rest
        low = rest - (high - product)
    }

    /// Upper and lower halves of the significand: both products of halves are exact.
    private static func split(_ value: Double) -> (Double, Double) {
        let scaled = 134_217_729 * value  // 2²⁷ + 1
        let upper = scaled - (scaled - value)
        return (upper, value - upper)
    }
}
