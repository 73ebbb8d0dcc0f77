/// The second derivatives at a point: the symmetric matrix [[xx, xy], [xy, yy]].
public struct Hessian: Hashable, Sendable {
    public var xx, xy, yy: Double

    public init(xx: Double, xy: Double, yy: Double) {
        self.xx = xx
        self.xy = xy
        self.yy = yy
    }
}

/// A function of two variables with its derivatives: a formula, a sampled grid, a loss fitted to data.
///
/// `values` agrees to the bit with `value` at each point, and the value of `gradient` and `hessian` with both.
public protocol ScalarField: Sendable {
    func value(at point: SIMD2<Double>) -> Double
    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>)
    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian)

    /// How long one value takes, in terms of a formula's or of a sample's: 1 but for losses of many samples. A figure
    /// looks at costly fields at fewer points.
    var cost: Int { get }

    /// The values at many points. All buffers have the same count.
    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>)
}

extension ScalarField {
    public var cost: Int { 1 }
}

/// The rectangle of parameter space that is usually looked at.
public struct Domain: Hashable, Sendable {
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>

    public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
        self.x = x
        self.y = y
    }
}
