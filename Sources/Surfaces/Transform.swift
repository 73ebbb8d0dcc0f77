import Lanes

/// One change to a surface: it moves the landscape in the plane, or changes its height.
///
/// A list of them acts in its order on what the ones before have made; rotating and stretching keep the origin.
public enum Transform: Hashable, Sendable {
    /// Turns the landscape about the origin, counterclockwise.
    case rotate(Angle)
    /// Makes the landscape so many times as long along x and along y; factors are finite and not 0.
    case stretch(SIMD2<Double>)
    /// Moves the landscape by a finite vector.
    case shift(SIMD2<Double>)
    /// Changes what every point is worth.
    case value(ValueTransform)
}

/// An angle as it was written.
public struct Angle: Hashable, Sendable {
    public enum Unit: String, CaseIterable, Sendable { case deg, rad }

    public let value: Double
    public let unit: Unit

    public init(_ value: Double, _ unit: Unit) { (self.value, self.unit) = (value, unit) }

    /// Cosine and sine; exact for whole multiples of 90 degrees.
    public var direction: SIMD2<Double> {
        guard unit == .deg else { return SIMD2(value.cosine(), value.sine()) }
        let rest = value.truncatingRemainder(dividingBy: 360)
        let turned = rest < 0 ? rest + 360 : rest
        let exact: [Double: SIMD2<Double>] = [
            0: SIMD2(1, 0), 90: SIMD2(0, 1), 180: SIMD2(-1, 0), 270: SIMD2(0, -1), 360: SIMD2(1, 0),
        ]
        let radians = turned * (Double.pi / 180)
        return exact[turned] ?? SIMD2(radians.cosine(), radians.sine())
    }
}

/// A function of one variable applied to a surface's values.
public enum ValueTransform: String, CaseIterable, Hashable, Sendable {
    /// ln(1 + f), for values above −1.
    case log1p
    /// ln f, for values above 0.
    case log
    /// √f, for values from 0 up; where f is 0 its gradient counts as 0.
    case sqrt
    /// f².
    case square
    /// −f, which turns maxima into minima.
    case negative

    func apply<L: Lane>(_ value: L) -> L {
        switch self {
        case .log1p: value.logarithmOfOnePlus()
        case .log: value.logarithm()
        case .sqrt: value.squareRoot()
        case .square: value * value
        case .negative: -value
        }
    }

    /// The first and the second derivative at a value.
    func slopes(_ value: Double) -> (first: Double, second: Double) {
        switch self {
        case .log1p:
            let slope = 1 / (1 + value)
            return (slope, -(slope * slope))
        case .log:
            let slope = 1 / value
            return (slope, -(slope * slope))
        case .sqrt:
            guard value != 0 else { return (0, 0) }
            let root = value.squareRoot()
            return (0.5 / root, -0.25 / (value * root))
        case .square: return (2 * value, 2)
        case .negative: return (-1, 0)
        }
    }
}
