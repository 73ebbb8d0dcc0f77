import Surfaces
import Testing

@testable import Figures

@Suite struct ContourTests {
    private func contours(_ formula: String, _ domain: Domain, _ nodes: Int, _ levels: [Double]) throws -> [Contour] {
        let field = try Surface(formula: formula).field
        let grid = SampleGrid(field, over: domain, columns: nodes, rows: nodes, jobs: 1)
        return ContourTracer(grid: grid, field: field, levels: levels).contours(jobs: 1)
    }

    /// The enclosed area, positive where the region lies on the left.
    private func area(_ contour: Contour) -> Double {
        contour.loops.reduce(0) { sum, loop in
            let next = loop.vertices.dropFirst() + loop.vertices.prefix(1)
            return sum + zip(loop.vertices, next).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
        }
    }

    private let square = Domain(x: -1...1, y: -1...1)

    @Test func regionsHaveTheirArea() throws {
        // Outside the circle of radius 1/2 in a square of side 2.
        let found = try contours("x^2 + y^2", square, 201, [0.25])
        #expect(abs(area(found[0]) - (4 - Double.pi / 4)) < 1e-4)
        #expect(found[0].loops.count == 2)
    }

    @Test func aLevelBelowEverythingIsTheFrame() throws {
        let found = try contours("x", square, 11, [-5, 5])
        #expect(abs(area(found[0]) - 4) < 1e-12)
        #expect(found[0].loops.map(\.vertices.count) == [5] || found[0].loops.map(\.vertices.count) == [4])
        #expect(found[1].loops.isEmpty)
    }

    @Test func saddlePointsAreDecidedByTheSurface() throws {
        // At the level of the saddle's centre, just above and just below: two pieces or one.
        let above = try contours("x*y", square, 4, [0.02])
        let below = try contours("x*y", square, 4, [-0.02])
        #expect(above[0].loops.count == 2)
        #expect(below[0].loops.count == 1)
    }

    @Test func undefinedValuesCountAsBelow() throws {
        let found = try contours("sqrt(x)", square, 101, [0.5])
        #expect(abs(area(found[0]) - 2 * 0.75) < 0.05)
    }

    @Test func jobsDoNotChangeAnything() throws {
        let surface = try #require(SurfaceCatalogue.entry(named: "himmelblau")).surface()
        let domain = try #require(surface.domain)
        func vertices(_ jobs: Int) -> [[[SIMD2<Double>]]] {
            let grid = SampleGrid(surface.field, over: domain, columns: 120, rows: 90, jobs: jobs)
            return ContourTracer(grid: grid, field: surface.field, levels: [1, 10, 50, 100, 300])
                .contours(jobs: jobs).map { $0.loops.map(\.vertices) }
        }
        #expect(vertices(1) == vertices(2))
        #expect(vertices(1) == vertices(8))
    }

    /// Every vertex has the level set within a tenth of a pixel: on a circle of that radius, at the vertex or, for
    /// ridges without width, on the nearest lines and nodes of the grid and on the way to these, the surface lies on
    /// both sides of the level.
    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func verticesLieOnTheLevelSet(id: String) throws {
        let surface = try #require(SurfaceCatalogue.entry(named: id)).surface()
        let domain = try #require(surface.domain)
        // The default figure's map is about 1,000 pixels wide and high, with a sample every 2.5 pixels.
        let grid = SampleGrid(surface.field, over: domain, columns: 401, rows: 401, jobs: 2)
        let tenth = SIMD2(domain.width, domain.height) / 10_000
        let levels = Levels(for: surface.field, over: domain, .automatic).values
        var (count, astray) = (0, 0)
        let tracer = ContourTracer(grid: grid, field: surface.field, levels: levels)
        for contour in tracer.contours(jobs: 2) {
            for loop in contour.loops {
                for (vertex, onFrame) in zip(loop.vertices, loop.isOnFrame) where !onFrame {
                    count += 1
                    let around = Self.compass.map { surface.field.value(at: vertex + tenth * $0) }
                    let onGrid = grid.nearestNode(to: vertex)
                    let lines = [vertex, SIMD2(onGrid.x, vertex.y), SIMD2(vertex.x, onGrid.y)]
                    let nodes = tracer.grid.nodes(around: vertex)
                    let ways = nodes.map { vertex + ($0 - vertex) * min(1, 1 / norm(($0 - vertex) / tenth)) }
                    let beside = (lines + nodes + ways).filter {
                        abs($0.x - vertex.x) <= tenth.x && abs($0.y - vertex.y) <= tenth.y
                    }
                    let values = around + beside.map(surface.field.value)
                    let isStraddled = values.contains { $0 >= contour.level } && values.contains { $0 <= contour.level }
                    // Where Easom's exponential underflows, subnormal values are as good as the level 0.
                    let isNought = values.contains { abs($0 - contour.level) < .leastNormalMagnitude }
                    if !isStraddled, !isNought { astray += 1 }
                }
            }
        }
        #expect(count > 100)
        #expect(astray == 0, "\(id): \(astray) of \(count)")
    }

    private func norm(_ vector: SIMD2<Double>) -> Double { (vector * vector).sum().squareRoot() }

    private static let compass: [SIMD2<Double>] = [
        SIMD2(1, 0), SIMD2(0, 1), SIMD2(-1, 0), SIMD2(0, -1), SIMD2(0.7, 0.7), SIMD2(-0.7, 0.7), SIMD2(0.7, -0.7),
        SIMD2(-0.7, -0.7),
    ]
}

extension SampleGrid {
    /// The nodes that may lie nearest to a point, in their places.
    fileprivate func nodes(around point: SIMD2<Double>) -> [SIMD2<Double>] {
        func range(_ nodes: [Double], _ value: Double) -> Range<Int> {
            let part = (value - nodes[0]) / (nodes[nodes.count - 1] - nodes[0])
            let place = Int((part * Double(nodes.count - 1)).rounded())
            return max(0, place - 1)..<min(nodes.count, place + 2)
        }
        return range(ys, point.y).flatMap { row in range(xs, point.x).map { place(row * columns + $0) } }
    }

    fileprivate func nearestNode(to point: SIMD2<Double>) -> SIMD2<Double> {
        func nearest(_ nodes: [Double], _ value: Double) -> Double {
            nodes.min { abs($0 - value) < abs($1 - value) } ?? value
        }
        return SIMD2(nearest(xs, point.x), nearest(ys, point.y))
    }
}
