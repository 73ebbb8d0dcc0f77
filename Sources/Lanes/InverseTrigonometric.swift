extension Lane {
    /// asin x, within 1 ulp; NaN beyond ±1.
    @inlinable public func arcSine() -> Self {
        let (isNear, z, series) = arcSeries
        let near = self + self * series
        let (root, rootLow) = z.rootPair
        let sum = Self.exactSum(Self(repeating: 1.5707963267948966), -2 * root)
        let rest = (sum.low + 6.123233995736766e-17) - 2 * (rootLow + root * series)
        let far = (sum.high + rest).withSign(of: self)
        return far.replacing(with: near, where: isNear).replacing(with: self, where: isZero)
    }

    /// acos x, within 1 ulp; NaN beyond ±1.
    @inlinable public func arcCosine() -> Self {
        let (isNear, z, series) = arcSeries
        let (root, rootLow) = z.rootPair
        let rest = rootLow + root * series
        let right = 2 * (root + rest)
        let leftSum = Self.exactSum(Self(repeating: 3.141592653589793), -2 * root)
        let left = leftSum.high + ((leftSum.low + 1.2246467991473532e-16) - 2 * rest)
        let middleSum = Self.exactSum(Self(repeating: 1.5707963267948966), -self)
        let middle = middleSum.high + ((middleSum.low + 6.123233995736766e-17) - self * series)
        let far = right.replacing(with: left, where: Self.isLess(self, Self(repeating: 0)))
        return far.replacing(with: middle, where: isNear)
    }

    /// Whether |x| < ½; z = x² there and (1 − |x|)/2 elsewhere, so that asin √z = √z (1 + series).
    @inlinable var arcSeries: (isNear: Mask, z: Self, series: Self) {
        let isNear = Self.isLess(magnitude, Self(repeating: 0.5))
        let z = (0.5 * (1 - magnitude)).replacing(with: self * self, where: isNear)
        // (asin √z / √z − 1) / z, by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 0.02961201126495512)
        p = p * z - 0.01924167174674304
        p = p * z + 0.019554513336123378
        p = p * z + 0.0030448799094556773
        p = p * z + 0.009319560794767446
        p = p * z + 0.009621842970100282
        p = p * z + 0.011566459612121669
        p = p * z + 0.01396378001220357
        p = p * z + 0.017352816540325496
        p = p * z + 0.02237215744350722
        p = p * z + 0.03038194447553234
        p = p * z + 0.044642857142551895
        p = p * z + 0.07500000000000118
        p = p * z + 0.16666666666666666
        return (isNear, z, z * p)
    }

    /// The square root and what rounding lost of it.
    @inlinable var rootPair: (high: Self, low: Self) {
        let root = squareRoot()
        let square = Self.exactProduct(root, root)
        let lost = ((self - square.high) - square.low) / (2 * root)
        return (root, lost.replacing(with: Self(repeating: 0), where: isZero))
    }

    /// atan x, within 1 ulp.
    @inlinable public func arcTangent() -> Self {
        magnitude.arcTangentOfMagnitude().withSign(of: self)
    }

    /// atan x for x ≥ 0: atan x = atan b + atan((x − b)/(1 + b x)) with b one of 0, ½, 1, 1½, ∞, as in Sun's fdlibm.
    @inlinable func arcTangentOfMagnitude() -> Self {
        var above = Self(repeating: -1)
        var below = self
        var high = Self(repeating: 1.5707963267948966)
        var low = Self(repeating: 6.123233995736766e-17)
        func use(_ a: Self, _ b: Self, _ h: Double, _ l: Double, below limit: Double) {
            let mask = Self.isLess(self, Self(repeating: limit))
            above = above.replacing(with: a, where: mask)
            below = below.replacing(with: b, where: mask)
            high = high.replacing(with: Self(repeating: h), where: mask)
            low = low.replacing(with: Self(repeating: l), where: mask)
        }
        use(self - 1.5, 1 + 1.5 * self, 0.982793723247329, 1.3903311031230998e-17, below: 2.4375)
        use(self - 1, self + 1, 0.7853981633974483, 3.061616997868383e-17, below: 1.1875)
        use(2 * self - 1, self + 2, 0.4636476090008061, 2.2698777452961687e-17, below: 0.6875)
        use(self, Self(repeating: 1), 0, 0, below: 0.4375)
        let t = above / below
        let z = t * t
        // (atan t − t) / t³ in z = t², by Chebyshev interpolation at 60 digits.
        var p = Self(repeating: 0.01476642155379467)
        p = p * z - 0.033121323310643644
        p = p * z + 0.044919637149159995
        p = p * z - 0.05216607416783708
        p = p * z + 0.0587693549653035
        p = p * z - 0.06666240859375808
        p = p * z + 0.0769228548876496
        p = p * z - 0.09090908353049669
        p = p * z + 0.11111111096587765
        p = p * z - 0.1428571428556615
        p = p * z + 0.19999999999999407
        p = p * z - 0.3333333333333333
        let rest = t * z * p + low
        return high + (t + rest)
    }

    /// The angle of the point (x, y), y being this number, from −π to π; within 2 ulp. Signed zeros and infinities as
    /// in IEEE 754 `atan2`.
    @inlinable public func arcTangent(over x: Self) -> Self {
        let across = x.magnitude
        let up = magnitude
        var ratio = up / across
        ratio = ratio.replacing(with: Self(repeating: 1), where: Self.isEqual(up, across))
        ratio = ratio.replacing(with: Self(repeating: 0), where: isZero)
        let right = ratio.arcTangentOfMagnitude()
        let turned = Self(repeating: 3.141592653589793) - (right - 1.2246467991473532e-16)
        // On the y axis nothing is turned, but ±0 over −0 is ±π.
        let left = turned.replacing(with: right.replacing(with: turned, where: isZero), where: across.isZero)
        let isLeft = Self.isLess(Self(repeating: 1).withSign(of: x), Self(repeating: 0))
        let angle = right.replacing(with: left, where: isLeft).withSign(of: self)
        let defined = x.replacing(with: angle, where: Self.isEqual(x, x))
        return replacing(with: defined, where: Self.isEqual(self, self))
    }
}
