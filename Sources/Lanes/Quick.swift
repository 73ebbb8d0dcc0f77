/// A function's value by a way that is quick, but does not hold for every argument.
public struct Quick<L: Lane>: Sendable {
    /// The very bits of the function itself, save where it is doubtful.
    public let value: L
    /// Where the function itself must be asked.
    public let isDoubtful: L.Mask

    @inlinable @inline(__always) init(_ value: L, isDoubtful: L.Mask) {
        self.value = value
        self.isDoubtful = isDoubtful
    }
}

// The quick ways leave out what only few arguments need, and ask about those once for many lanes.
extension Lane {
    /// sin x, save for large x and those near a multiple of π/2.
    @inlinable @inline(__always) public var quickSine: Quick<Self> {
        let (quadrant, r, tail) = quicklyReducedByHalfPi
        let result = Self.quarterTurns(quadrant, sine: r.sinePair(tail).high, cosine: r.cosinePair(tail).high)
        let value = result.replacing(with: self, where: isZero)
        return Quick(value, isDoubtful: Self.isLess(r.magnitude, 0x1p-20 * quadrant.magnitude))
    }

    /// cos x, save for large x and those near a multiple of π/2.
    @inlinable @inline(__always) public var quickCosine: Quick<Self> {
        let (quadrant, r, tail) = quicklyReducedByHalfPi
        let value = Self.quarterTurns(quadrant + 1, sine: r.sinePair(tail).high, cosine: r.cosinePair(tail).high)
        // As |r| ≤ π/4, this holds for every quadrant from 2²⁰ on, too.
        return Quick(value, isDoubtful: Self.isLess(r.magnitude, 0x1p-20 * quadrant.magnitude))
    }

    /// eˣ for |x| ≤ 708.
    @inlinable @inline(__always) public var quickExponential: Quick<Self> {
        let (n, r, tail) = reducedByLogarithmOfTwo(tail: Self(repeating: 0))
        let value = (1 + (r + tail)) * Self.powerOfTwo(n)
        return Quick(value, isDoubtful: Self.isLess(Self(repeating: 708), magnitude))
    }

    /// ln x for normal x > 0 and NaN.
    @inlinable @inline(__always) public var quickLogarithm: Quick<Self> {
        let (k, m) = normalBinaryParts
        let value = Self.logarithm(k, m) + (self - self)
        let isSmall = Self.isLess(self, Self(repeating: 0x1p-1022))
        let isLarge = Self.isLess(Self(repeating: .greatestFiniteMagnitude), self)
        return Quick(value, isDoubtful: Self.either(isSmall, isLarge))
    }
}
