import Drawings
import Testing

@testable import Figures

@Suite struct RoomTests {
    private static let half = 0.5.squareRoot()
    private let box = TiltedBox(center: Point(10, 10), direction: Point(1, 0), half: Point(4, 2))

    @Test(arguments: [
        (TiltedBox(center: Point(17, 10), direction: Point(1, 0), half: Point(2, 2)), false),
        (TiltedBox(center: Point(15, 10), direction: Point(1, 0), half: Point(2, 2)), true),
        // Their upright boxes meet, they do not.
        (TiltedBox(center: Point(16, 14), direction: Point(half, -half), half: Point(5, 0.5)), false),
        (TiltedBox(center: Point(14, 12), direction: Point(half, -half), half: Point(5, 0.5)), true),
        (TiltedBox(center: Point(10, 10), direction: Point(0, 1), half: Point(1, 1)), true),
    ])
    func boxesMeet(other: TiltedBox, expected: Bool) {
        #expect(box.meets(other) == expected)
        #expect(other.meets(box) == expected)
    }

    @Test(arguments: [
        (Point(0, 10), Point(20, 10), 0.0, true), (Point(0, 13), Point(20, 13), 0, false),
        (Point(0, 13), Point(20, 13), 1.5, true), (Point(15, 10), Point(15, 10), 0.5, false),
        (Point(15, 10), Point(15, 10), 1.5, true), (Point(12, 15), Point(18, 10), 0, false),
    ])
    func segmentsMeet(from: Point, to: Point, radius: Double, expected: Bool) {
        #expect(box.meets(segmentFrom: from, to: to, radius: radius) == expected)
    }

    /// A register over squares finds the same as looking at everything.
    @Test func nothingIsOverlooked() {
        var room = Room(in: Box(x: 0, y: 0, width: 200, height: 120))
        let obstacles = (0..<60).map { index -> Obstacle in
            let place = Point(Double(index * 37 % 211), Double(index * 53 % 127))
            return .line(from: place, to: place + Point(Double(index % 7) * 9, 11), radius: 1)
        }
        room.take(obstacles)
        for index in 0..<400 {
            let wanted = TiltedBox(
                center: Point(Double(index * 29 % 200), Double(index * 17 % 120)),
                direction: index.isMultiple(of: 2) ? Point(0.6, 0.8) : Point(1, 0), half: Point(9, 4))
            #expect(room.isFree(wanted) == !obstacles.contains { $0.meets(wanted) })
        }
    }

    @Test func polylinesAreSubpaths() {
        var path = Path(through: [Point(0, 0), Point(3, 4), Point(3, 5)])
        path.append(Path(through: [Point(9, 9), Point(10, 9), Point(10, 10)], closed: true))
        let lines = path.polylines
        #expect(lines.map(\.isClosed) == [false, true])
        #expect(lines[0].length == 6)
        #expect(lines[0].point(at: 2.5) == Point(1.5, 2))
        #expect(lines[1].points.last == Point(9, 9))
        #expect(lines[1].point(at: -1) == lines[1].point(at: lines[1].length - 1))
    }

    @Test func pathsTurn() {
        let path = Path(through: [Point(2, 0), Point(0, 1)])
        #expect(path.turned(by: Point(0, -1)) == path.turnedLeft())
        #expect(path.turned(by: Point(0.6, 0.8)).points == [Point(1.2, 1.6), Point(-0.8, 0.6)])
    }

    @Test(arguments: [
        (Point(1, 0), false), (Point(-1, 0), true), (Point(0.8, 0.6), false), (Point(0, 1), true),
        (Point(0, -1), false), (Point(0.02, 0.9998), true), (Point(-0.6, 0.8), true),
    ])
    func labelsTurnUpright(direction: Point, isTurned: Bool) {
        #expect(IsolineLabels.isUpsideDown(direction) == isTurned)
    }
}
