import Drawings

/// Leaves out vertices of a line that no eye would miss, one vertex after another in constant memory.
///
/// Of the vertices given, some are kept. Every other lies within the tolerance of the chord between the kept ones
/// before and after it, and the chord runs past the vertices in their order: from the last kept vertex it must lie
/// within the angle under which the circle around each one since is seen, and it must be the longest so far.
///
/// Source: Sklansky and Gonzalez, "Fast polygonal approximation of digitized curves", 1980.
struct LineReducer {
    /// How far a vertex that is left out may lie from the line, in points: 0.03 pixels at 200 dpi. With the rounding of
    /// places a line moves by at most 0.017 points, a twentieth of a pixel there.
    static let tolerance = 0.01

    private var anchor: Point
    /// The last vertex given, not yet kept.
    private var last: Point?
    /// The longest distance from the anchor so far.
    private var reach = 0.0
    /// The directions, as unit vectors, between which the chord must lie: the first is never left of the second as seen
    /// from the anchor, x to the right and y upwards. Nil as long as there is no vertex outside the anchor's circle.
    private var wedge: (right: Point, left: Point)?

    /// - Parameter anchor: the first vertex, which is kept.
    init(anchor: Point) { self.anchor = anchor }

    /// Takes the next vertex; returns the one before where that has to be kept.
    mutating func add(_ point: Point) -> Point? {
        if let last, !extend(to: point) {
            self = LineReducer(anchor: last)
            _ = extend(to: point)
            self.last = point
            return last
        }
        if last == nil { _ = extend(to: point) }
        last = point
        return nil
    }

    /// The last vertex, which is kept, if there was one; what follows begins behind it.
    mutating func finish(at end: Point? = nil) -> Point? {
        let kept = last
        self = LineReducer(anchor: end ?? kept ?? anchor)
        return kept
    }

    /// Whether one chord can run from the anchor to the point; if so, the point counts from now on.
    private mutating func extend(to point: Point) -> Bool {
        let step = point - anchor
        let distance = step.length
        if max(distance, reach) <= Self.tolerance {
            reach = max(distance, reach)
            return true
        }
        guard distance >= reach else { return false }
        let direction = step / distance
        if let wedge, cross(wedge.right, direction) < 0 || cross(direction, wedge.left) < 0 { return false }
        let sine = Self.tolerance / distance
        let along = direction * (1 - sine * sine).squareRoot()
        let across = Point(-direction.y, direction.x) * sine
        var (right, left) = (along - across, along + across)
        if let wedge {
            if cross(right, wedge.right) > 0 { right = wedge.right }
            if cross(left, wedge.left) < 0 { left = wedge.left }
        }
        wedge = (right, left)
        reach = distance
        return true
    }

    private func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}

extension Point {
    fileprivate var length: Double { (x * x + y * y).squareRoot() }
}
