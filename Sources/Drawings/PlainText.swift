extension MathText {
    /// The line as text without layout, for captions: `$x_1^2 \le 1$` becomes `x₁² ≤ 1`.
    ///
    /// Scripts take Unicode's raised and lowered digits and signs, or else a mark: `f_end`, `e^(x + y)`.
    public var plain: String { Self.plain(atoms) }

    private static func plain(_ atoms: [Atom]) -> String {
        var text = ""
        for (index, atom) in atoms.enumerated() {
            switch atom {
            case .text(let words): text += words
            case .space(let ems): if ems > 0, text.last != " " { text += " " }
            case .scripts(let sub, let sup):
                text += script(plain(sub), "_", lowered) + script(plain(sup), "^", raised)
            case .symbol(let sign, _, let spacing):
                text += spaced(sign, spacing, after: text, before: index + 1 < atoms.count ? atoms[index + 1] : nil)
            }
        }
        return text
    }

    /// A sign with the room it takes in mathematics. A sign without an operand before it is the sign of a number.
    private static func spaced(
        _ sign: String, _ spacing: Spacing, after text: String, before next: Atom?
    ) -> String {
        let gap = text.isEmpty || text.last == " " ? "" : " "
        let end = next == nil ? "" : " "
        switch spacing {
        case .ordinary, .opening: return sign
        case .punctuation: return sign + end
        case .function: return next.map(opensOrRaises) == true ? sign : sign + end
        case .relation: return gap + sign + end
        case .binary:
            let isSign = text.last.map { " ([=<>≤≥,".contains($0) } ?? true
            return isSign ? sign : gap + sign + end
        }
    }

    /// Whether an atom binds to the function's name before it: `log(x)`, `log₁₀`.
    private static func opensOrRaises(_ atom: Atom) -> Bool {
        switch atom {
        case .symbol(_, _, .opening), .scripts: true
        default: false
        }
    }

    private static func script(_ text: String, _ mark: String, _ table: [Character: Character]) -> String {
        guard !text.isEmpty else { return "" }
        let signs = text.compactMap { table[$0] }
        if signs.count == text.count { return String(signs) }
        return text.allSatisfy { $0.isLetter || $0.isNumber } ? mark + text : "\(mark)(\(text))"
    }

    private static let raised = table(from: "0123456789+−()n", to: "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
    private static let lowered = table(from: "0123456789+−()", to: "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")

    private static func table(from plain: String, to signs: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(plain, signs))
    }
}
