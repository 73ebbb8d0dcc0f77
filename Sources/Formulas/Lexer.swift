/// A word of a formula and where it stands.
struct Token: Sendable {
    enum Kind: Hashable, Sendable {
        case number(Double)
        case name
        /// `+ - * / ^ ( ) ,`; `**` is `^`.
        case symbol(Character)
        case end
    }

    var kind: Kind
    var text: String
    var line: Int
    var column: Int

    /// The text for a message.
    var shown: String { Vocabulary.shortened(text) }

    /// How many Characters it takes up, at least 1.
    var length: Int { Swift.max(1, text.count) }
}

/// Splits a formula into tokens.
struct Lexer {
    private let characters: [Character]
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ text: String, _ size: FormulaSize) throws(FormulaError) {
        guard size.room(for: text) >= 0 else { throw size.tooManyCharacters() }
        characters = Array(text)
    }

    /// All tokens, the last of which is the end.
    mutating func tokens() throws(FormulaError) -> [Token] {
        var tokens: [Token] = []
        while true {
            skipSpace()
            let token = try next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private var current: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpace() {
        while let character = current, character.isWhitespace {
            position += 1
            column += 1
            if character.isNewline { (line, column) = (line + 1, 1) }
        }
    }

    private mutating func next() throws(FormulaError) -> Token {
        guard let character = current else { return Token(kind: .end, text: "", line: line, column: column) }
        if character.isDigit || character == "." && follows(1, where: \.isDigit) { return try number() }
        if character.isNameStart {
            var length = 1
            while follows(length, where: { $0.isNameStart || $0.isDigit }) { length += 1 }
            return take(length, .name)
        }
        if character == "*", follows(1, where: { $0 == "*" }) { return take(2, .symbol("^")) }
        guard "+-*/^(),".contains(character) else {
            let token = take(1, .symbol(character))
            throw FormulaError(
                message: "unexpected character '\(character)'", help: Self.help[character], at: token)
        }
        return take(1, .symbol(character))
    }

    private mutating func number() throws(FormulaError) -> Token {
        var length = digits(from: 0)
        if follows(length, where: { $0 == "." }) { length = digits(from: length + 1) }
        if follows(length, where: { $0 == "e" || $0 == "E" }) {
            let sign = follows(length + 1, where: { $0 == "+" || $0 == "-" }) ? 1 : 0
            if follows(length + 1 + sign, where: \.isDigit) { length = digits(from: length + 1 + sign) }
        }
        var token = take(length, .end)
        let value = Double(token.text) ?? .infinity
        let isZero = !token.text.prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
        guard value.isFinite, value != 0 || isZero else {
            throw FormulaError(
                message: "number out of range", help: "a number lies between 5e-324 and 1.8e308", at: token)
        }
        token.kind = .number(value)
        return token
    }

    private func digits(from start: Int) -> Int {
        var length = start
        while follows(length, where: \.isDigit) { length += 1 }
        return length
    }

    private func follows(_ distance: Int, where condition: (Character) -> Bool) -> Bool {
        position + distance < characters.count && condition(characters[position + distance])
    }

    private mutating func take(_ length: Int, _ kind: Token.Kind) -> Token {
        let text = String(characters[position..<position + length])
        defer {
            position += length
            column += length
        }
        return Token(kind: kind, text: text, line: line, column: column)
    }

    /// What to write for characters that people use in formulas.
    private static let help: [Character: String] = [
        "×": "write *", "·": "write *", "⋅": "write *", "÷": "write /", "−": "write -", "–": "write -",
        "²": "write ^2", "³": "write ^3", "√": "write sqrt(…)", "|": "write abs(…)",
        "[": "group with ( and )", "]": "group with ( and )", "{": "group with ( and )", "}": "group with ( and )",
        "=": "give the right-hand side alone", ";": "separate arguments with ','",
    ]
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
    fileprivate var isNameStart: Bool { isLetter || self == "_" }
}

extension FormulaError {
    init(message: String, help: String?, at token: Token) {
        self.init(
            message: message, help: help, line: token.line, column: token.column, length: token.length)
    }
}
