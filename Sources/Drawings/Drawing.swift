/// A picture as a value: what is filled, stroked and placed on a page, in order, in device-independent units.
///
/// Exporters are functions of a drawing; it knows neither pixels nor file formats. It can be hashed, compared, cached
/// and printed.
public struct Drawing: Hashable, Sendable {
    /// One thing drawn over all before it.
    public indirect enum Command: Hashable, Sendable {
        /// Covers the inside of a path with a colour.
        case fill(Path, Color, FillRule = .nonZero)
        /// Draws a line along a path.
        case stroke(Path, Stroke, Color)
        /// Stretches an image over a box.
        case image(Image, in: Box)
        /// Draws the commands only where the path covers the page.
        case clipped(to: Path, FillRule, [Command])
    }

    /// Width and height of the page, in points.
    public var size: Point
    /// The colour of the page; transparent where its alpha is 0.
    public var background: Color
    /// What is drawn, the first at the bottom.
    public var commands: [Command] = []
    /// What is drawn, in words.
    public var caption = Caption()

    /// An empty page of a size in points.
    public init(size: Point, background: Color = .white) {
        self.size = size
        self.background = background
    }
}

/// Which points a path encloses.
public enum FillRule: Hashable, Sendable {
    /// Where the path winds around the point a number of times other than zero.
    case nonZero
    /// Where a ray from the point crosses the path an odd number of times.
    case evenOdd
}

/// How a line is drawn along a path. Lengths are in points.
public struct Stroke: Hashable, Sendable {
    public enum Cap: Hashable, Sendable { case butt, round, square }
    public enum Join: Hashable, Sendable {
        /// Falls back to a bevel where the miter would be longer than `limit` times the line's width (SVG's meaning).
        case miter(limit: Double)
        case round
        case bevel
    }

    public var width: Double
    public var cap: Cap
    public var join: Join
    /// Lengths drawn and left out in turn; empty for a solid line. An odd count is used twice over.
    public var dash: [Double]
    /// How far into the dash pattern the line begins.
    public var dashPhase: Double

    public init(
        width: Double, cap: Cap = .butt, join: Join = .miter(limit: 10), dash: [Double] = [], dashPhase: Double = 0
    ) {
        self.width = width
        self.cap = cap
        self.join = join
        self.dash = dash
        self.dashPhase = dashPhase
    }
}

/// A rectangle of colour samples, row by row from the top, four bytes each: red, green, blue and straight alpha.
public struct Image: Hashable, Sendable {
    public let width: Int
    public let height: Int
    public let samples: [UInt8]

    /// - Precondition: both sides are positive and `samples` holds exactly `4 · width · height` bytes.
    public init(width: Int, height: Int, samples: [UInt8]) {
        precondition(width > 0 && height > 0 && samples.count == 4 * width * height, "an image of another size")
        self.width = width
        self.height = height
        self.samples = samples
    }
}
