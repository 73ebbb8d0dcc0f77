import Kernels

/// The processor's instructions by which blocks are computed, from narrow to wide. All give the same bits.
enum InstructionSet: UInt32, CaseIterable, Sendable {
    case baseline, avx2, avx512

    /// Those of this machine.
    static let available = allCases.filter { kernel_has_set($0.kernel) }
    static let widest = available.last ?? .baseline

    fileprivate var kernel: kernel_set { kernel_set(rawValue) }
}

extension Instruction {
    /// Does the operation on a block, with the bits of `execute`.
    ///
    /// - Returns: Whether it is done; if not, `execute` is needed: there is no kernel, or not for all of these numbers.
    @inline(__always) func executeByKernel(_ registers: Registers<SIMD8<Double>>, _ set: InstructionSet) -> Bool {
        guard let kernel = operation.kernel else { return false }
        let operands = kernel_operands(
            a: registers.place(a), b: registers.place(b), c: registers.place(c), d: registers.place(d))
        let count = registers.width * SIMD8<Double>.scalarCount
        let result = registers.place(destination).memory
        return withUnsafePointer(to: operands) {
            !kernel_run(set.kernel, kernel, kernel_next(next.rawValue), result, $0, count)
        }
    }
}

extension Operation {
    fileprivate var kernel: kernel_operation? {
        switch self {
        case .add: kernel_add
        case .subtract: kernel_subtract
        case .multiply: kernel_multiply
        case .square: kernel_square
        case .divide: kernel_divide
        case .divideOrZero: kernel_divide_or_zero
        case .negate: kernel_negate
        case .squareRoot: kernel_square_root
        case .exponential: kernel_exponential
        case .logarithm: kernel_logarithm
        case .sine: kernel_sine
        case .cosine: kernel_cosine
        default: nil
        }
    }
}
