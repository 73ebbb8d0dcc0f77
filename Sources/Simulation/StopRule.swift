/// When a run has come far enough to end. Loss and gradient are the surface's own, without noise and of all samples.
public struct StopRule: Hashable, Sendable {
    /// At the first point with a loss of at most this.
    public var loss: Double?
    /// At the first point where the gradient's norm is at most this.
    public var gradient: Double?
    /// At the first point not farther than this from the nearest of `minima`.
    public var distance: Double?
    /// The minima that `distance` is measured to.
    public var minima: [SIMD2<Double>]

    /// A rule that never ends a run.
    public init() { minima = [] }

    /// Whether any of the conditions holds.
    func isMet(at point: SIMD2<Double>, _ view: View) -> Bool {
        if let loss, view.loss <= loss { return true }
        if let gradient, norm(view.gradient) <= gradient { return true }
        guard let distance else { return false }
        return minima.contains { norm($0 - point) <= distance }
    }
}

/// The Euclidean length.
func norm(_ vector: SIMD2<Double>) -> Double { (vector.x * vector.x + vector.y * vector.y).squareRoot() }
