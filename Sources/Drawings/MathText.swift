/// Text with mathematics between dollar signs, taken apart: `RMSprop, $\beta = 0.9$`.
///
/// Outside the dollars every character stands for itself (`\$` for a dollar sign). Between them stands the subset of
/// TeX's mathematics that labels need: letters are italic, digits and names of functions upright; `_`, `^` and `'` set
/// scripts; `\frac`, `\sqrt`, accents, alphabets, `\left … \right`, spaces and the symbols of `MathText.symbols` are
/// known by their TeX names.
public struct MathText: Hashable, Sendable {
    /// A stretch of a line.
    public enum Piece: Hashable, Sendable {
        /// Upright text as typed.
        case text(String)
        /// What stood between two dollar signs.
        case math([Atom])
    }

    /// One part of a formula.
    public indirect enum Atom: Hashable, Sendable {
        /// A letter, a number, the name of a function or a sign.
        case symbol(String, Alphabet, Class)
        /// Words inside mathematics, spaces and all.
        case text(String)
        /// Empty space, in ems.
        case space(Double)
        /// Atoms that stand for one.
        case group([Atom], Class)
        /// Scripts beside a base; primes come before the rest of the superscript.
        case scripts(Atom, sub: [Atom], primes: Int, sup: [Atom])
        /// A fraction with a rule; its parts are set smaller unless it is a display fraction. `nil` takes the style
        /// of what stands around it.
        case fraction([Atom], over: [Atom], isDisplay: Bool?)
        /// A root; the degree is empty for the square root.
        case root([Atom], degree: [Atom])
        case accent(Accent, [Atom])
        /// Delimiters that grow with what they enclose; an empty one is not drawn.
        case fenced(String, [Atom], String)
    }

    /// The shapes a letter can have.
    public enum Alphabet: Hashable, Sendable {
        case upright
        /// The italics of variables.
        case italic
        /// The italics of words.
        case textItalic
        case bold, boldItalic
        case script, doubleStruck
    }

    /// What part an atom plays, which decides the room beside it (TeX's classes).
    public enum Class: Int, Hashable, Sendable {
        case ordinary, function, binary, relation, opening, closing, punctuation, inner
    }

    /// What stands over (or under) an atom.
    public enum Accent: Hashable, Sendable {
        /// A combining mark; a wide one grows with what is below it.
        case mark(Unicode.Scalar, isWide: Bool)
        case overline, underline
    }

    /// What cannot be set, and where.
    public struct ParseError: Error, Hashable, Sendable {
        public let message: String
        /// The place in the text, in characters, from 1.
        public let column: Int
        public var help: String?
    }

    /// The stretches from left to right.
    public let pieces: [Piece]

    /// Takes a line of text apart.
    ///
    /// - Throws: `ParseError` with the place of the first mistake between dollar signs.
    public init(_ text: String) throws(ParseError) {
        var parser = MathParser(characters: Array(text))
        pieces = try parser.line()
    }

    /// Text of which nothing is mathematics.
    public init(verbatim text: String) { pieces = [.text(text)] }

    private init(pieces: [Piece]) { self.pieces = pieces }

    /// How many parts it can be cut into: characters of upright text, atoms of mathematics.
    var length: Int {
        pieces.reduce(0) { count, piece in
            switch piece {
            case .text(let text): count + text.count
            case .math(let atoms): count + atoms.count
            }
        }
    }

    /// The first so many parts and an ellipsis.
    func cut(to length: Int) -> MathText {
        var kept: [Piece] = []
        var rest = length
        for piece in pieces where rest > 0 {
            switch piece {
            case .text(let text):
                kept.append(.text(String(text.prefix(rest))))
                rest -= text.count
            case .math(let atoms):
                kept.append(.math(Array(atoms.prefix(rest))))
                rest -= atoms.count
            }
        }
        return MathText(pieces: kept + [.text("…")])
    }
}
