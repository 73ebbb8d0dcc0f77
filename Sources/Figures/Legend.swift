import Drawings
import Surfaces

/// What the lines and signs of a map mean, set as a column of entries.
struct Legend {
    /// One sign with its words.
    struct Entry {
        enum Sign {
            case trail(TrailStyle)
            case start
            case minimum
            case critical(CriticalPoint.Kind)
            /// The colours of the steps.
            case steps
        }
        let sign: Sign
        let label: String
        /// Smaller lines under the label, or behind it where there is room.
        let notes: [String]

        var isTrail: Bool { if case .trail = sign { true } else { false } }
    }

    let commands: [Drawing.Command]
    let size: Point

    /// How much each entry tells; the first form that fits is taken.
    private enum Form: CaseIterable { case full, joined, labels }

    /// One entry under the other; nil where there are none.
    ///
    /// - Parameters:
    ///   - origin: the column's upper left corner.
    ///   - width: notes that would reach farther begin a new line.
    ///   - room: where the entries do not fit they tell less; labels alone are set smaller where they are too wide, and
    ///     where they are too many one line says how many are left out.
    static func column(
        _ entries: [Entry], at origin: Point, width: Double, room: Point, _ lettering: Lettering, _ style: Style
    ) -> Legend? {
        guard !entries.isEmpty else { return nil }
        var style = style
        let briefs = briefLabels(entries.filter(\.isTrail))
        // The trails may be cut short; start and minimum are always told.
        let (trails, signs) = (entries.filter(\.isTrail), entries.filter { !$0.isTrail })
        func set(_ form: Form, upTo count: Int) -> Setter {
            var setter = Setter(origin: origin, room: room.x, lettering: lettering, style: style)
            setter.width = min(width, room.x)
            for (entry, brief) in zip(trails, briefs).prefix(count) {
                setter.set(form == .labels ? Entry(sign: entry.sign, label: brief, notes: []) : entry, form)
            }
            if count < trails.count { setter.set(remark: "and \(trails.count - count) more") }
            for entry in signs { setter.set(entry, form) }
            return setter
        }
        let forms = Form.allCases.lazy.map { set($0, upTo: trails.count) }
        var setter = forms.first { $0.height <= room.y && $0.widest <= room.x } ?? set(.labels, upTo: trails.count)
        if setter.widest > room.x {
            let words = max(1, setter.widest - Setter.columnSignWidth - Setter.gap)
            let factor = max(0.6, (room.x - Setter.columnSignWidth - Setter.gap) / words)
            (style.legendSize, style.noteSize) = (factor * style.legendSize, factor * style.noteSize)
            setter = set(.labels, upTo: trails.count)
        }
        if setter.height > room.y {
            let rows = Legend.rows(entries, at: origin, room: room, lettering, style)
            if rows.size.y <= room.y { return rows }
            let lines = Int(exactly: (room.y / setter.lineHeight).rounded(.down)) ?? 1
            setter = set(.labels, upTo: min(trails.count, max(0, lines - 1 - signs.count)))
        }
        return Legend(commands: setter.commands, size: Point(min(setter.widest, room.x), setter.height))
    }

    /// How wide a column with the labels alone is.
    static func width(ofLabels entries: [Entry], _ lettering: Lettering, _ style: Style) -> Double {
        let (trails, signs) = (entries.filter(\.isTrail), entries.filter { !$0.isTrail })
        let widths = (briefLabels(trails) + signs.map(\.label)).map { lettering.line($0, size: style.legendSize).width }
        return Setter.columnSignWidth + Setter.gap + (widths.max() ?? 0)
    }

    /// What is told of each entry where there is room for one line only: the label, and the first note wherever others
    /// have the same label.
    private static func briefLabels(_ entries: [Entry]) -> [String] {
        let uses = Dictionary(entries.map { ($0.label, 1) }, uniquingKeysWith: +)
        return entries.map { entry in
            let note = entry.notes.first { !$0.isEmpty }
            guard let note, uses[entry.label] != 1 else { return entry.label }
            return "\(entry.label), \(note)"
        }
    }

    /// Labels alone, as many beside each other as the width allows, set smaller where the height asks for it.
    static func rows(
        _ entries: [Entry], at origin: Point, room: Point, _ lettering: Lettering, _ style: Style
    ) -> Legend {
        var smaller = style
        for factor in [1, 0.9, 0.8, 0.7] {
            smaller.legendSize = factor * style.legendSize
            let legend = rows(entries, at: origin, width: room.x, lettering, smaller)
            if legend.size.y <= room.y { return legend }
        }
        // The page is too small for all of them: as many as there is room for.
        let fitting = entries.indices.last {
            rows(Array(entries[...$0]), at: origin, width: room.x, lettering, smaller).size.y <= room.y
        }
        return rows(fitting.map { Array(entries[...$0]) } ?? [], at: origin, width: room.x, lettering, smaller)
    }

    private static func rows(
        _ entries: [Entry], at origin: Point, width: Double, _ lettering: Lettering, _ style: Style
    ) -> Legend {
        let signWidth = 24.0
        let labels = briefLabels(entries)
        let cells = labels.map {
            min(width, lettering.line($0, size: style.legendSize).width + signWidth + Setter.gap + columnGap)
        }
        let widths = columnWidths(cells, width: width)
        var commands: [Drawing.Command] = []
        var height = 0.0
        for start in stride(from: 0, to: entries.count, by: widths.count) {
            var tallest = 0.0
            var left = 0.0
            for (entry, index) in zip(entries[start...], start...).prefix(widths.count) {
                let room = widths[index - start]
                var setter = Setter(
                    origin: origin + Point(left, height), room: room, lettering: lettering, style: style)
                setter.signWidth = signWidth
                setter.set(Entry(sign: entry.sign, label: labels[index], notes: []), .labels)
                commands += setter.commands
                tallest = max(tallest, setter.height)
                left += room
            }
            height += tallest
        }
        return Legend(commands: commands, size: Point(min(width, widths.reduce(0, +) - columnGap), height))
    }

