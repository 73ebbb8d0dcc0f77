extension Program {
    /// The outputs at many points, each into a buffer of its own; all buffers have the same count and none lies over
    /// another.
    ///
    /// - Parameter finish: Called with each range of points when it is computed and still in a near cache.
    func run(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into results: [UnsafeMutableBufferPointer<Double>], finish: (Range<Int>) -> Void = { _ in }
    ) {
        let count = results.reduce(Swift.min(x.count, y.count)) { Swift.min($0, $1.count) }
        let starts = results.compactMap(\.baseAddress)
        guard count > 0, starts.count == outputs.count, let x = x.baseAddress, let y = y.baseAddress else { return }
        let vectors = constants.count + registerCount * blockWidth
        withUnsafeTemporaryAllocation(of: Vector.self, capacity: vectors) { memory in
            withUnsafeTemporaryAllocation(of: Place.self, capacity: constants.count + registerCount) { places in
                guard let memory = memory.baseAddress, let places = places.baseAddress else { return }
                var block = Block(self, memory, places, width: blockWidth)
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

    /// - Parameters:
    ///   - memory: Room for a vector for each constant and `width` for each register.
    ///   - places: Room for a place for each of them.
    init(
        _ program: Program, _ memory: UnsafeMutablePointer<Program.Vector>, _ places: UnsafeMutablePointer<Place>,
        width: Int
    ) {
        let constants = program.constants
        self.program = program
        self.width = width
        self.places = places + constants.count
        for (index, constant) in constants.enumerated() {
            (memory + index).initialize(to: Program.Vector(repeating: constant))
            (self.places + ~index).initialize(to: Place(memory: memory + index, stride: 0))
        }
        for register in 0..<program.registerCount {
            let values = memory + constants.count + register * width
            let stride = MemoryLayout<Program.Vector>.stride
            (self.places + register).initialize(to: Place(memory: values, stride: stride))
        }
    }

    /// Computes the outputs of the first points.
    func run(_ count: Int, _ finish: (Range<Int>) -> Void) {
        let lanes = Program.Vector.scalarCount
        var start = 0
        while count - start >= lanes {
            let width = Swift.min(width, (count - start) / lanes)
            for (index, buffer) in buffers.enumerated() {
                places[index].memory = UnsafeMutableRawPointer(buffer + start)
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
        for instruction in program.instructions { instruction.execute(registers) }
        for index in program.outputs.indices where program.outputs[index] != Int32(index) + 2 {
            Instruction.copy(program.outputs[index], to: Int32(index) + 2, registers)
        }
    }

    /// Fewer points than a vector has, by way of vectors filled up with the first of them.
    private func runRest(from start: Int, count: Int) {
        withUnsafeTemporaryAllocation(of: Program.Vector.self, capacity: buffers.count) { vectors in
            guard let base = vectors.baseAddress else { return }
            for (index, buffer) in buffers.enumerated() {
                (base + index).initialize(to: Program.Vector(repeating: index < 2 ? buffer[start] : 0))
                if index < 2 { for lane in 0..<count { base[index][lane] = buffer[start + lane] } }
                places[index].memory = UnsafeMutableRawPointer(base + index)
            }
            execute(width: 1)
            for (index, buffer) in buffers.enumerated().dropFirst(2) {
                for lane in 0..<count { buffer[start + lane] = base[index][lane] }
            }
        }
    }
}
