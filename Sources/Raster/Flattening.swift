import Drawings

/// How far, in pixels, a chord may lie from the curve or arc it stands for.
let flatteningTolerance = 0.02

extension Path {
    /// Hands the path to a consumer as straight lines, scaled to pixels.
    ///
    /// A piece with a point that is not finite is left out, and the path goes on from where it was; coordinates beyond
    /// 1e100 pixels are pulled back to there, so that their differences and squares stay finite.
    func flatten(scale: Double, into consumer: inout some PolylineConsumer) {
        let tracer = PieceTracer(scale: scale)
        var next = 0
        var start: Point?
        var current = Point.zero
        var isOpen = false
        for verb in verbs {
            let first = next
            next += verb.pointCount
            guard next <= points.count else { break }
            if verb == .close {
                if isOpen { consumer.end(closed: true) }
                isOpen = false
                if let start { current = start }
                continue
            }
            guard points[first..<next].allSatisfy(tracer.isFinite) else {
                if verb == .move { start = nil }
                continue
            }
            let end = tracer.pixel(points[next - 1])
            if verb == .move {
                if isOpen { consumer.end(closed: false) }
                isOpen = false
                start = end
                current = end
                continue
            }
            guard let beginning = start else { continue }
            if !isOpen { consumer.begin(at: beginning) }
            isOpen = true
            switch verb {
            case .quadratic: tracer.quadratic(current, points[first], end, into: &consumer)
            case .cubic: tracer.cubic(current, points[first], points[first + 1], end, into: &consumer)
            default: consumer.line(to: end)
            }
            current = end
        }
        if isOpen { consumer.end(closed: false) }
    }
}

/// Turns the pieces of a path into lines.
private struct PieceTracer {
    let scale: Double

    @inline(__always)
    func isFinite(_ point: Point) -> Bool {
        let scaled = point * scale
        return scaled.x.isFinite && scaled.y.isFinite
    }

    @inline(__always)
    func pixel(_ point: Point) -> Point {
        let scaled = point * scale
        if abs(scaled.x) <= 1e100, abs(scaled.y) <= 1e100 { return scaled }
        return scaled.clamped(lowerBound: Point(repeating: -1e100), upperBound: Point(repeating: 1e100))
    }

    func quadratic(_ a: Point, _ control: Point, _ b: Point, into consumer: inout some PolylineConsumer) {
        let c = pixel(control)
        let count = pieces(bend: 2 * length(a - 2 * c + b))
        for index in 1..<count {
            let t = Double(index) / Double(count)
            let u = 1 - t
            let near = a * (u * u)
            let middle = c * (2 * u * t)
            consumer.line(to: near + middle + b * (t * t))
        }
        consumer.line(to: b)
    }

    func cubic(
        _ a: Point, _ control1: Point, _ control2: Point, _ b: Point, into consumer: inout some PolylineConsumer
    ) {
        let (c, d) = (pixel(control1), pixel(control2))
        let count = pieces(bend: 6 * max(length(a - 2 * c + d), length(c - 2 * d + b)))
        for index in 1..<count {
            let t = Double(index) / Double(count)
            let u = 1 - t
            let near = a * (u * u * u) + c * (3 * u * u * t)
            let far = d * (3 * u * t * t) + b * (t * t * t)
            consumer.line(to: near + far)
        }
        consumer.line(to: b)
    }

    /// How many chords, evenly spaced in the parameter, keep within the tolerance of a curve whose second derivative
    /// is at most `bend`: a chord over a span h of the parameter is off by at most h² · bend / 8.
    private func pieces(bend: Double) -> Int {
        Int(exactly: min((bend / (8 * flatteningTolerance)).squareRoot(), 1000).rounded(.up)).map { max($0, 1) } ?? 1
    }
}

@inline(__always)
func length(_ vector: Point) -> Double { (vector.x * vector.x + vector.y * vector.y).squareRoot() }
