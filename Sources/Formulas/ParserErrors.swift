import Spelling

/// What the parser says of mistakes.
extension Parser {
    /// The current token has no place here.
    func unexpected() -> FormulaError {
        switch current.kind {
        case .end: error("the formula ends too early")
        case .symbol(")"): error("')' closes nothing", help: "remove it or add '('")
        case .symbol(","): error("unexpected ','", help: "write decimals with a point")
        default: error("unexpected '\(current.shown)'")
        }
    }

    /// An operand should stand here.
    func missingValue() -> FormulaError {
        guard current.kind == .end else {
            return error("a value is missing before '\(current.text)'")
        }
        return error("a value is missing at the end")
    }

    /// `2x`, `x(1 + y)` and `(x)(y)` are no products here.
    func refuseImplicitMultiplication(after operand: Token) throws(FormulaError) {
        switch current.kind {
        case .number, .name, .symbol("("): break
        default: return
        }
        let previous = tokens[position - 1]
        let left = previous.kind == .symbol(")") ? "(…)" : previous.shown
        let right = current.kind == .symbol("(") ? "(…)" : current.shown
        throw error("an operator is missing before '\(current.shown)'", help: "write \(left)*\(right)")
    }

    func unknown(_ token: Token) -> FormulaError {
        if Vocabulary.functionNames.contains(token.text) {
            return error("the function '\(token.text)' has no arguments", help: "write \(token.text)(…)", at: token)
        }
        // Comparing with very many names would take long.
        let given = (parameterNames + definitions.names).prefix(200)
        let known = Vocabulary.variables.map(\.name) + Constant.named.map(\.name) + given
        let indices = Set(values.keys).subtracting(parameterNames).sorted()
        let candidates = known + indices + Vocabulary.functionNames
        return error(
            "unknown name '\(token.shown)'", help: Self.suggestion(for: token.text, among: candidates), at: token)
    }

    func unknownFunction(_ token: Token) -> FormulaError {
        let isValue =
            Vocabulary.reserved.contains(token.text) || values[token.text] != nil || nodes[token.text] != nil
        if isValue {
            return error("'\(token.text)' is not a function", help: "write \(token.text)*(…)", at: token)
        }
        let help = Self.suggestion(for: token.text, among: Vocabulary.functionNames)
        return error("unknown function '\(token.shown)'", help: help, at: token)
    }

    func wrongCount(_ name: Token, takes: String, given: Int) -> FormulaError {
        wrongCount(name, takes: takes, given: String(given))
    }

    func wrongCount(_ name: Token, takes: String, given: String) -> FormulaError {
        let arguments = takes == "1" ? "argument" : "arguments"
        return error("'\(name.text)' takes \(takes) \(arguments), not \(given)", at: name)
    }

    /// The names people know from elsewhere, then the nearest.
    private static func suggestion(for name: String, among candidates: [String]) -> String? {
        if let known = foreign[name] { return "write \(known)" }
        return Name.closest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    private static let foreign = [
        "ln": "log", "arcsin": "asin", "arccos": "acos", "arctan": "atan", "pow": "x^y", "π": "pi", "sgn": "sign",
    ]
}
