import Testing

@testable import Surfaces

@Suite struct SampledFieldTests {
    /// A bicubic polynomial with its derivatives in closed form.
    private func cubic(_ p: SIMD2<Double>) -> Double {
        (1 - p.x + 2 * p.x * p.x - 0.5 * p.x * p.x * p.x) * (2 + p.y - p.y * p.y + p.y * p.y * p.y)
    }

    @Test func reproducesCubics() throws {
        let field = try SampledField(x: unequalX, y: unequalY, cubic)
        for point in points(refined(unequalX), refined(unequalY)) {
            let (x, y) = (point.x, point.y)
            let (p, px, pxx) = (1 - x + 2 * x * x - 0.5 * x * x * x, -1 + 4 * x - 1.5 * x * x, 4 - 3 * x)
            let (q, qy, qyy) = (2 + y - y * y + y * y * y, 1 - 2 * y + 3 * y * y, -2 + 6 * y)
            let (value, gradient, hessian) = field.hessian(at: point)
            let found = [value, gradient.x, gradient.y, hessian.xx, hessian.xy, hessian.yy]
            let expected = [p * q, px * q, p * qy, pxx * q, px * qy, p * qyy]
            #expect(largest(zip(found, expected).map { ($0 - $1).magnitude }) <= 1e-11, "\(point)")
        }
    }

    @Test func passesThroughTheSamples() throws {
        let field = try SampledField(x: unequalX, y: unequalY, cubic)
        for (row, y) in unequalY.enumerated() {
            for (column, x) in unequalX.enumerated() {
                #expect(field.value(at: SIMD2(x, y)) == cubic(SIMD2(x, y)))
                #expect(field.sample(column: column, row: row) == cubic(SIMD2(x, y)))
            }
        }
        #expect(field.sample(column: -1, row: 0).isNaN && field.sample(column: 0, row: unequalY.count).isNaN)
    }

    @Test func tellsAboutItself() throws {
        let field = try SampledField(x: [3, 1, 0], y: [0, 2], values: [5, -1, 4, .nan, -1, .infinity])
        #expect(field.xNodes == [0, 1, 3] && field.yNodes == [0, 2])
        #expect(field.domain == Domain(x: 0...3, y: 0...2))
        #expect(field.lowestSample?.point == SIMD2(1, 0) && field.lowestSample?.value == -1)
        #expect(field.hasHoles && field.sample(column: 0, row: 1).isNaN && field.sample(column: 2, row: 0) == 5)
        #expect(try !SampledField(x: unequalX, y: unequalY, cubic).hasHoles)
        let nothing = try SampledField(x: [0, 1], y: [0, 1], values: [.nan, .infinity, -.infinity, .nan])
        #expect(nothing.lowestSample == nil && nothing.value(at: SIMD2(0, 0)).isNaN)
    }

    @Test func derivativesAreDerivatives() throws {
        let field = try SampledField(x: unequalX, y: unequalY) { cubic($0) * $0.x * $0.y * $0.y }
        let step = 1e-5
        for point in points(refined(unequalX), refined(unequalY)) where abs(point.x) < 1.999 && point.y < 2.999 {
            guard point.y > -0.999 else { continue }
            let (_, gradient, hessian) = field.hessian(at: point)
            func slope(_ way: SIMD2<Double>, of function: (SIMD2<Double>) -> Double) -> Double {
                (function(point + step * way) - function(point - step * way)) / (2 * step)
            }
            let x = SIMD2<Double>(1, 0)
            let y = SIMD2<Double>(0, 1)
            let first = [slope(x) { field.value(at: $0) }, slope(y) { field.value(at: $0) }]
            #expect(largest([first[0] - gradient.x, first[1] - gradient.y].map(\.magnitude)) < 1e-6, "\(point)")
            let second = [
                slope(x) { field.gradient(at: $0).gradient.x } - hessian.xx,
                slope(y) { field.gradient(at: $0).gradient.x } - hessian.xy,
                slope(x) { field.gradient(at: $0).gradient.y } - hessian.xy,
                slope(y) { field.gradient(at: $0).gradient.y } - hessian.yy,
            ]
            // At a border the third derivative may jump, which costs the differences an order.
            #expect(largest(second.map(\.magnitude)) < 0.02, "\(point)")
        }
    }

