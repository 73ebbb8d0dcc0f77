import Lanes

/// One operation of a program, or two in a row. An operand or destination ≥ 0 is a register, below 0 the constant at its
/// complement.
struct Instruction: Sendable {
    var operation: Operation
    var next = Next.nothing
    var destination: Int32
    var a: Int32
    var b: Int32
    var c: Int32

    /// What is done at once with the result of a sum, difference or product; the other operand is `c`.
    enum Next: UInt8, Sendable {
        case nothing, square, plus, minus, from, times
    }
}

/// A graph's outputs as a straight line of instructions over registers: x and y in the first two, then the outputs, the
/// others reused as soon as their value is no longer needed.
struct Program: Sendable {
    let instructions: [Instruction]
    let constants: [Double]
    let registerCount: Int
    /// Where the outputs are in the end, as registers or constants.
    let outputs: [Int32]

    private let wideConstants: [SIMD8<Double>]

    /// - Parameter isFused: Whether two operations may become one instruction; the bits are the same.
    init(_ graph: Graph, outputs roots: [NodeID], isFused: Bool = true) {
        var builder = ProgramBuilder(graph, roots, isFused: isFused)
        instructions = builder.build()
        constants = builder.constants
        registerCount = builder.registerCount
        outputs = roots.map { builder.slot(of: $0) }
        wideConstants = constants.map { SIMD8(repeating: $0) }
    }

    /// The value of one operation on numbers, as a program computes it.
    static func value(of operation: Operation, _ operands: [Double]) -> Double {
        var registers = operands + [Double](repeating: 0, count: 4 - operands.count)
        let instruction = Instruction(operation: operation, destination: 3, a: 0, b: 1, c: 2)
        registers.withUnsafeMutableBytes { memory in
            guard let base = memory.baseAddress else { return }
            instruction.execute(
                Registers<Double>(values: base, outside: nil, outsideCount: 0, constants: base, width: 1))
        }
        return registers[3]
    }

    /// The outputs at one point.
    func run(at point: SIMD2<Double>, _ use: (_ output: (Int) -> Double) -> Void) {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: registerCount) { memory in
            guard let values = memory.baseAddress else { return }
            constants.withUnsafeBufferPointer { constants in
                let registers = Registers<Double>(
                    values: values, outside: nil, outsideCount: 0,
                    constants: constants.baseAddress ?? UnsafePointer(values), width: 1)
                values[0] = point.x
                values[1] = point.y
                for instruction in instructions { instruction.execute(registers) }
                use { output in
                    let slot = outputs[output]
                    return slot < 0 ? constants[Int(~slot)] : values[Int(slot)]
                }
            }
        }
    }

    /// The outputs at many points, each into a buffer of its own; all buffers have the same count and none lies over
    /// another.
    func run(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into results: [UnsafeMutableBufferPointer<Double>]
    ) {
        let count = results.reduce(Swift.min(x.count, y.count)) { Swift.min($0, $1.count) }
        let starts = results.compactMap(\.baseAddress)
        guard count > 0, starts.count == outputs.count, let x = x.baseAddress, let y = y.baseAddress else { return }
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: registerCount * blockWidth) { memory in
            guard let values = memory.baseAddress else { return }
            let places = [UnsafeMutablePointer(mutating: x), UnsafeMutablePointer(mutating: y)] + starts
            var start = 0
            while count - start >= Lanes.scalarCount {
                let width = Swift.min(blockWidth, (count - start) / Lanes.scalarCount)
                runBlock(on: values, outside: places.map { UnsafeMutableRawPointer($0 + start) }, width: width)
                start += width * Lanes.scalarCount
            }
            if start < count { runRest(on: values, outside: places.map { $0 + start }, count: count - start) }
        }
    }

    private typealias Lanes = SIMD8<Double>

    /// Vectors in a block: as many as keep the registers in a near cache.
    private var blockWidth: Int { Swift.max(4, Swift.min(32, 512 / registerCount)) }

    private func runBlock(
        on values: UnsafeMutablePointer<Lanes>, outside: [UnsafeMutableRawPointer], width: Int
    ) {
        wideConstants.withUnsafeBufferPointer { constants in
            outside.withUnsafeBufferPointer { outside in
                let registers = Registers<Lanes>(
                    values: values, outside: outside.baseAddress, outsideCount: Int32(outside.count),
                    constants: constants.baseAddress ?? UnsafePointer(values), width: width)
                for instruction in instructions { instruction.execute(registers) }
                for (index, slot) in outputs.enumerated() where slot != Int32(index) + 2 {
                    Instruction.copy(slot, to: Int32(index) + 2, registers)
                }
            }
        }
    }

    /// Fewer points than a vector has, by way of vectors filled up with the first of them.
    private func runRest(
        on values: UnsafeMutablePointer<Lanes>, outside: [UnsafeMutablePointer<Double>], count: Int
    ) {
        withUnsafeTemporaryAllocation(of: Lanes.self, capacity: outside.count) { vectors in
            guard let base = vectors.baseAddress else { return }
            for (index, place) in outside.enumerated() {
                var vector = Lanes(repeating: index < 2 ? place.pointee : 0)
                if index < 2 { for lane in 0..<count { vector[lane] = place[lane] } }
                (base + index).initialize(to: vector)
            }
            runBlock(on: values, outside: outside.indices.map { UnsafeMutableRawPointer(base + $0) }, width: 1)
            for (index, place) in outside.enumerated().dropFirst(2) {
                for lane in 0..<count { place[lane] = base[index][lane] }
            }
        }
    }
}
