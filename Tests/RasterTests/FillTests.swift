import Drawings
import Testing

@testable import Raster

@Suite struct FillTests {
    @Test(arguments: [0.0, 0.25, 0.5, 1.0 / 256, 0.7109375])
    func boxCoversExactlyItsShareOfEveryPixel(offset: Double) throws {
        let box = Box(x: 10 + offset, y: 20 + offset / 2, width: 7.5, height: 3.25)
        let ink = try Ink(fill: Path(box))
        for row in 0..<64 {
            for column in 0..<64 {
                let across = min(box.max.x, Double(column + 1)) - max(box.min.x, Double(column))
                let down = min(box.max.y, Double(row + 1)) - max(box.min.y, Double(row))
                let expected = max(across, 0) * max(down, 0)
                #expect(abs(ink[column, row] - expected) <= 0.5 / 255 + 1e-9)
            }
        }
    }

    @Test func triangleCoversHalfOfEveryDiagonalPixel() throws {
        let ink = try Ink(fill: polygon([Point(8, 8), Point(40, 40), Point(8, 40)]))
        for index in 8..<40 { #expect(abs(ink[index, index] - 0.5) < 0.003) }
        #expect(abs(ink.area - 512) < 0.1)
    }

    @Test func shallowTriangleHasItsArea() throws {
        let ink = try Ink(fill: polygon([Point(2.5, 10), Point(60.25, 13.5), Point(31, 40.75)]))
        let exact = 0.5 * abs(57.75 * 30.75 - 28.5 * 3.5)
        #expect(abs(ink.area - exact) < 0.3)
    }

    @Test func sliverKeepsItsArea() throws {
        let ink = try Ink(fill: polygon([Point(3, 5), Point(60, 40), Point(60, 40.25), Point(3, 5.25)]))
        #expect(abs(ink.area - 57 * 0.25) < 0.15)
    }

    @Test func circleHasItsAreaAndIsSymmetric() throws {
        let ink = try Ink(fill: Path(circleAt: Point(32, 32), radius: 20))
        #expect(abs(ink.area - 1256.637) < 1.5)
        for row in 0..<64 {
            for column in 0..<32 { #expect(abs(ink[column, row] - ink[63 - column, row]) < 0.012) }
        }
    }

    @Test func fillRulesDifferWhereAPathWindsTwice() throws {
        let star = polygon([Point(32, 4), Point(50, 60), Point(4, 24), Point(60, 24), Point(14, 60)])
        let nonZero = try Ink(fill: star)
        let evenOdd = try Ink(fill: star, .evenOdd)
        #expect(nonZero[32, 36] == 1)
        #expect(evenOdd[32, 36] == 0)
        #expect(nonZero[32, 14] == 1 && evenOdd[32, 14] == 1)
        var squares = Path(Box(x: 4, y: 4, width: 40, height: 40))
        squares.append(polygon([Point(14, 14), Point(14, 34), Point(34, 34), Point(34, 14)]))
        #expect(try Ink(fill: squares).area == 1200)
        #expect(try Ink(fill: squares, .evenOdd).area == 1200)
        squares.append(Path(Box(x: 14, y: 14, width: 20, height: 20)))
        #expect(try Ink(fill: squares).area == 1600)
    }

    @Test func windingsFromBeyondTheLeftSideCount() throws {
        let across = polygon([Point(-1000, -50), Point(5000, 20), Point(300, 900), Point(-70, 64)])
        let inside = try Ink(fill: across)
        for (column, row) in [(0, 40), (20, 10), (63, 63)] { #expect(inside[column, row] == 1) }
        #expect(try Ink(fill: Path(Box(x: -500, y: 10, width: 400, height: 30))).area == 0)
        #expect(try Ink(fill: Path(Box(x: 500, y: 10, width: 400, height: 30))).area == 0)
        #expect(try Ink(fill: Path(Box(x: -5.5, y: 10, width: 100, height: 30))).area == 64 * 30)
    }

    @Test(arguments: [1e5, 1e7, 1e12, 1e100, 1e300])
    func hugeCoordinatesAreCutOff(size: Double) throws {
        let box = polygon([Point(-size, -size), Point(size, -size), Point(size, size), Point(-size, size)])
        #expect(try Ink(fill: box).area == 4096)
        // What a far corner means near the page is lost in its rounding beyond some size.
        let diagonal = try Ink(fill: polygon([Point(-size, -size), Point(size, size), Point(-size, size)]))
        #expect(size > 1e15 || abs(diagonal.area - 2048) < 0.5)
        let wedge = try Ink(fill: polygon([Point(8, 16), Point(size, 16), Point(size, 48), Point(8, 48)]))
        #expect(wedge.area == 56 * 32)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, .signalingNaN])
    func pointsThatAreNotFiniteAreLeftOut(bad: Double) throws {
        var path = Path()
        path.line(to: Point(60, 60))
        path.move(to: Point(10, 10))
        path.line(to: Point(30, 10))
        path.line(to: Point(bad, 20))
        path.cubic(Point(1, bad), Point(2, 2), to: Point(30, 30))
        path.quadratic(Point(bad, 1), to: Point(30, 30))
        path.cubic(Point(30, 30), Point(25, 30), to: Point(3, bad))
        path.line(to: Point(10, 30))
        path.close()
        path.move(to: Point(bad, bad))
        path.line(to: Point(60, 60))
        path.line(to: Point(60, 0))
        let ink = try Ink(fill: path)
        #expect(abs(ink.area - 200) < 0.1)
        _ = try Ink(stroke: path, Stroke(width: bad, dash: [bad, 1], dashPhase: bad))
        _ = try Ink(stroke: path, Stroke(width: 3, join: .miter(limit: bad), dash: [bad, 1], dashPhase: bad))
    }

    /// Edges in the last cell of a word, and of a group of words on wide pages, spill into the next.
    @Test(arguments: [64, 128, 4031, 4096, 9000, 32767])
    func pagesOfEveryWidthAreSwept(width: Int) throws {
        for edge in [63.5, 127.25, 4030.5, 4095.75, 8191.5, Double(width) - 0.5] where edge < Double(width) {
            let ink = try Ink(
                [.fill(Path(Box(x: 1, y: 0, width: edge - 1, height: 2)), .black)], width: width, height: 2)
            #expect(abs(ink.area - 2 * (edge - 1)) < 0.01)
            #expect(ink.coverage[0] == 0 && ink.coverage[1] == 1)
        }
    }

    @Test func aSmallShapeLooksLikeThis() throws {
        let ring = Path(circleAt: Point(6, 6), radius: 5)
        var both = ring
        both.append(Path(circleAt: Point(6, 6), radius: 2))
        let drawn = try Ink([.fill(both, .black, .evenOdd)], width: 12, height: 12).digits
        #expect(
            drawn == [
                "000000000000", "000379973000", "005999999500", "039999999930", "079961169970", "099910019990",
                "099910019990", "079961169970", "039999999930", "005999999500", "000379973000", "000000000000",
            ])
    }

    @Test func sizesAreChecked() {
        let drawing = Drawing(size: Point(1, 1))
        for (width, height) in [(0, 1), (1, -1), (40000, 1), (1, 32768), (.max, .max)] {
            #expect(throws: RasterError.size(width: width, height: height)) {
                try Rasterizer(drawing, width: width, height: height, scale: 1)
            }
        }
        #expect(throws: RasterError.scale(0)) { try Rasterizer(drawing, width: 1, height: 1, scale: 0) }
        #expect(throws: RasterError.self) { try Rasterizer(drawing, width: 1, height: 1, scale: .nan) }
    }
}
