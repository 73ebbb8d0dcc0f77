import Drawings
import Testing

@testable import Raster

@Suite struct StrokeTests {
    private let slanted = Path(through: [Point(12, 15), Point(52, 45)])

    @Test(arguments: [0.1, 0.4, 1, 3.5, 8])
    func straightLineCoversWidthTimesLength(width: Double) throws {
        let round = 3.14159265 * width * width / 4
        for (cap, ends) in [(Stroke.Cap.butt, 0), (.square, width * width), (.round, round)] {
            let area = try Ink(stroke: slanted, Stroke(width: width, cap: cap)).area
            #expect(abs(area - (50 * width + ends)) < 0.02 * (50 * width + ends))
        }
    }

    @Test func closedSquareHasMiteredCorners() throws {
        let square = Path(Box(x: 16, y: 16, width: 32, height: 32))
        #expect(try Ink(stroke: square, Stroke(width: 4)).area == 36 * 36 - 28 * 28)
        let bevel = try Ink(stroke: square, Stroke(width: 4, join: .bevel)).area
        #expect(abs(bevel - (512 - 4 * 2)) < 0.1)
        let round = try Ink(stroke: square, Stroke(width: 4, join: .round)).area
        #expect(abs(round - (512 - 16 + 3.14159265 * 4)) < 0.2)
    }

    @Test func aMiterBeyondItsLimitIsABevel() throws {
        // A turn of 90° has a miter of √2 times the width.
        let corner = Path(through: [Point(10, 40), Point(40, 40), Point(40, 10)])
        let mitered = try Ink(stroke: corner, Stroke(width: 8, join: .miter(limit: 1.42)))
        let bevelled = try Ink(stroke: corner, Stroke(width: 8, join: .miter(limit: 1.41)))
        #expect(abs(mitered.area - 480 - 16 + 16) < 0.5)
        #expect(abs(mitered.area - bevelled.area - 8) < 0.2)
        #expect(mitered[43, 43] == 1 && bevelled[43, 43] == 0)
    }

    @Test func roundJoinStaysWithinTheRadius() throws {
        let corner = Path(through: [Point(10, 32), Point(32, 32), Point(32, 54)])
        let ink = try Ink(stroke: corner, Stroke(width: 12, join: .round))
        #expect(ink[35, 27] > 0.5 && ink[37, 26] < 0.5 && ink[31, 26] == 1 && ink[37, 33] == 1)
        #expect(abs(ink.area - (16 * 12 * 2 + 144 - 36 + 0.25 * 3.14159265 * 36)) < 0.6)
    }

    @Test(arguments: [0.4, 0.9, 3, 8])
    func denselySampledCircleIsEven(width: Double) throws {
        let radius = 24.0
        let circle = polygon(circlePoints(at: Point(32, 32), radius: radius, perQuarter: 400))
        for join in [Stroke.Join.round, .bevel, .miter(limit: 10)] {
            let ink = try Ink(stroke: circle, Stroke(width: width, join: join))
            let exact = 2 * 3.14159265 * radius * width
            #expect(abs(ink.area - exact) < 0.02 * exact)
            // Along every row and column through the centre and the diagonals, the line is crossed alike.
            let crossings = [
                (20..<44).map { column in (0..<20).reduce(0) { $0 + ink[column, $1] } },
                (20..<44).map { row in (44..<64).reduce(0) { $0 + ink[$1, row] } },
            ]
            for crossing in crossings {
                for (index, amount) in crossing.enumerated() {
                    let across = Double(index) + 20.5 - 32
                    let outer = radius + width / 2
                    let inner = radius - width / 2
                    let cut =
                        (outer * outer - across * across).squareRoot() - (inner * inner - across * across).squareRoot()
                    #expect(abs(amount - cut) < 0.02 + 0.01 * width)
                }
            }
        }
    }

    @Test func sharpZigzagsLeaveNoHoles() throws {
        var points: [Point] = []
        for index in 0..<12 { points.append(Point(8 + 4 * Double(index), index % 2 == 0 ? 10 : 54)) }
        let ink = try Ink(stroke: Path(through: points), Stroke(width: 5, cap: .round, join: .round))
        for (a, b) in zip(points, points.dropFirst()) {
            for step in 0...100 {
                let place = a + (b - a) * (Double(step) / 100)
                guard let column = Int(exactly: place.x.rounded(.down)), let row = Int(exactly: place.y.rounded(.down))
                else { continue }
                #expect(ink[column, row] > 0.99)
            }
        }
    }

    @Test func aTightCircleIsAFullDisc() throws {
        let circle = polygon(circlePoints(at: Point(32, 32), radius: 8, perQuarter: 50))
        let ink = try Ink(stroke: circle, Stroke(width: 20, join: .round))
        #expect(abs(ink.area - 3.14159265 * 18 * 18) < 2)
        #expect(ink[32, 32] == 1 && ink[30, 33] == 1)
    }

