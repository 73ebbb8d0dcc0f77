import Lanes

// Operations that a library's rules share.

extension Observation {
    /// β₁ᵗ of torch's Adam and its kin: of the β₁ of this update, also where a schedule cycles it.
    func firstPower(_ own: RunningPower) -> Double {
        guard let momentum else { return own.value }
        return RunningPower.power(momentum, step)
    }
}

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

    /// An average of gradients with its bias to zero corrected, m/(1 − βᵗ); or the one that Nesterov's momentum leads to
    /// with the gradient `ahead`, β m/(1 − βᵗ⁺¹) + (1 − β) g/(1 − βᵗ).
    func corrected(by power: RunningPower, ahead gradient: Self?) -> Self {
        guard let gradient else { return self / (1 - power.value) }
        var next = power
        next.advance()
        let inertia = power.base * (self / (1 - next.value))
        return inertia + (1 - power.base) * (gradient / (1 - power.value))
    }

    /// Weight decay of torch's Adam and its kin: of the parameters themselves, or by the gradient.
    mutating func decay(by weightDecay: Double, learningRate: Double, decoupled: Bool, gradient: inout Self) {
        guard weightDecay != 0 else { return }
        if decoupled {
            self = (1 - learningRate * weightDecay) * self
        } else {
            gradient = gradient + weightDecay * self
        }
    }

    var magnitude: Self { map(\.magnitude) }

    /// √(v + ε) or √v + ε.
    func root(epsilon: Double, inside: Bool) -> Self {
        inside ? (self + epsilon).squareRoot() : squareRoot() + epsilon
    }
}
