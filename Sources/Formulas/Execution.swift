import Lanes

/// The memory a program runs on: registers of `width` lanes each, and constants of one.
struct Registers<L: Lane> {
    /// All registers one behind the other; the first ones may lie elsewhere.
    let values: UnsafeMutableRawPointer
    /// Where the first registers lie: x, y and the outputs of a block are the caller's own buffers.
    let outside: UnsafePointer<UnsafeMutableRawPointer>?
    let outsideCount: Int32
    let constants: UnsafeRawPointer
    let width: Int

    /// The first lane of a register or constant and the distance to its next in bytes, 0 for a constant.
    @inline(__always) func read(_ slot: Int32) -> (lanes: UnsafeRawPointer, stride: Int) {
        slot < 0 ? (constants + Int(~slot) * Self.size, 0) : (UnsafeRawPointer(write(slot)), Self.size)
    }

    @inline(__always) func write(_ slot: Int32) -> UnsafeMutableRawPointer {
        if slot < outsideCount, let outside { return outside[Int(slot)] }
        return values + Int(slot) * width * Self.size
    }

    @inline(__always) static var size: Int { MemoryLayout<L>.size }
}

extension UnsafeRawPointer {
    @inline(__always) fileprivate func lane<L: Lane>(at offset: Int) -> L {
        unsafe loadUnaligned(fromByteOffset: offset, as: L.self)
    }
}

extension Instruction {
    /// Does the operation on every lane. One point and a block run this same code, so that they agree to the bit.
    @inline(__always) func execute<L: Lane>(_ registers: Registers<L>) {
        switch operation {
        case .constant, .x, .y: break
        case .add: arithmetic(registers) { $0 + $1 }
        case .subtract: arithmetic(registers) { $0 - $1 }
        case .multiply: arithmetic(registers) { $0 * $1 }
        case .divide: binary(registers) { $0 / $1 }
        case .negate: unary(registers) { -$0 }
        case .divideOrZero:
            let zero = L(repeating: 0)
            binary(registers) { ($0 / $1).replacing(with: zero, where: L.isEqual($1, zero)) }
        case .squareRoot: unary(registers) { $0.squareRoot() }
        case .power: binary(registers) { $0.power($1) }
        case .exponential: unary(registers, quick: { $0.quickExponential }) { $0.exponential() }
        case .logarithm: unary(registers, quick: { $0.quickLogarithm }) { $0.logarithm() }
        case .decimalLogarithm: unary(registers) { $0.decimalLogarithm() }
        case .sine: unary(registers, quick: { $0.quickSine }) { $0.sine() }
        case .cosine: unary(registers, quick: { $0.quickCosine }) { $0.cosine() }
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
        case .choose: ternary(registers) { $0.chosen($1, $2) }
        }
    }

    /// Copies a register or constant.
    static func copy<L: Lane>(_ slot: Int32, to destination: Int32, _ registers: Registers<L>) {
        Instruction(operation: .negate, destination: destination, a: slot, b: 0, c: 0).unary(registers) { $0 }
    }

    @inline(__always) private func unary<L: Lane>(_ registers: Registers<L>, _ body: (L) -> L) {
        let (a, step) = registers.read(a)
        let result = registers.write(destination)
        for k in 0..<registers.width {
            let value = body(a.lane(at: k &* step))
            unsafe result.storeBytes(of: value, toByteOffset: k &* Registers<L>.size, as: L.self)
        }
    }

    /// The quick way for all lanes, then the other for the vectors in which the quick one does not hold. The result
    /// must not lie where the operand is.
    @inline(__always) private func unary<L: Lane>(
        _ registers: Registers<L>, quick: (L) -> Quick<L>, _ body: (L) -> L
    ) {
        let (a, step) = registers.read(a)
        let result = registers.write(destination)
        var isDoubtful = L.isLess(L(repeating: 0), L(repeating: 0))
        for k in 0..<registers.width {
            let quick = quick(a.lane(at: k &* step))
            isDoubtful = L.either(isDoubtful, quick.isDoubtful)
            unsafe result.storeBytes(of: quick.value, toByteOffset: k &* Registers<L>.size, as: L.self)
        }
        guard L.any(isDoubtful) else { return }
        for k in 0..<registers.width {
            let argument: L = a.lane(at: k &* step)
            guard L.any(quick(argument).isDoubtful) else { continue }
            unsafe result.storeBytes(of: body(argument), toByteOffset: k &* Registers<L>.size, as: L.self)
        }
    }

    @inline(__always) private func binary<L: Lane>(_ registers: Registers<L>, _ body: (L, L) -> L) {
        let (a, aStep) = registers.read(a)
        let (b, bStep) = registers.read(b)
        let result = registers.write(destination)
        for k in 0..<registers.width {
            let value = body(a.lane(at: k &* aStep), b.lane(at: k &* bStep))
            unsafe result.storeBytes(of: value, toByteOffset: k &* Registers<L>.size, as: L.self)
        }
    }

    @inline(__always) private func ternary<L: Lane>(_ registers: Registers<L>, _ body: (L, L, L) -> L) {
        let (a, aStep) = registers.read(a)
        let (b, bStep) = registers.read(b)
        let (c, cStep) = registers.read(c)
        let result = registers.write(destination)
        for k in 0..<registers.width {
            let value = body(a.lane(at: k &* aStep), b.lane(at: k &* bStep), c.lane(at: k &* cStep))
            unsafe result.storeBytes(of: value, toByteOffset: k &* Registers<L>.size, as: L.self)
        }
    }

    /// An operation and what follows it, each rounded: nothing is contracted.
    @inline(__always) private func arithmetic<L: Lane>(_ registers: Registers<L>, _ body: (L, L) -> L) {
        switch next {
        case .nothing: binary(registers, body)
        case .square:
            binary(registers) {
                let inner = body($0, $1)
                return inner * inner
            }
        case .plus: ternary(registers) { body($0, $1) + $2 }
        case .minus: ternary(registers) { body($0, $1) - $2 }
        case .from: ternary(registers) { $2 - body($0, $1) }
        case .times: ternary(registers) { body($0, $1) * $2 }
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

    /// `low` where this is negative, `high` where it is positive, their mean elsewhere.
    @inline(__always) fileprivate func chosen(_ low: Self, _ high: Self) -> Self {
        let zero = Self(repeating: 0)
        let mean = 0.5 * low + 0.5 * high
        return mean.replacing(with: low, where: Self.isLess(self, zero))
            .replacing(with: high, where: Self.isLess(zero, self))
    }
}
