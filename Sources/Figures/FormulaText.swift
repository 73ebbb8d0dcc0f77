/// A formula as a person would write it: `(1-x)^2 + 100*(y-x^2)^2` becomes (1 − x)² + 100(y − x²)².
enum FormulaText {
    /// `MathText` without the dollars: powers raised, products without a sign where they read well, constants by their
    /// symbols. Nothing is reordered or simplified.
    static func math(_ formula: String) -> String {
        var writer = Writer(characters: Array(formula.replacing("**", with: "^")))
        return writer.text()
    }

    private struct Writer {
        let characters: [Character]
        var position = 0
        var result = ""

        mutating func text() -> String {
            while position < characters.count { step() }
            return result
        }

        private mutating func step() {
            let character = characters[position]
            switch character {
            case " ": position += 1
            case "^":
                position += 1
                raise()
            case "*":
                position += 1
                skipSpaces()
                result += product
            case "/":
                position += 1
                result += "/"
            case _ where character.isLetter || character == "_": result += name(word())
            default:
                position += 1
                result.append(character)
            }
        }

        /// A dot before a number, a thin space before a function, nothing elsewhere.
        private var product: String {
            guard position < characters.count else { return "" }
            if characters[position].isNumber { return "\\cdot " }
            let word = String(characters[position...].prefix { $0.isLetter || $0.isNumber })
            return functions.contains(word) ? "\\," : ""
        }

        /// The exponent: a number, a name or a group in parentheses.
        private mutating func raise() {
            skipSpaces()
            guard position < characters.count else { return }
            var inner: [Character] = []
            if characters[position] == "(" {
                let end = closing(position)
                inner = Array(characters[(position + 1)..<end])
                position = min(end + 1, characters.count)
            } else {
                let first = position
                if characters[position] == "-" { position += 1 }
                while position < characters.count,
                    characters[position].isLetter || characters[position].isNumber
                        || characters[position] == "."
                { position += 1 }
                inner = Array(characters[first..<position])
            }
            result += "^{\(FormulaText.math(String(inner)))}"
        }

        private func closing(_ opening: Int) -> Int {
            var depth = 0
            for index in opening..<characters.count {
                if characters[index] == "(" { depth += 1 }
                if characters[index] == ")" { depth -= 1 }
                if depth == 0 { return index }
            }
            return characters.count
        }

        private mutating func skipSpaces() {
            while position < characters.count, characters[position] == " " { position += 1 }
        }

        private mutating func word() -> String {
            let first = position
            while position < characters.count,
                characters[position].isLetter || characters[position].isNumber || characters[position] == "_"
            { position += 1 }
            return String(characters[first..<position])
        }

        private func name(_ word: String) -> String {
            if greek.contains(word) { return "\\\(word) " }
            if functions.contains(word) { return "\\\(word) " }
            // A parameter's longer name: its letters one by one; an underscore begins a subscript.
            let parts = word.split(separator: "_", maxSplits: 1).map { String($0).replacing("_", with: "") }
            return parts.count == 2 ? "\(parts[0])_{\(parts[1])}" : parts.first ?? ""
        }

        private let greek: Set<String> = ["pi", "alpha", "beta", "gamma", "delta", "eta", "lambda", "mu", "sigma"]
        private let functions: Set<String> = [
            "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "min", "max", "abs",
            "sign", "sqrt",
        ]
    }
}
