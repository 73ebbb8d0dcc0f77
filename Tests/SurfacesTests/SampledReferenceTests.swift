import Foundation
import Testing

@testable import Surfaces

/// Grids with what SciPy's splines say about them; see `provenance` in the file.
struct SampledReference: Decodable {
    struct Grid: Decodable, CustomTestStringConvertible {
        var x: [Double]
        var y: [Double]
        var values: [Double]
        /// x, y, f, fx, fy, fxx, fxy, fyy.
        var points: [[Double]]

        var testDescription: String { "\(x.count) by \(y.count)" }
    }

    var grids: [Grid]

    static let grids: [Grid] = {
        let file = Bundle.module.url(forResource: "sampled", withExtension: "json", subdirectory: "Fixtures")
        let data = file.flatMap { try? Data(contentsOf: $0) } ?? Data()
        return (try? JSONDecoder().decode(SampledReference.self, from: data))?.grids ?? []
    }()
}

@Suite struct SampledReferenceTests {
    @Test func gridsAreThere() {
        #expect(SampledReference.grids.count == 5)
        #expect(SampledReference.grids.allSatisfy { $0.points.count == 14 })
    }

    @Test(arguments: SampledReference.grids)
    func agrees(grid: SampledReference.Grid) throws {
        let field = try SampledField(x: grid.x, y: grid.y, values: grid.values)
        for numbers in grid.points {
            let point = SIMD2(numbers[0], numbers[1])
            let (value, gradient, hessian) = field.hessian(at: point)
            let expected = Array(numbers[2...])
            expect([value], expected[..<1], within: 1e-14, "value at \(point)")
            expect([gradient.x, gradient.y], expected[1..<3], within: 1e-13, "gradient at \(point)")
            // In a narrow cell the second derivative is a small difference of large slopes.
            expect([hessian.xx, hessian.xy, hessian.yy], expected[3...], within: 5e-13, "Hessian at \(point)")
            #expect(field.value(at: point) == value)
            #expect(field.gradient(at: point) == (value, gradient))
        }
    }

    /// Within a fraction of the largest component, at least 1.
    private func expect(_ found: [Double], _ expected: ArraySlice<Double>, within fraction: Double, _ what: Comment) {
        let scale = expected.reduce(1) { max($0, $1.magnitude) }
        let error = largest(zip(found, expected).map { ($0 - $1).magnitude })
        #expect(error <= fraction * scale, what)
    }
}
