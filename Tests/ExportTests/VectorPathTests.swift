import Drawings
import Testing

@testable import Export

/// Remembers what is drawn with it, and where.
private struct Recorder: PathPen {
    private(set) var pieces: [String] = []
    private(set) var vertices: [LatticePoint] = []

    mutating func move(to point: LatticePoint) { note("m", point) }
    mutating func line(to point: LatticePoint) { note("l", point) }
    mutating func quadratic(_ control: LatticePoint, to end: LatticePoint) { note("q", control, end) }
    mutating func cubic(_ control1: LatticePoint, _ control2: LatticePoint, to end: LatticePoint) {
        note("c", control1, control2, end)
    }
    mutating func close() { note("z") }

    private mutating func note(_ letter: String, _ points: LatticePoint...) {
        pieces.append(letter + points.map { " \($0.x),\($0.y)" }.joined())
        if let last = points.last { vertices.append(last) }
    }
}

private func drawn(_ path: Path, isArea: Bool = false) -> Recorder {
    var recorder = Recorder()
    path.draw(with: &recorder, isArea: isArea)
    return recorder
}

@Suite struct VectorNumberTests {
    @Test(arguments: [
        (0, "0"), (5, ".05"), (-5, "-.05"), (50, ".5"), (100, "1"), (-1234, "-12.34"), (57600, "576"), (1010, "10.1"),
        (Int.max, "92233720368547758.07"), (Int.min, "-92233720368547758.08"),
    ])
    func hundredthsAreShort(number: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.append(decimal: number, places: 2)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        (0.1, ".1"), (-0.0, "0"), (1e-9, "0"), (-1e-9, "0"), (453.543_307, "453.5433"), (.nan, "0"),
        (.infinity, "1000000000000"), (-1e300, "-1000000000000"), (2, "2"), (0.99999, "1"),
    ])
    func otherNumbersHaveFourDecimals(number: Double, text: String) { #expect(VectorNumber.text(number) == text) }
}

@Suite struct VectorPathTests {
    @Test func piecesAreRoundedToTheLattice() {
        var path = Path()
        path.move(to: Point(1.004, 2.006))
        path.line(to: Point(3, 2))
        path.quadratic(Point(4, 4), to: Point(5, 2))
        path.cubic(Point(6, 1), Point(7, 1), to: Point(8, 2.5))
        path.close()
        let pieces = ["m 100,201", "l 300,200", "q 400,400 500,200", "c 600,100 700,100 800,250", "z"]
        #expect(drawn(path).pieces == pieces)
    }

    @Test func whatIsNotFiniteIsLeftOut() {
        var path = Path(through: [Point(1, 1), Point(.nan, 2), Point(3, 1), Point(4, -.infinity), Point(4, 4)])
        path.move(to: Point(.infinity, 0))
        path.line(to: Point(9, 9))
        path.close()
        #expect(drawn(path).pieces == ["m 100,100", "l 300,100", "l 400,400"])
    }

    @Test func whatFollowsACloseBeginsWhereItClosed() {
        var path = Path(through: [Point(1, 1), Point(3, 1), Point(3, 3)], closed: true)
        path.line(to: Point(0, 0))
        #expect(drawn(path).pieces == ["m 100,100", "l 300,100", "l 300,300", "z", "m 100,100", "l 0,0"])
    }

    @Test func aPointKeepsItsCapsAndALoneMoveIsNothing() {
        #expect(drawn(Path(through: [Point(1, 1), Point(1.001, 1)])).pieces == ["m 100,100", "l 100,100"])
        #expect(drawn(Path(through: [Point(1, 1)], closed: true)).pieces.isEmpty)
        #expect(drawn(Path()).pieces.isEmpty)
    }

    @Test func aVertexOnTheStartIsLeftToTheClosing() {
        let path = Path(through: [Point(1, 1), Point(3, 1), Point(3, 3), Point(1, 1)], closed: true)
        #expect(drawn(path).pieces == ["m 100,100", "l 300,100", "l 300,300", "z"])
    }

    /// Circles of 1 to 1000 points with vertices every 0.9 points, as contours have them.
    @Test(arguments: [(1.0, 0.99), (60, 0.7), (1000, 0.2)])
    func fewerVerticesLieWithinTheTolerance(radius: Double, share: Double) {
        let count = Int(2 * Double.pi * radius / 0.9)
        var heading = Point(1, 0)
        let turn = (1 - 4 / Double(count * count)) / (1 + 4 / Double(count * count))
        let sine = (1 - turn * turn).squareRoot()
        var points: [Point] = []
        for _ in 0..<count {
            points.append(Point(1200, 1200) + heading * radius)
            heading = Point(heading.x * turn - heading.y * sine, heading.x * sine + heading.y * turn)
        }
        let kept = drawn(Path(through: points)).vertices.map { Point(Double($0.x), Double($0.y)) / 100 }
        #expect(Double(kept.count) <= share * Double(count) + 1)
        for point in points {
            let distance = zip(kept, kept.dropFirst()).map { Self.distance(point, $0, $1) }.min() ?? .infinity
            #expect(distance <= 0.0171)
        }
    }

    private static func distance(_ point: Point, _ a: Point, _ b: Point) -> Double {
        let (step, offset) = (b - a, point - a)
        let along = min(max((step * offset).sum() / (step * step).sum(), 0), 1)
        let miss = offset - step * along
        return (miss * miss).sum().squareRoot()
    }

    @Test func tipsOfLinesThatTurnBackAreKept() {
        let path = Path(through: [Point(0, 0), Point(10, 0), Point(4, 0), Point(4.005, 0), Point(12, 0)])
        #expect(drawn(path).pieces == ["m 0,0", "l 1000,0", "l 400,0", "l 1200,0"])
    }

    /// A spiral of steps below the tolerance still arrives.
    @Test func manySmallStepsAddUp() {
        let points = (0...10_000).map { Point(0.001 * Double($0), Double($0 % 2) * 0.004) }
        #expect(drawn(Path(through: points)).vertices == [LatticePoint(0, 0), LatticePoint(1000, 0)])
    }

    @Test func farLinesAreCutOnTheirWay() throws {
        let line = Path(through: [Point(0, 0), Point(1e80, 1e80), Point(1e80, 0), Point(100, 0)])
        let pieces = drawn(line).pieces
        #expect(pieces.first == "m 0,0" && pieces.last == "l 10000,0")
        #expect(pieces.contains("l 3000000,3000000") && pieces.contains("l 3000000,0"))
        #expect(drawn(Path(through: [Point(1e9, 0), Point(1e9, 5)])).pieces.isEmpty)
    }

    @Test func aFarAreaStillCoversWhatItCovered() {
        let all = Path(through: [Point(-1e12, -1e12), Point(1e12, -1e12), Point(1e12, 1e12), Point(-1e12, 1e12)])
        let corners = Set(drawn(all, isArea: true).vertices)
        #expect(corners == Set([-1, 1].flatMap { x in [-1, 1].map { LatticePoint(x, $0) &* 3_000_000 } }))
    }
}
