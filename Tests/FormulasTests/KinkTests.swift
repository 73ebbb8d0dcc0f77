import Formulas
import Surfaces
import Testing

@Suite struct KinkTests {
    /// Minima, axes, diagonals and a grid through 0, with their nearest neighbours.
    static func places(on entry: SurfaceEntry) -> [SIMD2<Double>] {
        var coordinates = [0, -0.0, 5e-324, 1e-300, -1e-160, 1e-9, 1, -1, .pi]
        coordinates += [entry.domain.x.lowerBound, entry.domain.x.upperBound, entry.domain.y.lowerBound]
        coordinates += entry.minima.flatMap { [$0.x, $0.y] }
        let around = coordinates.prefix(14).flatMap { [$0, $0.nextUp, $0.nextDown] }
        return around.flatMap { x in around.map { SIMD2(x, $0) } } + entry.minima
            + around.flatMap { [SIMD2($0, $0), SIMD2($0, -$0), SIMD2($0, $0 * $0 / 100)] }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func derivativesAreFiniteWhereTheValueIs(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entries.first { $0.id == id })
        let formula = try Formula(entry.formula, parameters: entry.parameters)
        for point in Self.places(on: entry) {
            let (value, gradient, hessian) = formula.hessian(at: point)
            guard value.isFinite else { continue }
            let numbers = [gradient.x, gradient.y, hessian.xx, hessian.xy, hessian.yy]
            let areFinite = numbers.allSatisfy { $0.isFinite }
            #expect(areFinite, "\(id) at \(point): \(value), \(numbers)")
        }
    }
}
