import Formulas

/// A loss surface: a field to descend on and what is known about it.
public struct Surface: Sendable {
    /// The catalogue's id, or `formula`, `grid` or `data`.
    public let id: String
    /// The name for people: `Rosenbrock`; a user's formula goes by its text, a grid by its file.
    public let name: String
    /// What is computed, in x and y, the parameters and the subexpressions; for data a summary in their terms; nil for
    /// samples. Transforms are not in it.
    public let formula: String?
    /// The parameters with their values, in the order of the catalogue or of the user.
    public let parameters: [(name: String, value: Double)]
    /// The named parts of the formula, in the order of the user.
    public let subexpressions: [(name: String, text: String)]
    /// The rectangle usually looked at; nil where there is none.
    public private(set) var domain: Domain?
    /// The known global minima, empty where there are none or they are not known for these parameters.
    public private(set) var minima: [SIMD2<Double>]
    /// The customary start, nil for a user's formula or grid.
    public private(set) var start: SIMD2<Double>?
    /// Where the function comes from, empty for a user's own.
    public let source: String
    /// What the axes are called, as `MathText`, where the surface knows better than x and y.
    public let axisTitles: (x: String, y: String)?
    /// What was done to it, in order.
    public private(set) var transforms: [Transform] = []
    public private(set) var field: any ScalarField

    /// A surface of the user's own.
    ///
    /// - Parameters:
    ///   - formula: The text, in the grammar of `Formula`.
    ///   - parameters: Named numbers the formula may use.
    ///   - subexpressions: Named formulas the formula may use, in any order.
    ///   - minima: Its global minima, where the user knows them.
    ///   - domain: The rectangle usually looked at.
    ///   - size: How large the formula may be.
    /// - Throws: The first mistake in the formula, the subexpressions or the parameters' names.
    public init(
        formula: String, parameters: [(name: String, value: Double)] = [],
        subexpressions: [(name: String, text: String)] = [], minima: [SIMD2<Double>] = [], domain: Domain? = nil,
        size: FormulaSize = FormulaSize()
    ) throws(FormulaError) {
        try self.init(
            id: "formula", name: formula, formula: formula, parameters: parameters, subexpressions: subexpressions,
            domain: domain, minima: minima, start: nil, source: "", size: size)
    }

    /// The way that catalogue entries and user formulas share.
    init(
        id: String, name: String, formula: String, parameters: [(name: String, value: Double)],
        subexpressions: [(name: String, text: String)] = [], domain: Domain?, minima: [SIMD2<Double>],
        start: SIMD2<Double>?, source: String, size: FormulaSize = FormulaSize()
    ) throws(FormulaError) {
        self.id = id
        self.name = name
        self.formula = formula
        self.parameters = parameters
        self.subexpressions = subexpressions
        self.domain = domain
        self.minima = minima
        self.start = start
        self.source = source
        axisTitles = nil
        field = FormulaField(formula: try Formula(formula, parameters: parameters, where: subexpressions, size: size))
    }

    /// A surface sampled on a grid.
    ///
    /// - Parameters:
    ///   - name: What it goes by: its file.
    ///   - axisTitles: What the axes are called, as `MathText`.
    public init(samples: SampledField, name: String, axisTitles: (x: String, y: String)? = nil) {
        (id, self.name, formula, parameters, subexpressions) = ("grid", name, nil, [], [])
        (domain, minima, start, source) = (samples.domain, [], nil, "")
        self.axisTitles = axisTitles
        field = samples
    }

    /// A loss fitted to data. Its customary start is the origin, where parameters usually begin.
    public init(loss: FittedLoss, name: String) {
        (id, self.name, formula, parameters, subexpressions) = ("data", name, loss.formula, [], [])
        (domain, start, source) = (nil, .zero, "")
        minima = loss.minimum.map { [$0] } ?? []
        axisTitles = (loss.hasIntercept ? loss.parameterNames : ("$w_1$", "$w_2$"))
        field = loss
    }

    /// How many samples a loss fitted to data has; 1 for any other surface.
    public var sampleCount: Int { (field as? any BatchedField)?.sampleCount ?? 1 }

    /// This surface after some transforms, which its domain, start and minima go through as well.
    ///
    /// Minima are dropped where a change of values may make them something else.
    public func transformed(by transforms: [Transform]) -> Surface {
        guard !transforms.isEmpty else { return self }
        var surface = self
        let map = transforms.compactMap(\.map).reduce(.identity) { $1.after($0) }
        surface.domain = domain.flatMap { $0.image(map) }
        surface.start = start.map { map($0) }
        surface.minima = keepsMinima(transforms) ? minima.map { map($0) } : []
        surface.transforms += transforms
        surface.field = field.transformed(by: transforms)
        return surface
    }

    private func keepsMinima(_ transforms: [Transform]) -> Bool {
        var lowest = minima.map { field.value(at: $0) }.min() ?? 0
        for case .value(let value) in transforms {
            // The others ascend wherever they have a value.
            if value == .negative || (value == .square && lowest < 0) { return false }
            lowest = value.apply(lowest)
        }
        return lowest.isFinite
    }
}

extension Domain {
    /// The smallest rectangle around the image of this one.
    fileprivate func image(_ map: AffineMap) -> Domain? {
        let corners = [x.lowerBound, x.upperBound].flatMap { x in
            [y.lowerBound, y.upperBound].map { map(SIMD2(x, $0)) }
        }
        let xs = corners.map(\.x)
        let ys = corners.map(\.y)
        guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max(),
            left < right, low < high, (right - left).isFinite, (high - low).isFinite
        else { return nil }
        return Domain(x: left...right, y: low...high)
    }
}
