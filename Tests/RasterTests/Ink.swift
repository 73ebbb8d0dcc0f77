import Drawings

@testable import Raster

/// How much of every pixel black ink covers on a white page of one pixel a point, 0…1.
struct Ink {
    let width: Int
    let coverage: [Double]

    init(_ commands: [Drawing.Command], width: Int = 64, height: Int = 64, scale: Double = 1) throws {
        var drawing = Drawing(size: Point(Double(width), Double(height)) / scale)
        drawing.commands = commands
        let map = try Rasterizer(drawing, width: width, height: height, scale: scale).pixmap()
        self.width = width
        coverage = stride(from: 0, to: map.bytes.count, by: 3).map { 1 - Double(map.bytes[$0]) / 255 }
    }

    init(fill path: Path, _ rule: FillRule = .nonZero) throws { try self.init([.fill(path, .black, rule)]) }

    init(stroke path: Path, _ stroke: Stroke, width: Int = 64, height: Int = 64) throws {
        try self.init([.stroke(path, stroke, .black)], width: width, height: height)
    }

    /// In square pixels.
    var area: Double { coverage.reduce(0, +) }

    subscript(column: Int, row: Int) -> Double { coverage[row * width + column] }

    /// One digit a pixel, 0 for blank and 9 for full.
    var digits: [String] {
        stride(from: 0, to: coverage.count, by: width).map { start in
            coverage[start..<start + width].map { String(Int(exactly: ($0 * 9).rounded()) ?? 0) }.joined()
        }
    }
}

func polygon(_ points: [Point]) -> Path { Path(through: points, closed: true) }

/// Points on a circle, evenly enough spaced, from the rational parametrisation of its quarters.
func circlePoints(at center: Point, radius: Double, perQuarter count: Int) -> [Point] {
    (0..<4 * count).map { index in
        let t = Double(index % count) / Double(count)
        var spoke = Point(1 - t * t, 2 * t) / (1 + t * t)
        for _ in 0..<index / count { spoke = Point(-spoke.y, spoke.x) }
        return center + spoke * radius
    }
}

/// Repeatable random numbers.
struct Xorshift: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
