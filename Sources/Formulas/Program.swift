import Lanes

/// One operation of a program. An operand or destination ≥ 0 is a register, below 0 the constant at its complement.
struct Instruction: Sendable {
    var operation: Operation
    var destination: Int32
    var a: Int32
    var b: Int32
    var c: Int32
}

/// A graph's outputs as a straight line of instructions over registers: x and y in the first two, the others reused as
/// soon as their value is no longer needed.
struct Program: Sendable {
    let instructions: [Instruction]
    let constants: [Double]
    let registerCount: Int
    /// Where the outputs are in the end, as registers or constants.
    let outputs: [Int32]

    init(_ graph: Graph, outputs roots: [NodeID]) {
        var builder = ProgramBuilder(graph, roots)
        instructions = builder.build()
        constants = builder.constants
        registerCount = builder.registerCount
        outputs = roots.map { builder.slot(of: $0) }
    }

    /// The value of one operation on numbers, as a program computes it.
    static func value(of operation: Operation, _ operands: [Double]) -> Double {
        var registers = operands + [Double](repeating: 0, count: 4 - operands.count)
        let instruction = Instruction(operation: operation, destination: 3, a: 0, b: 1, c: 2)
        registers.withUnsafeMutableBufferPointer { registers in
            guard let base = registers.baseAddress else { return }
            instruction.execute(Registers(values: base, constants: base, width: 1))
        }
        return registers[3]
    }

    /// The outputs at one point.
    func run(at point: SIMD2<Double>, _ use: (_ output: (Int) -> Double) -> Void) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: registerCount) { memory in
            guard let values = memory.baseAddress else { return }
            constants.withUnsafeBufferPointer { constants in
                let registers = Registers(
                    values: values, constants: constants.baseAddress ?? UnsafePointer(values), width: 1)
                values[0] = point.x
                values[1] = point.y
                for instruction in instructions { instruction.execute(registers) }
                use { output in registers[outputs[output]].0.pointee }
            }
        }
    }

    /// The outputs at many points, each into a buffer of its own; all buffers have the same count.
    func run(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into results: [UnsafeMutableBufferPointer<Double>]
    ) {
        typealias Lanes = SIMD8<Double>
        let width = Self.blockSize / Lanes.scalarCount
        let count = results.reduce(Swift.min(x.count, y.count)) { Swift.min($0, $1.count) }
        let wide = constants.map { Lanes(repeating: $0) }
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: registerCount * width) { memory in
            memory.initialize(repeating: Lanes(repeating: 0))
            guard let values = memory.baseAddress else { return }
            wide.withUnsafeBufferPointer { wide in
                let registers = Registers(
                    values: values, constants: wide.baseAddress ?? UnsafePointer(values), width: width)
                for start in stride(from: 0, to: count, by: Self.blockSize) {
                    let length = Swift.min(Self.blockSize, count - start)
                    registers.load(x, from: start, length, into: 0)
                    registers.load(y, from: start, length, into: 1)
                    for instruction in instructions { instruction.execute(registers) }
                    for (slot, result) in zip(outputs, results) {
                        registers.store(slot, length, into: result, from: start)
                    }
                }
            }
        }
    }

    /// Points a block holds: eight vectors of eight.
    static let blockSize = 64
}
