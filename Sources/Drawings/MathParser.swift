import Spelling

/// Reads `MathText` from left to right, by recursive descent of bounded depth.
struct MathParser {
    typealias Atom = MathText.Atom
    typealias ParseError = MathText.ParseError

    let characters: [Character]
    private var position = 0
    private var depth = 0
    /// The alphabet that a command around the place asks for.
    private var alphabet: MathText.Alphabet?

    /// How deeply groups, scripts and arguments may stand in each other.
    static let deepest = 30

    init(characters: [Character]) { self.characters = characters }

    /// What ends a list of atoms, with the column of what began it.
    private enum End {
        case dollar(Int)
        case brace(Int)
        case bracket(Int)
        case right(Int)

        var isBracket: Bool { if case .bracket = self { true } else { false } }
    }

    mutating func line() throws(ParseError) -> [MathText.Piece] {
        var pieces: [MathText.Piece] = []
        var plain = ""
        while let character = next {
            position += 1
            if character == "\\", next == "$" {
                plain.append("$")
                position += 1
            } else if character == "$" {
                if !plain.isEmpty { pieces.append(.text(plain)) }
                plain = ""
                pieces.append(.math(try list(until: .dollar(position))))
            } else {
                plain.append(character)
            }
        }
        if !plain.isEmpty { pieces.append(.text(plain)) }
        return pieces
    }

    private var next: Character? { position < characters.count ? characters[position] : nil }

    private mutating func skipSpaces() { while next == " " { position += 1 } }

    // MARK: Lists

    /// Reads up to and past the end.
    private mutating func list(until end: End) throws(ParseError) -> [Atom] {
        guard depth < Self.deepest else {
            throw ParseError(message: "the mathematics is nested too deeply", column: max(1, position))
        }
        depth += 1
        defer { depth -= 1 }
        var atoms: [Atom] = []
        while let character = next {
            if try closes(end, character) { return atoms }
            switch character {
            case " ": position += 1
            case "_", "^", "'": try script(on: &atoms)
            default: Self.append(try atom(), to: &atoms)
            }
        }
        throw Self.unclosed(end)
    }

    /// Whether the list ends here; the end is then behind the place. What would end another one is a mistake.
    private mutating func closes(_ end: End, _ character: Character) throws(ParseError) -> Bool {
        let column = position + 1
        switch (character, end) {
        case ("$", .dollar), ("}", .brace), ("]", .bracket): position += 1
        case ("$", .right(let opened)):
            throw ParseError(
                message: "this '\\left' has no '\\right'", column: opened, help: "'\\right.' closes it with no sign")
        case ("$", .brace): throw ParseError(message: "a dollar sign inside braces", column: column)
        case ("$", .bracket(let opened)): throw ParseError(message: "this bracket is never closed", column: opened)
        case ("}", _): throw ParseError(message: "a brace is closed that was never opened", column: column)
        case ("\\", _) where characters[position...].starts(with: "\\right") && !isLetter(at: position + 6):
            guard case .right = end else {
                throw ParseError(message: "'\\right' without '\\left'", column: column)
            }
            position += 6
        default: return false
        }
        return true
    }

    private func isLetter(at index: Int) -> Bool {
        index < characters.count && characters[index].isASCII && characters[index].isLetter
    }

    private static func unclosed(_ end: End) -> ParseError {
        switch end {
        case .brace(let opened): ParseError(message: "this brace is never closed", column: opened)
        case .bracket(let opened): ParseError(message: "this bracket is never closed", column: opened)
        case .right(let opened): ParseError(message: "this '\\left' has no '\\right'", column: opened)
        case .dollar(let opened):
            ParseError(
                message: "the mathematics that this dollar sign opens is never closed", column: opened,
                help: "close it with another, or write \\$ for the sign itself")
        }
    }

    /// Digits of one number, and letters of one word, are set as one.
    private static func append(_ atom: Atom, to atoms: inout [Atom]) {
        if case .symbol(let sign, let alphabet, .ordinary) = atom, isJoined(sign, alphabet),
            case .symbol(let before, alphabet, .ordinary)? = atoms.last, isJoined(before, alphabet)
        {
            atoms[atoms.count - 1] = .symbol(before + sign, alphabet, .ordinary)
        } else {
            atoms.append(atom)
        }
    }

