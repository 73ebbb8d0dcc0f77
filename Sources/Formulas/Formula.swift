/// A function of x and y given as text, with exact first and second derivatives.
///
///     let rosenbrock = try Formula("(1 - x)^2 + b*(y - x^2)^2", parameters: [("b", 100)])
///     rosenbrock.gradient(at: SIMD2(-1.5, 2)).gradient   // (-155, -50)
///
/// The text knows `x`, `y`, the parameters, `pi`, `e`, numbers, `+ - * / ^` (also `**`; it binds tighter than a sign
/// and to the right), parentheses, `min max abs sign sqrt exp log log10 sin cos tan asin acos atan atan2 sinh cosh
/// tanh` and `sum(i, 1, 5, …)`. A product needs its `*`. Powers with whole exponents are multiplied out, those with
/// halves take one square root; `e^…` is `exp(…)`.
///
/// Parts of a formula can have names of their own:
///
///     try Formula("sin(r)/(1 + s)", where: [("r", "sqrt(s)"), ("s", "x^2 + y^2")])
///
/// The numbers are the same bits on every machine, for one point and for many.
///
/// Where a derivative does not exist, rules keep it finite. A division in a derivative is 0 where its divisor is 0 (√ at
/// 0, for one). At a kink (abs, min, max) the derivative is the mean of both sides. Along the exponent of a power it is
/// 0 where the base is not positive. A derivative too large for a number is ±1.8e308, and one that is undefined for any
/// other reason is 0. So wherever the value is finite, its derivatives are; but second derivatives at such a point need
/// not be the limits of those around it: those of `cos(sqrt(x^2 + y^2))` at the origin are 0, not −1. NaN goes through
/// min and max.
public struct Formula: Sendable {
    public let text: String
    /// The parameters as given.
    public let parameters: [(name: String, value: Double)]
    /// The named parts as given.
    public let definitions: [(name: String, text: String)]
    /// The names of those parameters that the text uses, by itself or by the definitions it uses, in the order given.
    public let usedParameters: [String]

    private let programs: Programs

    /// Reads a formula.
    ///
    /// - Parameters:
    ///   - text: Nested at most 64 deep.
    ///   - parameters: Named numbers the texts may use. Names are at most 64 letters, digits and `_`, and none that has
    ///     a meaning.
    ///   - definitions: Named texts the formula may use like a value. Each may use x, y, the parameters and the others
    ///     in any order, but not itself, not even by way of others. Those that are not used must be right as well.
    ///   - size: The most characters and operations.
    /// - Throws: The first mistake.
    public init(
        _ text: String, parameters: [(name: String, value: Double)] = [],
        where definitions: [(name: String, text: String)] = [], size: FormulaSize = FormulaSize()
    ) throws(FormulaError) {
        try Vocabulary.check(parameters.map(\.name), definitions.map(\.name))
        var parser = try Parser(text, parameters: parameters, definitions: definitions, size: size)
        let value = try parser.formula()
        let used = parser.usedParameters
        var graph = parser.graph

        var alongX = Differentiator(variable: .x)
        var alongY = Differentiator(variable: .y)
        let x = alongX.derivative(of: value, in: &graph)
        let y = alongY.derivative(of: value, in: &graph)
        let xx = alongX.derivative(of: x, in: &graph)
        let xy = alongY.derivative(of: x, in: &graph)
        let yy = alongY.derivative(of: y, in: &graph)
        if graph.isTooLarge { throw size.tooManyOperations }

        self.text = text
        self.parameters = parameters
        self.definitions = definitions
        usedParameters = parameters.map(\.name).filter(used.contains)
        programs = Programs(
            value: Program(graph, outputs: [value]), gradient: Program(graph, outputs: [value, x, y]),
            hessian: Program(graph, outputs: [value, x, y, xx, xy, yy]))
    }

    /// The value at a point; NaN or ±∞ where the formula has none.
    public func value(at point: SIMD2<Double>) -> Double {
        programs.value.run(at: point) { $0(0) }
    }

    /// Value and gradient (∂/∂x, ∂/∂y) at a point; where the value is not finite there is no gradient either (NaN).
    public func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        programs.gradient.run(at: point) { output in
            let value = output(0)
            func settled(_ index: Int) -> Double { Self.settled(output(index), value: value) }
            return (value, SIMD2(settled(1), settled(2)))
        }
    }

    /// Value, gradient and the second derivatives at a point; where the value is not finite the others are NaN.
    public func hessian(at point: SIMD2<Double>) -> (
        value: Double, gradient: SIMD2<Double>, hessian: (xx: Double, xy: Double, yy: Double)
    ) {
        programs.hessian.run(at: point) { output in
            let value = output(0)
            func settled(_ index: Int) -> Double { Self.settled(output(index), value: value) }
            return (value, SIMD2(settled(1), settled(2)), (settled(3), settled(4), settled(5)))
        }
    }

    /// The values at many points, equal to the bit to those at each. All buffers have the same count.
    public func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        programs.value.run(x: x, y: y, into: [values])
    }

    /// Values and gradients at many points, equal to the bit to those at each. All buffers have the same count.
    public func gradients(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>,
        alongX: UnsafeMutableBufferPointer<Double>, alongY: UnsafeMutableBufferPointer<Double>
    ) {
        programs.gradient.run(x: x, y: y, into: [values, alongX, alongY]) { range in
            for index in range {
                alongX[index] = Self.settled(alongX[index], value: values[index])
                alongY[index] = Self.settled(alongY[index], value: values[index])
            }
        }
    }

    /// A derivative as it is given out: NaN where there is no value, else finite.
    private static func settled(_ derivative: Double, value: Double) -> Double {
        if value.isFinite, derivative.isFinite { return derivative }
        guard value.isFinite else { return .nan }
        guard !derivative.isNaN else { return 0 }
        return min(max(derivative, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
}

/// Kept in one place, so that a formula is small to hand about.
private final class Programs: Sendable {
    let value, gradient, hessian: Program

    init(value: Program, gradient: Program, hessian: Program) {
        (self.value, self.gradient, self.hessian) = (value, gradient, hessian)
    }
}
