import Spelling

/// Text with mathematics between dollar signs, taken apart: `RMSprop, $\beta = 0.9$`.
///
/// Outside the dollars every character stands for itself (`\$` for a dollar sign). Between them letters are italic,
/// digits and operators upright; `_` and `^` set the next character or `{group}` below or above; `\alpha` … `\Omega`
/// and the symbols of `MathText.symbols` are known by their TeX names, `\,` is a thin space, braces group.
public struct MathText: Hashable, Sendable {
    /// One piece of a line.
    public indirect enum Atom: Hashable, Sendable {
        /// Upright text as typed.
        case text(String)
        case symbol(String, Style, Spacing)
        /// Scripts beside the atom before.
        case scripts(sub: [Atom], sup: [Atom])
        /// Empty space, in ems.
        case space(Double)
    }

    public enum Style: Hashable, Sendable { case upright, italic }

    /// How much room a symbol takes beside itself (TeX's classes).
    public enum Spacing: Hashable, Sendable { case ordinary, binary, relation, punctuation, opening, function }

    /// What cannot be set, and where.
    public struct ParseError: Error, Hashable, Sendable {
        public let message: String
        /// The place in the text, in characters, from 1.
        public let column: Int
        public var help: String?
    }

    /// The pieces from left to right.
    public let atoms: [Atom]

    /// Takes a line of text apart.
    ///
    /// - Throws: `ParseError` with the place of the first mistake between dollar signs.
    public init(_ text: String) throws(ParseError) {
        var parser = Parser(characters: Array(text))
        atoms = try parser.line()
    }

    /// Text of which nothing is mathematics.
    public init(verbatim text: String) { atoms = [.text(text)] }

    private init(atoms: [Atom]) { self.atoms = atoms }

    /// How many pieces it can be cut into: characters of upright text, atoms of mathematics.
    var length: Int {
        atoms.reduce(0) { count, atom in if case .text(let text) = atom { count + text.count } else { count + 1 } }
    }

    /// The first so many pieces and an ellipsis.
    func cut(to length: Int) -> MathText {
        var kept: [Atom] = []
        var rest = length
        for atom in atoms where rest > 0 {
            if case .text(let text) = atom {
                kept.append(.text(String(text.prefix(rest))))
                rest -= text.count
            } else {
                kept.append(atom)
                rest -= 1
            }
        }
        return MathText(atoms: kept + [.text("…")])
    }
}

extension MathText {
    private struct Parser {
        let characters: [Character]
        var position = 0
        var depth = 0

        mutating func line() throws(ParseError) -> [Atom] {
            var atoms: [Atom] = []
            var plain = ""
            while position < characters.count {
                let character = characters[position]
                position += 1
                if character == "\\", position < characters.count, characters[position] == "$" {
                    plain.append("$")
                    position += 1
                } else if character == "$" {
                    if !plain.isEmpty { atoms.append(.text(plain)) }
                    plain = ""
                    let opened = position
                    atoms += try group(until: "$", opened: opened)
                } else {
                    plain.append(character)
                }
            }
            if !plain.isEmpty { atoms.append(.text(plain)) }
            return atoms
        }

        /// Reads up to and past the closing character; `opened` is the column of the opening one.
        mutating func group(until closing: Character, opened: Int) throws(ParseError) -> [Atom] {
            guard depth < 32 else { throw ParseError(message: "groups are nested too deeply", column: position) }
            depth += 1
            defer { depth -= 1 }
            var atoms: [Atom] = []
            while position < characters.count {
                if characters[position] == closing {
                    position += 1
                    return atoms
                }
                try appendNext(to: &atoms)
            }
            guard closing == "$" else { throw ParseError(message: "this brace is never closed", column: opened) }
            throw ParseError(
                message: "the mathematics that this dollar sign opens is never closed", column: opened,
                help: "close it with another, or write \\$ for the sign itself")
        }

