import Drawings

/// Takes subpaths made of straight lines, in pixels; coordinates are finite but may be huge.
protocol PolylineConsumer {
    mutating func begin(at point: Point)
    mutating func line(to point: Point)
    mutating func end(closed: Bool)
}

/// Turns polygons in pixels into lattice edges. Subpaths left open are closed, as filling asks.
struct EdgeCollector: PolylineConsumer {
    private(set) var edges: [Edge] = []
    private var start = Point.zero
    private var current = Point.zero
    private var currentIsNear = true
    private var latticeX: Int32 = 0
    private var latticeY: Int32 = 0

    mutating func begin(at point: Point) {
        start = point
        moveCurrent(to: point)
    }

    @inline(__always)
    mutating func line(to point: Point) {
        guard currentIsNear, Self.isNear(point) else { return clippedLine(to: point) }
        let (fromX, fromY) = (latticeX, latticeY)
        latticeX = Lattice.nearest(point.x)
        latticeY = Lattice.nearest(point.y)
        current = point
        if fromY != latticeY { edges.append(Edge(x0: fromX, y0: fromY, x1: latticeX, y1: latticeY)) }
    }

    mutating func end(closed: Bool) { line(to: start) }

    @inline(__always)
    private static func isNear(_ point: Point) -> Bool {
        abs(point.x) <= Lattice.reach && abs(point.y) <= Lattice.reach
    }

    private mutating func moveCurrent(to point: Point) {
        current = point
        currentIsNear = Self.isNear(point)
        latticeX = Lattice.nearest(point.x)
        latticeY = Lattice.nearest(point.y)
    }
}

// Lines that leave the lattice's reach.
extension EdgeCollector {
    /// Adds what the line contributes within reach: above and below it is dropped, beyond the left and right sides it
    /// is pressed onto them, so that windings stay what they were.
    private mutating func clippedLine(to point: Point) {
        let from = current
        defer { moveCurrent(to: point) }
        guard let (top, bottom) = Self.clipped(from, point, axis: 1) else { return }
        if let (left, right) = Self.clipped(top, bottom, axis: 0) {
            addPressed(top, left)
            addPressed(left, right)
            addPressed(right, bottom)
        } else {
            addPressed(top, bottom)
        }
    }

    private mutating func addPressed(_ a: Point, _ b: Point) {
        let limit = Point(repeating: Lattice.reach)
        let (a, b) = (
            a.clamped(lowerBound: -limit, upperBound: limit), b.clamped(lowerBound: -limit, upperBound: limit)
        )
        let (y0, y1) = (Lattice.nearest(a.y), Lattice.nearest(b.y))
        guard y0 != y1 else { return }
        edges.append(Edge(x0: Lattice.nearest(a.x), y0: y0, x1: Lattice.nearest(b.x), y1: y1))
    }

    /// The part of a segment whose coordinate along the axis lies within reach, in the segment's direction.
    private static func clipped(_ a: Point, _ b: Point, axis: Int) -> (Point, Point)? {
        let reach = Lattice.reach
        if max(a[axis], b[axis]) <= -reach || min(a[axis], b[axis]) >= reach { return nil }
        /// Moves an end that lies outside onto the side it lies beyond, measured from the nearer end: measured from
        /// far away, the crossing would drown in rounding.
        func cut(_ outer: Point, towards inner: Point) -> Point {
            let side = outer[axis] > 0 ? reach : -reach
            guard abs(outer[axis]) > reach else { return outer }
            let near = abs(inner[axis]) < abs(outer[axis]) ? inner : outer
            var point = near + (outer - inner) * ((side - near[axis]) / (outer[axis] - inner[axis]))
            point[axis] = side
            return point
        }
        return (cut(a, towards: b), cut(b, towards: a))
    }
}
