import Drawings

/// What the lines and signs of a map mean, set as a column of entries.
struct Legend {
    /// One sign with its words.
    struct Entry {
        enum Sign {
            case trail(TrailStyle)
            case start
            case minimum
        }
        let sign: Sign
        let label: String
        /// Smaller lines under the label, or behind it where there is room.
        let notes: [String]
    }

    let commands: [Drawing.Command]
    let size: Point

    /// How much each entry tells; the first form that fits is taken.
    private enum Form: CaseIterable { case full, joined, labels }

    /// - Parameters:
    ///   - origin: the column's upper left corner.
    ///   - width: notes that would reach farther begin a new line.
    ///   - room: where the entries do not fit they tell less; labels alone are set smaller where they are too wide, and
    ///     where they are too many the last line says how many are left out.
    init(_ entries: [Entry], at origin: Point, width: Double, room: Point, _ lettering: Lettering, _ style: Style) {
        var style = style
        func set(_ form: Form, upTo count: Int) -> Setter {
            var setter = Setter(origin: origin, width: min(width, room.x), lettering: lettering, style: style)
            for entry in entries.prefix(count) { setter.set(entry, form) }
            if count < entries.count { setter.set(remark: "and \(entries.count - count) more") }
            return setter
        }
        let forms = Form.allCases.lazy.map { set($0, upTo: entries.count) }
        var setter = forms.first { $0.height <= room.y && $0.widest <= room.x } ?? set(.labels, upTo: entries.count)
        if setter.widest > room.x {
            let words = max(1, setter.widest - Setter.signWidth - Setter.gap)
            let factor = max(0.45, (room.x - Setter.signWidth - Setter.gap) / words)
            (style.legendSize, style.noteSize) = (factor * style.legendSize, factor * style.noteSize)
            setter = set(.labels, upTo: entries.count)
        }
        if setter.height > room.y {
            let lines = Int(exactly: (room.y / setter.lineHeight).rounded(.down)) ?? 1
            setter = set(.labels, upTo: min(entries.count, max(0, lines - 1)))
        }
        commands = setter.commands
        size = Point(setter.widest, setter.height)
    }

    private struct Setter {
        let origin: Point
        let width: Double
        let lettering: Lettering
        let style: Style
        var commands: [Drawing.Command] = []
        var height = 0.0
        var widest = 0.0

        static let signWidth = 34.0
        static let gap = 7.0
        var lineHeight: Double { 1.28 * style.legendSize }
        private var noteHeight: Double { 1.3 * style.noteSize }

        mutating func set(_ entry: Entry, _ form: Form) {
            let baseline = origin.y + height + 0.95 * style.legendSize
            commands += sign(entry.sign, at: Point(origin.x, baseline - 0.32 * style.legendSize))
            place(entry.label, style.legendSize, style.ink, at: baseline)
            height += lineHeight
            guard form != .labels else { return }
            let notes = entry.notes.filter { !$0.isEmpty }
            for note in form == .joined ? [notes.joined(separator: ", ")].filter({ !$0.isEmpty }) : folded(notes) {
                place(note, style.noteSize, style.quietInk, at: origin.y + height + 0.85 * style.noteSize)
                height += noteHeight
            }
            height += notes.isEmpty ? 1.5 : 5
        }

        mutating func set(remark: String) {
            place(remark, style.noteSize, style.quietInk, at: origin.y + height + 0.95 * style.noteSize)
            height += lineHeight
        }

        /// Notes that fit beside each other share a line.
        private func folded(_ notes: [String]) -> [String] {
            var lines: [String] = []
            for note in notes {
                let joined = lines.last.map { "\($0), $\\,$\(note)" }
                if let joined, lettering.line(joined, size: style.noteSize).width <= width - Self.signWidth - Self.gap {
                    lines[lines.count - 1] = joined
                } else {
                    lines.append(note)
                }
            }
            return lines
        }

        private mutating func place(_ text: String, _ size: Double, _ color: Color, at baseline: Double) {
            let line = lettering.line(text, size: size)
            // A letter that reaches left of its origin, such as an italic f, is set flush with the others.
            let x = origin.x + Self.signWidth + Self.gap - min(0, line.ink?.min.x ?? 0)
            commands.append(.fill(line.placed(at: Point(x, baseline)), color))
            widest = max(widest, Self.signWidth + Self.gap + line.width)
        }

        private func sign(_ sign: Entry.Sign, at left: Point) -> [Drawing.Command] {
            let middle = left + Point(Self.signWidth / 2, 0)
            switch sign {
            case .start: return Trails.start(at: middle, style)
            case .minimum: return Trails.star(at: middle, style, scale: 0.8)
            case .trail(let trail):
                let line = Path(through: [left, left + Point(Self.signWidth - style.markerSize, 0)])
                let end = left + Point(Self.signWidth - style.markerSize, 0)
                let marker = trail.marker.path(at: end, radius: style.markerSize)
                return [
                    .stroke(line, Stroke(width: style.trailWidth, dash: trail.dash), trail.color),
                    .stroke(marker, Stroke(width: 1.6, join: .round), .white), .fill(marker, trail.color),
                ]
            }
        }
    }
}
