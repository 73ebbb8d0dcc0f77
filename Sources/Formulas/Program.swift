import Kernels
import Lanes

/// One operation of a program on `a` and `b`, or up to three in a row. An operand or destination ≥ 0 is a register, below
/// 0 the constant at its complement.
struct Instruction: Sendable {
    var operation: Operation
    var next = Next.nothing
    var destination: Int32
    var a: Int32
    var b: Int32
    var c: Int32
    var d: Int32 = 0

    /// What is done at once with the result of a sum, difference, product or square; the other operand is `c`, and after
    /// a product that of the sum or difference is `d`.
    enum Next: UInt32, Sendable {
        case nothing, square, plus, minus, from, times, timesPlus, timesMinus, timesFrom
    }
}

/// A graph's outputs as a straight line of instructions over registers: x and y in the first two, then the outputs, the
/// others reused as soon as their value is no longer needed.
struct Program: Sendable {
    let instructions: [Instruction]
    /// What a block does in place of the instructions.
    let steps: [kernel_step]
    let constants: [Double]
    /// The constants as they lie before the registers of one point: the first is nearest.
    private let row: [Double]
    let registerCount: Int
    /// Where the outputs are in the end, as registers or constants.
    let outputs: [Int32]
    /// - Parameter isFused: Whether two operations may become one instruction; the bits are the same.
    init(_ graph: Graph, outputs roots: [NodeID], isFused: Bool = true) {
        var builder = ProgramBuilder(graph, roots, isFused: isFused)
        instructions = builder.build()
        constants = builder.constants
        row = constants.reversed()
        registerCount = builder.registerCount
        outputs = roots.map { builder.slot(of: $0) }
        steps = Self.steps(instructions, outputs: outputs)
    }

    /// The value of one operation on numbers, as a program computes it.
    static func value(of operation: Operation, _ operands: [Double]) -> Double {
        var registers = operands + [Double](repeating: 0, count: 4 - operands.count)
        let instruction = Instruction(operation: operation, destination: 3, a: 0, b: 1, c: 2)
        registers.withUnsafeMutableBufferPointer { memory in
            guard let values = memory.baseAddress else { return }
            instruction.execute(Registers<Double>(values: values))
        }
        return registers[3]
    }

    /// The outputs at one point.
    func run<Result>(at point: SIMD2<Double>, _ use: (_ output: (Int) -> Double) -> Result) -> Result {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: row.count + registerCount) { memory in
            guard let base = memory.baseAddress else { return use { _ in .nan } }
            for index in row.indices { base[index] = row[index] }
            let values = base + row.count
            values[0] = point.x
            values[1] = point.y
            let registers = Registers<Double>(values: values)
            for instruction in instructions { instruction.execute(registers) }
            return use { values[Int(outputs[$0])] }
        }
    }
}