    private static let columnGap = 10.0

    /// Columns for the fewest rows, as few as these rows need, so that the last row is not much shorter.
    private static func columnWidths(_ cells: [Double], width: Double) -> [Double] {
        for rows in 1...max(1, cells.count) {
            let columns = max(1, (cells.count + rows - 1) / rows)
            let widths = (0..<columns).map { column in
                stride(from: column, to: cells.count, by: columns).map { cells[$0] }.max() ?? 0
            }
            if widths.reduce(0, +) - columnGap <= width || columns == 1 { return widths }
        }
        return [width]
    }

    private struct Setter {
        let origin: Point
        /// Nothing reaches farther; what would is cut.
        let room: Double
        let lettering: Lettering
        let style: Style
        var width = 0.0
        var commands: [Drawing.Command] = []
        var height = 0.0
        var widest = 0.0

        var signWidth = Setter.columnSignWidth

        static let columnSignWidth = 34.0
        static let gap = 7.0
        static func lineHeight(_ style: Style) -> Double { 1.28 * style.legendSize }
        var lineHeight: Double { Self.lineHeight(style) }
        private var noteHeight: Double { 1.3 * style.noteSize }

        mutating func set(_ entry: Entry, _ form: Form) {
            let excess = line(entry.label, style.legendSize).excess
            let baseline = origin.y + height + excess.above + 0.95 * style.legendSize
            commands += sign(entry.sign, at: Point(origin.x, baseline - 0.32 * style.legendSize))
            let notes = entry.notes.filter { !$0.isEmpty }
            place(entry.label, style.legendSize, style.ink, at: baseline)
            height += lineHeight + excess.above + excess.below
            guard form != .labels else { return }
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

        /// Notes that fit beside each other share a line; what does not fit one line goes on in the next.
        private func folded(_ notes: [String]) -> [String] {
            func fits(_ text: String) -> Bool {
                lettering.line(text, size: style.noteSize).width <= width - signWidth - Self.gap
            }
            var lines: [String] = []
            for note in notes {
                if let last = lines.last, fits("\(last), $\\,$\(note)") {
                    lines[lines.count - 1] = "\(last), $\\,$\(note)"
                    continue
                }
                lines.append("")
                for word in fits(note) ? [note] : note.words {
                    let longer = lines[lines.count - 1].isEmpty ? word : "\(lines[lines.count - 1]), \(word)"
                    if fits(longer) || lines[lines.count - 1].isEmpty {
                        lines[lines.count - 1] = longer
                    } else {
                        lines[lines.count - 1] += ","
                        lines.append(word)
                    }
                }
            }
            return lines
        }

        private func line(_ text: String, _ size: Double) -> TextLine {
            lettering.line(text, size: size, atMost: max(room - signWidth - Self.gap, size))
        }

        private mutating func place(_ text: String, _ size: Double, _ color: Color, at baseline: Double) {
            let line = line(text, size)
            // A letter that reaches left of its origin, such as an italic f, is set flush with the others.
            let x = origin.x + signWidth + Self.gap - min(0, line.ink?.min.x ?? 0)
            commands.append(.fill(line.placed(at: Point(x, baseline)), color))
            // What had to be cut counts whole: where another form fits, that one is taken.
            widest = max(widest, signWidth + Self.gap + lettering.line(text, size: size).width)
        }

        /// The colours of the steps from the first to the last.
        private func steps(at left: Point) -> [Drawing.Command] {
            let count = 24
            return (0..<count).map { index in
                let begin = left + Point(signWidth * Double(index) / Double(count), -0.5 * style.haloWidth)
                // Each reaches to the end, so that no seam shows.
                let piece = Box(from: begin, to: left + Point(signWidth, 0.5 * style.haloWidth))
                return .fill(Path(piece), style.color(atStep: Double(index) / Double(count - 1)))
            }
        }

        private func sign(_ sign: Entry.Sign, at left: Point) -> [Drawing.Command] {
            let middle = left + Point(signWidth / 2, 0)
            switch sign {
            case .start: return PointSign.start(at: middle, style)
            case .minimum: return PointSign.star(at: middle, style, scale: 0.8)
            case .critical(let kind): return PointSign.critical(kind, at: middle, style)
            case .steps: return steps(at: left)
            case .trail(let trail):
                let end = left + Point(signWidth - style.markerSize, 0)
                // From the marker on, so that no gap of a dashed line parts them.
                let line = Path(through: [end, left])
                let marker = trail.marker.path(at: end, radius: style.markerSize)
                let width = trail.relativeWidth * style.trailWidth
                return [
                    .stroke(line, Stroke(sampleOf: trail.dash(1), width: width, length: end.x - left.x), trail.color),
                    .stroke(marker, Stroke(width: 1.6, join: .round), style.page), .fill(marker, trail.color),
                ]
            }
        }
    }
}

extension String {
    /// The parts between commas; those inside mathematics part nothing.
    fileprivate var words: [String] {
        var words: [String] = []
        for piece in components(partedBy: ", ") {
            // An odd count of dollars: the comma stood between two of them.
            if let last = words.last, last.count(where: { $0 == "$" }) % 2 == 1 {
                words[words.count - 1] = "\(last), \(piece)"
            } else {
                words.append(piece)
            }
        }
        return words
    }

    private func components(partedBy separator: String) -> [String] { split(separator: separator).map(String.init) }
}
