import Drawings
import Testing

@testable import Raster

/// The part of a convex polygon where `sign · coordinate ≤ sign · limit`.
private func cut(_ polygon: [Point], axis: Int, at limit: Double, _ sign: Double) -> [Point] {
    var kept: [Point] = []
    for (index, point) in polygon.enumerated() {
        let last = polygon[(index + polygon.count - 1) % polygon.count]
        let (before, after) = (sign * (last[axis] - limit), sign * (point[axis] - limit))
        if (before < 0) != (after < 0) { kept.append(last + (point - last) * (before / (before - after))) }
        if after < 0 { kept.append(point) }
    }
    return kept
}

/// The area that a triangle shares with a pixel.
private func shared(_ triangle: [Point], _ column: Int, _ row: Int) -> Double {
    var rest = cut(triangle, axis: 0, at: Double(column), -1)
    rest = cut(rest, axis: 0, at: Double(column + 1), 1)
    rest = cut(rest, axis: 1, at: Double(row), -1)
    rest = cut(rest, axis: 1, at: Double(row + 1), 1)
    let twice = rest.indices.reduce(0.0) { sum, index in
        let (a, b) = (rest[index], rest[(index + 1) % rest.count])
        return sum + a.x * b.y - a.y * b.x
    }
    return abs(twice) / 2
}

@Suite struct ExactAreaTests {
    /// Triangles on the lattice, partly off the page, against the area of every pixel cut out of them.
    @Test(arguments: 1...20)
    func trianglesCoverTheirShareOfEveryPixel(seed: UInt64) throws {
        var random = Xorshift(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let corners = (0..<3).map { _ in
            Point(
                Double(Int.random(in: -2000...18000, using: &random)),
                Double(Int.random(in: -2000...18000, using: &random))) / 256
        }
        let ink = try Ink(fill: polygon(corners))
        var worst = 0.0
        var total = 0.0
        for row in 0..<64 {
            for column in 0..<64 {
                let exact = shared(corners, column, row)
                worst = max(worst, abs(exact - ink[column, row]))
                total += exact
            }
        }
        // Half a step of 1/255, and crossings rounded by half a lattice step at the pixel's sides.
        #expect(worst < 0.5 / 255 + 2.0 / 256)
        #expect(abs(ink.area - total) < 0.2)
    }

    @Test func quotientsAreToTheNearest() {
        for numerator in -40...40 {
            for denominator in 1...13 {
                let exact = (Double(numerator) / Double(denominator) + 0.5).rounded(.down)
                #expect(Lattice.quotient(numerator, denominator) == Int(exactly: exact))
            }
        }
    }
}
