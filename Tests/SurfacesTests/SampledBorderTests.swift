import Testing

@testable import Surfaces

/// What happens at the borders of cells, of the grid and of holes.
@Suite struct SampledBorderTests {
    private static func wave(_ p: SIMD2<Double>) -> Double {
        let (x, y) = (p.x, p.y)
        return (x * x - y) * (x * x - y) + 1 / (1 + x * x + y * y) + x * y * y * y
    }

    /// Holes that leave lines of every length: alone, at the edge, two in a row, around a single cell.
    static let holes: [[(column: Int, row: Int)]] = [
        [], [(4, 4)], [(0, 0)], [(9, 3), (8, 3)], [(3, 2), (3, 5), (6, 2), (6, 5), (5, 3)],
        [(1, 1), (4, 1), (7, 5), (2, 6)],
        (0..<8).map { ($0 % 2 == 0 ? 3 : 6, $0) },
    ]

    private func field(without holes: [(column: Int, row: Int)]) throws -> SampledField {
        try SampledField(x: unequalX, y: unequalY) { point in
            holes.contains { SIMD2(unequalX[$0.column], unequalY[$0.row]) == point } ? .nan : Self.wave(point)
        }
    }

    private func isWhole(_ column: Int, _ row: Int, without holes: [(column: Int, row: Int)]) -> Bool {
        !holes.contains { (column...column + 1).contains($0.column) && (row...row + 1).contains($0.row) }
            && (0..<unequalX.count - 1).contains(column) && (0..<unequalY.count - 1).contains(row)
    }

    @Test(arguments: holes)
    func cellsWithAHoleAtACornerHaveNoValue(holes: [(column: Int, row: Int)]) throws {
        let field = try field(without: holes)
        for row in 0..<unequalY.count - 1 {
            for column in 0..<unequalX.count - 1 {
                let x = (unequalX[column] + unequalX[column + 1]) / 2
                let y = (unequalY[row] + unequalY[row + 1]) / 2
                let value = field.value(at: SIMD2(x, y))
                #expect(value.isNaN != isWhole(column, row, without: holes), "\(column), \(row)")
                // The worst lines are straight, over cells 1.1 by 1.25 wide; nothing swings farther than that.
                #expect(value.isNaN || (value - Self.wave(SIMD2(x, y))).magnitude < 2, "\(column), \(row)")
            }
        }
    }

    /// A point on a border has the limits of value and gradient from each cell around it that is whole.
    @Test(arguments: holes)
    func isOnceContinuouslyDifferentiable(holes: [(column: Int, row: Int)]) throws {
        let field = try field(without: holes)
        let step = 1e-9
        for point in points(refined(unequalX), refined(unequalY)) {
            let (value, gradient) = field.gradient(at: point)
            for way in [SIMD2(-1, -1), SIMD2(1, -1), SIMD2(-1, 1), SIMD2(1, 1)] as [SIMD2<Double>] {
                let near = field.gradient(at: point + step * way)
                if near.value.isNaN { continue }
                #expect((near.value - value).magnitude < 1e-6, "\(point)")
                #expect((near.gradient.x - gradient.x).magnitude < 1e-5, "\(point)")
                #expect((near.gradient.y - gradient.y).magnitude < 1e-5, "\(point)")
            }
        }
    }

    @Test func isTwiceContinuouslyDifferentiableWithoutHoles() throws {
        let field = try field(without: [])
        let step = 1e-9
        for point in points(refined(unequalX), refined(unequalY)) {
            let hessian = field.hessian(at: point).hessian
            for way in [SIMD2(-1, -1), SIMD2(1, -1), SIMD2(-1, 1), SIMD2(1, 1)] as [SIMD2<Double>] {
                let (value, _, near) = field.hessian(at: point + step * way)
                if value.isNaN { continue }
                let jumps = [near.xx - hessian.xx, near.xy - hessian.xy, near.yy - hessian.yy]
                #expect(largest(jumps.map(\.magnitude)) < 1e-5, "\(point)")
            }
        }
    }

    /// Every node and border that touches a whole cell has a value, that of the sample at a node.
    @Test(arguments: holes)
    func bordersBelongToAWholeCell(holes: [(column: Int, row: Int)]) throws {
        let field = try field(without: holes)
        for (row, y) in unequalY.enumerated() {
            for (column, x) in unequalX.enumerated() {
                let (left, below) = (column - 1, row - 1)
                let above = isWhole(column, row, without: holes)
                let hasRight = above || isWhole(column, below, without: holes)
                let hasTop = above || isWhole(left, row, without: holes)
                let isAlone = !hasRight && !hasTop && !isWhole(left, below, without: holes)
                let value = field.value(at: SIMD2(x, y))
                #expect(isAlone ? value.isNaN : value == Self.wave(SIMD2(x, y)), "\(column), \(row)")
                if column < unequalX.count - 1 {
                    #expect(field.value(at: SIMD2(x + 0.01, y)).isNaN != hasRight, "\(column), \(row)")
                }
                if row < unequalY.count - 1 {
                    #expect(field.value(at: SIMD2(x, y + 0.01)).isNaN != hasTop, "\(column), \(row)")
                }
            }
        }
    }

    /// At the node above and right of a hole's last cell, the second derivative tells the side.
    @Test func theSideOfABorderIsAsDocumented() throws {
        let field = try field(without: [(4, 4)])
        func xx(_ x: Double, _ y: Double) -> Double { field.hessian(at: SIMD2(x, y)).hessian.xx }
        let y = 1.4  // between rows 4 and 5
        let (first, last) = (unequalX[3], unequalX[5])
        #expect(xx(first.nextUp, y).isNaN && xx(last.nextDown, y).isNaN)
        #expect((xx(first, y) - xx(first.nextDown, y)).magnitude < 1e-9)
        #expect((xx(last, y) - xx(last.nextUp, y)).magnitude < 1e-9)
        // Below the hole, both sides exist; row 2 is whole, row 3 is not.
        #expect((xx(0, unequalY[3]) - xx(0, unequalY[3].nextDown)).magnitude < 1e-9)
    }

    @Test func aHoleIsFeltNearby() throws {
        let nodes = uniform(-2, 2, 81)
        let whole = try SampledField(x: nodes, y: nodes, Self.wave)
        let holed = try SampledField(x: nodes, y: nodes) { $0 == SIMD2(nodes[40], nodes[40]) ? .nan : Self.wave($0) }
        for point in points(uniform(-2, 2, 60), uniform(-2, 2, 60)) {
            let distance = max(point.x.magnitude, point.y.magnitude)
            let (value, expected) = (holed.value(at: point), whole.value(at: point))
            #expect(value.isNaN == (distance < 0.05))
            if distance > 0.1 { #expect((value - expected).magnitude < 1e-4) }
            if distance > 1.95 { #expect((value - expected).magnitude < 1e-14 * max(1, expected.magnitude)) }
        }
    }
}
