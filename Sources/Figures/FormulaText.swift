/// A formula as a person would write it: `(1-x)^2 + 100*(y-x^2)^2` becomes (1 − x)² + 100(y − x²)².
enum FormulaText {
    /// `MathText` without the dollars: powers raised, products without a sign where they read well, constants and
    /// functions by their symbols. Nothing is reordered or simplified.
    static func math(_ formula: String) -> String {
        var writer = Writer(characters: Array(formula.replacing("**", with: "^")))
        return writer.text()
    }

    private static let greek: Set<String> = [
        "pi", "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
        "rho", "sigma", "tau", "phi", "chi", "psi", "omega",
    ]
    private static let functions: [String: String] = {
        let plain = ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "min", "max"]
        var table = Dictionary(uniqueKeysWithValues: (plain + ["sign"]).map { ($0, "\\\($0) ") })
        for name in ["mean", "sigmoid", "huber"] { table[name] = "\\\(name) " }
        table["log10"] = "\\log_{10}"
        table["atan2"] = "\\atan_2"
        return table
    }()

    private struct Writer {
        let characters: [Character]
        var position = 0
        var result = ""
        /// Whether the product being written has a division in it, so that what follows must not look divided.
        private var isQuotient = false

        init(characters: [Character]) { self.characters = characters }

        private var next: Character? { position < characters.count ? characters[position] : nil }

        mutating func text() -> String {
            while next != nil { step() }
            return result
        }

        private mutating func step() {
            guard let character = next else { return }
            switch character {
            case _ where character.isWhitespace: position += 1
            case "^": raise()
            case "*":
                position += 1
                skipSpaces()
                result += product
            case _ where isWordStart(character): result += name(take { $0.isLetter || $0.isNumber || $0 == "_" })
            case _ where character.isNumber || character == ".": result += number()
            default:
                position += 1
                isQuotient = character == "/" || (isQuotient && !"+-(),".contains(character))
                result.append(character)
            }
        }

        private func isWordStart(_ character: Character) -> Bool { character.isLetter || character == "_" }

        /// A dot before a number, a sign or where a division came before; else nothing.
        private var product: String {
            guard let next else { return "" }
            return next.isNumber || next == "." || next == "-" || next == "+" || isQuotient ? "\\cdot " : ""
        }

        /// A number; one with an exponent as a power of ten.
        private mutating func number() -> String {
            let mantissa = take { $0.isNumber || $0 == "." }
            let start = position
            guard let mark = next, mark == "e" || mark == "E" else { return mantissa }
            position += 1
            let sign = next == "-" || next == "+" ? take(1) : ""
            let digits = take { $0.isNumber }
            guard !digits.isEmpty else {
                position = start
                return mantissa
            }
            let power = "10^{\(sign == "-" ? "-" : "")\(digits)}"
            let whole = mantissa == "1" ? power : "\(mantissa)\\times\(power)"
            return next == "^" ? "(\(whole))" : whole
        }

        /// Everything that is raised: powers bind to the right, so `x^2^3` raises 2³.
        private mutating func raise() {
            position += 1
            skipSpaces()
            var inner = next == "-" || next == "+" ? take(1) : ""
            if next == "(" {
                inner += group()
            } else if let character = next, isWordStart(character) {
                inner += take { $0.isLetter || $0.isNumber || $0 == "_" }
                if next == "(" { inner += "(\(group()))" }
            } else {
                inner += take { $0.isNumber || $0 == "." }
            }
            skipSpaces()
            if next == "^" {
                var tower = Writer(characters: Array(characters[position...]))
                tower.raise()
                result += "^{\(FormulaText.math(inner))\(tower.result)}"
                position += tower.position
            } else {
                result += "^{\(FormulaText.math(inner))}"
            }
        }

        /// What stands between parentheses, without them.
        private mutating func group() -> String {
            position += 1
            var depth = 1
            let inner = take { character in
                depth += character == "(" ? 1 : character == ")" ? -1 : 0
                return depth > 0
            }
            position = min(position + 1, characters.count)
            return inner
        }

        private mutating func take(while condition: (Character) -> Bool) -> String {
            let start = position
            while let next, condition(next) { position += 1 }
            return String(characters[start..<position])
        }

        private mutating func take(_ count: Int) -> String {
            let end = min(position + count, characters.count)
            defer { position = end }
            return String(characters[position..<end])
        }

        private mutating func skipSpaces() { _ = take { $0.isWhitespace } }

        /// Functions upright, Greek letters as such; the part behind an underscore as a subscript.
        private mutating func name(_ word: String) -> String {
            if let function = functions[word] { return function }
            if let enclosed = enclosing(word) { return enclosed }
            let parts = word.split(separator: "_", maxSplits: 1).map { String($0).replacing("_", with: "") }
            guard let stem = parts.first else { return "" }
            let letter = Self.symbol(stem, "mathit")
            return parts.count == 2 ? "\(letter)_{\(Self.symbol(parts[1], "mathrm"))}" : letter
        }

        /// A Greek letter by its name; a word as such, so that it does not look like a product.
        private static func symbol(_ word: String, _ alphabet: String) -> String {
            if greek.contains(word) { return "\\\(word) " }
            return word.filter(\.isLetter).count > 1 ? "\\\(alphabet){\(word)}" : word
        }

        /// What is written around its argument: a root, bars, a sum with its limits.
        private mutating func enclosing(_ word: String) -> String? {
            guard ["sqrt", "abs", "sum"].contains(word), next == "(" else { return nil }
            let argument = group()
            switch word {
            case "sqrt": return "\\sqrt{\(FormulaText.math(argument))}"
            case "abs": return "\\left|\(FormulaText.math(argument))\\right|"
            default:
                let parts = argument.split(separator: ",", maxSplits: 3).map { FormulaText.math(String($0)) }
                guard parts.count == 4 else { return "\\sum(\(FormulaText.math(argument)))" }
                return "\\sum_{\(parts[0])=\(parts[1])}^{\(parts[2])}(\(parts[3]))"
            }
        }
    }
}
