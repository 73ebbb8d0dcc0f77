extension Lane {
    /// This number to the power y, within 2 ulp, with the limits of IEEE 754 `pow`: NaN for a negative base and a
    /// broken exponent, 1 for the exponent 0 and for the base 1.
    ///
    /// e^(y ln x), the logarithm and the product carried as pairs of numbers.
    @inlinable public func power(_ y: Self) -> Self {
        let base = magnitude
        let logarithm = base.logarithmPair
        // Beyond 2⁶⁴ every base but 1 gives 0 or +∞ already.
        let exponent = Self.larger(Self(repeating: -0x1p64), Self.smaller(Self(repeating: 0x1p64), y))
        let product = Self.exactProduct(logarithm.high, exponent)
        let isFar = Self.isLess(Self(repeating: 750), product.high.magnitude)
        let tail = (product.low + logarithm.low * exponent).replacing(with: Self(repeating: 0), where: isFar)
        let (n, r, c) = product.high.boundedExponent.reducedByLogarithmOfTwo(tail: tail)
        let size = (1 + (r + c)).scaled(byPowerOfTwo: n)
        return withPowerLimits(size, base: base, exponent: y)
    }

    /// ln x for finite x > 0 as a pair, to about 2⁻⁶³ of its size.
    @inlinable var logarithmPair: (high: Self, low: Self) {
        let (k, m) = binaryParts
        let one = Self(repeating: 1)
        let below = Self.exactSum(m, one)
        let s = Self.quotientPair(m - 1, Self(repeating: 0), by: below.high, below.low)
        let square = Self.exactProduct(s.high, s.high)
        let z = square.high
        let zLow = square.low + 2 * (s.high * s.low)
        // (artanh s / s − 1 − z/3) / z² in z = s², by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 0.0645701135847418)
        p = p * z + 0.06642962328621099
        p = p * z + 0.07692787891410022
        p = p * z + 0.09090904117001572
        p = p * z + 0.11111111135592656
        p = p * z + 0.14285714285669163
        p = p * z + 0.20000000000000012
        let third = Self.exactProduct(z, Self(repeating: 0.3333333333333333))
        var thirdLow = third.low + 1.850371707708594e-17 * z
        thirdLow = thirdLow + 0.3333333333333333 * zLow + z * z * p
        let cubic = Self.exactProduct(s.high, third.high)
        let cubicLow = cubic.low + (s.high * thirdLow + s.low * third.high)
        let half = Self.exactSum(s.high, cubic.high)
        let halfLow = half.low + (s.low + cubicLow)
        let sum = Self.exactSum(0.6931471805598903 * k, 2 * half.high)
        let low = sum.low + (2 * halfLow + 5.497923018708371e-14 * k)
        let high = sum.high + low
        return (high, (sum.high - high) + low)
    }

    @inlinable func withPowerLimits(_ size: Self, base: Self, exponent y: Self) -> Self {
        let zero = Self(repeating: 0)
        let one = Self(repeating: 1)
        let infinity = Self(repeating: .infinity)
        let isFalling = Self.isLess(y, zero)
        var result = size
        result = result.replacing(with: zero.replacing(with: infinity, where: isFalling), where: base.isZero)
        let atInfinity = infinity.replacing(with: zero, where: isFalling)
        result = result.replacing(with: atInfinity, where: Self.isEqual(base, infinity))

        let (isWhole, isOdd) = y.wholeness
        let signed = result.replacing(with: -result, where: isOdd)
        result = result.replacing(with: signed, where: Self.isLess(one.withSign(of: self), zero))
        let whenNegative = Self(repeating: .nan).replacing(with: result, where: isWhole)
        let isNegative = Self.isLess(self, zero)
        let isUndefined = whenNegative.replacing(with: result, where: Self.isEqual(base, infinity))
        result = result.replacing(with: isUndefined, where: isNegative)

        result = self.replacing(with: result, where: Self.isEqual(self, self))
        result = y.replacing(with: result, where: Self.isEqual(y, y))
        return result.replacing(with: one, where: Self.either(y.isZero, Self.isEqual(self, one)))
    }

    /// Where this is a whole number, and where an odd one.
    @inlinable var wholeness: (isWhole: Mask, isOdd: Mask) {
        let size = magnitude
        let large = Self(repeating: 0x1p52)
        let nearest = size.replacing(with: (size + large) - large, where: Self.isLess(size, large))
        let half = 0.5 * size
        let nearestHalf = half.replacing(with: (half + large) - large, where: Self.isLess(half, large))
        // A whole number is odd where its half is not whole; both differences are 0 or ½.
        let isWhole = Self.isEqual(nearest, size)
        let halfIsBroken = Self.isLess(Self(repeating: 0), (half - nearestHalf).magnitude)
        let odd = Self(repeating: 0).replacing(
            with: Self(repeating: 0).replacing(with: Self(repeating: 1), where: halfIsBroken), where: isWhole)
        return (isWhole, Self.isLess(Self(repeating: 0), odd))
    }
}
