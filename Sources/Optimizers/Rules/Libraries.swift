import Lanes

// Operations that a library's rules share.

extension Pair {
    /// `Tensor.lerp` of torch: from whichever end is nearer, so that a weight of 1 gives `end` exactly.
    func lerp(to end: Self, weight: Double) -> Self {
        let difference = end - self
        return weight < 0.5 ? self + weight * difference : end - (1 - weight) * difference
    }

    /// `update_moment` of optax: the exponential average with a new value.
    func moment(with value: Self, decay: Double) -> Self {
        (1 - decay) * value + decay * self
    }

    /// `_apply_weight_decay` of Keras, which every optimizer does before its update.
    func decayed(by weightDecay: Double?, learningRate: Double) -> Self {
        guard let weightDecay else { return self }
        return self - learningRate * (weightDecay * self)
    }

    /// √(v + ε) or √v + ε.
    func root(epsilon: Double, inside: Bool) -> Self {
        inside ? (self + epsilon).squareRoot() : squareRoot() + epsilon
    }
}
