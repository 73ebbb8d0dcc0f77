import Drawings

/// The lines above a figure.
struct TitleBlock {
    private let lines: [TextLine]
    private let note: [TextLine]

    private static let leading = 1.3
    /// A title is set this much smaller before it is broken.
    private static let smallest = 0.8
    private static let mostLines = 3
    /// A caption has more to say.
    private static let mostCaptionLines = 8

    /// - Parameters:
    ///   - candidates: the title, then shorter ones to take where it does not fit one line.
    ///   - note: a smaller line under the title.
    ///   - room: the width there is.
    init(_ candidates: [String], note: String?, room: Double, _ lettering: Lettering, _ style: Style) {
        func width(_ text: String) -> Double { lettering.line(text, size: style.titleSize).width }
        self.note = note.map { Self.broken($0, size: style.noteSize, room: room, lettering) } ?? []
        let texts = candidates.filter { !$0.isEmpty }
        guard let last = texts.last else {
            lines = []
            return
        }
        if let fitting = texts.first(where: { Self.smallest * width($0) <= room }) {
            let size = style.titleSize * min(1, room / max(width(fitting), 1))
            lines = [lettering.line(fitting, size: size)]
        } else {
            let size = Self.smallest * style.titleSize
            lines = Self.broken(last, size: size, room: room, lettering)
        }
    }

    /// A sentence or two, to stand under a figure.
    init(caption: String?, room: Double, _ lettering: Lettering, _ style: Style) {
        lines = []
        note =
            caption.map {
                Self.broken($0, size: style.noteSize, room: room, lettering, atMost: Self.mostCaptionLines)
            } ?? []
    }

    /// Breaks at spaces outside mathematics; what does not fit the last line is cut.
    private static func broken(
        _ text: String, size: Double, room: Double, _ lettering: Lettering, atMost mostLines: Int = mostLines
    ) -> [TextLine] {
        var isMath = false
        var last: Character?
        let words = text.split(omittingEmptySubsequences: true) { character in
            if character == "$", last != "\\" { isMath.toggle() }
            last = character
            return character == " " && !isMath
        }
        var rows = [""]
        for word in words {
            let longer = rows[rows.count - 1].isEmpty ? String(word) : "\(rows[rows.count - 1]) \(word)"
            let isFull = lettering.line(longer, size: size).width > room
            // The last line is cut where it is set.
            if isFull, rows.count == mostLines {
                rows[rows.count - 1] = longer
                break
            }
            if isFull, rows.count < mostLines, !rows[rows.count - 1].isEmpty {
                rows.append(String(word))
            } else {
                rows[rows.count - 1] = longer
            }
        }
        return rows.map { lettering.line($0, size: size, atMost: room) }
    }

    /// Room needed above the map.
    var height: Double { Self.stack(lines).height + Self.stack(note).height }

    /// How wide the widest line is.
    var width: Double { (lines + note).map(\.width).max() ?? 0 }

    /// How far the last baseline lies below the block's upper edge.
    var lastBaseline: Double {
        note.isEmpty
            ? Self.stack(lines).baselines.last ?? 0
            : Self.stack(lines).height + (Self.stack(note).baselines.last ?? 0)
    }

    /// The baselines of lines under each other, below their upper edge, and the room they need.
    private static func stack(_ lines: [TextLine]) -> (baselines: [Double], height: Double) {
        var baselines: [Double] = []
        var height = 0.0
        for line in lines {
            baselines.append(height + line.excess.above + 0.8 * line.size)
            height += leading * line.size + line.excess.above + line.excess.below
        }
        return (baselines, height + 0.15 * (lines.last?.size ?? 0))
    }

    /// The lines with the block's upper left corner at a place.
    func commands(at corner: Point, _ style: Style) -> [Drawing.Command] {
        let (title, small) = (Self.stack(lines), Self.stack(note))
        func place(_ lines: [TextLine], _ baselines: [Double], below y: Double, _ color: Color) -> [Drawing.Command] {
            zip(lines, baselines).map { .fill($0.placed(at: corner + Point(0, y + $1)), color) }
        }
        return place(lines, title.baselines, below: 0, style.ink)
            + place(note, small.baselines, below: title.height, style.quietInk)
    }
}
