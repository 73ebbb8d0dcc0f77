extension Lane {
    /// sinh x, within 2 ulp.
    @inlinable public func hyperbolicSine() -> Self {
        let z = self * self
        // (sinh x − x) / x³ for |x| < 1, by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 2.8445264169895285e-15)
        p = p * z + 7.646625361656657e-13
        p = p * z + 1.6059048396350562e-10
        p = p * z + 2.505210836405804e-08
        p = p * z + 2.755731922404034e-06
        p = p * z + 0.00019841269841269773
        p = p * z + 0.008333333333333333
        p = p * z + 0.16666666666666666
        let near = self + self * z * p
        let (half, tail) = magnitude.halfExponential()
        let far = (half - 0.25 * half.reciprocal) + tail
        let isNear = Self.isLess(magnitude, Self(repeating: 1))
        return far.withSign(of: self).replacing(with: near, where: isNear).replacing(with: self, where: isZero)
    }

    /// cosh x, within 2 ulp.
    @inlinable public func hyperbolicCosine() -> Self {
        let (half, tail) = magnitude.halfExponential()
        return (half + 0.25 * half.reciprocal) + tail
    }

    /// tanh x, within 2 ulp: m / (m + 2) with m = e^2|x| − 1 and its rounding errors carried along.
    @inlinable public func hyperbolicTangent() -> Self {
        let doubled = Self.smaller(Self(repeating: 44), magnitude + magnitude)
        let (n, r, c) = doubled.reducedByLogarithmOfTwo(tail: Self(repeating: 0))
        let power = Self.powerOfTwo(n)
        let sum = Self.exactSum(power - 1, power * r)
        let m = Self.exactSum(sum.high, sum.low + power * c)
        let divisor = Self.exactSum(m.high, Self(repeating: 2))
        let quotient = Self.quotient(m.high, m.low, by: divisor.high, divisor.low + m.low)
        let isTiny = Self.isLess(magnitude, Self(repeating: 0x1p-28))
        return quotient.withSign(of: self).replacing(with: self, where: isTiny)
    }

    /// ½ eˣ for x ≥ 0 as a rounded number and what the rounding lost.
    @inlinable func halfExponential() -> (high: Self, low: Self) {
        let bounded = Self.smaller(Self(repeating: 712), self)
        let (n, r, c) = bounded.reducedByLogarithmOfTwo(tail: Self(repeating: 0))
        let sum = Self.exactSum(Self(repeating: 1), r)
        let exact = Self.exactSum(sum.high, sum.low + c)
        return (exact.high.scaled(byPowerOfTwo: n - 1), exact.low.scaled(byPowerOfTwo: n - 1))
    }

    @inlinable var reciprocal: Self { Self(repeating: 1) / self }
    @inlinable @inline(__always) var isZero: Mask { Self.isEqual(self, Self(repeating: 0)) }
}
