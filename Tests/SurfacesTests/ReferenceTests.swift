import Formulas
import Foundation
import Testing

@testable import Surfaces

/// Samples at 50 digits; see `provenance` in the file.
struct Reference: Decodable {
    struct Sample: Decodable {
        var point: [Double]
        var value: Double
        var gradient: [Double]
        var hessian: [[Double]]
    }

    struct Function: Decodable, CustomTestStringConvertible {
        var id: String
        var names: [String]
        var formula: String
        var minima: [[Double]]
        var minimum: Double?
        var isSmoothAtMinima: Bool
        var samples: [Sample]

        var testDescription: String { id }
    }

    var surfaces: [Function]

    static let functions: [Function] = {
        let file = Bundle.module.url(forResource: "surfaces", withExtension: "json", subdirectory: "Fixtures")
        let data = file.flatMap { try? Data(contentsOf: $0) } ?? Data()
        return (try? JSONDecoder().decode(Reference.self, from: data))?.surfaces ?? []
    }()
}

@Suite struct ReferenceTests {
    @Test func everyFunctionIsThere() {
        #expect(Reference.functions.count == 46)
        #expect(Set(Reference.functions.map(\.id)) == Set(SurfaceCatalogue.entries.map(\.id)))
    }

    @Test(arguments: Reference.functions)
    func samplesAgree(function: Reference.Function) throws {
        let names = [function.id] + function.names + function.names.map { $0.uppercased() }
        let byName = try names.map { try #require(SurfaceCatalogue.entry(named: $0), "\($0)").surface() }
        for surface in byName { #expect(surface.id == function.id) }
        for surface in [byName[0], try Surface(formula: function.formula)] {
            for sample in function.samples { expect(surface.field, at: sample) }
        }
    }

    private func expect(_ field: any ScalarField, at sample: Reference.Sample) {
        let point = SIMD2(sample.point[0], sample.point[1])
        let (value, gradient, hessian) = field.hessian(at: point)
        #expect(isClose([value], [sample.value]), "value at \(point)")
        #expect(isClose([gradient.x, gradient.y], sample.gradient), "gradient at \(point)")
        #expect(isClose([hessian.xx, hessian.xy, hessian.xy, hessian.yy], sample.hessian.flatMap(\.self)), "\(point)")
        #expect(field.value(at: point) == value)
        #expect(field.gradient(at: point) == (value, gradient))
    }

    /// Within 1e-12 of the largest component, at least 1.
    private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
        let scale = b.reduce(1) { max($0, $1.magnitude) }
        return a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-12 * scale }
    }

    @Test(arguments: Reference.functions)
    func minimaAreWhereTheyShouldBe(function: Reference.Function) throws {
        let surface = try #require(SurfaceCatalogue.entry(named: function.id)).surface()
        try #require(surface.minima.count == function.minima.count)
        for (minimum, expected) in zip(surface.minima, function.minima) {
            #expect((minimum.x - expected[0]).magnitude <= 1e-12 * max(1, expected[0].magnitude))
            #expect((minimum.y - expected[1]).magnitude <= 1e-12 * max(1, expected[1].magnitude))
            let (value, gradient, hessian) = surface.field.hessian(at: minimum)
            #expect((value - (function.minimum ?? .nan)).magnitude <= 1e-11 * max(1, value.magnitude))
            #expect(gradient.x.isFinite && gradient.y.isFinite)
            guard function.isSmoothAtMinima else { continue }
            let curvature = max(1, hessian.xx.magnitude, hessian.yy.magnitude)
            let size = max(1, minimum.x.magnitude, minimum.y.magnitude)
            #expect(max(gradient.x.magnitude, gradient.y.magnitude) <= 1e-14 * curvature * size, "\(gradient)")
        }
    }
}
