/// A bound on the gradient before a rule sees it, as the libraries compute it to the bit.
///
/// The gradient is one parameter of two numbers; bounds are positive. Where optax, or Keras on jax, divides the
/// parameter by a norm, jax multiplies by the reciprocal, and so does this.
public enum Clipping: Hashable, Sendable {
    /// `torch.nn.utils.clip_grad_norm_`: g · min(1, c/(|g| + 10⁻⁶)).
    case gradNorm(Double)
    /// `torch.nn.utils.clip_grad_value_`: each coordinate into [−c, c].
    case gradValue(Double)
    /// `optax.clip_by_global_norm`: (g/|g|) · c, unless |g| < c.
    case globalNorm(Double)
    /// `clipnorm` of Keras: g c / max(|g|, c).
    case kerasClipnorm(Double)
    /// `clipvalue` of Keras: each coordinate into [−c, c].
    case kerasClipvalue(Double)
    /// `global_clipnorm` of Keras: g · c · min(1/|g|, 1/c).
    case kerasGlobalClipnorm(Double)

    /// The clipped gradient. Where the norm is not a finite number, neither is the result, as in the libraries.
    public func apply(_ gradient: SIMD2<Double>) -> SIMD2<Double> {
        switch self {
        case .gradNorm(let bound):
            let coefficient = bound / (Self.norm(gradient) + 1e-6)
            // torch's clamp keeps NaN.
            return gradient * (coefficient > 1 ? 1 : coefficient)
        case .gradValue(let bound), .kerasClipvalue(let bound):
            return Self.clamped(gradient, bound)
        case .globalNorm(let bound):
            let norm = Self.norm(gradient)
            return norm < bound ? gradient : gradient * (1 / norm) * bound
        case .kerasClipnorm(let bound):
            let norm = Self.norm(gradient)
            return gradient * bound * (1 / (norm > bound || norm.isNaN ? norm : bound))
        case .kerasGlobalClipnorm(let bound):
            let norm = Self.norm(gradient)
            let (inverse, limit) = (1 / norm, 1 / bound)
            let scale = bound * (inverse > limit ? limit : inverse)
            return gradient * (scale + (norm - norm))
        }
    }

    /// The bound itself.
    public var bound: Double {
        switch self {
        case .gradNorm(let bound), .gradValue(let bound), .globalNorm(let bound), .kerasClipnorm(let bound),
            .kerasClipvalue(let bound), .kerasGlobalClipnorm(let bound):
            bound
        }
    }

    /// The key of a scene that asks for it.
    public var key: String {
        switch self {
        case .gradNorm: "clip_grad_norm"
        case .gradValue: "clip_grad_value"
        case .globalNorm: "clip_by_global_norm"
        case .kerasClipnorm: "clipnorm"
        case .kerasClipvalue: "clipvalue"
        case .kerasGlobalClipnorm: "global_clipnorm"
        }
    }

    /// Where the form is taken from.
    public var source: String {
        switch self {
        case .gradNorm: "torch.nn.utils.clip_grad_norm_, PyTorch 2.13"
        case .gradValue: "torch.nn.utils.clip_grad_value_, PyTorch 2.13"
        case .globalNorm: "optax.clip_by_global_norm, optax 0.2.8"
        case .kerasClipnorm: "clipnorm of keras.optimizers, Keras 3"
        case .kerasClipvalue: "clipvalue of keras.optimizers, Keras 3"
        case .kerasGlobalClipnorm: "global_clipnorm of keras.optimizers, Keras 3"
        }
    }

    /// One of each kind, with a bound of 1: for listings and for finding a key's kind.
    public static let examples: [Clipping] = [
        .gradNorm(1), .gradValue(1), .globalNorm(1), .kerasClipnorm(1), .kerasClipvalue(1), .kerasGlobalClipnorm(1),
    ]

    /// The same kind with another bound.
    public func with(bound: Double) -> Clipping {
        switch self {
        case .gradNorm: .gradNorm(bound)
        case .gradValue: .gradValue(bound)
        case .globalNorm: .globalNorm(bound)
        case .kerasClipnorm: .kerasClipnorm(bound)
        case .kerasClipvalue: .kerasClipvalue(bound)
        case .kerasGlobalClipnorm: .kerasGlobalClipnorm(bound)
        }
    }

    private static func norm(_ gradient: SIMD2<Double>) -> Double {
        let squares = gradient * gradient
        return (squares.x + squares.y).squareRoot()
    }

    /// NaN stays NaN.
    private static func clamped(_ gradient: SIMD2<Double>, _ bound: Double) -> SIMD2<Double> {
        var clipped = gradient
        for axis in 0..<2 where gradient[axis].magnitude > bound {
            clipped[axis] = gradient[axis] < 0 ? -bound : bound
        }
        return clipped
    }
}