    private static func isJoined(_ sign: String, _ alphabet: MathText.Alphabet) -> Bool {
        guard let character = sign.last else { return false }
        switch alphabet {
        case .upright: return character.isASCII && (character.isNumber || character.isLetter || character == ".")
        case .textItalic, .bold: return character.isASCII && (character.isNumber || character.isLetter)
        case .italic, .boldItalic, .script, .doubleStruck: return false
        }
    }

    // MARK: Scripts

    private mutating func script(on atoms: inout [Atom]) throws(ParseError) {
        let (mark, column) = (characters[position], position + 1)
        position += 1
        var (base, sub, primes, sup) = (Atom.group([], .ordinary), [Atom](), 0, [Atom]())
        if case .scripts(let under, let below, let count, let above)? = atoms.last {
            (base, sub, primes, sup) = (under, below, count, above)
            atoms.removeLast()
        } else if let last = atoms.last {
            if case .space = last {} else { base = atoms.removeLast() }
        }
        let isTaken = mark == "_" ? !sub.isEmpty : mark == "^" ? !sup.isEmpty : primes > 0 || !sup.isEmpty
        if isTaken {
            throw ParseError(
                message: "a second '\(mark)' on the same symbol", column: column,
                help: "braces say what belongs together: {x\(mark == "_" ? "_a}_b" : "^a}^b")")
        }
        if mark == "'" {
            primes = 1
            while next == "'" {
                position += 1
                primes += 1
            }
        } else {
            if let next, "_^'".contains(next) {
                throw ParseError(message: "'\(mark)' is followed by another script mark", column: column)
            }
            let script = try argument("nothing follows '\(mark)'", at: column)
            // An empty script still takes its place.
            let atoms = script.isEmpty ? [.group([], .ordinary)] : script
            if mark == "_" { sub = atoms } else { sup = atoms }
        }
        atoms.append(.scripts(base, sub: sub, primes: primes, sup: sup))
    }

    /// A group in braces, or the next atom alone.
    private mutating func argument(
        _ message: String, at column: Int, help: String? = nil
    ) throws(ParseError) -> [Atom] {
        skipSpaces()
        guard let next, next != "$", next != "}", !"_^'".contains(next) else {
            throw ParseError(message: message, column: column, help: help)
        }
        if next == "{" {
            position += 1
            return try list(until: .brace(position))
        }
        guard depth < Self.deepest else {
            throw ParseError(message: "the mathematics is nested too deeply", column: position + 1)
        }
        depth += 1
        defer { depth -= 1 }
        return [try atom()]
    }

    // MARK: Atoms

    private mutating func atom() throws(ParseError) -> Atom {
        let (character, column) = (characters[position], position + 1)
        position += 1
        switch character {
        case "{": return .group(try list(until: .brace(column)), .ordinary)
        case "\\": return try command(at: column)
        default: return lettered(MathText.atom(for: character))
        }
    }

    /// The atom in the alphabet asked for around it.
    private func lettered(_ atom: Atom) -> Atom {
        guard let alphabet, case .symbol(let sign, let own, .ordinary) = atom else { return atom }
        let isLetter = sign.first.map { $0.isLetter || $0 == "∂" || $0 == "∇" } ?? false
        let isDigit = sign.first.map { $0.isASCII && $0.isNumber } ?? false
        switch alphabet {
        case .bold, .upright: return .symbol(sign, isLetter || isDigit ? alphabet : own, .ordinary)
        case .boldItalic:
            // Capital Greek stays upright, as without it.
            let bold: MathText.Alphabet = own == .italic ? .boldItalic : .bold
            return .symbol(sign, isLetter || isDigit ? bold : own, .ordinary)
        case .italic, .textItalic, .script, .doubleStruck: return .symbol(sign, isLetter ? alphabet : own, .ordinary)
        }
    }

    private mutating func command(at column: Int) throws(ParseError) -> Atom {
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
