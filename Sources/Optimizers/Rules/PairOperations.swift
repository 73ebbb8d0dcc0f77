import Lanes

// Operations on both parameters that rules of several families need.

extension Pair {
    /// −1, 0 or 1 for each parameter; NaN and the zeros stay what they are.
    func signs() -> Self { map { $0.sign() } }

    /// The Euclidean length of the pair as one vector.
    func norm() -> Element {
        let square: Element = x * x + y * y
        return square.squareRoot()
    }

    /// Both parameters times the same number.
    func scaled(by factor: Element) -> Self { Self(x: factor * x, y: factor * y) }

    /// Each parameter no larger than `limit` in magnitude; NaN stays.
    func clipped(to limit: Double) -> Self {
        let (low, high) = (Element(repeating: -limit), Element(repeating: limit))
        return map { .smaller(high, .larger(low, $0)) }
    }
}

extension Lane {
    /// −1, 0 or 1; NaN and the zeros stay what they are.
    func sign() -> Self {
        let zero = Self(repeating: 0)
        let positive = replacing(with: Self(repeating: 1), where: Self.isLess(zero, self))
        return positive.replacing(with: Self(repeating: -1), where: Self.isLess(self, zero))
    }
}
