import Testing

@testable import Surfaces

/// The error falls with the fourth power of the spacing, that of the gradient with the third: polynomials of higher
/// degree than the interpolant's from the catalogue, and one that is no polynomial. All are smooth: a kink limits the
/// order of every interpolant.
@Suite struct SampledConvergenceTests {
    static let surfaces: [(formula: String, domain: Domain)] =
        ["rosenbrock", "himmelblau", "beale"].compactMap { id in
            SurfaceCatalogue.entry(named: id).map { ($0.formula, $0.domain) }
        } + [("exp(-x/2)*sin(x + 2*y)", Domain(x: -2...2, y: -1...1))]

    static let parameters = [(name: "a", value: 1.0), (name: "b", value: 100.0)]

    /// Distances that differ by up to a factor of three, the same at every number of nodes.
    private func uneven(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
        uniform(0, 1, count).map { t in
            range.lowerBound + (range.upperBound - range.lowerBound) * (t * (1 + t) / 2)
        }
    }

    private func errors(
        _ field: any ScalarField, _ domain: Domain, _ count: Int, _ nodes: (ClosedRange<Double>, Int) -> [Double]
    ) throws -> (value: Double, gradient: Double) {
        let sampled = try SampledField(x: nodes(domain.x, count), y: nodes(domain.y, count)) { field.value(at: $0) }
        var (value, gradient) = (0.0, 0.0)
        // Denser towards the borders, where the error is largest.
        let places = uniform(0, 1, 180).map { $0 * $0 * (3 - 2 * $0) }
        for v in places {
            for u in places {
                let point = SIMD2(
                    min(domain.x.lowerBound + (domain.x.upperBound - domain.x.lowerBound) * u, domain.x.upperBound),
                    min(domain.y.lowerBound + (domain.y.upperBound - domain.y.lowerBound) * v, domain.y.upperBound))
                let (expected, found) = (field.gradient(at: point), sampled.gradient(at: point))
                let difference = found.gradient - expected.gradient
                value = largest([value, (found.value - expected.value).magnitude])
                gradient = largest([gradient, difference.x.magnitude, difference.y.magnitude])
            }
        }
        return (value, gradient)
    }

    @Test(arguments: [true, false])
    func order(isUniform: Bool) throws {
        #expect(Self.surfaces.count == 4)
        // The widest cells of the uneven grids are half as wide again: they reach the order later.
        let counts = isUniform ? [21, 41, 81, 161] : [41, 81, 161]
        for (formula, domain) in Self.surfaces {
            let field = try Surface(formula: formula, parameters: Self.parameters).field
            let found = try counts.map { count in
                try errors(field, domain, count) {
                    isUniform ? uniform($0.lowerBound, $0.upperBound, $1) : uneven($0, $1)
                }
            }
            for (coarse, fine) in zip(found, found.dropFirst()) {
                // 2^3.7 and 2^2.7.
                #expect(coarse.value >= 13 * fine.value, "\(formula): \(found.map(\.value))")
                #expect(coarse.gradient >= 6.5 * fine.gradient, "\(formula): \(found.map(\.gradient))")
            }
        }
    }
}
