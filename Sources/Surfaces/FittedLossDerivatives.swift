import Lanes

extension FittedLoss {
    func gradient(of samples: [Sample], at point: SIMD2<Double>) -> SIMD2<Double> {
        var sum = SIMD2<Double>.zero
        for sample in samples {
            let slope = derivatives(z: sample.z(point.x, point.y), target: sample.target).slope
            sum += SIMD2(slope * sample.a, slope * sample.b)
        }
        return reduced(sum, count: samples.count) + penaltyGradient(at: point)
    }

    func hessian(of samples: [Sample], at point: SIMD2<Double>) -> Hessian {
        hessian(of: samples) { derivatives(z: $0.z(point.x, point.y), target: $0.target).curvature }
    }

    /// The Hessian, given the second derivative of each sample's loss by z.
    func hessian(of samples: [Sample], curvature: (Sample) -> Double) -> Hessian {
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for sample in samples {
            let curvature = curvature(sample)
            xx += curvature * sample.a * sample.a
            xy += curvature * sample.a * sample.b
            yy += curvature * sample.b * sample.b
        }
        let diagonal = reduced(SIMD2(xx, yy), count: samples.count) + (hasIntercept ? SIMD2(l2, 0) : SIMD2(l2, l2))
        return Hessian(xx: diagonal.x, xy: reduced(SIMD2(xy, 0), count: samples.count).x, yy: diagonal.y)
    }

    func reduced(_ sum: SIMD2<Double>, count: Int) -> SIMD2<Double> {
        reduction == .mean ? sum / Double(count) : sum
    }

    private func penaltyGradient(at point: SIMD2<Double>) -> SIMD2<Double> {
        let weights = hasIntercept ? SIMD2(point.x, 0) : point
        return l1 * SIMD2(weights.x.signOrZero, weights.y.signOrZero) + l2 * weights
    }

    /// First and second derivative of a sample's loss by z.
    func derivatives(z: Double, target: Double) -> (slope: Double, curvature: Double) {
        if model == .linear { return residualDerivatives(z - target) }
        let residual = z.sigmoid(minus: target)
        // e^−|z|, and with it p (1 − p) and 1 − 2p, accurate also where p is close to 0 or 1.
        let small = (-z.magnitude).exponential()
        let spread = small / ((1 + small) * (1 + small))
        if case .crossEntropy = loss { return (residual, spread) }
        let (slope, curvature) = residualDerivatives(residual)
        let tilt = ((1 - small) / (1 + small)) * -z.signOrZero
        return (slope * spread, curvature * spread * spread + slope * spread * tilt)
    }

    /// First and second derivative by the prediction, for a residual p − t.
    private func residualDerivatives(_ residual: Double) -> (slope: Double, curvature: Double) {
        switch loss {
        case .mse: (2 * residual, 2)
        case .mae: (residual.signOrZero, 0)
        case .huber(let delta):
            residual.magnitude < delta ? (residual, 1) : (delta * residual.signOrZero, 0)
        // Never asked for: the loss of z itself is differentiated.
        case .crossEntropy: (.nan, .nan)
        }
    }
}

extension Double {
    /// −1, 0 or 1; NaN for NaN.
    var signOrZero: Double { self > 0 ? 1 : self < 0 ? -1 : self == 0 ? 0 : self }
}
