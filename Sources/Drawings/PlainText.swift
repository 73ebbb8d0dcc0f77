extension MathText {
    /// The line as text without layout, for captions: `$x_1^2 \le 1$` becomes `x₁² ≤ 1`.
    ///
    /// Scripts take Unicode's raised and lowered digits and signs, or else a mark: `f_end`, `e^(x + y)`.
    public var plain: String {
        pieces.map { piece in
            switch piece {
            case .text(let words): words
            case .math(let atoms): Self.plain(atoms)
            }
        }.joined()
    }

    private static func plain(_ atoms: [Atom]) -> String {
        var text = ""
        for (index, atom) in atoms.enumerated() {
            let next = index + 1 < atoms.count ? atoms[index + 1] : nil
            switch atom {
            case .space(let ems): if ems > 0, text.last != " " { text += " " }
            case .symbol(let sign, _, let part): text += spaced(sign, part, after: text, before: next)
            case .group(let atoms, let part): text += spaced(plain(atoms), part, after: text, before: next)
            case .scripts(let base, let sub, let primes, let sup):
                let scripts =
                    script(plain(sub), "_", lowered) + String(repeating: "′", count: primes)
                    + script(plain(sup), "^", raised)
                if case .symbol(let name, _, .function) = base {
                    text += spaced(name + scripts, .function, after: text, before: next)
                } else {
                    text += plain([base]) + scripts
                }
            default: text += construction(atom)
            }
        }
        return text
    }

    /// What is built of several parts, in a line.
    private static func construction(_ atom: Atom) -> String {
        switch atom {
        case .text(let words): words
        case .fraction(let above, let below, _): "\(grouped(above))/\(grouped(below))"
        case .root(let atoms, let degree): script(plain(degree), "^", raised) + "√" + grouped(atoms)
        case .accent(.mark(let mark, _), let atoms): plain(atoms) + String(mark)
        case .accent(_, let atoms): plain(atoms)
        case .fenced(let left, let atoms, let right): left + plain(atoms) + right
        case .symbol, .space, .group, .scripts: plain([atom])
        }
    }

    /// In parentheses where it is more than a letter or a number.
    private static func grouped(_ atoms: [Atom]) -> String {
        let text = plain(atoms)
        let isOne =
            text.count == 1 || text.allSatisfy { $0.isNumber || $0 == "." } || (atoms.count == 1 && !text.contains(" "))
        return isOne ? text : "(\(text))"
    }

    /// A sign with the room it takes in mathematics. A sign without an operand before it is the sign of a number.
    private static func spaced(_ sign: String, _ part: Class, after text: String, before next: Atom?) -> String {
        let gap = text.isEmpty || text.last == " " ? "" : " "
        let end = next == nil ? "" : " "
        switch part {
        case .ordinary, .opening, .closing, .inner: return sign
        case .punctuation: return sign + end
        case .function: return next.map(opens) == true ? sign : sign + end
        case .relation: return gap + sign + end
        case .binary:
            let isSign = text.last.map { " ([=<>≤≥,".contains($0) } ?? true
            return isSign ? sign : gap + sign + end
        }
    }

    /// Whether an atom binds to the function's name before it: `log(x)`.
    private static func opens(_ atom: Atom) -> Bool {
        switch atom {
        case .symbol(_, _, .opening), .fenced: true
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
