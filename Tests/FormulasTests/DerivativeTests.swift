import Formulas
import Testing

@Suite struct DerivativeTests {
    /// Kinks and poles, where a rule decides.
    static let kinks: [(String, Double, Double, Double, Double)] = [
        ("sqrt(x^2 + y^2)", 0.0, 0.0, 0.0, 0.0), ("abs(x)", 0, 1, 0, 0), ("sqrt(abs(x))", 0, 0, 0, 0),
        ("sign(x)", 0, 0, 0, 0), ("max(x, y)", 2, 2, 0.5, 0.5), ("min(x, y)", 2, 2, 0.5, 0.5),
        ("max(x, 0)", 0, 1, 0.5, 0), ("atan2(y, x)", 0, 0, 0, 0), ("x^0.1", 0, 0, 0, 0), ("x^2.7", 0, 0, 0, 0),
        ("max(x, 0)", 3, 1, 1, 0), ("max(x, 0)", -3, 1, 0, 0), ("min(x, y)", 1, 2, 1, 0), ("min(x, y)", 2, 1, 0, 1),
        ("x^1", 0, 0, 1, 0), ("x^2*y^3", 0, 0, 0, 0), ("x^3", 2, 0, 12, 0), ("x^-1", 2, 0, -0.25, 0), ("5", 1, 1, 0, 0),
        ("-20*exp(-0.2*sqrt(0.5*(x^2+y^2))) - exp(0.5*(cos(2*pi*x)+cos(2*pi*y))) + e + 20", 0, 0, 0, 0),
    ]

    @Test(arguments: kinks)
    func atKinks(text: String, x: Double, y: Double, alongX: Double, alongY: Double) throws {
        let (_, gradient, hessian) = try Formula(text).hessian(at: SIMD2(x, y))
        #expect(gradient == SIMD2(alongX, alongY))
        #expect(hessian.xx.isFinite && hessian.xy.isFinite && hessian.yy.isFinite)
    }

    /// Where there is no value there is no derivative either, at one point and in blocks.
    @Test(arguments: ["log(x)", "1/x", "x^-1", "0/0 + x", "sqrt(x - 1)", "log10(x)"])
    func whereThereIsNoValue(text: String) throws {
        let formula = try Formula(text)
        let (value, gradient, hessian) = formula.hessian(at: SIMD2(0, 0.5))
        #expect(!value.isFinite)
        #expect(gradient.x.isNaN && gradient.y.isNaN && hessian.xx.isNaN && hessian.xy.isNaN && hessian.yy.isNaN)
        #expect(formula.gradient(at: SIMD2(0, 0.5)).gradient.x.isNaN)
    }

