/// A place or a displacement on the page, in points (1/72 inch); x runs right, y runs down.
public typealias Point = SIMD2<Double>

/// A shape made of straight and curved pieces, in points.
///
/// Stored flat (one verb a piece, its points in a second array), because contours have tens of thousands of vertices.
/// A piece before the first `move` is ignored by whoever draws the path.
public struct Path: Hashable, Sendable {
    /// One piece of a path. The number of points it consumes is `pointCount`.
    public enum Verb: UInt8, Hashable, Sendable {
        /// Begins a new subpath (1 point).
        case move
        /// A straight line from the current point (1 point).
        case line
        /// A quadratic Bézier curve (control, end).
        case quadratic
        /// A cubic Bézier curve (control, control, end).
        case cubic
        /// A straight line back to the start of the subpath (no point).
        case close

        /// How many of the path's points the piece takes.
        public var pointCount: Int {
            switch self {
            case .move, .line: 1
            case .quadratic: 2
            case .cubic: 3
            case .close: 0
            }
        }
    }

    /// The pieces in the order they are drawn.
    public private(set) var verbs: [Verb] = []
    /// The points of all pieces, those of one piece after those of the piece before.
    public private(set) var points: [Point] = []

    /// A path without pieces.
    public init() {}

    /// Whether there is nothing to draw.
    public var isEmpty: Bool { verbs.isEmpty }

    /// Begins a new subpath at a point.
    public mutating func move(to point: Point) {
        verbs.append(.move)
        points.append(point)
    }

    /// Adds a straight line from the current point.
    public mutating func line(to point: Point) {
        verbs.append(.line)
        points.append(point)
    }

    /// Adds a quadratic Bézier curve from the current point.
    public mutating func quadratic(_ control: Point, to end: Point) {
        verbs.append(.quadratic)
        points.append(control)
        points.append(end)
    }

    /// Adds a cubic Bézier curve from the current point.
    public mutating func cubic(_ control1: Point, _ control2: Point, to end: Point) {
        verbs.append(.cubic)
        points.append(control1)
        points.append(control2)
        points.append(end)
    }

    /// Closes the subpath with a straight line to its start.
    public mutating func close() {
        verbs.append(.close)
    }

    /// Adds all pieces of another path behind this one's.
    public mutating func append(_ other: Path) {
        verbs.append(contentsOf: other.verbs)
        points.append(contentsOf: other.points)
    }

    /// The same path moved by an offset.
    public func moved(by offset: Point) -> Path {
        var copy = self
        for index in copy.points.indices { copy.points[index] += offset }
        return copy
    }

    /// The same path scaled about the origin; a negative y factor turns font units (y up) into page units.
    public func scaled(by factor: Point) -> Path {
        var copy = self
        for index in copy.points.indices { copy.points[index] *= factor }
        return copy
    }

    /// The same path turned about the origin.
    ///
    /// - Parameter direction: of length 1; where it points what pointed along x before.
    public func turned(by direction: Point) -> Path {
        let aside = Point(-direction.y, direction.x)
        var copy = self
        for index in copy.points.indices {
            copy.points[index] = copy.points[index].x * direction + copy.points[index].y * aside
        }
        return copy
    }

    /// The same path turned by a quarter against the clock about the origin.
    public func turnedLeft() -> Path { turned(by: Point(0, -1)) }

    /// The smallest box that holds every point, control points included; nil for an empty path.
    public var bounds: Box? {
        guard let first = points.first else { return nil }
        var box = Box(from: first, to: first)
        for point in points { box.include(point) }
        return box
    }
}

extension Path {
    /// A polygon through the points, closed when asked.
    public init(through points: [Point], closed: Bool = false) {
        guard !points.isEmpty else { return }
        self.points = points
        verbs = [Verb](repeating: .line, count: points.count)
        verbs[0] = .move
        if closed { close() }
    }

    /// The outline of a box.
    public init(_ box: Box) {
        self.init(
            through: [box.min, Point(box.max.x, box.min.y), box.max, Point(box.min.x, box.max.y)], closed: true)
    }

    /// A circle of four cubic curves (radial error below 3e-4 of the radius).
    public init(circleAt center: Point, radius: Double) {
        let handle = 0.552_284_749_830_793_4 * radius  // 4/3 · (√2 − 1)
        let (right, down) = (Point(radius, 0), Point(0, radius))
        let (alongX, alongY) = (Point(handle, 0), Point(0, handle))
        move(to: center + right)
        cubic(center + right + alongY, center + down + alongX, to: center + down)
        cubic(center + down - alongX, center - right + alongY, to: center - right)
        cubic(center - right - alongY, center - down - alongX, to: center - down)
        cubic(center - down + alongX, center + right - alongY, to: center + right)
        close()
    }
}

/// An upright rectangle, in points.
public struct Box: Hashable, Sendable {
    /// The upper left corner.
    public var min: Point
    /// The lower right corner.
    public var max: Point

    /// The box between two opposite corners, in any order.
    public init(from a: Point, to b: Point) {
        min = pointwiseMin(a, b)
        max = pointwiseMax(a, b)
    }

    /// The box with its upper left corner at (x, y).
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.init(from: Point(x, y), to: Point(x + width, y + height))
    }

    /// The extent along x, at least 0.
    public var width: Double { max.x - min.x }
    /// The extent along y, at least 0.
    public var height: Double { max.y - min.y }
    /// The point in the middle.
    public var center: Point { (min + max) / 2 }

    /// Grows the box as far as a point.
    public mutating func include(_ point: Point) {
        min = pointwiseMin(min, point)
        max = pointwiseMax(max, point)
    }

    /// The box with every edge moved outwards (inwards where negative).
    public func grown(by margin: Double) -> Box {
        var box = self
        box.min -= Point(margin, margin)
        box.max += Point(margin, margin)
        return box
    }

    /// Whether a point lies inside or on the border.
    public func contains(_ point: Point) -> Bool {
        point.x >= min.x && point.x <= max.x && point.y >= min.y && point.y <= max.y
    }
}
