/// Newton's method with backtracking for a convex fitted loss without l1, plus a linear function.
struct NewtonSearch {
    let loss: FittedLoss
    /// The gradient of the linear function.
    let slopes: SIMD2<Double>
    /// 0 for a parameter that stays 0, else 1.
    let freedom: SIMD2<Double>

    /// nil where it does not arrive within 200 steps.
    var minimum: SIMD2<Double>? {
        var point = start
        let ceiling = loss.hessian(of: loss.samples) { _ in steepestCurvature }
        for _ in 0..<200 {
            let (value, gradient, hessian) = loss.hessian(at: point)
            let pull = freedom * (gradient + slopes)
            let newton = step(against: pull, hessian)
            if let newton, isSettled(at: point, pull, newton) { return point + newton }
            let here = value + dot(slopes, point)
            // With a matrix above the Hessian everywhere a step always goes down, if not far.
            let next =
                newton.flatMap { lower(than: here, from: point, pull, along: $0) }
                ?? step(against: pull, ceiling).map { point + $0 }
            guard let next, here.isFinite else { return nil }
            point = next
        }
        return nil
    }

    /// The minimum of squared errors in place of the loss, or 0.
    private var start: SIMD2<Double> {
        guard loss.loss != .crossEntropy else { return .zero }
        var squares = loss
        squares.loss = .mse
        let (_, gradient, hessian) = squares.hessian(at: .zero)
        return step(against: freedom * gradient, hessian) ?? .zero
    }

    /// The largest second derivative of a sample's loss by z.
    private var steepestCurvature: Double {
        switch loss.loss {
        case .mse: 2
        case .mae: 0
        case .huber: 1
        case .crossEntropy: 0.25
        }
    }

    /// The step to the minimum of the parabola with this gradient and Hessian; nil where it has none, or nearly none.
    private func step(against gradient: SIMD2<Double>, _ hessian: Hessian) -> SIMD2<Double>? {
        let xx = freedom.x == 0 ? 1 : hessian.xx
        let yy = freedom.y == 0 ? 1 : hessian.yy
        let xy = freedom.x * freedom.y * hessian.xy
        guard xx > 0, yy > 0 else { return nil }
        let ratio = xy / xx
        let rest = yy - ratio * xy
        guard rest > 1e-14 * yy else { return nil }
        let y = (ratio * gradient.x - gradient.y) / rest
        return SIMD2((-gradient.x - xy * y) / xx, y)
    }

    /// Backtracking: the first of the step, its half, its quarter … that goes down by enough (Armijo 1966), or after
    /// which the loss hardly rises any more along the step. The latter can still be told where rounding hides the
    /// former, and is enough as the loss is convex.
    private func lower(
        than here: Double, from point: SIMD2<Double>, _ pull: SIMD2<Double>, along step: SIMD2<Double>
    ) -> SIMD2<Double>? {
        let fall = dot(pull, step)
        var fraction = 1.0
        for _ in 0..<40 {
            let next = point + fraction * step
            guard next != point else { return nil }
            let (value, gradient) = loss.gradient(at: next)
            let there = value + dot(slopes, next)
            // Fixed parameters do not move: their part of the step is 0.
            let rise = dot(gradient + slopes, step)
            if there <= here + 1e-4 * fraction * fall || rise <= -0.1 * fall { return next }
            fraction *= 0.5
        }
        return nil
    }

    /// Whether the terms of the gradient cancel to 10⁻¹² of their size, and the next step is small as well: on data
    /// that a line separates the steps stay long while everything else vanishes.
    private func isSettled(at point: SIMD2<Double>, _ pull: SIMD2<Double>, _ step: SIMD2<Double>) -> Bool {
        var terms = SIMD2<Double>.zero
        var (reach, move) = (loss.loss == .crossEntropy ? 1.0 : 0.0, 0.0)
        for sample in loss.samples {
            let z = sample.z(point.x, point.y)
            let (slope, curvature) = loss.derivatives(z: z, target: sample.target)
            let size = slope.magnitude + curvature * (z.magnitude + sample.target.magnitude)
            terms += size * SIMD2(sample.a.magnitude, sample.b.magnitude)
            reach = Swift.max(reach, z.magnitude, sample.target.magnitude)
            move = Swift.max(move, sample.z(step.x, step.y).magnitude)
        }
        var scale = loss.reduced(terms, count: loss.sampleCount)
        scale += SIMD2(slopes.x.magnitude, slopes.y.magnitude)
        scale += loss.l2 * SIMD2(point.x.magnitude, point.y.magnitude)
        let isFlat = pull.x.magnitude <= 1e-12 * scale.x && pull.y.magnitude <= 1e-12 * scale.y
        return isFlat && move <= 1e-6 * reach
    }

    private func dot(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double { a.x * b.x + a.y * b.y }
}
