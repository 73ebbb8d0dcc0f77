/// What a node of an expression graph, and so an instruction of a program, does to at most three operands.
enum Operation: UInt8, Sendable {
    case constant, x, y
    case add, subtract, multiply, divide, negate
    /// a / b, but 0 where b is 0: the division in derivatives.
    case divideOrZero
    case squareRoot, power, exponential, logarithm, decimalLogarithm
    case sine, cosine, tangent, arcSine, arcCosine, arcTangent, arcTangent2
    case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
    case minimum, maximum, magnitude
    /// −1, 0 or 1.
    case sign
    /// b where a < 0, c where a > 0, their mean elsewhere: the derivative of a minimum.
    case choose
    /// a · a, in programs only: the operand is read but once.
    case square

    var operandCount: Int {
        switch self {
        case .constant, .x, .y: 0
        case .add, .subtract, .multiply, .divide, .divideOrZero, .power, .arcTangent2, .minimum, .maximum: 2
        case .choose: 3
        default: 1
        }
    }

    /// Whether the operands may change places without changing the value.
    var isCommutative: Bool { self == .add || self == .multiply }

    /// Whether it is a sum, difference or product.
    var isArithmetic: Bool { self == .add || self == .subtract || self == .multiply }
}
