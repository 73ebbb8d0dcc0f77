import Drawings
import Surfaces

/// What a figure says of its surface in words and mathematics, as `MathText`.
public struct SurfaceText {
    let surface: Surface

    /// A title, and shorter ones to take where it does not fit one line.
    var titles: [String] {
        guard let formula = surface.formula else { return [surface.name] }
        let numbers = surface.parameters.map { ",  \(Self.parameter($0.name, $0.value))" }
        let parts = surface.subexpressions.map { ",  $\(FormulaText.math($0.name)) = \(FormulaText.math($0.text))$" }
        let written = "$f(x, y) = \(FormulaText.math(formula))$" + (parts + numbers).joined()
        // Only what is nested absurdly cannot be set.
        let formulas = (try? MathText(written)) == nil ? [] : [written]
        guard surface.id != "formula" else { return formulas + ["$f(x, y)$"] }
        return formulas.map { "\(surface.name):  \($0)" } + [surface.name]
    }

    /// A parameter with its value, as `MathText`: `$b = 10$`.
    public static func parameter(_ name: String, _ value: Double) -> String {
        "$\(FormulaText.math(name)) = \(NumberText.exact(value).dropFirst())"
    }

    /// What was done to the surface, for a line under the title; nil where nothing was.
    ///
    /// - Parameter isNamed: whether the title above says which surface it is.
    func transformNote(isNamed: Bool) -> String? {
        guard !surface.transforms.isEmpty else { return nil }
        let changes = surface.transforms.map(Self.words).joined(separator: ", then ")
        if isNamed { return changes }
        let name = surface.id == "formula" ? "$\(FormulaText.math(surface.formula ?? ""))$" : surface.name
        return "\(name), \(changes)"
    }

    private static func words(_ transform: Transform) -> String {
        func pair(_ vector: SIMD2<Double>) -> String {
            "$(\([vector.x, vector.y].map { NumberText.exact($0).filter { $0 != "$" } }.joined(separator: ", ")))$"
        }
        switch transform {
        case .rotate(let angle):
            let number = NumberText.exact(angle.value)
            return "rotated by \(number)\(angle.unit == .deg ? "°" : " rad")"
        case .stretch(let factors): return "stretched by \(pair(factors))"
        case .shift(let vector): return "shifted by \(pair(vector))"
        case .value(let value): return "$f \\to \(name(of: value, "f"))$"
        }
    }

    /// What the colorbar shows: f, or a function of it.
    var value: String {
        let name = surface.transforms.reduce("f") { name, transform in
            if case .value(let value) = transform { Self.name(of: value, name) } else { name }
        }
        return "$\(name)$"
    }

    private static func name(of value: ValueTransform, _ inner: String) -> String {
        switch value {
        case .log1p: "\\log (1 + \(inner))"
        case .log: inner == "f" ? "\\log f" : "\\log (\(inner))"
        case .sqrt: "\\sqrt{\(inner)}"
        case .square: inner == "f" ? "f^{2}" : "(\(inner))^{2}"
        case .negative: inner == "f" ? "-f" : "-(\(inner))"
        }
    }
}
