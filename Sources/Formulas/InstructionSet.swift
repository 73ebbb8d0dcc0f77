import Kernels

/// The processor's instructions by which blocks are computed, from narrow to wide. All give the same bits.
enum InstructionSet: UInt32, CaseIterable, Sendable {
    case baseline, avx2, avx512

    /// Those of this machine.
    static let available = allCases.filter { kernel_has_set($0.kernels) }
    static let widest = available.last ?? .baseline

    var kernels: kernel_set { kernel_set(rawValue) }
}

extension Instruction {
    /// The same for the kernels.
    var step: kernel_step {
        kernel_step(
            operation: operation.kernel, next: kernel_next(next.rawValue), result: destination, a: a, b: b, c: c, d: d)
    }
}

extension Operation {
    fileprivate var kernel: kernel_operation {
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
        default: kernel_none
        }
    }
}
