import Synchronization

/// A line of type, set: its outline with the baseline's beginning at the origin, and its measures, in points.
public struct TextLine: Hashable, Sendable {
    public let outline: Path
    /// How far the pen moves.
    public let width: Double
    /// The box around the ink; nil where there is none.
    public let ink: Box?
    /// The type size in points.
    public let size: Double

    /// How far a tall formula reaches above and below the room of a line of letters, in points.
    public var excess: (above: Double, below: Double) {
        guard let ink else { return (0, 0) }
        return (max(0, -ink.min.y - 0.85 * size), max(0, ink.max.y - 0.3 * size))
    }

    /// The outline placed so that the baseline begins at the point.
    public func placed(at baseline: Point) -> Path { outline.moved(by: baseline) }
}

/// Sets text and mathematics in glyph outlines, so that every output format lays out alike.
///
/// Font files keep state while they are read, and lines that were set are kept: one thread at a time sets a line.
public final class Lettering: @unchecked Sendable {
    private let faces: Typefaces
    /// All that was set so far; by their shapes text is told from other paths of a drawing.
    private(set) var lines: [Key: TextLine] = [:]
    private let lock = Mutex(())
    /// Characters set so far that no font has, in the order of Unicode; a box stands in their place.
    public var missing: [Unicode.Scalar] { lock.withLock { _ in faces.missing.sorted() } }

    struct Key: Hashable {
        let text: MathText
        let size: Double
    }

    /// - Throws: `FontError` where a file is missing or no font.
    public init(_ files: FontFiles) throws(FontError) { faces = try Typefaces(files) }

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
        lock.withLock { _ in
            let key = Key(text: text, size: size)
            if let known = lines[key] { return known }
            let line = set(text, size: size)
            lines[key] = line
            return line
        }
    }

    private func set(_ text: MathText, size: Double) -> TextLine {
        let setter = MathSetter(faces: faces, size: size)
        var whole = MathBox()
        for piece in text.pieces {
            let box =
                switch piece {
                case .text(let text): setter.words(text, MathSetter.Level())
                case .math(let atoms): setter.list(atoms, MathSetter.Level())
                }
            let pen = whole.width
            whole.add(box, at: Point(pen, 0))
            whole.width = pen + box.width + box.italicCorrection
        }
        return TextLine(outline: whole.outline, width: whole.width, ink: whole.outline.bounds, size: size)
    }
}
