import Formulas

/// A loss surface: a field to descend on and what is known about it.
public struct Surface: Sendable {
    /// The catalogue's id, or `formula`.
    public let id: String
    /// The name for people: `Rosenbrock`; a user's formula goes by its text.
    public let name: String
    public let formula: String
    /// The parameters with their values, in the order of the catalogue or of the user.
    public let parameters: [(name: String, value: Double)]
    /// The rectangle usually looked at; nil for a user's formula without one.
    public let domain: Domain?
    /// The known global minima, empty where there are none or they are not known for these parameters.
    public let minima: [SIMD2<Double>]
    /// The customary start, nil for a user's formula.
    public let start: SIMD2<Double>?
    /// Where the function comes from, empty for a user's formula.
    public let source: String
    public let field: any ScalarField

    /// A surface of the user's own.
    ///
    /// - Parameters:
    ///   - formula: The text, in the grammar of `Formula`.
    ///   - parameters: Named numbers the formula may use.
    ///   - minima: Its global minima, where the user knows them.
    ///   - domain: The rectangle usually looked at.
    /// - Throws: The first mistake in the formula or the parameters' names.
    public init(
        formula: String, parameters: [(name: String, value: Double)] = [], minima: [SIMD2<Double>] = [],
        domain: Domain? = nil
    ) throws(FormulaError) {
        try self.init(
            id: "formula", name: formula, formula: formula, parameters: parameters, domain: domain, minima: minima,
            start: nil, source: "")
    }

    /// The way that catalogue entries and user formulas share.
    init(
        id: String, name: String, formula: String, parameters: [(name: String, value: Double)], domain: Domain?,
        minima: [SIMD2<Double>], start: SIMD2<Double>?, source: String
    ) throws(FormulaError) {
        self.id = id
        self.name = name
        self.formula = formula
        self.parameters = parameters
        self.domain = domain
        self.minima = minima
        self.start = start
        self.source = source
        self.field = FormulaField(formula: try Formula(formula, parameters: parameters))
    }
}

/// A formula as a field.
struct FormulaField: ScalarField {
    let formula: Formula

    func value(at point: SIMD2<Double>) -> Double { formula.value(at: point) }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) { formula.gradient(at: point) }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        let (value, gradient, second) = formula.hessian(at: point)
        return (value, gradient, Hessian(xx: second.xx, xy: second.xy, yy: second.yy))
    }

    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        formula.values(x: x, y: y, into: values)
    }
}
