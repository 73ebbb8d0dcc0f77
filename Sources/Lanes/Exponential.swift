extension Lane {
    /// eˣ, within 1 ulp; 0 and +∞ beyond the range of the type.
    ///
    /// x = n ln 2 + r with |r| ≤ ½ ln 2 (Cody and Waite, 1980), then a polynomial in r.
    @inlinable public func exponential() -> Self {
        let bounded = boundedExponent
        let (n, r, tail) = bounded.reducedByLogarithmOfTwo(tail: Self(repeating: 0))
        return (1 + (r + tail)).scaled(byPowerOfTwo: n)
    }

    /// This exponent of e, moved to where eˣ is just 0 or +∞ if it lies beyond.
    @inlinable var boundedExponent: Self {
        let below = Self.smaller(Self(repeating: 710), self)
        return Self.larger(Self(repeating: -746), below)
    }

    /// n and r, c with e^(x + tail) = 2ⁿ (1 + r + c): r is exact but for its last bit, c holds the rest.
    @inlinable @inline(__always) func reducedByLogarithmOfTwo(tail: Self) -> (n: Self, r: Self, c: Self) {
        let n = (1.4426950408889634 * self).rounded
        let high = self - 0.6931471803691238 * n
        let low = 1.9082149292705877e-10 * n - tail
        let r = high - low
        let lost = (high - r) - low
        return (n, r, r.exponentialTail(lost))
    }

    /// What e^(r + lost) has beyond 1 + r.
    @inlinable @inline(__always) func exponentialTail(_ lost: Self) -> Self {
        // (eʳ − 1 − r) / r², by Chebyshev interpolation at 60 digits; its parts do not wait for each other.
        let square = self * self
        let fourth = square * square
        let p0 = 0.16666666666666669 * self + 0.5000000000000001
        let p2 = 0.008333333333330055 * self + 0.04166666666662404
        let p4 = 0.00019841269863088255 * self + 0.0013888888917258759
        let p6 = 2.7557268406190795e-06 * self + 2.4801521225986432e-05
        let p8 = 2.51004110820149e-08 * self + 2.7620121717381933e-07
        let first = square * p2 + p0
        let last = fourth * p8 + (square * p6 + p4)
        let p = fourth * last + first
        return square * p + lost
    }

    /// This number times 2ⁿ for whole n in −1080…1080, in two steps so that the range is not left on the way.
    @inlinable func scaled(byPowerOfTwo n: Self) -> Self {
        let half = (0.5 * n).rounded
        return self * Self.powerOfTwo(half) * Self.powerOfTwo(n - half)
    }

    /// 2ⁿ for whole n in −1022…1023.
    @inlinable @inline(__always) static func powerOfTwo(_ n: Self) -> Self {
        let shifted = n + (0x1.8p52 + 1023)
        return Self(bitPattern: shifted.bitPattern &<< Bits(repeating: 52))
    }

    /// The nearest whole number, ties to even, for magnitudes below 2⁵¹.
    @inlinable @inline(__always) var rounded: Self { (self + 0x1.8p52) - 0x1.8p52 }

    /// This magnitude with the sign bit of another number.
    @inlinable func withSign(of other: Self) -> Self {
        let sign = other.bitPattern & Bits(repeating: 0x8000_0000_0000_0000)
        return Self(bitPattern: magnitude.bitPattern | sign)
    }
}
