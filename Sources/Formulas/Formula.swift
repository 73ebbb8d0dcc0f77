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
/// The numbers are the same bits on every machine, for one point and for many.
///
/// Where a derivative does not exist, two rules keep it finite: a division in a derivative is 0 where its divisor is 0
/// (√ at 0, for one), and at a kink (abs, min, max) the derivative is the mean of both sides. NaN goes through min and
/// max.
public struct Formula: Sendable {
    public let text: String
    /// The parameters as given.
    public let parameters: [(name: String, value: Double)]
    /// The names of those parameters that the text uses, in the order given.
    public let usedParameters: [String]

    private let valueProgram: Program
    private let gradientProgram: Program
    private let hessianProgram: Program

    /// Reads a formula.
    ///
    /// - Parameters:
    ///   - text: At most 10,000 characters, nested at most 64 deep, with at most 20,000 distinct operations,
    ///     derivatives included.
    ///   - parameters: Named numbers the text may use. Names are letters, digits and `_`, and none that has a meaning.
    /// - Throws: The first mistake.
    public init(_ text: String, parameters: [(name: String, value: Double)] = []) throws(FormulaError) {
        try Self.check(parameters)
        var parser = try Parser(text, parameters: parameters)
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
        if graph.isTooLarge { throw Parser.tooLarge }

        self.text = text
        self.parameters = parameters
        usedParameters = parameters.map(\.name).filter(used.contains)
        valueProgram = Program(graph, outputs: [value])
        gradientProgram = Program(graph, outputs: [value, x, y])
        hessianProgram = Program(graph, outputs: [value, x, y, xx, xy, yy])
    }

    /// The value at a point; NaN or ±∞ where the formula has none.
    public func value(at point: SIMD2<Double>) -> Double {
        var value = 0.0
        valueProgram.run(at: point) { value = $0(0) }
        return value
    }

    /// Value and gradient (∂/∂x, ∂/∂y) at a point; where the value is not finite there is no gradient either (NaN).
    public func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        var result = (value: 0.0, gradient: SIMD2<Double>.zero)
        gradientProgram.run(at: point) { result = ($0(0), SIMD2($0(1), $0(2))) }
        if !result.value.isFinite { result.gradient = SIMD2(repeating: .nan) }
        return result
    }

    /// Value, gradient and the second derivatives at a point; where the value is not finite the others are NaN.
    public func hessian(at point: SIMD2<Double>) -> (
        value: Double, gradient: SIMD2<Double>, hessian: (xx: Double, xy: Double, yy: Double)
    ) {
        var result = (value: 0.0, gradient: SIMD2<Double>.zero, hessian: (xx: 0.0, xy: 0.0, yy: 0.0))
        hessianProgram.run(at: point) { result = ($0(0), SIMD2($0(1), $0(2)), ($0(3), $0(4), $0(5))) }
        if !result.value.isFinite { (result.gradient, result.hessian) = (SIMD2(repeating: .nan), (.nan, .nan, .nan)) }
        return result
    }

    /// The values at many points, equal to the bit to those at each. All buffers have the same count.
    public func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        valueProgram.run(x: x, y: y, into: [values])
    }

    /// Values and gradients at many points, equal to the bit to those at each. All buffers have the same count.
    public func gradients(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>,
        alongX: UnsafeMutableBufferPointer<Double>, alongY: UnsafeMutableBufferPointer<Double>
    ) {
        gradientProgram.run(x: x, y: y, into: [values, alongX, alongY])
        for index in 0..<min(values.count, alongX.count, alongY.count) where !values[index].isFinite {
            (alongX[index], alongY[index]) = (.nan, .nan)
        }
    }

    private static func check(_ parameters: [(name: String, value: Double)]) throws(FormulaError) {
        var seen: Set<String> = []
        for (name, _) in parameters {
            let objection = Vocabulary.objection(to: name)
            guard objection == nil, seen.insert(name).inserted else {
                throw FormulaError(
                    message: objection.map { "\($0) and cannot be a parameter" }
                        ?? "the parameter '\(name)' is given twice",
                    help: "call it otherwise", line: 1, column: 1, length: 1, parameter: name)
            }
        }
    }
}
