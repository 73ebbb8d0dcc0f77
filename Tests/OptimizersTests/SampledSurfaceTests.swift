import Simulation
import Surfaces
import Testing

/// Descents on a sampled surface follow those on its formula.
@Suite struct SampledSurfaceTests {
    private func sampled(_ surface: Surface, _ count: Int) throws -> SampledField {
        let domain = try #require(surface.domain)
        func nodes(_ range: ClosedRange<Double>) -> [Double] {
            (0..<count).map { index in
                let t = Double(index) / Double(count - 1)
                return range.lowerBound * (1 - t) + range.upperBound * t
            }
        }
        let (x, y) = (nodes(domain.x), nodes(domain.y))
        let values = y.flatMap { y in x.map { surface.field.value(at: SIMD2($0, y)) } }
        return try SampledField(x: x, y: y, values: values)
    }

    /// The farthest that 50 steps lead from those on the formula.
    private func deviation(
        _ surface: Surface, _ count: Int, _ optimizer: String, _ rate: Double, _ start: SIMD2<Double>
    ) throws -> Double {
        let settings: [Setting] = [("lr", .number(rate))]
        let path = try descend(optimizer, nil, settings, on: surface.field, from: start, steps: 50).points
        let other = try descend(optimizer, nil, settings, on: sampled(surface, count), from: start, steps: 50).points
        #expect(path.count == 51 && other.count == 51)
        return zip(path, other).map { max(($0.x - $1.x).magnitude, ($0.y - $1.y).magnitude) }.reduce(0, max)
    }

    static let runs: [(surface: String, optimizer: String, rate: Double, start: SIMD2<Double>)] = [
        ("rosenbrock", "adam", 0.05, SIMD2(-1.5, 2)), ("rosenbrock", "sgd", 0.0005, SIMD2(-1.5, 2)),
        ("himmelblau", "adam", 0.05, SIMD2(-1, -1)), ("himmelblau", "sgd", 0.005, SIMD2(-1, -1)),
    ]

    /// The gradient's third order, from 41 to 321 nodes: 2^(2.7 · 3) = 274. From one grid to the next the error depends on
    /// where in its cells the path runs, and falls less regularly.
    @Test(arguments: runs)
    func pathsConverge(surface: String, optimizer: String, rate: Double, start: SIMD2<Double>) throws {
        let surface = try #require(SurfaceCatalogue.entry(named: surface)).surface()
        let errors = try [41, 81, 161, 321].map { try deviation(surface, $0, optimizer, rate, start) }
        #expect(errors[0] >= 274 * errors[3], "\(errors)")
        #expect(zip(errors, errors.dropFirst()).allSatisfy { $0 > $1 }, "\(errors)")
        #expect(errors[0] > 1e-9)
    }

    @Test func aRunEndsInAHole() throws {
        let nodes = (0..<21).map { Double($0) / 5 - 2 }
        let values = nodes.flatMap { y in nodes.map { x in x * x + y * y < 0.3 ? .nan : x * x + y * y } }
        let field = try SampledField(x: nodes, y: nodes, values: values)
        let trajectory = try descend("sgd", nil, [("lr", .number(0.05))], on: field, from: SIMD2(1.5, 1), steps: 100)
        guard case .diverged(let step) = trajectory.outcome else {
            Issue.record("\(trajectory.outcome)")
            return
        }
        #expect(step > 3 && trajectory.points.count == step && trajectory.losses.allSatisfy(\.isFinite))
    }
}
