/// βᵗ for t = 0, 1, 2, …, correct to the last bit but for rare halfway cases, without a library's `pow`.
///
/// The power is kept as an unevaluated sum of two doubles, so that the error of t multiplications stays near t·2⁻¹⁰⁴
/// (Dekker 1971, *A floating-point technique for extending the available precision*).
struct RunningPower: Sendable {
    let base: Double
    private let baseHalves: (Double, Double)
    private var high = 1.0
    private var low = 0.0

    init(_ base: Double) {
        self.base = base
        baseHalves = Self.split(base)
    }

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

    // Called twice an update, where a call costs as much as the sum.
    @inline(__always) mutating func advance() {
        let (product, error) = Self.product((high, Self.split(high)), (base, baseHalves))
        settle(product, error + low * base)
    }

    @inline(__always) private mutating func multiply(by other: RunningPower) {
        let (product, error) = Self.product((high, Self.split(high)), (other.high, Self.split(other.high)))
        settle(product, (error + low * other.high) + high * other.low)
    }

    @inline(__always) private mutating func settle(_ product: Double, _ rest: Double) {
        high = product + rest
        low = rest - (high - product)
    }

    /// A product of two numbers with their halves, and what rounding left out of it.
    @inline(__always) private static func product(
        _ x: (all: Double, halves: (Double, Double)), _ y: (all: Double, halves: (Double, Double))
    ) -> (rounded: Double, error: Double) {
        let ((a, b), (c, d)) = (x.halves, y.halves)
        let product = x.all * y.all
        return (product, ((a * c - product) + a * d + b * c) + b * d)
    }

    /// Upper and lower halves of the significand: both products of halves are exact.
    @inline(__always) private static func split(_ value: Double) -> (Double, Double) {
        let scaled = 134_217_729 * value  // 2²⁷ + 1
        let upper = scaled - (scaled - value)
        return (upper, value - upper)
    }
}
