import Lanes

/// m(p) = gᵀp + ½ pᵀHp in the coordinates of H's eigenvectors, lower eigenvalue first.
struct QuadraticModel {
    private let lower, gap: Double
    /// The eigenvector of the lower eigenvalue; the other is it turned by a right angle.
    private let axis: Pair<Double>
    private let slope: Pair<Double>

    struct Minimum {
        let step: Pair<Double>
        /// −m(p).
        let decrease: Double
        let isOnBoundary: Bool
    }

    /// Nil where a number is not finite.
    init?(_ g: Pair<Double>, _ hessian: Curvature<Double>) {
        let half = 0.5 * hessian.xx - 0.5 * hessian.yy
        let mean = 0.5 * hessian.xx + 0.5 * hessian.yy
        let spread = Pair(x: half, y: hessian.xy).length
        lower = mean - spread
        gap = 2 * spread
        // (half, xy)/spread is (cos 2φ, sin 2φ) of the upper eigenvector's angle φ.
        let upper = Self.halved(half, hessian.xy, spread)
        axis = Pair(x: upper.y, y: -upper.x)
        slope = Pair(x: g.dot(axis), y: g.dot(upper))
        guard lower.isFinite, gap.isFinite, slope.isFinite else { return nil }
    }

    /// The unit vector at half the angle of (a, b), whose length is given, without cancellation.
    private static func halved(_ a: Double, _ b: Double, _ length: Double) -> Pair<Double> {
        guard length > 0 else { return Pair(x: 1, y: 0) }
        let vector = a >= 0 ? Pair(x: length + a, y: b) : Pair(x: b, y: length - a)
        return vector / vector.length
    }

    /// The global minimizer in the disk, by the conditions of theorem 4.1 of Nocedal and Wright 2006: (H + λI)p = −g.
    func minimum(within radius: Double) -> Minimum {
        let least = max(0, lower)  // μ = λ₁ + λ where λ is the smallest allowed
        let inner = step(least)
        let length = inner.length
        if length <= radius {
            guard lower < 0 else { return made(inner, isOnBoundary: false) }
            // The hard case: what is missing to the boundary goes along the axis of negative curvature.
            let rest = (radius * radius - length * length).squareRoot()
            return made(Pair(x: slope.x > 0 ? -rest : rest, y: inner.y), isOnBoundary: true)
        }
        return made(step(shift(from: least, radius)), isOnBoundary: true)
    }

    /// −g/(H + λI) at μ = λ₁ + λ; nothing along an axis without slope and without curvature.
    private func step(_ shift: Double) -> Pair<Double> {
        let across = shift + gap
        return Pair(
            x: slope.x == 0 ? 0 : -slope.x / shift,
            y: slope.y == 0 ? 0 : -slope.y / across)
    }

    /// The μ at which the step has the length of the radius: Newton's iteration on 1/Δ − 1/|p| (4.43), in a bracket.
    private func shift(from least: Double, _ radius: Double) -> Double {
        var (low, high) = (least, slope.length / radius)
        var shift = high
        for _ in 0..<100 {
            let p = step(shift)
            let length = p.length
            if length > radius { low = shift } else { high = shift }
            if (length - radius).magnitude <= 1e-14 * radius { break }
            let pull = p.x * p.x / shift + p.y * p.y / (shift + gap)
            var next = shift + (length * length / pull) * ((length - radius) / radius)
            if !(low < next && next < high) { next = low + 0.5 * (high - low) }
            if next == shift { break }
            shift = next
        }
        return shift
    }

    private func made(_ p: Pair<Double>, isOnBoundary: Bool) -> Minimum {
        let curved = lower * (p.x * p.x) + (lower + gap) * (p.y * p.y)
        let decrease = -(slope.dot(p) + 0.5 * curved)
        let step = Pair(x: p.x * axis.x - p.y * axis.y, y: p.x * axis.y + p.y * axis.x)
        return Minimum(step: step, decrease: decrease, isOnBoundary: isOnBoundary)
    }
}
