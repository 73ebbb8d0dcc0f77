import Drawings

/// A connected part of a path, all of whose points are finite.
struct Subpath {
    enum Piece {
        case line(Point)
        case quadratic(Point, Point)
        case cubic(Point, Point, Point)

        /// Where the piece ends.
        var end: Point {
            switch self {
            case .line(let end), .quadratic(_, let end), .cubic(_, _, let end): end
            }
        }
    }

    var start: Point
    var pieces: [Piece] = []
    var isClosed = false
}

extension Path {
    /// Hands out the parts of the path that draw something, in order.
    ///
    /// As in the rasterizer, a piece with a point that is not finite is left out and the path goes on from where it was;
    /// without a finite beginning a part is left out whole; coordinates beyond 1e100 points are pulled back to there,
    /// so that their differences stay finite.
    func forEachSubpath(_ body: (Subpath) -> Void) {
        var subpath: Subpath?
        var next = 0
        for verb in verbs {
            let first = next
            next += verb.pointCount
            guard next <= points.count else { break }
            guard points[first..<next].allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
                guard verb == .move else { continue }
                if let subpath, !subpath.pieces.isEmpty { body(subpath) }
                subpath = nil
                continue
            }
            func point(_ index: Int) -> Point {
                points[first + index].clamped(lowerBound: Point(repeating: -1e100), upperBound: Point(repeating: 1e100))
            }
            switch verb {
            case .move:
                if let subpath, !subpath.pieces.isEmpty { body(subpath) }
                subpath = Subpath(start: point(0))
            case .line: subpath?.pieces.append(.line(point(0)))
            case .quadratic: subpath?.pieces.append(.quadratic(point(0), point(1)))
            case .cubic: subpath?.pieces.append(.cubic(point(0), point(1), point(2)))
            case .close:
                guard var whole = subpath, !whole.pieces.isEmpty else { continue }
                subpath = Subpath(start: whole.start)
                whole.isClosed = true
                body(whole)
            }
        }
        if let subpath, !subpath.pieces.isEmpty { body(subpath) }
    }
}

// What lies so far away that viewers could lose count.
extension Subpath {
    /// Coordinates, in points, beyond which lines are cut: more than twice the longest page, and less than the 32 767
    /// that some readers of PDF can count to.
    static let reach = 30_000.0
    /// The chords that stand for a curve that is cut.
    private static let chords = 64

    private static func isFar(_ point: Point) -> Bool { abs(point.x) > reach || abs(point.y) > reach }

    private var isFar: Bool {
        Self.isFar(start)
            || pieces.contains { piece in
                switch piece {
                case .line(let end): Self.isFar(end)
                case .quadratic(let control, let end): Self.isFar(control) || Self.isFar(end)
                case .cubic(let control1, let control2, let end):
                    Self.isFar(control1) || Self.isFar(control2) || Self.isFar(end)
                }
            }
    }

    /// The same subpath within reach; nil where nothing of it is. Where it went beyond, it runs along the border, which
    /// no page shows, so that fills keep their windings.
    ///
    /// - Parameter isArea: whether the line back to the start counts although the subpath is open.
    func cut(isArea: Bool) -> Subpath? {
        guard isFar else { return self }
        var points = polyline
        let isRing = isArea || isClosed
        for axis in 0...1 {
            for side in [-1.0, 1] { points = Self.cut(points, axis: axis, side: side, isRing: isRing) }
        }
        guard let first = points.first, points.count > 1 else { return nil }
        return Subpath(start: first, pieces: points.dropFirst().map(Piece.line), isClosed: isRing)
    }

    /// Cuts a line at one side of the square within reach (Sutherland and Hodgman 1974).
    private static func cut(_ points: [Point], axis: Int, side: Double, isRing: Bool) -> [Point] {
        func excess(_ point: Point) -> Double { side * point[axis] - reach }
        func crossing(_ inner: Point, _ outer: Point) -> Point {
            // Measured from inside: from far away, the place would drown in rounding.
            var place = inner + (outer - inner) * (excess(inner) / (excess(inner) - excess(outer)))
            place[axis] = side * reach
            return place
        }
        var kept: [Point] = []
        var before = isRing ? points.last : nil
        for point in points {
            if let before {
                if excess(before) <= 0, excess(point) > 0 { kept.append(crossing(before, point)) }
                if excess(before) > 0, excess(point) <= 0 { kept.append(crossing(point, before)) }
            }
            if excess(point) <= 0 { kept.append(point) }
            before = point
        }
        return kept
    }

    private var polyline: [Point] {
        var points = [start]
        var current = start
        for piece in pieces {
            switch piece {
            case .line: break
            case .quadratic(let control, let end):
                points += Self.chordEnds { t in
                    let (a, b) = (current + (control - current) * t, control + (end - control) * t)
                    return a + (b - a) * t
                }
            case .cubic(let control1, let control2, let end):
                points += Self.chordEnds { t in
                    let middle = control1 + (control2 - control1) * t
                    let (a, b) = (current + (control1 - current) * t, control2 + (end - control2) * t)
                    let (c, d) = (a + (middle - a) * t, middle + (b - middle) * t)
                    return c + (d - c) * t
                }
            }
            current = piece.end
            points.append(current)
        }
        return points
    }

    private static func chordEnds(_ place: (Double) -> Point) -> [Point] {
        (1..<chords).map { place(Double($0) / Double(chords)) }
    }
}
