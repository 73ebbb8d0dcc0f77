/// Reads `MathText` from left to right, by recursive descent of bounded depth.
struct MathParser {
    typealias Atom = MathText.Atom
    typealias ParseError = MathText.ParseError

    let characters: [Character]
    var position = 0
    private var depth = 0
    /// The alphabet that a command around the place asks for.
    var alphabet: MathText.Alphabet?

    /// How deeply groups, scripts and arguments may stand in each other.
    static let deepest = 30

    init(characters: [Character]) { self.characters = characters }

    /// What ends a list of atoms, with the column of what began it.
    enum End {
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

    var next: Character? { position < characters.count ? characters[position] : nil }

    mutating func skipSpaces() { while next == " " { position += 1 } }

    // MARK: Lists

    /// Reads up to and past the end.
    mutating func list(until end: End) throws(ParseError) -> [Atom] {
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

    func isLetter(at index: Int) -> Bool {
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
    mutating func argument(
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
    func lettered(_ atom: Atom) -> Atom {
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
}
