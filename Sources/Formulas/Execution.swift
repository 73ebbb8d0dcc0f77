import Kernels
import Lanes

/// Where a register or constant lies, and how far a number is from the next: 0 for a constant, of which there is one
/// vector.
typealias Place = kernel_place

/// The memory a program runs on: registers and constants of `width` lanes each.
struct Registers<L: Lane> {
    /// The place of register 0; those of the others follow, those of the constants precede it. One point needs none:
    /// its registers and constants are numbers in a row.
    let places: UnsafePointer<Place>?
    /// Register 0 of one point.
    let values: UnsafeMutablePointer<Double>
    let count: Int

    /// The registers and constants of one point.
    init(values: UnsafeMutablePointer<Double>) where L == Double {
        (self.values, places, count) = (values, nil, 1)
    }

    /// The registers and constants of a block of `width` vectors.
    init(places: UnsafePointer<Place>, width: Int) where L == SIMD8<Double> {
        (values, self.places, count) = (places.pointee.memory, places, width)
    }

    @inline(__always) func place(_ slot: Int32) -> Place {
        if L.laneCount > 1, let places { return places[Int(slot)] }
        return Place(memory: values + Int(slot), stride: 1)
    }

    @inline(__always) var width: Int { L.laneCount > 1 ? count : 1 }
}

extension Place {
    /// A vector; the caller's buffers need not be aligned.
    @inline(__always) fileprivate subscript<L: Lane>(index: Int) -> L {
        get { unsafe UnsafeRawPointer(start(of: index, L.self)).loadUnaligned(as: L.self) }
        nonmutating set {
            unsafe UnsafeMutableRawPointer(start(of: index, L.self)).storeBytes(of: newValue, as: L.self)
        }
    }

    @inline(__always) private func start<L: Lane>(of index: Int, _: L.Type) -> UnsafeMutablePointer<Double> {
        memory + index &* stride &* L.laneCount
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
        case .exponential: unary(registers, quick: { $0.quickExponential }, exact: { $0.exponential() })
        case .logarithm: unary(registers, quick: { $0.quickLogarithm }, exact: { $0.logarithm() })
        case .decimalLogarithm: unary(registers) { $0.decimalLogarithm() }
        case .sine: unary(registers, quick: { $0.quickSine }, exact: { $0.sine() })
        case .cosine: unary(registers, quick: { $0.quickCosine }, exact: { $0.cosine() })
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
        case .square: arithmetic(registers) { a, _ in a * a }
        }
    }

    /// Copies a register or constant.
    static func copy<L: Lane>(_ slot: Int32, to destination: Int32, _ registers: Registers<L>) {
        Instruction(operation: .negate, destination: destination, a: slot, b: 0, c: 0).unary(registers) { $0 }
    }

    @inline(__always) private func unary<L: Lane>(_ registers: Registers<L>, _ body: (L) -> L) {
        let a = registers.place(a)
        let result = registers.place(destination)
        for k in 0..<registers.width { result[k] = body(a[k]) }
    }

    /// The quick way for all lanes, then the other for the vectors in which the quick one does not hold. The result
    /// must not lie where the operand is.
    @inline(__always) private func unary<L: Lane>(
        _ registers: Registers<L>, quick: (L) -> Quick<L>, exact: (L) -> L
    ) {
        let a = registers.place(a)
        let result = registers.place(destination)
        var isDoubtful = L.isLess(L(repeating: 0), L(repeating: 0))
        for k in 0..<registers.width {
            let quick = quick(a[k])
            isDoubtful = L.either(isDoubtful, quick.isDoubtful)
            result[k] = quick.value
        }
        guard L.any(isDoubtful) else { return }
        for k in 0..<registers.width where L.any(quick(a[k]).isDoubtful) { result[k] = exact(a[k]) }
    }

    @inline(__always) private func binary<L: Lane>(_ registers: Registers<L>, _ body: (L, L) -> L) {
        let (a, b) = (registers.place(a), registers.place(b))
        let result = registers.place(destination)
        for k in 0..<registers.width { result[k] = body(a[k], b[k]) }
    }

    @inline(__always) private func ternary<L: Lane>(_ registers: Registers<L>, _ body: (L, L, L) -> L) {
        let (a, b, c) = (registers.place(a), registers.place(b), registers.place(c))
        let result = registers.place(destination)
        for k in 0..<registers.width { result[k] = body(a[k], b[k], c[k]) }
    }

    @inline(__always) private func quaternary<L: Lane>(_ registers: Registers<L>, _ body: (L, L, L, L) -> L) {
        let (a, b, c, d) = (registers.place(a), registers.place(b), registers.place(c), registers.place(d))
        let result = registers.place(destination)
        for k in 0..<registers.width { result[k] = body(a[k], b[k], c[k], d[k]) }
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
        case .timesPlus: quaternary(registers) { body($0, $1) * $2 + $3 }
        case .timesMinus: quaternary(registers) { body($0, $1) * $2 - $3 }
        case .timesFrom: quaternary(registers) { $3 - body($0, $1) * $2 }
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
