import Formulas
import Spelling
import Testing

@testable import Surfaces

@Suite struct CatalogueTests {
    @Test func namesAreDistinct() {
        var owners: [String: String] = [:]
        for entry in SurfaceCatalogue.entries {
            for name in Set(([entry.id] + entry.names).map(Name.folded)) {
                #expect(owners.updateValue(entry.id, forKey: name) == nil, "\(name)")
            }
        }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func entriesAreComplete(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        #expect(entry.summary.hasSuffix(".") && !entry.source.isEmpty && !entry.names.isEmpty)
        #expect(entry.domain.x.contains(entry.start.x) && entry.domain.y.contains(entry.start.y))
        let surface = try entry.surface()
        let (value, gradient) = surface.field.gradient(at: entry.start)
        #expect(value.isFinite && gradient != .zero && gradient.x.isFinite && gradient.y.isFinite)
        for minimum in surface.minima {
            #expect(minimum != entry.start)
            #expect(entry.domain.x.contains(minimum.x) && entry.domain.y.contains(minimum.y))
        }
        let formula = try Formula(entry.formula, parameters: entry.parameters)
        #expect(formula.usedParameters == entry.parameters.map(\.name))
    }

    @Test func parametersChangeTheMinima() throws {
        let entry = try #require(SurfaceCatalogue.entry(named: "banana"))
        let moved = try entry.surface(parameters: [("A", 2), ("b", 10)])
        #expect(moved.parameters.map(\.value) == [2, 10])
        #expect(moved.minima == [SIMD2(2, 4)])
        #expect(moved.field.value(at: SIMD2(2, 4)) == 0)
        #expect(moved.field.value(at: SIMD2(1, 0)) == 11)
        #expect(try entry.surface(parameters: [("b", -1)]).minima.isEmpty)
    }

    static let mistakes: [(String, String, Double, String, String?)] = [
        ("rosenbrock", "c", 1.0, "unknown parameter 'c'", "did you mean 'a'?"),
        ("quadratic_rot30_k50", "angel", 1, "unknown parameter 'angel'", "did you mean 'angle'?"),
        ("rosenbrock", "steepness", 1, "unknown parameter 'steepness'", "rosenbrock has 'a', 'b'"),
        ("beale", "k", 1, "unknown parameter 'k'", "beale has no parameters; a formula of your own can have any"),
        ("rosenbrock", "a", .infinity, "parameter 'a' must be a finite number", nil),
    ]

    @Test(arguments: mistakes)
    func aMistake(entry: String, parameter: String, value: Double, message: String, help: String?) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: entry))
        #expect(throws: SurfaceError(parameter: parameter, message: message, help: help)) {
            try entry.surface(parameters: [(parameter, value)])
        }
    }

    @Test func aFormulaOfOnesOwn() throws {
        let surface = try Surface(
            formula: "(1 - x)^2 + b*(y - x^2)^2", parameters: [("b", 100)], minima: [SIMD2(1, 1)],
            domain: Domain(x: -2...2, y: -1...3))
        let catalogued = try #require(SurfaceCatalogue.entry(named: "rosenbrock")).surface()
        #expect(surface.id == "formula" && surface.name == surface.formula && surface.start == nil)
        let point = SIMD2(-1.5, 2.0)
        #expect(surface.field.gradient(at: point) == catalogued.field.gradient(at: point))
        #expect(surface.field.gradient(at: point) == (12.5, SIMD2(-155, -50)))
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func blocksAgreeWithPointsToTheBit(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        let field = try entry.surface().field
        // Not a whole number of blocks; the corners and the centre are among them.
        let side = 23
        func coordinate(_ k: Int, _ range: ClosedRange<Double>) -> Double {
            range.lowerBound + (range.upperBound - range.lowerBound) * (Double(k) / Double(side - 1))
        }
        let x = (0..<side * side).map { coordinate($0 % side, entry.domain.x) }
        let y = (0..<side * side).map { coordinate($0 / side, entry.domain.y) }
        var values = [Double](repeating: .nan, count: x.count)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                values.withUnsafeMutableBufferPointer { field.values(x: x, y: y, into: $0) }
            }
        }
        for index in x.indices {
            #expect(values[index].bitPattern == field.value(at: SIMD2(x[index], y[index])).bitPattern)
        }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func derivativesAgreeWithDifferences(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        let field = try entry.surface().field
        var generator = SplitMix(state: 11)
        for _ in 0..<20 {
            let point = SIMD2(
                Double.random(in: entry.domain.x, using: &generator),
                Double.random(in: entry.domain.y, using: &generator))
            let (_, gradient, hessian) = field.hessian(at: point)
            for (axis, rows) in [
                (SIMD2(1.0, 0), [hessian.xx, hessian.xy]), (SIMD2(0, 1.0), [hessian.xy, hessian.yy]),
            ] {
                let h = 1e-6 * max(1, point.x.magnitude, point.y.magnitude)
                let (high, low) = (field.gradient(at: point + h * axis), field.gradient(at: point - h * axis))
                let slope = (gradient * axis).sum()
                let scale = max(1, high.value.magnitude, gradient.x.magnitude, gradient.y.magnitude)
                #expect(((high.value - low.value) / (2 * h) - slope).magnitude <= 1e-5 * scale, "\(point)")
                let difference = (high.gradient - low.gradient) / (2 * h)
                let second = max(scale, hessian.xx.magnitude, hessian.yy.magnitude)
                #expect((difference.x - rows[0]).magnitude <= 1e-4 * second, "\(point)")
                #expect((difference.y - rows[1]).magnitude <= 1e-4 * second, "\(point)")
            }
        }
    }
}

/// A small generator with a fixed sequence (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