        private mutating func appendNext(to atoms: inout [Atom]) throws(ParseError) {
            let character = characters[position]
            let column = position + 1
            position += 1
            switch character {
            case " ": break
            case "{": atoms += try group(until: "}", opened: column)
            case "}": throw ParseError(message: "a brace is closed that was never opened", column: column)
            case "$": throw ParseError(message: "a dollar sign inside braces", column: column)
            case "_", "^":
                var (sub, sup): ([Atom], [Atom]) = ([], [])
                if case .scripts(let below, let above)? = atoms.last { (sub, sup) = (below, above) }
                let script = try argument(of: character, at: column)
                let isTaken = character == "_" ? !sub.isEmpty : !sup.isEmpty
                if isTaken {
                    throw ParseError(message: "a second '\(character)' on the same symbol", column: column)
                }
                if !(sub.isEmpty && sup.isEmpty) { atoms.removeLast() }
                if character == "_" { sub = script } else { sup = script }
                atoms.append(.scripts(sub: sub, sup: sup))
            case "\\":
                let start = position
                atoms.append(try command(at: column))
                if String(characters[start..<position]) == "sqrt" { atoms += try radicand() }
            default: atoms.append(Self.atom(for: character))
            }
        }

        /// What stands under a root, in parentheses where it is more than one symbol: no bar is drawn over it.
        private mutating func radicand() throws(ParseError) -> [Atom] {
            guard position < characters.count, characters[position] == "{" else { return [] }
            position += 1
            let atoms = try group(until: "}", opened: position)
            return atoms.count > 1 ? [Self.atom(for: "(")] + atoms + [Self.atom(for: ")")] : atoms
        }

        private mutating func argument(of mark: Character, at column: Int) throws(ParseError) -> [Atom] {
            while position < characters.count, characters[position] == " " { position += 1 }
            guard position < characters.count, characters[position] != "$", characters[position] != "}" else {
                throw ParseError(message: "nothing follows '\(mark)'", column: column)
            }
            guard characters[position] != "_", characters[position] != "^" else {
                throw ParseError(message: "'\(mark)' is followed by another script mark", column: column)
            }
            var atoms: [Atom] = []
            try appendNext(to: &atoms)
            return atoms
        }

        private mutating func command(at column: Int) throws(ParseError) -> Atom {
            guard position < characters.count else {
                throw ParseError(message: "a backslash with nothing behind it", column: column)
            }
            if let width = MathText.spaces[characters[position]] {
                position += 1
                return .space(width)
            }
            var name = ""
            while position < characters.count, characters[position].isASCII, characters[position].isLetter {
                name.append(characters[position])
                position += 1
            }
            if name.isEmpty {
                name = String(characters[position])
                position += 1
            }
            if let symbol = MathText.symbols[name] { return symbol }
            if MathText.operators.contains(name) { return .symbol(name, .upright, .function) }
            throw ParseError(
                message: "the command '\\\(name)' is not known", column: column, help: Self.suggestion(for: name))
        }

        private static func suggestion(for name: String) -> String? {
            let known =
                MathText.symbols.keys.filter { $0.allSatisfy(\.isLetter) }.sorted() + MathText.operators.sorted()
            return Name.closest(to: name, among: known).map { "did you mean '\\\($0)'?" }
        }

        private static func atom(for character: Character) -> Atom {
            switch character {
            case "-": .symbol("−", .upright, .binary)
            case "*": .symbol("∗", .upright, .binary)
            case "+", "±", "×", "·", "−": .symbol(String(character), .upright, .binary)
            case "=", "<", ">", "≤", "≥", "≈", "←", "→": .symbol(String(character), .upright, .relation)
            case ",", ";": .symbol(String(character), .upright, .punctuation)
            case "(", "[": .symbol(String(character), .upright, .opening)
            case _ where character.isLetter: .symbol(String(character), .italic, .ordinary)
            default: .symbol(String(character), .upright, .ordinary)
            }
        }
    }
}
