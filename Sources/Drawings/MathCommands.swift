import Spelling

/// What stands behind a backslash.
extension MathParser {
    mutating func command(at column: Int) throws(ParseError) -> Atom {
        let name = commandName()
        guard !name.isEmpty else {
            throw ParseError(message: "a backslash with nothing behind it", column: column)
        }
        if let width = MathText.spaces[name] { return .space(width) }
        if let symbol = MathText.symbols[name] { return lettered(symbol) }
        if MathText.functions.contains(name) { return Self.function(name) }
        if let accent = MathText.accents[name] {
            return .accent(accent, try argument("nothing stands under '\\\(name)'", at: column, help: "\\\(name){x}"))
        }
        if let alphabet = MathText.alphabets[name] { return .group(try word(name, alphabet, at: column), .ordinary) }
        switch name {
        case "frac", "dfrac", "tfrac": return try fraction(name, at: column)
        case "sqrt": return try root(at: column)
        case "left": return try fence(at: column)
        case "right": throw ParseError(message: "'\\right' without '\\left'", column: column)
        case "text": return .text(try words(at: column))
        case "operatorname": return .group(try word(name, .upright, at: column), .function)
        default:
            throw ParseError(
                message: "the command '\\\(name)' is not known", column: column, help: Self.suggestion(for: name))
        }
    }

    /// Letters behind a backslash, or one other character.
    private mutating func commandName() -> String {
        let start = position
        while isLetter(at: position) { position += 1 }
        if position == start, position < characters.count { position += 1 }
        return String(characters[start..<position])
    }

    private static func function(_ name: String) -> Atom {
        let stems = ["argmin", "argmax", "liminf", "limsup"]
        guard stems.contains(name) else { return .symbol(name, .upright, .function) }
        let words = [name.prefix(3), name.dropFirst(3)].map { Atom.symbol(String($0), .upright, .ordinary) }
        return .group([words[0], .space(3.0 / 18), words[1]], .function)
    }

    private mutating func word(
        _ name: String, _ alphabet: MathText.Alphabet, at column: Int
    ) throws(ParseError) -> [Atom] {
        let outer = self.alphabet
        self.alphabet = alphabet
        defer { self.alphabet = outer }
        return try argument("'\\\(name)' has no argument", at: column, help: "write \\\(name){…}")
    }

    private mutating func fraction(_ name: String, at column: Int) throws(ParseError) -> Atom {
        let help = "write \\\(name){…}{…}"
        let above = try argument("'\\\(name)' has no numerator", at: column, help: help)
        let below = try argument("'\\\(name)' has no denominator", at: column, help: help)
        return .fraction(above, over: below, isDisplay: name == "frac" ? nil : name == "dfrac")
    }

    private mutating func root(at column: Int) throws(ParseError) -> Atom {
        skipSpaces()
        var degree: [Atom] = []
        if next == "[" {
            position += 1
            degree = try list(until: .bracket(position))
        }
        let radicand = try argument("nothing stands under '\\sqrt'", at: column, help: "write \\sqrt{…}")
        return .root(radicand, degree: degree)
    }

    private mutating func fence(at column: Int) throws(ParseError) -> Atom {
        let left = try delimiter(behind: "\\left", at: column)
        let atoms = try list(until: .right(column))
        return .fenced(left, atoms, try delimiter(behind: "\\right", at: position - 5))
    }

    private mutating func delimiter(behind command: String, at column: Int) throws(ParseError) -> String {
        skipSpaces()
        let place = position + 1
        guard let character = next, character != "$", character != "}", character != "{" else {
            throw ParseError(
                message: "no delimiter follows '\(command)'", column: column, help: "'\(command).' draws none")
        }
        position += 1
        let name = character == "\\" ? "\\" + commandName() : String(character)
        guard let sign = MathText.delimiter(name) else {
            throw ParseError(
                message: "'\(name)' cannot follow '\(command)'", column: place,
                help: "delimiters are ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil and .")
        }
        return sign
    }

    /// What stands in the braces of `\text`, spaces and all.
    private mutating func words(at column: Int) throws(ParseError) -> String {
        skipSpaces()
        guard next == "{" else {
            throw ParseError(message: "'\\text' has no argument", column: column, help: "write \\text{…}")
        }
        position += 1
        let opened = position
        var (text, open) = ("", 0)
        while let character = next {
            position += 1
            switch character {
            case "}" where open == 0: return text
            case "}": open -= 1
            case "{": open += 1
            case "$": throw ParseError(message: "a dollar sign inside braces", column: position)
            case "\\":
                guard let escaped = next, "$%&#_{} ".contains(escaped) else {
                    throw ParseError(message: "a command inside '\\text'", column: position)
                }
                text.append(escaped)
                position += 1
            default: text.append(character == "~" ? "\u{A0}" : character)
            }
        }
        throw ParseError(message: "this brace is never closed", column: opened)
    }

    /// Every command that is a word.
    static let names: [String] = {
        var names = ["frac", "dfrac", "tfrac", "sqrt", "left", "right", "text", "operatorname"]
        names += MathText.symbols.keys
        names += MathText.functions
        names += MathText.accents.keys
        names += MathText.alphabets.keys
        names += MathText.spaces.keys
        return names.filter { $0.allSatisfy(\.isLetter) }.sorted()
    }()

    private static func suggestion(for name: String) -> String? {
        Name.closest(to: name, among: names).map { "did you mean '\\\($0)'?" }
    }
}
