import Drawings

/// The frame of a panel with ticks, their numbers and the axes' titles.
struct Axes {
    /// How the box is drawn.
    enum Border: Hashable, Sendable {
        /// On all four sides, for maps.
        case closed
        /// On the left and below, with lines across at the numbers, for curves.
        case open
    }

    let x: Axis
    let y: Axis
    var border = Border.closed
    let style: Style
    /// About how high the frame is.
    let height: Double

    private static let numberGap = 3.0
    private static let titleGap = 4.0
    /// The least size of a long title, as a part of the usual one.
    private static let smallestTitle = 0.7

    /// Axes for a map.
    ///
    /// - Parameter size: the frame's width and height as far as they are known, to choose how many ticks there are.
    init(
        _ titles: (x: String, y: String), domain: (x: ClosedRange<Double>, y: ClosedRange<Double>), size: Point,
        _ style: Style
    ) {
        let count = Axis.tickCount(along: size.y, pitch: Axis.pitch.y, style)
        self.init(
            x: Axis(titles.x, over: domain.x, across: size.x, style),
            y: Axis(titles.y, over: domain.y, atMost: count), height: size.y, style)
    }

    init(x: Axis, y: Axis, border: Border = .closed, height: Double, _ style: Style) {
        (self.x, self.y, self.border, self.style) = (x, y, border, style)
        self.height = max(height, style.labelSize)
    }

    // MARK: Room

    /// Room needed left of the frame.
    func left(_ lettering: Lettering) -> Double {
        let numbers = y.ticks.map { lettering.line($0.text, size: style.tickSize).width }.max() ?? 0
        guard numbers > 0 || !y.title.isEmpty else { return style.tickLength }
        let title = y.title.isEmpty ? 0 : Self.titleGap + yTitle(height, lettering).breadth
        return style.tickLength + Self.numberGap + numbers + title
    }

    /// Room needed below the frame.
    var bottom: Double {
        guard x.ticks.contains(where: { !$0.text.isEmpty }) else { return style.tickLength }
        let title = x.title.isEmpty ? 0 : Self.titleGap + 0.95 * style.labelSize
        return style.tickLength + Self.numberGap + style.tickSize + title
    }

    /// Room needed right of the frame: half of the last number.
    func right(_ lettering: Lettering) -> Double {
        (x.ticks.last.map { lettering.line($0.text, size: style.tickSize).width } ?? 0) / 2
    }

    // MARK: Drawing

    /// The lines across the panel, to be drawn below what it shows.
    func grid(_ box: Box) -> [Drawing.Command] {
        guard border == .open else { return [] }
        var lines = Path()
        for tick in x.ticks where !tick.text.isEmpty {
            let place = box.min.x + tick.position * box.width
            lines.append(Path(through: [Point(place, box.min.y), Point(place, box.max.y)]))
        }
        for tick in y.ticks where !tick.text.isEmpty {
            let place = box.max.y - tick.position * box.height
            lines.append(Path(through: [Point(box.min.x, place), Point(box.max.x, place)]))
        }
        return lines.isEmpty ? [] : [.stroke(lines, Stroke(width: style.gridWidth), style.gridColor)]
    }

    func commands(_ box: Box, _ lettering: Lettering) -> [Drawing.Command] {
        var ticks = Path()
        var commands: [Drawing.Command] = [.stroke(outline(box), Stroke(width: style.frameWidth), style.ink)]
        for tick in x.ticks {
            let foot = Point(box.min.x + tick.position * box.width, box.max.y)
            ticks.append(Path(through: [foot, foot + Point(0, length(of: tick))]))
            let line = lettering.line(tick.text, size: style.tickSize)
            let baseline = box.max.y + style.tickLength + Self.numberGap + 0.72 * style.tickSize
            commands.append(.fill(line.placed(at: Point(foot.x - line.width / 2, baseline)), style.ink))
        }
        for tick in y.ticks {
            let foot = Point(box.min.x, box.max.y - tick.position * box.height)
            ticks.append(Path(through: [foot, foot - Point(length(of: tick), 0)]))
            let line = lettering.line(tick.text, size: style.tickSize)
            let end = box.min.x - style.tickLength - Self.numberGap
            commands.append(.fill(line.placed(at: Point(end - line.width, foot.y + 0.33 * style.tickSize)), style.ink))
        }
        commands.append(.stroke(ticks, Stroke(width: style.frameWidth), style.ink))
        return commands + names(box, lettering)
    }

    private func length(of tick: Axis.Tick) -> Double {
        tick.text.isEmpty && border == .open ? 0.6 * style.tickLength : style.tickLength
    }

    private func outline(_ box: Box) -> Path {
        switch border {
        case .closed: Path(box)
        case .open: Path(through: [box.min, Point(box.min.x, box.max.y), box.max])
        }
    }

    /// The title of the y axis: a symbol stands upright, anything longer is turned to run upwards.
    ///
    /// - Parameter room: how long it can be.
    private func yTitle(_ room: Double, _ lettering: Lettering) -> (outline: Path, breadth: Double, height: Double) {
        let line = fitted(y.title, room: room, lettering)
        if line.width <= 1.6 * style.labelSize { return (line.outline, line.width, 0.3 * style.labelSize) }
        let turned = line.outline.turnedLeft().moved(by: Point(0.85 * style.labelSize, 0))
        return (turned, 1.1 * style.labelSize, line.width / 2)
    }

    /// A title, set smaller where it is too long, and cut where that is not enough.
    private func fitted(_ title: String, room: Double, _ lettering: Lettering) -> TextLine {
        let width = lettering.line(title, size: style.labelSize).width
        let size = style.labelSize * min(1, max(Self.smallestTitle, room / max(width, 1)))
        return lettering.line(title, size: size, atMost: room)
    }

    private func names(_ box: Box, _ lettering: Lettering) -> [Drawing.Command] {
        let xTitle = fitted(x.title, room: box.width + 8, lettering)
        let yTitle = yTitle(box.height + 8, lettering)
        let below = box.max.y + bottom - 0.35 * style.labelSize
        let beside = box.min.x - left(lettering)
        return [
            .fill(xTitle.placed(at: Point(box.center.x - xTitle.width / 2, below)), style.ink),
            .fill(yTitle.outline.moved(by: Point(beside, box.center.y + yTitle.height)), style.ink),
        ]
    }
}
