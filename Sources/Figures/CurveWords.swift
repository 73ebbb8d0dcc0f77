import Drawings

/// Words inside a panel with curves: the names of its reference lines, and of curves where they leave it.
struct CurveWords {
    /// A line across the panel.
    struct Reference {
        let text: String
        /// Its height on the page.
        let y: Double
    }

    /// The place where a curve leaves the panel.
    struct Exit {
        /// On the panel's upper or lower border.
        let place: Point
        let isUp: Bool
    }

    private let box: Box
    private var free: FreePlaces
    private let setting: Setting
    private(set) var commands: [Drawing.Command] = []

    private static let gap = 3.0
    /// The size of an arrow at the border, in points.
    static let arrow = (length: 6.0, width: 5.0)

    init(in box: Box, among lines: [[Point]], _ setting: Setting) {
        self.box = box
        self.setting = setting
        free = FreePlaces(in: box, among: lines)
    }

    /// Draws a reference line with its name above or below it, where it covers least.
    mutating func add(_ reference: Reference) {
        let style = setting.style
        let across = Path(through: [Point(box.min.x, reference.y), Point(box.max.x, reference.y)])
        commands.append(.stroke(across, Stroke(width: 0.7, dash: [3, 2]), style.quietInk))
        let line = setting.lettering.line(reference.text, size: style.noteSize)
        guard let ink = line.ink else { return }
        let room = box.width - line.width - 2 * Self.gap
        let lefts = [0, 1, 0.5, 0.25, 0.75].map { box.min.x + Self.gap + $0 * room }
        let baselines = [reference.y - Self.gap - max(0, ink.max.y), reference.y + Self.gap - ink.min.y]
        place(line, at: lefts.flatMap { left in baselines.map { Point(left, $0) } }, style.quietInk)
    }

    /// Names a curve beside the place where it leaves the panel, if no other curve passes there.
    ///
    /// - Returns: whether there was room.
    mutating func add(_ text: String, at exit: Exit, _ color: Color) -> Bool {
        let line = setting.lettering.line(text, size: setting.style.legendSize)
        guard let ink = line.ink else { return true }
        let gap = Self.arrow.width / 2 + 2 * Self.gap
        let near = exit.isUp ? exit.place.y + Self.gap - ink.min.y : exit.place.y - Self.gap - max(0, ink.max.y)
        let inwards = (exit.isUp ? 1.1 : -1.1) * line.size
        let lefts = [exit.place.x + gap, exit.place.x - gap - line.width]
        return place(
            line, at: [near, near + inwards].flatMap { y in lefts.map { Point($0, y) } }, color, covering: Self.gap)
    }

    /// - Parameter baselines: where it can begin, the best first.
    @discardableResult
    private mutating func place(
        _ line: TextLine, at baselines: [Point], _ color: Color, covering most: Double = .infinity
    ) -> Bool {
        guard let ink = line.ink else { return false }
        let boxes = baselines.map { Box(from: $0 + ink.min, to: $0 + ink.max) }
        guard let index = free.take(boxes, covering: most) else { return false }
        let outline = line.placed(at: baselines[index])
        commands.append(.stroke(outline, Stroke(width: 2, join: .round), setting.style.halo))
        commands.append(.fill(outline, color))
        return true
    }

    /// A small arrow that points out of the panel.
    static func arrow(at exit: Exit, _ color: Color, _ style: Style) -> [Drawing.Command] {
        let inwards = exit.isUp ? arrow.length : -arrow.length
        let base = exit.place + Point(0, inwards)
        let half = Point(arrow.width / 2, 0)
        let outline = Path(through: [exit.place, base - half, base + half], closed: true)
        return [.stroke(outline, Stroke(width: 1.2, join: .round), style.page), .fill(outline, color)]
    }
}
