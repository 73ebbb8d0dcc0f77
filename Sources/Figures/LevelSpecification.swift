/// Where the contours of a map lie, as far as its author said.
public struct LevelSpecification: Hashable, Sendable {
    public enum Scale: Hashable, Sendable {
        /// Logarithmic where the surface spans decades, linear elsewhere.
        case automatic
        /// Steps of a round size.
        case linear
        /// Steps of nearly equal ratio; symmetric logarithmic on a surface that is negative somewhere in the frame.
        case logarithmic
        /// 0 and both signs of 1, 2 and 5 times powers of ten.
        case symmetric
        /// Bands of equal area.
        case quantile
        /// Finite values, ascending, at least two and at most `mostLevels`.
        case explicit([Double])
    }

    public var scale: Scale
    /// The most levels, in `counts`; nil to choose.
    public var count: Int?
    /// No level lies lower; nil for the surface's lowest value.
    public var from: Double?
    /// No level lies higher; nil for the surface's highest value.
    public var to: Double?

    public init(_ scale: Scale, count: Int? = nil, from: Double? = nil, to: Double? = nil) {
        (self.scale, self.count, self.from, self.to) = (scale, count, from, to)
    }

    public static let automatic = Self(.automatic)
    public static let linear = Self(.linear)
    public static let logarithmic = Self(.logarithmic)
    public static let symmetric = Self(.symmetric)
    public static let quantile = Self(.quantile)
    public static func explicit(_ values: [Double]) -> Self { Self(.explicit(values)) }

    /// The most levels a map can have.
    public static let mostLevels = 250
    /// The counts that can be asked for.
    public static let counts = 1...mostLevels

    /// The scales with names.
    public static let named: [(name: String, value: Scale)] = [
        ("auto", .automatic), ("log", .logarithmic), ("linear", .linear), ("symlog", .symmetric),
        ("quantile", .quantile),
    ]
}
