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

    /// Gradients by the rules: text, place, gradient.
    static let rules: [(String, Double, Double, Double, Double)] = [
        ("x^y", 0.0, 2.0, 0.0, 0.0), ("x^y + y", 0, 2, 0, 1), ("x^y + 3*y", -2, 3, 12, 3), ("abs(x)^y", 0, 0.5, 0, 0),
        ("2^x*y", 0, 1, 0.6931471805599453, 1), ("x*abs(y)", 3, 0, 0, 0), ("sqrt(x)", 0, 0, 0, 0),
        ("abs(x) + abs(y)", 0, 0, 0, 0), ("max(x, y)", 0, -0.0, 0.5, 0.5), ("x*sqrt(abs(x))", 0, 0, 0, 0),
        ("sqrt(x^2 + y^2)", 0, 1e-200, 0, 0), ("atan2(y, x)", 0, -0.0, 0, 0), ("asin(x)", 1, 0, 0, 0),
        ("sqrt(x)*1e200", 5e-324, 0, .greatestFiniteMagnitude, 0), ("log(x)*0", 1, 1, 0, 0),
        ("100*sqrt(abs(y-0.01*x^2)) + 0.01*abs(x+10)", -10, 1, 0, 0),
        ("-(1+cos(12*sqrt(x^2+y^2)))/(0.5*(x^2+y^2)+2)", 0, 0, 0, 0),
        ("0.5 + (sin(x^2-y^2)^2 - 0.5)/(1+0.001*(x^2+y^2))^2", 0, 0, 0, 0),
    ]

    /// At one point and in a block.
    @Test(arguments: rules)
    func gradients(text: String, x: Double, y: Double, alongX: Double, alongY: Double) throws {
        let formula = try Formula(text)
        #expect(formula.gradient(at: SIMD2(x, y)).gradient == SIMD2(alongX, alongY))
        var (values, first, second) = ([0.0], [0.0], [0.0])
        [x].withUnsafeBufferPointer { x in
            [y].withUnsafeBufferPointer { y in
                values.withUnsafeMutableBufferPointer { values in
                    first.withUnsafeMutableBufferPointer { first in
                        second.withUnsafeMutableBufferPointer { second in
                            formula.gradients(x: x, y: y, into: values, alongX: first, alongY: second)
                        }
                    }
                }
            }
        }
        #expect(first == [alongX] && second == [alongY])
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
