import Lanes

/// The nearest minimizer of φ(α), to high precision, from slopes.
///
/// Doubling brackets a minimizer; then secant steps on φ′ (for a parabola they are exact), of which a stale end's slope
/// is halved (the Illinois variant of regula falsi) and every fourth gives way to halving, close in on it. The search
/// ends where |φ′(α)| ≤ tolerance · |φ′(0)|, where the interval has no inner point left, or after 61 + 100 evaluations.
struct ExactLineSearch: Sendable {
    let tolerance: Double

    private static let doublings = 60
    private static let trials = 100

    /// Nil where φ was found nowhere below φ(0).
    func search(_ line: Line, first: Double) -> Line.Sample? {
        var low = line.start
        var alpha = first
        for _ in 0...Self.doublings {
            guard alpha.isFinite, alpha > 0 else { break }
            let current = line.sample(alpha)
            if isDone(current, line) { return noHigher(current, line) }
            if isBeyond(current, low) { return narrow(line, low, current) }
            low = current
            alpha = 2 * alpha
        }
        return noHigher(low, line)
    }

    /// φ falls at `low`, and a minimizer lies between it and `high`.
    private func narrow(_ line: Line, _ low: Line.Sample, _ high: Line.Sample) -> Line.Sample? {
        var (low, high) = (low, high)
        var (lowSlope, highSlope) = (low.slope, high.slope)
        var (lowIsStale, highIsStale) = (false, false)
        for trial in 1...Self.trials {
            let width = high.alpha - low.alpha
            var alpha = low.alpha + 0.5 * width
            if high.isFinite, highSlope > 0, trial % 4 != 0 {
                alpha = low.alpha + width * (lowSlope / (lowSlope - highSlope))
            }
            guard low.alpha < alpha, alpha < high.alpha else { break }
            let current = line.sample(alpha)
            if isDone(current, line) { return noHigher(current, line) }
            if isBeyond(current, low) {
                (high, highSlope) = (current, current.slope)
                if lowIsStale { lowSlope = 0.5 * lowSlope }
                (lowIsStale, highIsStale) = (true, false)
            } else {
                (low, lowSlope) = (current, current.slope)
                if highIsStale { highSlope = 0.5 * highSlope }
                (lowIsStale, highIsStale) = (false, true)
            }
        }
        return noHigher(low, line)
    }

    private func isDone(_ sample: Line.Sample, _ line: Line) -> Bool {
        sample.isFinite && sample.slope.magnitude <= tolerance * line.start.slope.magnitude
            && sample.loss <= line.start.loss
    }

    /// Whether a minimizer lies before the sample: φ rises there, or has risen by more than rounding.
    private func isBeyond(_ sample: Line.Sample, _ low: Line.Sample) -> Bool {
        !sample.isFinite || sample.slope >= 0 || sample.loss > low.loss + 16 * low.loss.ulp
    }

    private func noHigher(_ sample: Line.Sample, _ line: Line) -> Line.Sample? {
        sample.alpha > 0 && sample.loss <= line.start.loss ? sample : nil
    }
}
