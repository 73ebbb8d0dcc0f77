extension Lane {
    /// ln x, within 1 ulp; −∞ at 0, NaN below.
    ///
    /// x = 2ᵏ m with m in [√½, √2), and ln m by the series of artanh((m − 1)/(m + 1)), arranged as in Sun's fdlibm.
    @inlinable public func logarithm() -> Self {
        let (k, m) = binaryParts
        return withLogarithmLimits(Self.logarithm(k, m))
    }

    /// ln 2ᵏ m.
    @inlinable @inline(__always) static func logarithm(_ k: Self, _ m: Self) -> Self {
        let f = m - 1
        let halfSquare = 0.5 * (f * f)
        let inner = f.logarithmTail(halfSquare)
        let low = 1.9082149292705877e-10 * k
        let rest = (halfSquare - (inner + low)) - f
        return 0.6931471803691238 * k - rest
    }

    /// log₁₀ x, within 2 ulp; −∞ at 0, NaN below.
    @inlinable public func decimalLogarithm() -> Self {
        let (k, m) = binaryParts
        let f = m - 1
        let square = Self.exactProduct(f, f)
        let halfSquare = 0.5 * square.high
        // ln m = high + low.
        let sum = Self.exactSum(f, -halfSquare)
        let low = sum.low + (f.logarithmTail(halfSquare) - 0.5 * square.low)
        // Times 1 / ln 10, then the powers of two, the larger terms without loss.
        let product = Self.exactProduct(sum.high, Self(repeating: 0.4342944819032518))
        let productLow = product.low + (0.4342944819032518 * low + 1.098319650216765e-17 * sum.high)
        let total = Self.exactSum(0.3010299955494702 * k, product.high)
        let rest = total.low + (productLow + 1.1451100898021838e-10 * k)
        return withLogarithmLimits(total.high + rest)
    }

    /// What ln(1 + f) has beyond f − f²/2.
    @inlinable @inline(__always) func logarithmTail(_ halfSquare: Self) -> Self {
        let s = self / (self + 2)
        let z = s * s
        // (2 artanh s − 2 s) / s³ in z = s², by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 0.1461703754879165)
        p = p * z + 0.1533167403016786
        p = p * z + 0.18182890556695602
        p = p * z + 0.2222221111514416
        p = p * z + 0.2857142862609589
        p = p * z + 0.3999999999989924
        p = p * z + 0.666666666666667
        return s * (halfSquare + z * p)
    }

    /// Whole k and m in [√½, √2) with x = 2ᵏ m, for finite x > 0.
    @inlinable var binaryParts: (k: Self, m: Self) {
        let isSubnormal = Self.isLess(self, Self(repeating: 0x1p-1022))
        let normal = replacing(with: 0x1p54 * self, where: isSubnormal)
        let (k, m) = normal.normalBinaryParts
        return (k.replacing(with: k - 54, where: isSubnormal), m)
    }

    /// The same for normal x > 0.
    @inlinable @inline(__always) var normalBinaryParts: (k: Self, m: Self) {
        let bits = bitPattern
        let exponent = Self(bitPattern: (bits &>> Bits(repeating: 52)) | Bits(repeating: 0x4330_0000_0000_0000))
        var k = exponent - (0x1p52 + 1023)
        var m = Self(
            bitPattern: (bits & Bits(repeating: 0x000f_ffff_ffff_ffff)) | Bits(repeating: 0x3ff0_0000_0000_0000))
        let isUpper = Self.isLess(Self(repeating: 1.4142135623730951), m)
        k = k.replacing(with: k + 1, where: isUpper)
        m = m.replacing(with: 0.5 * m, where: isUpper)
        return (k, m)
    }

    @inlinable func withLogarithmLimits(_ result: Self) -> Self {
        replacing(with: result, where: Self.isLess(self, Self(repeating: .infinity)))
            .replacing(with: Self(repeating: -.infinity), where: isZero)
            .replacing(with: Self(repeating: .nan), where: Self.isLess(self, Self(repeating: 0)))
    }
}