    @Test func descendingIsTheSame() throws {
        let ascending = try SampledField(x: unequalX, y: unequalY, cubic)
        for (x, y) in [
            (unequalX.reversed(), unequalY), (unequalX, unequalY.reversed()),
            (unequalX.reversed(), unequalY.reversed()),
        ] {
            let field = try SampledField(x: x, y: y, cubic)
            #expect(field.xNodes == unequalX && field.yNodes == unequalY)
            for point in points(refined(unequalX), refined(unequalY)) {
                #expect(field.hessian(at: point) == ascending.hessian(at: point))
            }
        }
    }

    @Test func transposingIsTheSameButForRounding() throws {
        func holed(_ p: SIMD2<Double>) -> Double { p == SIMD2(0.3, 0.1) ? .nan : cubic(p) }
        let field = try SampledField(x: unequalX, y: unequalY, holed)
        let other = try SampledField(x: unequalY, y: unequalX) { holed(SIMD2($0.y, $0.x)) }
        for point in points(refined(unequalX), refined(unequalY)) {
            let (a, b) = (field.gradient(at: point), other.gradient(at: SIMD2(point.y, point.x)))
            #expect(a.value.isNaN == b.value.isNaN)
            guard !a.value.isNaN else { continue }
            let errors = [a.value - b.value, a.gradient.x - b.gradient.y, a.gradient.y - b.gradient.x]
            #expect(largest(errors.map(\.magnitude)) < 1e-12)
        }
    }

    @Test func manyPointsAgreeWithOneToTheBit() throws {
        let field = try SampledField(x: unequalX, y: unequalY) { $0.x == 0.4 ? .nan : cubic($0) }
        let all = points(refined(unequalX), refined(unequalY)) + [SIMD2(.nan, 0), SIMD2(0, .infinity), SIMD2(-3, 0)]
        let (x, y) = (all.map(\.x), all.map(\.y))
        var values = [Double](repeating: 7, count: all.count)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                values.withUnsafeMutableBufferPointer { field.values(x: x, y: y, into: $0) }
            }
        }
        for (point, value) in zip(all, values) {
            #expect(field.value(at: point).bitPattern == value.bitPattern)
            #expect(field.gradient(at: point).value.bitPattern == value.bitPattern)
            #expect(field.hessian(at: point).value.bitPattern == value.bitPattern)
        }
    }

    @Test func hostilePointsHaveNoValue() throws {
        let field = try SampledField(x: unequalX, y: unequalY, cubic)
        for bad in [.nan, .infinity, -.infinity, 1e308, -1e308, unequalX[9].nextUp, unequalY[0].nextDown - 1.5] {
            for point in [SIMD2(bad, 0), SIMD2(0, bad * 2), SIMD2(bad, bad)] as [SIMD2<Double>] {
                let (value, gradient, hessian) = field.hessian(at: point)
                #expect(value.isNaN && gradient.x.isNaN && gradient.y.isNaN)
                #expect(hessian.xx.isNaN && hessian.xy.isNaN && hessian.yy.isNaN)
                #expect(field.value(at: point).isNaN && field.gradient(at: point).value.isNaN)
            }
        }
    }

    /// Powers of two scale everything exactly, however large or small.
    @Test(arguments: [(-1000, 0), (1000, 0), (0, -900), (0, 900), (600, 600), (-1060, 0)])
    func unitsDoNotMatter(length: Int, height: Int) throws {
        let long = Double(sign: .plus, exponent: length, significand: 1)
        let high = Double(sign: .plus, exponent: height, significand: 1)
        let x = [0.0, 1, 4, 5, 7, 8]
        let field = try SampledField(x: x, y: unequalY, cubic)
        let scaled = try SampledField(x: x.map { $0 * long }, y: unequalY) { cubic(SIMD2($0.x / long, $0.y)) * high }
        for point in points([0, 0.5, 3, 6.25, 8], refined(unequalY)) {
            let (value, gradient) = field.gradient(at: point)
            let found = scaled.gradient(at: SIMD2(point.x * long, point.y))
            #expect(found.value == value * high)
            #expect(found.gradient == SIMD2(gradient.x * high / long, gradient.y * high))
        }
    }

    @Test func whatOverflowsIsNotFinite() throws {
        let wild = try SampledField(x: [0, 1, 2, 3, 4], y: [0, 1, 2, 3, 4]) { $0 == SIMD2(2, 2) ? 1e308 : -1e308 }
        #expect(!wild.value(at: SIMD2(1.5, 1.5)).isFinite)
        let tiny = try SampledField(x: [0, .leastNonzeroMagnitude, 1], y: [0, 1], values: [0, 1, 2, 3, 4, 5])
        #expect(!tiny.value(at: SIMD2(0.5, 0.5)).isFinite)
    }
}
