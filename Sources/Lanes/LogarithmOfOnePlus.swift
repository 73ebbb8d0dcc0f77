extension Lane {
    /// ln(1 + x), to a few units in the last place also where x is tiny; −∞ at −1, NaN below.
    ///
    /// The logarithm of the rounded sum, corrected by the ratio of x to what was really added (Kahan; see Goldberg 1991,
    /// *What every computer scientist should know about floating-point arithmetic*, theorem 4).
    @inlinable public func logarithmOfOnePlus() -> Self {
        let sum = self + 1
        let added = sum - 1
        let logarithm = sum.logarithm()
        let corrected = logarithm * (self / added)
        let one = Self(repeating: 1)
        let infinity = Self(repeating: .infinity)
        return corrected.replacing(with: self, where: Self.isEqual(sum, one))
            .replacing(with: infinity, where: Self.isEqual(self, infinity))
    }
}