    @Test func aLineThereAndBackIsCoveredOnce() throws {
        let there = Path(through: [Point(10, 32), Point(50, 32), Point(10, 32)])
        let ink = try Ink(stroke: there, Stroke(width: 2, join: .bevel))
        #expect(ink.area == 80)
    }

    @Test func subpathsWithoutLengthAreDots() throws {
        var dot = Path()
        dot.move(to: Point(32, 32))
        #expect(try Ink(stroke: dot, Stroke(width: 10, cap: .round)).area == 0)
        dot.line(to: Point(32, 32))
        #expect(try Ink(stroke: dot, Stroke(width: 10, cap: .butt)).area == 0)
        #expect(try Ink(stroke: dot, Stroke(width: 10, cap: .square)).area == 100)
        #expect(abs(try Ink(stroke: dot, Stroke(width: 10, cap: .round)).area - 78.54) < 0.3)
    }

    @Test(arguments: [-1, 0, .nan, .infinity])
    func widthsThatAreNoneDrawNothing(width: Double) throws {
        #expect(try Ink(stroke: slanted, Stroke(width: width)).area == 0)
    }

    @Test func farPointsDoNotHurt() throws {
        let line = Path(through: [Point(-1e300, 32), Point(32, 32), Point(1e300, 32), Point(1e300, -1e300)])
        let ink = try Ink(stroke: line, Stroke(width: 4, cap: .round, join: .round, dash: []))
        #expect(abs(ink.area - 256) < 1)
        #expect(abs(try Ink(stroke: line, Stroke(width: 4, dash: [3, 2])).area - 256) < 1)
    }
}

@Suite struct DashTests {
    @Test func dashesHaveTheirLengthsAndPhase() throws {
        let line = Path(through: [Point(4, 32), Point(60, 32)])
        let ink = try Ink(stroke: line, Stroke(width: 2, dash: [6, 4], dashPhase: 3))
        let row = (0..<64).map { ink[$0, 31] }
        let expected = (0..<64).map { column -> Double in
            guard (4..<60).contains(column) else { return 0 }
            return (column - 4 + 3) % 10 < 6 ? 1 : 0
        }
        #expect(row == expected)
    }

    @Test func dashesRunOnAroundCorners() throws {
        let corner = Path(through: [Point(10, 10), Point(30, 10), Point(30, 50)])
        let ink = try Ink(stroke: corner, Stroke(width: 2, dash: [15, 2]))
        #expect(ink[24, 10] == 1 && ink[25, 10] == 0 && ink[26, 10] == 0 && ink[27, 10] == 1 && ink[30, 10] == 1)
        // The second dash is 3 pixels before the corner and 12 behind it.
        #expect(ink[30, 21] == 1 && ink[30, 22] == 0 && ink[30, 24] == 1)
    }

    @Test func dashesAlongACurveAreExact() throws {
        let circle = Path(circleAt: Point(32, 32), radius: 25)
        let pattern = [8.0, 4.0]
        let dashed = try Ink(stroke: circle, Stroke(width: 2, dash: pattern)).area
        // 157.08 around: 13 whole patterns and 1.08 of a dash.
        #expect(abs(dashed - 2 * (13 * 8 + 1.08)) < 0.8)
    }

    @Test func anOddPatternIsUsedTwice() throws {
        let line = Path(through: [Point(4, 32), Point(60, 32)])
        #expect(
            try Ink(stroke: line, Stroke(width: 2, dash: [5])).coverage
                == Ink(stroke: line, Stroke(width: 2, dash: [5, 5])).coverage)
    }

    @Test func dashesOfNoLengthAreDots() throws {
        let line = Path(through: [Point(8, 32), Point(56, 32)])
        let ink = try Ink(stroke: line, Stroke(width: 4, cap: .square, dash: [0, 10]))
        #expect(ink.area == 5 * 16)
    }

    @Test func theLastDashOfAClosedPathRunsIntoTheFirst() throws {
        let square = Path(Box(x: 16, y: 16, width: 32, height: 32))
        // From 120 to 128 and from 0 to 8 there is one dash around the first corner, which gets a miter.
        let ink = try Ink(stroke: square, Stroke(width: 4, dash: [8, 112, 8]))
        #expect(ink[14, 14] == 1)
        let whole = try Ink(stroke: square, Stroke(width: 4, dash: [1000, 1]))
        #expect(whole.area == 36 * 36 - 28 * 28)
    }

    @Test(arguments: [[], [0, 0], [-1, 2], [.nan, 1], [.infinity, 1], [1e-12, 1e-12]])
    func patternsThatAreNoneAreSolid(pattern: [Double]) throws {
        let line = Path(through: [Point(4, 32), Point(60, 32)])
        #expect(try Ink(stroke: line, Stroke(width: 2, dash: pattern)).area == 112)
    }
}
