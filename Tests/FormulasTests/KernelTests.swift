import Kernels
import Testing

@testable import Formulas

/// The kernels give the bits of single points, in every instruction set of this machine.
@Suite struct KernelTests {
    /// Numbers of all magnitudes, those around the ends of each quick way, and the special ones.
    static let numbers: [Double] = {
        var generator = SplitMix(state: 11)
        var numbers: [Double] = [
            0, -0.0, .infinity, -.infinity, .nan, 1, -1, 5e-324, -5e-324, 0x1p-1022, 0x1p-1022.nextDown, -1e-310, 1e22,
            .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 708, 708.0.nextUp, -708, -708.0.nextDown, 709.8, 710,
            -745.2, -746, 1_647_099, 1_647_100, -1_647_100, 0x1p52, 0x1p1000, 2.0.squareRoot(), 0.5.squareRoot(),
        ]
        for quarter in 1...40 {
            let angle = Double(quarter) * (.pi / 2)
            numbers += [angle, angle.nextUp, -angle, angle * 0x1p20, angle + 0x1p-21 * Double(quarter)]
        }
        while numbers.count < 4000 {
            numbers.append(Double(bitPattern: generator.next()))
            numbers.append(Double.random(in: -800...800, using: &generator))
            numbers.append(Double.random(in: -4...4, using: &generator))
        }
        return numbers
    }()

    private static let functions: [Operation] = [.exponential, .logarithm, .sine, .cosine]

    /// All numbers at once for what has a kernel for all; one by one for functions, whose kernel refuses some.
    @Test(arguments: InstructionSet.available, 0..<9)
    func everyChainWithEveryConstant(set: InstructionSet, chain: Int) throws {
        let next = try #require(Instruction.Next(rawValue: UInt32(chain)))
        var operations: [Operation] = [.add, .subtract, .multiply, .square]
        if next == .nothing { operations += [.divide, .divideOrZero, .negate, .squareRoot] + Self.functions }
        let count = Self.numbers.count / 8 * 8 - 64
        for operation in operations {
            let instruction = Instruction(operation: operation, next: next, destination: 4, a: 0, b: 1, c: 2, d: 3)
            let isFunction = Self.functions.contains(operation)
            let step = isFunction ? 8 : count
            for constant in isFunction ? -1..<0 : -1..<4 {
                var done = 0
                for start in stride(from: 0, to: count, by: isFunction ? 1 : count) {
                    let operands = (0..<4).map { register in
                        (0..<step).map { Self.numbers[start + register * 13 + (isFunction ? 0 : $0)] }
                    }
                    guard let results = Self.results(instruction, operands, constant: constant, set) else { continue }
                    done += step
                    for index in 0..<step {
                        let values = (0..<4).map { operands[$0][$0 == constant ? 0 : index] }
                        let single = Self.result(instruction, values)
                        let isSame = BlockTests.isSame(results[index], single)
                        #expect(isSame, "\(set) \(operation) \(next) \(values): \(results[index])")
                    }
                }
                #expect(isFunction ? done > 8 * count / 4 : done == count)
            }
        }
    }

    private static func result(_ instruction: Instruction, _ operands: [Double]) -> Double {
        var values = operands + [0]
        values.withUnsafeMutableBufferPointer {
            if let base = $0.baseAddress { instruction.execute(Registers<Double>(values: base)) }
        }
        return values[4]
    }

