import Surfaces
import Testing

@testable import Formulas

@Suite struct BlockTests {
    static let functions = [
        "exp(x)", "log(x)", "log10(x)", "sin(x)", "cos(x)", "tan(x)", "asin(x)", "acos(x)", "atan(x)", "atan2(x, y)",
        "sinh(x)", "cosh(x)", "tanh(x)", "x^y", "sqrt(x)", "min(x, y)", "max(x, y)", "abs(x)", "sign(x)", "x/y", "-x",
        "x", "7", "x*x - y*y + (x - 3)*(2 - y)", "(x + y)*(x + y)*(x*x*x*x)", "3 - x*y", "(x - y)/(x*x*2)",
        "1 - x + x*y",
    ]

    /// Numbers of all sizes and the special ones, of which each vector may hold any.
    static let numbers: [Double] = {
        var generator = SplitMix(state: 5)
        let special = [
            0, -0.0, .infinity, -.infinity, .nan, 1, -1, 5e-324, -1e-310, 1e22, 1e300, -1e300, 709, -746, 1_647_100,
            .pi,
        ]
        return (0..<420).map { index in
            if index % 11 == 3 { return special[index / 11 % special.count] }
            if index % 7 == 0 { return Double(bitPattern: generator.next()) }
            return Double.random(in: -4...4, using: &generator)
        }
    }()

    /// Every length from 1 to 200 and every offset in a vector gives the bits of single points.
    @Test(arguments: functions)
    func lengthsAndOffsets(text: String) throws {
        let formula = try Formula(text)
        let (xs, ys) = (Self.numbers, Array(Self.numbers.reversed()))
        let single = zip(xs, ys).map { formula.value(at: SIMD2($0, $1)) }
        for length in 1...200 {
            let offset = length * 13 % 210
            var values = [Double](repeating: 0, count: length)
            xs[offset..<offset + length].withUnsafeBufferPointer { x in
                ys[offset..<offset + length].withUnsafeBufferPointer { y in
                    values.withUnsafeMutableBufferPointer { formula.values(x: x, y: y, into: $0) }
                }
            }
            let same = zip(values, single[offset..<offset + length]).allSatisfy(Self.isSame)
            #expect(same, "\(text): \(length) from \(offset)")
        }
    }

    /// Instructions of two operations give the bits of those of one, on whole catalogue formulas with derivatives.
    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func fusedInstructionsAgreeWithPlainOnes(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entries.first { $0.id == id })
        var parser = try Parser(entry.formula, parameters: entry.parameters, definitions: [])
        let value = try parser.formula()
        var graph = parser.graph
        var (alongX, alongY) = (Differentiator(variable: .x), Differentiator(variable: .y))
        let x = alongX.derivative(of: value, in: &graph)
        let outputs = [value, x, alongY.derivative(of: x, in: &graph), value]
        let fused = Program(graph, outputs: outputs)
        let plain = Program(graph, outputs: outputs, isFused: false)
        #expect(fused.instructions.count <= plain.instructions.count)
        for index in Self.numbers.indices {
            let point = SIMD2(Self.numbers[index], Self.numbers[(index * 5 + 1) % Self.numbers.count])
            var results: [[Double]] = []
            for program in [fused, plain] {
                program.run(at: point) { output in results.append(outputs.indices.map { output($0) }) }
            }
            #expect(zip(results[0], results[1]).allSatisfy(Self.isSame), "\(id) at \(point)")
        }
    }

    static func isSame(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || a.isNaN && b.isNaN }
}
