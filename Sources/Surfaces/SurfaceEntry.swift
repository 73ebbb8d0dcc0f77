import Formulas
import Spelling

/// A test function of the catalogue: everything there is to say about it, as data.
public struct SurfaceEntry: Sendable {
    /// The name in files: `rosenbrock`.
    public let id: String
    /// The names it goes by, the usual one first.
    public let names: [String]
    /// One line on what is to be seen on it.
    public let summary: String
    public let formula: String
    /// The parameters of the formula with their usual values.
    public let parameters: [(name: String, value: Double)]
    /// The rectangle usually searched.
    public let domain: Domain
    /// The part of the domain in which a small picture shows what the function is like; nil where the whole does.
    public let detail: Domain?
    /// The customary start: the literature's, or a telling one inside the domain.
    public let start: SIMD2<Double>
    /// Where the function comes from.
    public let source: String
    /// What a reader of the literature should know: misprints, other forms, other domains; nil where there is nothing.
    public let note: String?
    /// The global minimum's value as tables print it, where that is not the value to all digits.
    public let printedMinimum: Double?
    /// The known global minima for the usual parameters.
    public var minima: [SIMD2<Double>] { (try? surface())?.minima ?? [] }
    /// The value at the global minima for the usual parameters; nil where none are known.
    public var minimum: Double? {
        guard let surface = try? surface(), let point = surface.minima.first else { return nil }
        return surface.field.value(at: point)
    }

    /// The minima as formulas in the parameters.
    let minimumFormulas: [(x: String, y: String)]
    /// A formula in the parameters that is positive where the minima are as stated; nil where they always are.
    let minimaHold: String?

    init(
        id: String, names: [String], summary: String, formula: String, parameters: [(name: String, value: Double)] = [],
        domain: Domain, detail: Domain? = nil, start: SIMD2<Double>, source: String, note: String? = nil,
        minima: [(x: String, y: String)] = [], minimaHold: String? = nil, printedMinimum: Double? = nil
    ) {
        self.id = id
        self.names = names
        self.summary = summary
        self.formula = formula
        self.parameters = parameters
        self.domain = domain
        self.detail = detail
        self.start = start
        self.source = source
        self.note = note
        self.printedMinimum = printedMinimum
        self.minimumFormulas = minima
        self.minimaHold = minimaHold
    }

    /// The surface with some parameters changed.
    ///
    /// - Parameter changes: Names (any spelling of the entry's own) and finite values; the last of several counts.
    public func surface(parameters changes: [(name: String, value: Double)] = []) throws(SurfaceError) -> Surface {
        var parameters = self.parameters
        for change in changes {
            let folded = Name.folded(change.name)
            guard let index = parameters.firstIndex(where: { Name.folded($0.name) == folded }) else {
                throw .unknownParameter(change.name, of: self)
            }
            guard change.value.isFinite else { throw .notFinite(change.name) }
            parameters[index].value = change.value
        }
        do {
            return try Surface(
                id: id, name: names.first ?? id, formula: formula, parameters: parameters, domain: domain,
                minima: try minima(for: parameters), start: start, source: source)
        } catch {
            throw SurfaceError(parameter: nil, message: error.message, help: error.help)
        }
    }

    private func minima(for parameters: [(name: String, value: Double)]) throws(FormulaError) -> [SIMD2<Double>] {
        if let minimaHold {
            guard try Formula(minimaHold, parameters: parameters).value(at: .zero) > 0 else { return [] }
        }
        var points: [SIMD2<Double>] = []
        for minimum in minimumFormulas {
            let x = try Formula(minimum.x, parameters: parameters).value(at: .zero)
            let y = try Formula(minimum.y, parameters: parameters).value(at: .zero)
            points.append(SIMD2(x, y))
        }
        return points
    }
}

/// Why a surface of the catalogue cannot be made as asked.
public struct SurfaceError: Error, Hashable, Sendable {
    /// The offending parameter, as typed.
    public let parameter: String?
    /// What is wrong, a clause without a full stop.
    public let message: String
    /// What to do about it, where something useful can be said.
    public let help: String?

    static func unknownParameter(_ name: String, of entry: SurfaceEntry) -> SurfaceError {
        let known = entry.parameters.map(\.name)
        let help: String
        if known.isEmpty {
            help = "\(entry.id) has no parameters; a formula of your own can have any"
        } else if let near = Name.closest(to: name, among: known) {
            help = "did you mean '\(near)'?"
        } else {
            help = "\(entry.id) has \(known.map { "'\($0)'" }.joined(separator: ", "))"
        }
        return SurfaceError(parameter: name, message: "unknown parameter '\(name)'", help: help)
    }

    static func notFinite(_ name: String) -> SurfaceError {
        SurfaceError(parameter: name, message: "parameter '\(name)' must be a finite number", help: nil)
    }
}