    /// Every function, inside its range, against central differences.
    @Test(arguments: [
        "min(x*y, x + y)", "max(x^2, 3*y)", "abs(x - 3*y)", "sign(x)*y", "sqrt(x + y^2)", "exp(x*y)", "log(x + y)",
        "log10(x*y)", "sin(x*y)", "cos(x - y^2)", "tan(0.3*x*y)", "asin(0.4*x*y)", "acos(0.4*x - 0.2*y)", "atan(x*y)",
        "atan2(y, x^2)", "sinh(x*y)", "cosh(x - y)", "tanh(x*y)", "x^y", "x^2.7*y", "x^1.5/y", "x^-3 + y^-0.5",
        "2^(x*y)",
        "e^(-x*y)", "x/(y + x*y)", "sum(i, 1, 4, sin(i*x)*y^i)", "(x*y)^7", "-x*-y",
    ])
    func ofEveryFunction(text: String) throws {
        let formula = try Formula(text)
        for point in [SIMD2(0.7, 1.1), SIMD2(1.3, 0.4), SIMD2(0.9, 1.6)] { expectDifferences(formula, at: point) }
        expectBlocksAgree(formula)
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func ofRandomFormulas(seed: UInt64) throws {
        var generator = SplitMix(state: seed)
        let formula = try Formula(randomExpression(depth: 5, using: &generator))
        for _ in 0..<3 {
            let point = SIMD2(
                Double.random(in: 0.3...1.7, using: &generator), Double.random(in: 0.3...1.7, using: &generator))
            expectDifferences(formula, at: point)
        }
        expectBlocksAgree(formula)
    }

    /// Smooth and tame everywhere, so that differences are to be trusted.
    private func randomExpression(depth: Int, using generator: inout SplitMix) -> String {
        guard depth > 0 else { return ["x", "y", "1.5", "0.25", "pi"].randomElement(using: &generator) ?? "x" }
        let a = randomExpression(depth: depth - 1, using: &generator)
        let b = randomExpression(depth: depth - 1, using: &generator)
        let forms = [
            "(\(a) + \(b))", "(\(a) - \(b))", "sin(\(a))*\(b)", "cos(\(a) + \(b))", "tanh(\(a))", "atan(\(a)*\(b))",
            "\(a)/(2 + sin(\(b)))", "sqrt(1 + (\(a))^2)", "exp(-(\(a))^2)", "log(2 + cos(\(a)))",
            "(1 + tanh(\(a))^2)^1.3", "atan2(\(a), 3 + sin(\(b)))", "tanh(\(a))^3 - \(b)",
        ]
        return forms.randomElement(using: &generator) ?? a
    }

    private func expectDifferences(_ formula: Formula, at point: SIMD2<Double>) {
        let h = 1e-5
        let (_, gradient, hessian) = formula.hessian(at: point)
        for (axis, second) in [
            (SIMD2(1.0, 0), SIMD2(hessian.xx, hessian.xy)), (SIMD2(0, 1.0), SIMD2(hessian.xy, hessian.yy)),
        ] {
            let (high, low) = (formula.gradient(at: point + h * axis), formula.gradient(at: point - h * axis))
            let first = (high.value - low.value) / (2 * h)
            let scale = [high.value, gradient.x, gradient.y, second.x, second.y].reduce(1) { max($0, $1.magnitude) }
            #expect((first - (gradient * axis).sum()).magnitude <= 1e-6 * scale, "\(formula.text) at \(point)")
            let difference = (high.gradient - low.gradient) / (2 * h) - second
            #expect(max(difference.x.magnitude, difference.y.magnitude) <= 1e-5 * scale, "\(formula.text) at \(point)")
        }
    }

    /// Values and gradients of 150 points, special ones among them, in blocks and one by one.
    private func expectBlocksAgree(_ formula: Formula) {
        let special = [0, -0.0, 1, -1, 0.5, .infinity, -.infinity, .nan, 1e200, .leastNonzeroMagnitude, .pi, 1e9]
        let points = special.flatMap { x in special.map { SIMD2(x, $0) } } + [SIMD2(0.1, 0.2), SIMD2(0.3, 1.2)]
        var results = [[Double]](repeating: Array(repeating: 0, count: points.count), count: 4)
        withBuffers(&results) { buffers in
            points.map(\.x).withUnsafeBufferPointer { x in
                points.map(\.y).withUnsafeBufferPointer { y in
                    formula.gradients(x: x, y: y, into: buffers[0], alongX: buffers[1], alongY: buffers[2])
                    formula.values(x: x, y: y, into: buffers[3])
                }
            }
        }
        for (index, point) in points.enumerated() {
            let (value, gradient) = formula.gradient(at: point)
            let single = [value, gradient.x, gradient.y, formula.value(at: point)]
            for (a, b) in zip(single, results.map { $0[index] }) {
                #expect(a.bitPattern == b.bitPattern || a.isNaN && b.isNaN, "\(formula.text) at \(point): \(a), \(b)")
            }
        }
    }

    private func withBuffers(
        _ arrays: inout [[Double]], _ use: ([UnsafeMutableBufferPointer<Double>]) -> Void
    ) {
        let count = arrays[0].count
        let buffers = arrays.map { _ in UnsafeMutableBufferPointer<Double>.allocate(capacity: count) }
        defer { for buffer in buffers { buffer.deallocate() } }
        for buffer in buffers { buffer.initialize(repeating: 0) }
        use(buffers)
        arrays = buffers.map(Array.init)
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
