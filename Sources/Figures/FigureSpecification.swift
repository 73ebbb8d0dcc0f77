import Surfaces

/// What a figure should look like, as far as its author said; everything else is chosen for the reader.
public struct FigureSpecification: Hashable, Sendable {
    /// The line above the picture; nil for the surface's own name.
    public var title: String?
    public var axes = AxisTitles()
    public var map = MapSpecification()
    public var page = Page()

    public init() {}
}

/// What stands along the axes, as `MathText`.
public struct AxisTitles: Hashable, Sendable {
    public var x = "$x$"
    public var y = "$y$"

    public init() {}
}

/// How the contour map is drawn.
public struct MapSpecification: Hashable, Sendable {
    public enum Aspect: Hashable, Sendable {
        /// The map takes the room there is.
        case fill
        /// A unit is as long along x as along y.
        case equal
    }

    public enum Levels: Hashable, Sendable {
        /// Logarithmic where the surface spans decades, linear elsewhere.
        case automatic
        case logarithmic
        case linear
        /// At least two finite values, ascending.
        case explicit([Double])
    }

    public var aspect = Aspect.fill
    public var levels = Levels.automatic
    /// The part of the plane that is shown; nil to fit the surface's domain or, without one, the runs.
    public var domain: Domain?

    public init() {}
}

/// The size of the page and the resolution it is rasterized at.
public struct Page: Hashable, Sendable {
    /// In points (1/72 inch).
    public var width = 576.0
    /// In points (1/72 inch).
    public var height = 432.0
    public var dotsPerInch = 200.0

    public init() {}
}
