import Drawings

/// Turns lines into the polygons that a stroke covers, all wound the same way and meant to be filled non-zero.
///
/// Both sides run on from segment to segment. Where a turn is gentle, or a miter is wanted, neighbouring segments share
/// one miter vertex a side, so that densely sampled lines cover nothing twice. Where the inner side of a turn does not
/// fit into its segments, it runs through the vertex itself: the outline is then the sum of the segments' rectangles
/// and the join, which leaves no hole.
struct StrokeOutliner: PolylineConsumer {
    /// Points nearer than this to the one before, in pixels, are dropped.
    private static let shortest = 1.0 / 64

    var collector = EdgeCollector()
    /// Where a subpath without length faces; its square cap is turned with it.
    var heading = Point(1, 0)
    private let radius: Double
    private let cap: Stroke.Cap
    private let join: Stroke.Join
    /// A turn whose outer miter is at most the root of this times the radius away gets that miter.
    private let squaredMiterLimit: Double
    private let arcs: ArcSampler
    private var points: [Point] = []
    private var left: [Point] = []
    private var right: [Point] = []

    /// - Parameter width: in pixels, positive.
    init(width: Double, cap: Stroke.Cap, join: Stroke.Join) {
        radius = min(width / 2, 1e6)
        self.cap = cap
        self.join = join
        let gentle = 1 + flatteningTolerance / radius
        if case .miter(let limit) = join, limit > gentle {
            squaredMiterLimit = limit * limit
        } else {
            squaredMiterLimit = gentle * gentle
        }
        arcs = ArcSampler(radius: radius)
    }

    mutating func begin(at point: Point) {
        points.removeAll(keepingCapacity: true)
        points.append(point)
    }

    @inline(__always)
    mutating func line(to point: Point) {
        let step = point - points[points.count - 1]
        if step.x * step.x + step.y * step.y >= Self.shortest * Self.shortest { points.append(point) }
    }

    mutating func end(closed: Bool) {
        if closed, points.count > 1, length(points[points.count - 1] - points[0]) < Self.shortest {
            points.removeLast()
        }
        left.removeAll(keepingCapacity: true)
        right.removeAll(keepingCapacity: true)
        if points.count == 1 {
            outlineDot()
        } else if closed {
            outlineRing()
        } else {
            outlineLine()
        }
    }
}

// Outlines of whole subpaths.
extension StrokeOutliner {
    private mutating func outlineDot() {
        guard cap != .butt else { return }
        let side = normal(heading) * radius
        left.append(points[0] + side)
        addCap(at: points[0], facing: heading)
        left.append(points[0] - side)
        addCap(at: points[0], facing: -heading)
        emit(left)
    }

    private mutating func outlineLine() {
        var segment = Segment(points[0], points[1])
        let first = segment
        addSides(at: points[0], normal(segment.direction))
        for index in 1..<points.count - 1 {
            let next = Segment(points[index], points[index + 1])
            addJoin(at: points[index], segment, next)
            segment = next
        }
        let last = points[points.count - 1]
        addSides(at: last, normal(segment.direction))
        addCap(at: last, facing: segment.direction)
        left.append(contentsOf: right.reversed())
        addCap(at: points[0], facing: -first.direction)
        emit(left)
    }

    private mutating func outlineRing() {
        var segment = Segment(points[points.count - 1], points[0])
        for index in points.indices {
            let next = Segment(points[index], points[index + 1 < points.count ? index + 1 : 0])
            addJoin(at: points[index], segment, next)
            segment = next
        }
        emit(left)
        emit(right.reversed())
    }

    private mutating func emit(_ polygon: some Collection<Point>) {
        guard let first = polygon.first else { return }
        collector.begin(at: first)
        for point in polygon.dropFirst() { collector.line(to: point) }
        collector.end(closed: true)
    }
}

// Joins and caps.
extension StrokeOutliner {
    private struct Segment {
        let length: Double
        let direction: Point

        @inline(__always)
        init(_ a: Point, _ b: Point) {
            let step = b - a
            length = (step.x * step.x + step.y * step.y).squareRoot()
            direction = step / length
        }
    }

    @inline(__always)
    private func normal(_ direction: Point) -> Point { Point(direction.y, -direction.x) }

    @inline(__always)
    private mutating func addSides(at point: Point, _ normal: Point) {
        left.append(point + normal * radius)
        right.append(point - normal * radius)
    }

    @inline(__always)
    private mutating func addJoin(at point: Point, _ before: Segment, _ after: Segment) {
        let (a, b) = (before.direction, after.direction)
        let cross = a.x * b.y - a.y * b.x
        let onePlusCosine = 1 + (a.x * b.x + a.y * b.y)
        let miter = (normal(a) + normal(b)) * (radius / onePlusCosine)
        // The inner miter shortens both segments by radius · tan(turn / 2); each end may take half of a segment.
        let innerFits = 2 * radius * abs(cross) <= onePlusCosine * min(before.length, after.length)
        let outerFits = 2 <= squaredMiterLimit * onePlusCosine
        if innerFits, outerFits {
            left.append(point + miter)
            right.append(point - miter)
            return
        }
        let side: Double = cross >= 0 ? 1 : -1
        let turn = SharpTurn(
            point: point, from: normal(a) * side, to: normal(b) * side, direction: a, miter: miter * side,
            outerFits: outerFits, innerFits: innerFits && onePlusCosine > 1e-9)
        if cross >= 0 {
            turn.appendOutside(join, arcs, to: &left)
            turn.appendInside(radius, to: &right)
        } else {
            turn.appendOutside(join, arcs, to: &right)
            turn.appendInside(radius, to: &left)
        }
    }

    /// Continues the left side around an end of the line.
    private mutating func addCap(at point: Point, facing: Point) {
        let side = normal(facing)
        switch cap {
        case .butt: break
        case .square:
            left.append(point + (side + facing) * radius)
            left.append(point + (facing - side) * radius)
        case .round:
            arcs.append(around: point, from: side, to: -side, by: facing, into: &left)
        }
    }
}

/// A vertex whose two sides are joined differently: by the miter where it fits, else by the stated join outside and
/// through the vertex inside.
private struct SharpTurn {
    let point: Point
    /// The unit normals of the two segments, on the outer side.
    let from: Point
    let to: Point
    /// Where the line comes from, as a unit vector.
    let direction: Point
    /// The outer miter, as seen from the vertex.
    let miter: Point
    let outerFits: Bool
    let innerFits: Bool

    func appendOutside(_ join: Stroke.Join, _ arcs: ArcSampler, to list: inout [Point]) {
        if outerFits {
            list.append(point + miter)
            return
        }
        list.append(point + from * arcs.radius)
        if join == .round { arcs.append(around: point, from: from, to: to, by: direction, into: &list) }
        list.append(point + to * arcs.radius)
    }

    func appendInside(_ radius: Double, to list: inout [Point]) {
        if innerFits {
            list.append(point - miter)
        } else {
            list.append(point - from * radius)
            list.append(point)
            list.append(point - to * radius)
        }
    }
}
