import Lanes

/// The memory a program runs on: registers of `width` lanes each, and constants of one.
struct Registers<L: Lane> {
    let values: UnsafeMutablePointer<L>
    let constants: UnsafePointer<L>
    let width: Int

    /// The first lane of a register or constant and the distance to its next, 0 for a constant.
    @inline(__always) subscript(slot: Int32) -> (UnsafePointer<L>, stride: Int) {
        slot < 0 ? (constants + Int(~slot), 0) : (UnsafePointer(values + Int(slot) * width), 1)
    }
}

extension Registers where L == SIMD8<Double> {
    /// Copies numbers into a register. What lies beyond them keeps old values, which nobody reads.
    func load(_ source: UnsafeBufferPointer<Double>, from start: Int, _ length: Int, into register: Int) {
        let lanes = values + register * width
        for index in 0..<length { lanes[index >> 3][index & 7] = source[start + index] }
    }

    func store(_ slot: Int32, _ length: Int, into result: UnsafeMutableBufferPointer<Double>, from start: Int) {
        let (lanes, stride) = self[slot]
        for index in 0..<length { result[start + index] = lanes[(index >> 3) * stride][index & 7] }
    }
}

extension Instruction {
    /// Does the operation on every lane. One point and a block run this same code, so that they agree to the bit.
    @inline(__always) func execute<L: Lane>(_ registers: Registers<L>) {
        switch operation {
        case .constant, .x, .y: break
        case .add: binary(registers) { $0 + $1 }
        case .subtract: binary(registers) { $0 - $1 }
        case .multiply: binary(registers) { $0 * $1 }
        case .divide: binary(registers) { $0 / $1 }
        case .negate: unary(registers) { -$0 }
        case .divideOrZero:
            let zero = L(repeating: 0)
            binary(registers) { ($0 / $1).replacing(with: zero, where: L.isEqual($1, zero)) }
        case .squareRoot: unary(registers) { $0.squareRoot() }
        case .power: binary(registers) { $0.power($1) }
        case .exponential: unary(registers) { $0.exponential() }
        case .logarithm: unary(registers) { $0.logarithm() }
        case .decimalLogarithm: unary(registers) { $0.decimalLogarithm() }
        case .sine: unary(registers) { $0.sine() }
        case .cosine: unary(registers) { $0.cosine() }
        case .tangent: unary(registers) { $0.tangent() }
        case .arcSine: unary(registers) { $0.arcSine() }
        case .arcCosine: unary(registers) { $0.arcCosine() }
        case .arcTangent: unary(registers) { $0.arcTangent() }
        case .arcTangent2: binary(registers) { $0.arcTangent(over: $1) }
        case .hyperbolicSine: unary(registers) { $0.hyperbolicSine() }
        case .hyperbolicCosine: unary(registers) { $0.hyperbolicCosine() }
        case .hyperbolicTangent: unary(registers) { $0.hyperbolicTangent() }
        case .minimum: binary(registers) { $0.unlessNaN(L.smaller($0, $1)) }
        case .maximum: binary(registers) { $0.unlessNaN(L.larger($0, $1)) }
        case .magnitude: unary(registers) { $0.magnitude }
        case .sign: unary(registers) { $0.unlessNaN($0.sign) }
        case .choose: choose(registers)
        }
    }

    @inline(__always) private func unary<L: Lane>(_ registers: Registers<L>, _ body: (L) -> L) {
        let (a, step) = registers[a]
        let result = registers.values + Int(destination) * registers.width
        for k in 0..<registers.width { result[k] = body(a[k &* step]) }
    }

    @inline(__always) private func binary<L: Lane>(_ registers: Registers<L>, _ body: (L, L) -> L) {
        let (a, aStep) = registers[a]
        let (b, bStep) = registers[b]
        let result = registers.values + Int(destination) * registers.width
        for k in 0..<registers.width { result[k] = body(a[k &* aStep], b[k &* bStep]) }
    }

    @inline(__always) private func choose<L: Lane>(_ registers: Registers<L>) {
        let (a, aStep) = registers[a]
        let (b, bStep) = registers[b]
        let (c, cStep) = registers[c]
        let result = registers.values + Int(destination) * registers.width
        let zero = L(repeating: 0)
        for k in 0..<registers.width {
            let (side, low, high) = (a[k &* aStep], b[k &* bStep], c[k &* cStep])
            let mean = 0.5 * low + 0.5 * high
            result[k] = mean.replacing(with: low, where: L.isLess(side, zero))
                .replacing(with: high, where: L.isLess(zero, side))
        }
    }
}

extension Lane {
    /// A value computed from this number, or this number where it is NaN.
    @inline(__always) fileprivate func unlessNaN(_ value: Self) -> Self {
        replacing(with: value, where: Self.isEqual(self, self))
    }

    @inline(__always) fileprivate var sign: Self {
        let zero = Self(repeating: 0)
        return zero.replacing(with: Self(repeating: 1), where: Self.isLess(zero, self))
            .replacing(with: Self(repeating: -1), where: Self.isLess(self, zero))
    }
}
