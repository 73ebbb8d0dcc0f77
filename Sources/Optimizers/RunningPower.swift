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

    /// The power of a base that may change from step to step, as exact.
    static func power(_ base: Double, _ exponent: Int) -> Double {
        var result = RunningPower(base)
        var square = RunningPower(base)
        square.high = base
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result.multiply(by: square) }
            square.multiply(by: square)
            rest >>= 1
        }
        return result.high
    }

    mutating func advance() {
        var factor = self
        (factor.high, factor.low) = (base, 0)
        multiply(by: factor)
    }

    @inline(__always) private mutating func multiply(by other: RunningPower) {
        let product = high * other.high
        let (a, b) = Self.split(high)
        let (c, d) = Self.split(other.high)
        let error = ((a * c - product) + a * d + b * c) + b * d
        let rest = (error + low * other.high) + high * other.low
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
