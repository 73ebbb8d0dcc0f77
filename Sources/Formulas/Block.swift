import Kernels

extension Program {
    /// The outputs at many points, each into a buffer of its own; all buffers have the same count and none lies over
    /// another.
    ///
    /// - Parameters:
    ///   - set: The instructions of the processor to use; all give the same bits. If nil, the quickest.
    ///   - settle: Called with each range of points in which an output is not finite; if nil, nobody looks.
    func run(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into results: [UnsafeMutableBufferPointer<Double>], by set: InstructionSet? = nil,
        settle: ((Range<Int>) -> Void)? = nil
    ) {
        let count = results.reduce(Swift.min(x.count, y.count)) { Swift.min($0, $1.count) }
        guard count > 0, results.count == outputs.count, let x = x.baseAddress, let y = y.baseAddress else { return }
        var buffers = [UnsafeMutablePointer(mutating: x), UnsafeMutablePointer(mutating: y)]
        buffers.reserveCapacity(2 + results.count)
        for result in results { if let start = result.baseAddress { buffers.append(start) } }
        let width = blockWidth
        let size = (constants.count + registerCount * width) * MemoryLayout<Vector>.size
        withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<Vector>.alignment) { memory in
            withUnsafeTemporaryAllocation(of: Place.self, capacity: constants.count + registerCount) { places in
                steps.withUnsafeBufferPointer { steps in
                    let numbers = memory.bindMemory(to: Double.self)
                    guard let memory = numbers.baseAddress, let places = places.baseAddress,
                        let steps = steps.baseAddress
                    else { return }
                    Block(self, steps, memory, places, buffers, width: width, set ?? .widest).run(count, settle)
                }
            }
        }
    }

    /// The instructions for the kernels, then a look at the outputs of which there are three at most.
    static func steps(_ instructions: [Instruction], outputs: [Int32]) -> [kernel_step] {
        func output(_ index: Int) -> Int32 { outputs[Swift.min(index, outputs.count - 1)] }
        let look = kernel_step(
            operation: kernel_check, next: kernel_nothing, result: 0, a: output(0), b: output(1), c: output(2), d: 0)
        return instructions.map(\.step) + [look]
    }

    fileprivate typealias Vector = SIMD8<Double>

    /// Vectors in a block: as many as keep the registers in a near cache, and not so many that reading points from far
    /// memory and computing on them take turns too slowly.
    private var blockWidth: Int { Swift.max(4, Swift.min(40, 640 / registerCount)) }
}

/// A program on its way through many points, a block of vectors after the other.
private struct Block {
    private let program: Program
    private let steps: UnsafePointer<kernel_step>
    /// Those of the constants precede that of the first register.
    private let places: UnsafeMutablePointer<Place>
    /// x, y and the outputs, on which the program works in place: they are its first registers.
    private let buffers: [UnsafeMutablePointer<Double>]
    private let width: Int
    private let set: InstructionSet

    private static var lanes: Int { Program.Vector.scalarCount }

    /// - Parameters:
    ///   - memory: Room for a vector for each constant and `width` for each register.
    ///   - places: Room for a place for each of them.
    init(
        _ program: Program, _ steps: UnsafePointer<kernel_step>, _ memory: UnsafeMutablePointer<Double>,
        _ places: UnsafeMutablePointer<Place>, _ buffers: [UnsafeMutablePointer<Double>], width: Int,
        _ set: InstructionSet
    ) {
        let constants = program.constants
        (self.program, self.steps, self.places, self.buffers) = (program, steps, places + constants.count, buffers)
        (self.width, self.set) = (width, set)
        for (index, constant) in constants.enumerated() {
            let vector = memory + index * Self.lanes
            vector.initialize(repeating: constant, count: Self.lanes)
            (self.places + ~index).initialize(to: Place(memory: vector, stride: 0))
        }
        for register in 0..<program.registerCount {
            let values = memory + (constants.count + register * width) * Self.lanes
            (self.places + register).initialize(to: Place(memory: values, stride: 1))
        }
    }

    /// Computes the outputs of the first points.
    func run(_ count: Int, _ settle: ((Range<Int>) -> Void)?) {
        var start = 0
        while count - start >= Self.lanes {
            let width = Swift.min(width, (count - start) / Self.lanes)
            for index in buffers.indices { places[index].memory = buffers[index] + start }
            let isFinite = execute(width: width, looks: settle != nil)
            if !isFinite, let settle { settle(start..<start + width * Self.lanes) }
            start += width * Self.lanes
        }
        guard start < count else { return }
        let isFinite = runRest(from: start, count: count - start, looks: settle != nil)
        if !isFinite, let settle { settle(start..<count) }
    }

    /// Takes a block through the program.
    ///
    /// - Returns: Whether all outputs are finite, if it looks.
    private func execute(width: Int, looks: Bool) -> Bool {
        let count = program.instructions.count
        let end = looks ? count + 1 : count
        func run(from first: Int) -> Int {
            kernel_run(set.kernels, steps, first, end, places, width * Self.lanes)
        }
        var next = run(from: 0)
        while next < count {
            program.instructions[next].execute(Registers<Program.Vector>(places: places, width: width))
            next = run(from: next + 1)
        }
        moveOutputs(width: width)
        return next == end
    }

    /// Copies the outputs that are not where they should be.
    private func moveOutputs(width: Int) {
        for index in program.outputs.indices where program.outputs[index] != Int32(index) + 2 {
            let registers = Registers<Program.Vector>(places: places, width: width)
            Instruction.copy(program.outputs[index], to: Int32(index) + 2, registers)
        }
    }

    /// Fewer points than a vector has, by way of vectors filled up with the first of them.
    private func runRest(from start: Int, count: Int, looks: Bool) -> Bool {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: buffers.count * Self.lanes) { vectors in
            guard let base = vectors.baseAddress else { return true }
            for (index, buffer) in buffers.enumerated() {
                let vector = base + index * Self.lanes
                vector.initialize(repeating: index < 2 ? buffer[start] : 0, count: Self.lanes)
                if index < 2 { vector.update(from: buffer + start, count: count) }
                places[index].memory = vector
            }
            let isFinite = execute(width: 1, looks: looks)
            for (index, buffer) in buffers.enumerated().dropFirst(2) {
                (buffer + start).update(from: base + index * Self.lanes, count: count)
            }
            return isFinite
        }
    }
}
