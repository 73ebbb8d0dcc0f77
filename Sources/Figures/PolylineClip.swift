import Drawings

/// The parts of a polyline inside a box.
struct ClippedPolyline {
    /// Each part, in order, as points on the page.
    private(set) var parts: [[Point]] = []
    /// Where the polyline leaves the box for good, and the direction it takes there; nil when it ends inside.
    private(set) var exit: (point: Point, direction: Point)?

    /// - Parameter points: finite, as far apart as they like.
    init(_ points: [Point], in box: Box) {
        guard let first = points.first else { return }
        var part: [Point] = box.contains(first) ? [first] : []
        for (from, to) in zip(points, points.dropFirst()) {
            guard let (entry, leave) = Self.interval(from, to, box) else {
                flush(&part)
                continue
            }
            let direction = to - from
            if entry > 0 {
                flush(&part)
                part = [Self.held(from + entry * direction, in: box)]
            } else if part.isEmpty {
                part = [from]
            }
            let end = leave < 1 ? Self.held(from + leave * direction, in: box) : to
            part.append(end)
            if leave < 1 {
                exit = (end, direction)
                flush(&part)
            }
        }
        flush(&part)
        if let last = points.last, box.contains(last) { exit = nil }
    }

    private mutating func flush(_ part: inout [Point]) {
        if part.count > 1 { parts.append(part) }
        part = []
    }

    /// The part of a segment inside the box, as parameters along it (Liang and Barsky 1984).
    private static func interval(_ from: Point, _ to: Point, _ box: Box) -> (Double, Double)? {
        var (entry, leave) = (0.0, 1.0)
        let direction = to - from
        for axis in 0..<2 {
            if direction[axis] == 0 {
                if from[axis] < box.min[axis] || from[axis] > box.max[axis] { return nil }
                continue
            }
            let a = (box.min[axis] - from[axis]) / direction[axis]
            let b = (box.max[axis] - from[axis]) / direction[axis]
            entry = max(entry, min(a, b))
            leave = min(leave, max(a, b))
        }
        return entry <= leave ? (entry, leave) : nil
    }

    /// Rounding at 1e100 must not carry a point far out of the box.
    private static func held(_ point: Point, in box: Box) -> Point {
        pointwiseMax(box.min, pointwiseMin(box.max, point))
    }
}
