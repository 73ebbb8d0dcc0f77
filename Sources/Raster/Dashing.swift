import Drawings

/// Cuts lines into dashes and hands them to a stroke's outliner. Lengths are in pixels.
struct Dasher: PolylineConsumer {
    /// More dashes than this in one subpath are drawn as a solid line: no eye could tell them apart.
    private static let mostDashes = 1e6

    var outliner: StrokeOutliner
    private let pattern: [Double]
    private let firstIndex: Int
    private let firstLength: Double
    private var points: [Point] = []
    private var dash: [Point] = []
    /// The first dash of a closed subpath, kept until it is known whether the last one runs into it.
    private var opening: [Point]?

    /// Nil for a pattern that cannot be walked: empty, a length negative or not finite, or all of them zero.
    init?(pattern lengths: [Double], phase: Double, outliner: StrokeOutliner) {
        pattern = lengths.count % 2 == 0 ? lengths : lengths + lengths
        self.outliner = outliner
        let total = pattern.reduce(0, +)
        guard total > 0, total.isFinite, pattern.allSatisfy({ $0 >= 0 }) else { return nil }
        var rest = phase.isFinite ? phase.truncatingRemainder(dividingBy: total) : 0
        if rest < 0 { rest += total }
        var index = 0
        // A dash without length at the very start is a dot, not one that is over.
        while index < pattern.count - 1, rest > 0, rest >= pattern[index] {
            rest -= pattern[index]
            index += 1
        }
        firstIndex = index
        firstLength = max(pattern[index] - rest, 0)
    }

    mutating func begin(at point: Point) {
        points.removeAll(keepingCapacity: true)
        points.append(point)
    }

    mutating func line(to point: Point) { points.append(point) }

    mutating func end(closed: Bool) {
        if closed { points.append(points[0]) }
        let total = zip(points, points.dropFirst()).reduce(0) { $0 + length($1.1 - $1.0) }
        if total * Double(pattern.count) > pattern.reduce(0, +) * Self.mostDashes {
            draw(points.dropLast(closed ? 1 : 0), closed: closed)
        } else {
            walk(closed: closed)
        }
    }

    private mutating func walk(closed: Bool) {
        var index = firstIndex
        var rest = firstLength
        let opensInsideDash = closed && index % 2 == 0
        opening = nil
        dash = index % 2 == 0 ? [points[0]] : []
        var keepsOpening = opensInsideDash
        for (a, b) in zip(points, points.dropFirst()) {
            let whole = length(b - a)
            guard whole > 0 else { continue }
            let direction = (b - a) / whole
            var position = 0.0
            while whole - position > rest {
                position += rest
                let place = a + direction * position
                if index % 2 == 0 {
                    dash.append(place)
                    outliner.heading = direction
                    if keepsOpening { opening = dash } else { draw(dash[...], closed: false) }
                    keepsOpening = false
                    dash.removeAll(keepingCapacity: true)
                } else {
                    dash.append(place)
                }
                index = index + 1 < pattern.count ? index + 1 : 0
                rest = pattern[index]
            }
            rest -= whole - position
            if index % 2 == 0 { dash.append(b) }
        }
        finish(closed: closed, isWhole: keepsOpening)
    }

    /// Draws what is left at the end of a subpath: a dash broken off, joined to the opening one where the path closes.
    private mutating func finish(closed: Bool, isWhole: Bool) {
        if isWhole {
            dash.removeLast()
            draw(dash[...], closed: true)
        } else {
            if let opening { dash += opening }
            draw(dash[...], closed: false)
        }
    }

    private mutating func draw(_ line: ArraySlice<Point>, closed: Bool) {
        guard let first = line.first else { return }
        outliner.begin(at: first)
        for point in line.dropFirst() { outliner.line(to: point) }
        outliner.end(closed: closed)
    }
}