    /// The kernel's results from registers at odd addresses, one of which may be a constant instead (its first number);
    /// nil where the kernel refuses.
    private static func results(
        _ instruction: Instruction, _ operands: [[Double]], constant: Int, _ set: InstructionSet
    ) -> [Double]? {
        let count = operands[0].count
        let size = count + 9
        var memory = [Double](repeating: 0, count: 5 * size)
        for (register, numbers) in operands.enumerated() {
            let numbers = register == constant ? [Double](repeating: numbers[0], count: count) : numbers
            memory.replaceSubrange(register * size + 1..<register * size + 1 + count, with: numbers)
        }
        let isDone = memory.withUnsafeMutableBufferPointer { memory in
            guard let base = memory.baseAddress else { return false }
            let places = (0..<5).map { Place(memory: base + $0 * size + 1, stride: $0 == constant ? 0 : 1) }
            return kernel_run(set.kernels, [instruction.step], 0, 1, places, count) == 1
        }
        return isDone ? Array(memory[4 * size + 1..<4 * size + 1 + count]) : nil
    }

    /// Whole programs, the rare numbers among the others.
    @Test(arguments: InstructionSet.available)
    func programs(set: InstructionSet) throws {
        let (xs, ys) = (Self.numbers, Array(Self.numbers.reversed()))
        for text in BlockTests.functions + ["exp(x) - cos(y)*sin(x)", "log(x)*(1 - x)^2 + (1 - x)*y"] {
            var parser = try Parser(text, parameters: [], definitions: [])
            let value = try parser.formula()
            let program = Program(parser.graph, outputs: [value])
            for offset in [0, 1, 7] {
                var values = [Double](repeating: 0, count: xs.count - offset)
                xs[offset...].withUnsafeBufferPointer { x in
                    ys[offset...].withUnsafeBufferPointer { y in
                        values.withUnsafeMutableBufferPointer { program.run(x: x, y: y, into: [$0], by: set) }
                    }
                }
                for index in values.indices {
                    let point = SIMD2(xs[index + offset], ys[index + offset])
                    program.run(at: point) { output in
                        #expect(BlockTests.isSame(values[index], output(0)), "\(set) \(text) at \(point)")
                    }
                }
            }
        }
    }

    /// A gradient that is not finite is settled wherever in a block it is.
    @Test func gradientsThatAreNotFinite() throws {
        let formula = try Formula("1e300*x*x + log(y) + (1 - x)*(2 - x)")
        let bad = [(1e10, 1.0), (.nan, 1), (1, 0), (1, -1), (1e5, 5e-324), (.infinity, 2)]
        for place in 0..<90 {
            var (x, y) = ([Double](repeating: 0.5, count: 90), [Double](repeating: 2, count: 90))
            (x[place], y[place]) = bad[place % bad.count]
            expectSameGradients(formula, x, y)
        }
    }

    /// So many points that points and results do not fit into the caches.
    @Test(arguments: ["(1 - x)^2 + 100*(y - x^2)^2", "x*cos(y)"])
    func manyPoints(text: String) throws {
        let count = 600_011
        let x = (0..<count).map { Double($0 % 1009) / 250 - 2 }
        let y = (0..<count).map { Double($0 % 1999) / 500 - 2 }
        expectSameGradients(try Formula(text), x, y)
    }

    private func expectSameGradients(_ formula: Formula, _ x: [Double], _ y: [Double]) {
        let zeros = [Double](repeating: 0, count: x.count)
        var (alone, values, alongX, alongY) = (zeros, zeros, zeros, zeros)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                alone.withUnsafeMutableBufferPointer { formula.values(x: x, y: y, into: $0) }
                values.withUnsafeMutableBufferPointer { values in
                    alongX.withUnsafeMutableBufferPointer { alongX in
                        alongY.withUnsafeMutableBufferPointer { alongY in
                            formula.gradients(x: x, y: y, into: values, alongX: alongX, alongY: alongY)
                        }
                    }
                }
            }
        }
        let wrong = x.indices.first { index in
            let (value, gradient) = formula.gradient(at: SIMD2(x[index], y[index]))
            return !BlockTests.isSame(values[index], value) || !BlockTests.isSame(alone[index], value)
                || !BlockTests.isSame(alongX[index], gradient.x) || !BlockTests.isSame(alongY[index], gradient.y)
        }
        #expect(wrong == nil, "\(formula.text): point \(wrong ?? 0)")
    }
}
