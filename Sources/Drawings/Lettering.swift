/// A line of type, set: its outline with the baseline's beginning at the origin, and its measures, in points.
public struct TextLine: Hashable, Sendable {
    public let outline: Path
    /// How far the pen moves.
    public let width: Double
    /// The box around the ink; nil where there is none.
    public let ink: Box?

    /// The outline placed so that the baseline begins at the point.
    public func placed(at baseline: Point) -> Path { outline.moved(by: baseline) }
}

/// Sets text and mathematics in glyph outlines, so that every output format lays out alike.
///
/// Not safe to share between threads: font files keep state while they are read.
public final class Lettering {
    private let regular: Typeface
    private let italic: Typeface
    private let fallback: Typeface
    private var lines: [Key: TextLine] = [:]
    /// Characters set so far that no font has, in order; a box stands in their place.
    public private(set) var missing: [Unicode.Scalar] = []

    private struct Key: Hashable {
        let text: MathText
        let size: Double
    }

    /// - Throws: `FontError` where a file is missing or no font.
    public init(_ files: FontFiles) throws(FontError) {
        regular = try Typeface(path: files.regular)
        italic = try Typeface(path: files.italic)
        fallback = try Typeface(path: files.fallback)
    }

    /// Sets one line at a type size in points. Text that is not valid `MathText` is set as it was typed.
    public func line(_ text: String, size: Double) -> TextLine {
        line((try? MathText(text)) ?? MathText(verbatim: text), size: size)
    }

    /// Sets one line, cut with an ellipsis where it would be wider than the room.
    public func line(_ text: String, size: Double, atMost room: Double) -> TextLine {
        let whole = line(text, size: size)
        guard whole.width > room else { return whole }
        // Halving finds the longest beginning that fits.
        let parsed = (try? MathText(text)) ?? MathText(verbatim: text)
        var (fits, tooLong) = (0, min(parsed.length, 4096))
        while fits + 1 < tooLong {
            let middle = (fits + tooLong) / 2
            let isShort = line(parsed.cut(to: middle), size: size).width <= room
            if isShort { fits = middle } else { tooLong = middle }
        }
        return line(parsed.cut(to: fits), size: size)
    }

    /// Sets one line at a type size in points.
    public func line(_ text: MathText, size: Double) -> TextLine {
        let key = Key(text: text, size: size)
        if let known = lines[key] { return known }
        var setter = LineSetter(lettering: self)
        setter.set(text.atoms, size: size, rise: 0)
        let line = TextLine(outline: setter.outline, width: setter.pen, ink: setter.outline.bounds)
        lines[key] = line
        return line
    }

    /// The face that has the character: the one asked for, else upright, else the fallback.
    fileprivate func face(for scalar: Unicode.Scalar, style: MathText.Style) -> Typeface {
        if style == .italic, italic.has(scalar) { return italic }
        if regular.has(scalar) { return regular }
        if !fallback.has(scalar), !scalar.properties.isDefaultIgnorableCodePoint, !missing.contains(scalar) {
            missing.append(scalar)
        }
        // Its sign for a character it lacks is a box.
        return fallback
    }
}

/// The pen that walks along a line and leaves outlines behind.
private struct LineSetter {
    let lettering: Lettering
    var outline = Path()
    var pen = 0.0
    /// Whether the next binary operator stands between two operands (else it is a sign and takes no room).
    private var hasOperand = false

    init(lettering: Lettering) { self.lettering = lettering }

    /// Script size and shifts, in ems of the size they stand beside (near those of Computer Modern's text style).
    private static let (scriptScale, subDrop, supRise) = (0.7, 0.17, 0.39)

    mutating func set(_ atoms: [MathText.Atom], size: Double, rise: Double, inScript: Bool = false) {
        for (index, atom) in atoms.enumerated() {
            switch atom {
            case .text(let text):
                run(text, style: .upright, size: size, rise: rise)
                // "from −2 to −1": a minus behind a word is a sign.
                hasOperand = text.last != " "
            case .space(let ems): pen += ems * size
            case .symbol(let text, let style, let spacing):
                let next = index + 1 < atoms.count ? atoms[index + 1] : nil
                symbol(text, style, spacing, size: size, rise: rise, isTight: inScript, before: next)
            case .scripts(let sub, let sup): scripts(sub, sup, size: size, rise: rise)
            }
        }
    }

    private mutating func symbol(
        _ text: String, _ style: MathText.Style, _ spacing: MathText.Spacing, size: Double, rise: Double,
        isTight: Bool, before next: MathText.Atom?
    ) {
        var (before, after) = (0.0, 0.0)
        switch spacing {
        case .ordinary, .opening: break
        case .punctuation: after = next == nil ? 0 : 3.0 / 18
        case .function:
            // log x, but log(x) and log₁₀(x).
            if case .symbol(_, _, .opening)? = next { break }
            if case .scripts? = next { break }
            after = next == nil ? 0 : 3.0 / 18
        case .binary where hasOperand: (before, after) = (4.0 / 18, 4.0 / 18)
        case .binary: break
        case .relation: (before, after) = (5.0 / 18, 5.0 / 18)
        }
        if isTight { (before, after) = (0, 0) }
        pen += before * size
        run(text, style: style, size: size, rise: rise)
        pen += after * size
        hasOperand = spacing == .ordinary
    }

    private mutating func scripts(_ sub: [MathText.Atom], _ sup: [MathText.Atom], size: Double, rise: Double) {
        let begin = pen
        let small = size * Self.scriptScale
        set(sub, size: small, rise: rise - Self.subDrop * size, inScript: true)
        let end = pen
        // A superscript clears the slant of an italic letter before it.
        pen = begin + 0.04 * size
        set(sup, size: small, rise: rise + Self.supRise * size, inScript: true)
        pen = max(end, sup.isEmpty ? begin : pen) + 0.04 * size
        hasOperand = true
    }

    /// Text of one style, broken where a character needs another face.
    private mutating func run(_ text: String, style: MathText.Style, size: Double, rise: Double) {
        var piece = ""
        var pieceFace: Typeface?
        func flush(_ setter: inout LineSetter) {
            if let pieceFace, !piece.isEmpty { setter.draw(piece, with: pieceFace, size: size, rise: rise) }
            piece = ""
        }
        for scalar in text.unicodeScalars {
            let face = lettering.face(for: scalar, style: style)
            if face !== pieceFace { flush(&self) }
            pieceFace = face
            piece.unicodeScalars.append(scalar)
        }
        flush(&self)
    }

    private mutating func draw(_ text: String, with face: Typeface, size: Double, rise: Double) {
        let scale = size / face.unitsPerEm
        let (glyphs, advance) = face.shape(text)
        for glyph in glyphs {
            let origin = Point(pen + glyph.offset.x * scale, -rise - glyph.offset.y * scale)
            outline.append(face.outline(glyph.index).scaled(by: Point(scale, -scale)).moved(by: origin))
        }
        pen += advance * scale
    }
}
