extension Program {
    /// The outputs at many points, each into a buffer of its own; all buffers have the same count and none lies over
    /// another.
    ///
    /// - Parameters:
    ///   - set: The instructions of the processor to use; all give the same bits.
    ///   - finish: Called with each range of points when it is computed and still in a near cache.
    func run(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into results: [UnsafeMutableBufferPointer<Double>], by set: InstructionSet = .widest,
        finish: (Range<Int>) -> Void = { _ in }
    ) {
        let count = results.reduce(Swift.min(x.count, y.count)) { Swift.min($0, $1.count) }
        let starts = results.compactMap(\.baseAddress)
        guard count > 0, starts.count == outputs.count, let x = x.baseAddress, let y = y.baseAddress else { return }
        let size = (constants.count + registerCount * blockWidth) * MemoryLayout<Vector>.size
        withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<Vector>.alignment) { memory in
            withUnsafeTemporaryAllocation(of: Place.self, capacity: constants.count + registerCount) { places in
                let numbers = memory.bindMemory(to: Double.self)
                guard let memory = numbers.baseAddress, let places = places.baseAddress else { return }
                var block = Block(self, memory, places, width: blockWidth, set)
                block.buffers = [UnsafeMutablePointer(mutating: x), UnsafeMutablePointer(mutating: y)] + starts
                block.run(count, finish)
            }
        }
    }

    fileprivate typealias Vector = SIMD8<Double>

    /// Vectors in a block: as many as keep the registers in a near cache.
    private var blockWidth: Int { Swift.max(4, Swift.min(64, 640 / registerCount)) }
}

/// A program on its way through many points, a block of vectors after the other.
private struct Block {
    /// x, y and the outputs, on which the program works in place: they are its first registers.
    var buffers: [UnsafeMutablePointer<Double>] = []

    private let program: Program
    private let places: UnsafeMutablePointer<Place>
    private let width: Int
    private let set: InstructionSet

    /// - Parameters:
    ///   - memory: Room for a vector for each constant and `width` for each register.
    ///   - places: Room for a place for each of them.
    init(
        _ program: Program, _ memory: UnsafeMutablePointer<Double>, _ places: UnsafeMutablePointer<Place>,
        width: Int, _ set: InstructionSet
    ) {
        let constants = program.constants
        self.program = program
        self.width = width
        self.set = set
        self.places = places + constants.count
        for (index, constant) in constants.enumerated() {
            let lanes = Program.Vector.scalarCount
            let vector = memory + index * lanes
            vector.initialize(repeating: constant, count: lanes)
            (self.places + ~index).initialize(to: Place(memory: vector, stride: 0))
        }
        for register in 0..<program.registerCount {
            let values = memory + (constants.count + register * width) * Program.Vector.scalarCount
            (self.places + register).initialize(to: Place(memory: values, stride: 1))
        }
    }

    /// Computes the outputs of the first points.
    func run(_ count: Int, _ finish: (Range<Int>) -> Void) {
        let lanes = Program.Vector.scalarCount
        var start = 0
        while count - start >= lanes {
            let width = Swift.min(width, (count - start) / lanes)
            for (index, buffer) in buffers.enumerated() {
                places[index].memory = buffer + start
            }
            execute(width: width)
            finish(start..<start + width * lanes)
            start += width * lanes
        }
        guard start < count else { return }
        runRest(from: start, count: count - start)
        finish(start..<count)
    }

    private func execute(width: Int) {
        let registers = Registers<Program.Vector>(places: places, width: width)
        for instruction in program.instructions where !instruction.executeByKernel(registers, set) {
            instruction.execute(registers)
        }
        for index in program.outputs.indices where program.outputs[index] != Int32(index) + 2 {
            Instruction.copy(program.outputs[index], to: Int32(index) + 2, registers)
        }
    }

    /// Fewer points than a vector has, by way of vectors filled up with the first of them.
    private func runRest(from start: Int, count: Int) {
        let lanes = Program.Vector.scalarCount
        withUnsafeTemporaryAllocation(of: Double.self, capacity: buffers.count * lanes) { vectors in
            guard let base = vectors.baseAddress else { return }
            for (index, buffer) in buffers.enumerated() {
                let vector = base + index * lanes
                vector.initialize(repeating: index < 2 ? buffer[start] : 0, count: lanes)
                if index < 2 { vector.update(from: buffer + start, count: count) }
                places[index].memory = vector
            }
            execute(width: 1)
            for (index, buffer) in buffers.enumerated().dropFirst(2) {
                (buffer + start).update(from: places[index].memory, count: count)
            }
        }
    }
}
