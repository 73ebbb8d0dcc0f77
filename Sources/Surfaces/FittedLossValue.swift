import Lanes

// The value, written once for one point and for eight.
extension FittedLoss {
    func value<L: Lane>(of samples: [Sample], x: L, y: L) -> L {
        reduced(total(of: samples, x: x, y: y), count: samples.count) + penalty(x: x, y: y)
    }

    private func reduced<L: Lane>(_ total: L, count: Int) -> L {
        reduction == .mean ? total / Double(count) : total
    }

    private func penalty<L: Lane>(x: L, y: L) -> L {
        var sum = L(repeating: 0)
        // Only what there is: 0 · x² would be NaN where x² is beyond the range of the type.
        if l1 > 0 { sum = sum + l1 * (hasIntercept ? x.magnitude : x.magnitude + y.magnitude) }
        if l2 > 0 {
            let squares = x * x
            sum = sum + (0.5 * l2) * (hasIntercept ? squares : squares + y * y)
        }
        return sum
    }

    private func total<L: Lane>(of samples: [Sample], x: L, y: L) -> L {
        switch loss {
        case .mse: residualTotal(of: samples, x: x, y: y) { $0 * $0 }
        case .mae: residualTotal(of: samples, x: x, y: y) { $0.magnitude }
        case .huber(let delta):
            residualTotal(of: samples, x: x, y: y) { residual in
                let size = residual.magnitude
                let near = 0.5 * (residual * residual)
                let far = delta * (size - 0.5 * delta)
                return far.replacing(with: near, where: L.isLess(size, L(repeating: delta)))
            }
        case .crossEntropy: crossEntropyTotal(of: samples, x: x, y: y)
        }
    }

    /// The sum of a function of the residuals p − t.
    @inline(__always) private func residualTotal<L: Lane>(
        of samples: [Sample], x: L, y: L, _ body: (L) -> L
    ) -> L {
        var total = L(repeating: 0)
        switch model {
        case .linear:
            for sample in samples { total = total + body(sample.z(x, y) - sample.target) }
        case .logistic:
            for sample in samples { total = total + body(sample.z(x, y).sigmoid(minus: sample.target)) }
        }
        return total
    }

    /// The sum of max(z, 0) − z t + ln(1 + e^−|z|), the last term gathered before its logarithm is taken.
    ///
    /// ln(1 + e₁) + ln(1 + e₂) = ln(1 + e₁ + e₂ + e₁e₂): all terms are positive, so that nothing cancels and small ones
    /// keep their accuracy. Every e is at most 1: 64 of them stay far below the range of the type.
    private func crossEntropyTotal<L: Lane>(of samples: [Sample], x: L, y: L) -> L {
        let zero = L(repeating: 0)
        var total = zero
        var start = 0
        while start < samples.count {
            let end = Swift.min(start + 64, samples.count)
            var product = zero
            for sample in samples[start..<end] {
                let z = sample.z(x, y)
                let size = z.magnitude
                // max(z, 0) − z t without the cancellation.
                let share = L(repeating: sample.target)
                    .replacing(with: L(repeating: 1 - sample.target), where: L.isLess(zero, z))
                total = total + size * share
                let small = (-size).exponential()
                product = product + (small + small * product)
            }
            total = total + product.logarithmOfOnePlus()
            start = end
        }
        return total
    }
}

extension FittedLoss.Sample {
    @inline(__always) func z<L: Lane>(_ x: L, _ y: L) -> L { a * x + b * y }
}

extension Lane {
    /// 1/(1 + e⁻ᶻ) − t, accurate also where it is close to 0 − t or 1 − t.
    @inline(__always) func sigmoid(minus target: Double) -> Self {
        let small = (-magnitude).exponential()
        let tail = small / (small + 1)
        let right = (1 - target) - tail
        return (tail - target).replacing(with: right, where: Self.isLess(Self(repeating: 0), self))
    }

    /// ln(1 + x) for x ≥ 0: the logarithm of the rounded sum, and what rounding took from it.
    @inline(__always) func logarithmOfOnePlus() -> Self {
        let sum = self + 1
        return sum.logarithm() + (self - (sum - 1)) / sum
    }
}
