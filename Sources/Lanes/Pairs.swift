// Pairs of numbers whose sum carries about 106 bits, for functions that need more than one number can hold.
extension Lane {
    /// a + b and what rounding lost of it (Knuth, The Art of Computer Programming 2, 4.2.2).
    @inlinable static func exactSum(_ a: Self, _ b: Self) -> (high: Self, low: Self) {
        let high = a + b
        let partOfB = high - a
        let lostOfA = a - (high - partOfB)
        return (high, lostOfA + (b - partOfB))
    }

    /// a · b and what rounding lost of it (Dekker 1971), for magnitudes below 2⁹⁹⁰.
    @inlinable static func exactProduct(_ a: Self, _ b: Self) -> (high: Self, low: Self) {
        let high = a * b
        let (aHigh, aLow) = a.halves
        let (bHigh, bLow) = b.halves
        var low = aHigh * bHigh - high
        low = low + aHigh * bLow
        low = low + aLow * bHigh
        return (high, low + aLow * bLow)
    }

    /// The upper 26 bits and the rest (Veltkamp 1968).
    @inlinable var halves: (high: Self, low: Self) {
        let shifted = 134_217_729 * self
        let high = shifted - (shifted - self)
        return (high, self - high)
    }

    /// (a + aLow) / (b + bLow), within 1 ulp.
    @inlinable static func quotient(_ a: Self, _ aLow: Self, by b: Self, _ bLow: Self) -> Self {
        let pair = quotientPair(a, aLow, by: b, bLow)
        return pair.high + pair.low
    }

    /// (a + aLow) / (b + bLow) as a rounded number and the remainder's share.
    @inlinable static func quotientPair(
        _ a: Self, _ aLow: Self, by b: Self, _ bLow: Self
    ) -> (high: Self, low: Self) {
        let high = a / b
        let product = exactProduct(high, b)
        var remainder = (a - product.high) - product.low
        remainder = remainder + (aLow - high * bLow)
        return (high, remainder / b)
    }
}
