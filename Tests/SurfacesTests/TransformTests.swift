import Lanes
import Surfaces
import Testing

@Suite struct TransformTests {
    /// A surface after transforms, and the formula that says the same.
    private struct Case: Sendable {
        let transforms: [Transform]
        let formula: String
    }

    private static let base = "exp(x/3) + (x - 2*y)^2"

    private static let cases: [Case] = [
        Case(transforms: [], formula: base),
        Case(transforms: [.shift(SIMD2(1, -2))], formula: "exp((x - 1)/3) + ((x - 1) - 2*(y + 2))^2"),
        Case(transforms: [.stretch(SIMD2(2, 10))], formula: "exp(x/6) + (x/2 - 2*y/10)^2"),
        Case(transforms: [.rotate(Angle(90, .deg))], formula: "exp(y/3) + (y + 2*x)^2"),
        Case(transforms: [.rotate(Angle(-270, .deg))], formula: "exp(y/3) + (y + 2*x)^2"),
        Case(
            transforms: [.rotate(Angle(30, .deg))],
            formula: "exp((c*x + s*y)/3) + ((c*x + s*y) - 2*(c*y - s*x))^2"),
        // In order: what was stretched is then shifted, and the other way round.
        Case(
            transforms: [.stretch(SIMD2(2, 1)), .shift(SIMD2(1, 0))], formula: "exp((x - 1)/6) + ((x - 1)/2 - 2*y)^2"),
        Case(
            transforms: [.shift(SIMD2(1, 0)), .stretch(SIMD2(2, 1))], formula: "exp((x/2 - 1)/3) + ((x/2 - 1) - 2*y)^2"),
        Case(transforms: [.value(.log1p)], formula: "log(1 + (\(base)))"),
        Case(transforms: [.value(.sqrt), .value(.negative)], formula: "-sqrt(\(base))"),
        Case(
            transforms: [.value(.log), .shift(SIMD2(0, 1)), .value(.square)],
            formula: "log(exp(x/3) + (x - 2*(y - 1))^2)^2"),
    ]

    @Test(arguments: cases.indices) func followExactly(index: Int) throws {
        let (c, s) = (0.75.squareRoot(), 0.5)
        let test = Self.cases[index]
        let surface = try Surface(formula: Self.base).transformed(by: test.transforms)
        let wanted = try Surface(formula: test.formula, parameters: [("c", c), ("s", s)])
        for point in [SIMD2(0.3, -0.7), SIMD2(-2, 1.25), SIMD2(4, 3)] as [SIMD2<Double>] {
            let (value, gradient, hessian) = surface.field.hessian(at: point)
            let (v, g, h) = wanted.field.hessian(at: point)
            let found = [value, gradient.x, gradient.y, hessian.xx, hessian.xy, hessian.yy]
            let expected = [v, g.x, g.y, h.xx, h.xy, h.yy]
            let scale = max(1, expected.map(\.magnitude).max() ?? 1)
            for (a, b) in zip(found, expected) { #expect((a - b).magnitude <= 1e-13 * scale) }
            #expect(surface.field.gradient(at: point) == (value, gradient))
        }
    }

    @Test(arguments: cases.indices) func manyPointsAgreeToTheBit(index: Int) throws {
        let field = try Surface(formula: Self.base).transformed(by: Self.cases[index].transforms).field
        let x = (0..<21).map { Double($0) / 3 - 3 }
        let y = (0..<21).map { 2 - Double($0 * $0) / 40 }
        var values = [Double](repeating: 0, count: 21)
        values.withUnsafeMutableBufferPointer { values in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in field.values(x: x, y: y, into: values) }
            }
        }
        for i in x.indices { #expect(values[i].bitPattern == field.value(at: SIMD2(x[i], y[i])).bitPattern) }
    }

    @Test func whatIsKnownMovesAlong() throws {
        let entry = try #require(SurfaceCatalogue.entry(named: "rosenbrock"))
        let surface = try entry.surface().transformed(by: [.stretch(SIMD2(2, 1)), .shift(SIMD2(10, -1))])
        #expect(surface.minima == [SIMD2(12, 0)])
        #expect(surface.start == SIMD2(2 * entry.start.x + 10, entry.start.y - 1))
        #expect(surface.domain?.x == (2 * entry.domain.x.lowerBound + 10)...(2 * entry.domain.x.upperBound + 10))
        #expect(surface.transforms.count == 2)
        let turned = try entry.surface().transformed(by: [.rotate(Angle(90, .deg))])
        #expect(turned.minima == [SIMD2(-1, 1)])
        #expect(turned.domain?.x == -entry.domain.y.upperBound ... -entry.domain.y.lowerBound)
    }

    @Test func minimaStayOnlyWhereTheyAre() throws {
        func minima(_ formula: String, _ values: ValueTransform...) throws -> Int {
            try Surface(formula: formula, minima: [.zero]).transformed(by: values.map(Transform.value)).minima.count
        }
        #expect(try minima("x^2 + y^2", .log1p, .sqrt) == 1)
        #expect(try minima("x^2 + y^2", .square) == 1)
        #expect(try minima("x^2 + y^2 - 1", .square) == 0)
        #expect(try minima("x^2 + y^2", .negative) == 0)
        // ln 0 is not finite: no picture could show it.
        #expect(try minima("x^2 + y^2", .log) == 0)
    }

    @Test func aTransformedLossStillHasItsSamples() throws {
        let loss = try FittedLoss(
            model: .linear, loss: .mse, features: .one([1, 2, 3]), targets: [2, 3, 5])
        let surface = Surface(loss: loss, name: "").transformed(by: [.shift(SIMD2(1, 0)), .value(.log1p)])
        let batched = try #require(surface.field as? any BatchedField)
        let (value, gradient) = batched.gradient(at: SIMD2(2.5, 0.5), over: [0, 2])
        let (v, g) = loss.gradient(at: SIMD2(1.5, 0.5), over: [0, 2])
        #expect((value - v.logarithmOfOnePlus()).magnitude < 1e-15)
        #expect(abs(gradient.x - g.x / (1 + v)) < 1e-14 && abs(gradient.y - g.y / (1 + v)) < 1e-14)
        #expect(batched.sampleCount == 3)
    }
}
