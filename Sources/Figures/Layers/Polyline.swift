import Drawings

/// A line through points, with the way along it.
struct Polyline {
    /// At least two; of a closed line the last is the first.
    let points: [Point]
    let isClosed: Bool
    /// How long the way to each point is.
    let lengths: [Double]

    init?(_ points: [Point], isClosed: Bool = false) {
        guard points.count > 1 else { return nil }
        self.points = isClosed && points.first != points.last ? points + points.prefix(1) : points
        self.isClosed = isClosed
        var lengths = [0.0]
        for (from, to) in zip(self.points, self.points.dropFirst()) {
            lengths.append(lengths[lengths.count - 1] + (to - from).length)
        }
        self.lengths = lengths
    }

    var length: Double { lengths[lengths.count - 1] }

    /// The vertex at or before a place along the way, and how far beyond it the place lies.
    private func vertex(before place: Double) -> Int {
        var (low, high) = (0, lengths.count - 1)
        while low + 1 < high {
            let middle = (low + high) / 2
            if lengths[middle] <= place { low = middle } else { high = middle }
        }
        return low
    }

    /// The point so far along the way; around a closed line as often as need be.
    func point(at place: Double) -> Point {
        let place = wrapped(place)
        let index = vertex(before: place)
        let span = lengths[index + 1] - lengths[index]
        let part = span > 0 ? min(max((place - lengths[index]) / span, 0), 1) : 0
        return points[index] + part * (points[index + 1] - points[index])
    }

    private func wrapped(_ place: Double) -> Double {
        guard isClosed, length > 0 else { return place }
        let rest = place.truncatingRemainder(dividingBy: length)
        return rest < 0 ? rest + length : rest
    }

    /// The points at equal distances of a stretch, its ends among them.
    func points(from: Double, to: Double, count: Int) -> [Point] {
        (0...count).map { point(at: from + (to - from) * Double($0) / Double(count)) }
    }
}

extension Path {
    /// Its subpaths, of which all pieces are straight.
    var polylines: [Polyline] {
        var lines: [Polyline] = []
        var run: [Point] = []
        var next = 0
        for verb in verbs {
            if verb == .move, let line = Polyline(run) { lines.append(line) }
            if verb == .move { run = [] }
            if verb == .close {
                if let line = Polyline(run, isClosed: true) { lines.append(line) }
                run = []
            }
            run += points[next..<next + verb.pointCount]
            next += verb.pointCount
        }
        if let line = Polyline(run) { lines.append(line) }
        return lines
    }
}
