extension Lane {
    /// sin x, within 1 ulp for every finite x; NaN for ±∞.
    @inlinable public func sine() -> Self {
        let (quadrant, r, tail) = reducedByHalfPi
        let result = Self.quarterTurns(quadrant, sine: r.sinePair(tail).high, cosine: r.cosinePair(tail).high)
        return result.replacing(with: self, where: isZero)
    }

    /// cos x, within 1 ulp for every finite x; NaN for ±∞.
    @inlinable public func cosine() -> Self {
        let (quadrant, r, tail) = reducedByHalfPi
        return Self.quarterTurns(quadrant + 1, sine: r.sinePair(tail).high, cosine: r.cosinePair(tail).high)
    }

    /// tan x, within 2 ulp for every finite x; NaN for ±∞.
    @inlinable public func tangent() -> Self {
        let (quadrant, r, tail) = reducedByHalfPi
        let sine = r.sinePair(tail)
        let cosine = r.cosinePair(tail)
        let whole = (0.5 * quadrant).rounded
        let isOdd = Self.isEqual((quadrant - 2 * whole).magnitude, Self(repeating: 1))
        let result = Self.quotient(
            sine.high.replacing(with: -cosine.high, where: isOdd), sine.low.replacing(with: -cosine.low, where: isOdd),
            by: cosine.high.replacing(with: sine.high, where: isOdd), cosine.low.replacing(with: sine.low, where: isOdd)
        )
        return result.replacing(with: self, where: isZero)
    }

    /// The sine of r turned by a whole number of quarter turns, given sine and cosine of r.
    @inlinable @inline(__always) static func quarterTurns(_ turns: Self, sine: Self, cosine: Self) -> Self {
        let bits = (turns + 0x1.8p52).bitPattern
        let odd = Bits(repeating: 0) &- (bits & Bits(repeating: 1))
        let even = odd ^ Bits(repeating: .max)
        let sign = (bits & Bits(repeating: 2)) &<< Bits(repeating: 62)
        let chosen = (sine.bitPattern & even) | (cosine.bitPattern & odd)
        return Self(bitPattern: chosen ^ sign)
    }

    /// sin(r + tail) for |r| ≤ π/4 as a pair.
    @inlinable @inline(__always) func sinePair(_ tail: Self) -> (high: Self, low: Self) {
        let z = self * self
        // (sin r − r) / r³ in z = r², by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 1.591798150140412e-10)
        p = p * z - 2.5051129792549024e-08
        p = p * z + 2.7557316092699366e-06
        p = p * z - 0.0001984126983673957
        p = p * z + 0.008333333333330936
        p = p * z - 0.16666666666666666
        let rest = self * z * p + (tail - 0.5 * z * tail)
        let high = self + rest
        return (high, (self - high) + rest)
    }

    /// cos(r + tail) for |r| ≤ π/4 as a pair.
    @inlinable @inline(__always) func cosinePair(_ tail: Self) -> (high: Self, low: Self) {
        let z = self * self
        // (cos r − 1 + r²/2) / r⁴ in z = r², by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: -1.1382539967177458e-11)
        p = p * z + 2.0876144984413913e-09
        p = p * z - 2.755731726556589e-07
        p = p * z + 2.48015872987538e-05
        p = p * z - 0.0013888888888887389
        p = p * z + 0.041666666666666664
        let halfSquare = 0.5 * z
        let start = 1 - halfSquare
        let rest = ((1 - start) - halfSquare) + (z * z * p - self * tail)
        let high = start + rest
        return (high, (start - high) + rest)
    }

    /// x = quadrant · π/2 + r + tail with |r| ≤ π/4, the quadrant a whole number, for large x modulo 4.
    ///
    /// π/2 in two parts (Cody and Waite) while that is exact enough: below 2²⁰ π/2 and not too near a multiple of
    /// π/2. The lanes beyond take the exact way, one by one.
    @inlinable var reducedByHalfPi: (quadrant: Self, r: Self, tail: Self) {
        var (quadrant, r, tail) = quicklyReducedByHalfPi
        let isLarge = Self.isLess(Self(repeating: 1_647_099), magnitude)
        let isNear = Self.isLess(r.magnitude, 0x1p-30 * quadrant.magnitude)
        let needsExact = Self.either(isLarge, isNear)
        if Self.any(needsExact) {
            let flags = Self(repeating: 0).replacing(with: Self(repeating: 1), where: needsExact)
            for lane in 0..<Self.laneCount where flags[lane: lane] != 0 {
                let exact = ReducedAngle(self[lane: lane])
                quadrant[lane: lane] = exact.quadrant
                r[lane: lane] = exact.angle
                tail[lane: lane] = exact.tail
            }
        }
        return (quadrant, r, tail)
    }

    /// The same without the exact way.
    @inlinable @inline(__always) var quicklyReducedByHalfPi: (quadrant: Self, r: Self, tail: Self) {
        let quadrant = (0.6366197723675814 * self).rounded
        let first = self - 1.5707963267341256 * quadrant
        let second = 6.077100506506192e-11 * quadrant
        let r = first - second
        return (quadrant, r, (first - r) - second)
    }
}
