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
    /// About how wide and high the frame is.
    let width: Double
    let height: Double

    private static let numberGap = 3.0
    private static let titleGap = 4.0
    /// The least size of a long title, as a part of the usual one.
    private static let smallestTitle = 0.7

    /// Axes for a map.
    ///
    /// - Parameters:
    ///   - size: the frame's width and height as far as they are known, to choose how many ticks there are.
    ///   - repeatGap: the distance to a neighbour with the same axes; nil where there is none.
    init(
        _ titles: (x: String, y: String), domain: (x: ClosedRange<Double>, y: ClosedRange<Double>), size: Point,
        repeatGap: Double? = nil, _ style: Style
    ) {
        let count = Axis.tickCount(along: size.y, pitch: Axis.pitch.y, style)
        self.init(
            x: Axis(titles.x, over: domain.x, across: size.x, repeatGap: repeatGap, style),
            y: Axis(titles.y, over: domain.y, atMost: count), width: size.x, height: size.y, style)
    }

    init(x: Axis, y: Axis, border: Border = .closed, width: Double, height: Double, _ style: Style) {
        (self.x, self.y, self.border, self.style) = (x, y, border, style)
        self.width = max(width, style.labelSize)
        self.height = max(height, style.labelSize)
    }

    // MARK: Room

    /// Room needed left of the frame.
    func left(_ lettering: Lettering) -> Double {
        let first = x.overhang(along: width) { lettering.line($0, size: style.tickSize).width }.first
        let numbers = y.ticks.map { lettering.line($0.text, size: style.tickSize).width }.max() ?? 0
        let breadth = yTitle(height, lettering).breadth
        guard numbers > 0 || breadth > 0 else { return max(style.tickLength, first) }
        return max(first, style.tickLength + Self.numberGap + numbers + (breadth > 0 ? Self.titleGap + breadth : 0))
    }

    /// Room needed below the frame.
    var bottom: Double {
        guard x.ticks.contains(where: { !$0.text.isEmpty }) else { return style.tickLength }
        let title = x.title.isEmpty ? 0 : Self.titleGap + 0.95 * style.labelSize
        return style.tickLength + Self.numberGap + style.tickSize + title
    }

    /// Room needed right of the frame, for the last number.
    func right(_ lettering: Lettering) -> Double {
        x.overhang(along: width) { lettering.line($0, size: style.tickSize).width }.last
    }

    /// The axes with the numbers for which a box has room.
    private func spaced(in box: Box, _ lettering: Lettering) -> (x: Axis, y: Axis) {
        let gap = 0.3 * style.tickSize
        return (
            x.spaced(along: box.width, gap: gap) { lettering.line($0, size: style.tickSize).width },
            y.spaced(along: box.height, gap: gap) { lettering.line($0, size: style.tickSize).ink?.height ?? 0 }
        )
    }

    // MARK: Drawing

    /// The lines across the panel, to be drawn below what it shows.
    func grid(_ box: Box, _ lettering: Lettering) -> [Drawing.Command] {
        guard border == .open else { return [] }
        let (x, y) = spaced(in: box, lettering)
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
        let (x, y) = spaced(in: box, lettering)
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

    /// The title of the y axis: a symbol stands upright, anything longer is turned to run upwards, in two lines where
    /// one is too long; nothing where the frame is too low for it.
    private func yTitle(_ height: Double, _ lettering: Lettering) -> (outline: Path, breadth: Double, height: Double) {
        let room = height + 8
        let line = fitted(y.title, room: room, lettering)
        if line.width <= 1.6 * style.labelSize, line.width <= room {
            return (line.outline, line.width, line.width > 0 ? 0.3 * style.labelSize : 0)
        }
        func turned(_ outline: Path, line number: Int) -> Path {
            outline.turnedLeft().moved(by: Point((0.85 + Double(number)) * style.labelSize, 0))
        }
        if line.width <= room { return (turned(line.outline, line: 0), 1.1 * style.labelSize, line.width / 2) }
        let size = Self.smallestTitle * style.labelSize
        let lines = y.title.halved.map { lettering.line($0, size: size) }
        let length = lines.map(\.width).max() ?? 0
        guard lines.count == 2, length <= room else { return (Path(), 0, 0) }
        var outline = Path()
        for (number, line) in lines.enumerated() {
            outline.append(
                turned(line.outline, line: 0)
                    .moved(by: Point((1.15 * Double(number) - 0.3) * size, (line.width - length) / 2)))
        }
        return (outline, 2.15 * size, length / 2)
    }

    /// A title, set smaller or shortened where it is too long.
    private func fitted(_ title: String, room: Double, _ lettering: Lettering) -> TextLine {
        var line = lettering.line("", size: style.labelSize)
        for form in title.shorterForms {
            let width = lettering.line(form, size: style.labelSize).width
            let size = style.labelSize * min(1, max(Self.smallestTitle, room / max(width, 1)))
            line = lettering.line(form, size: size)
            if line.width <= room { break }
        }
        return line
    }

    private func names(_ box: Box, _ lettering: Lettering) -> [Drawing.Command] {
        // A title may be longer than its frame, but not as long as to reach that of a neighbour.
        let xTitle = fitted(x.title, room: box.width + 8, lettering)
        let yTitle = yTitle(box.height, lettering)
        let below = box.max.y + bottom - 0.35 * style.labelSize
        let beside = box.min.x - left(lettering)
        var commands: [Drawing.Command] = []
        if xTitle.width <= box.width + 8 {
            commands.append(.fill(xTitle.placed(at: Point(box.center.x - xTitle.width / 2, below)), style.ink))
        }
        return commands + [.fill(yTitle.outline.moved(by: Point(beside, box.center.y + yTitle.height)), style.ink)]
    }
}

extension String {
    /// A title and what can stand for it where it is too long: without its parentheses, then its formula alone.
    var shorterForms: [String] {
        var forms = [self]
        if let opening = firstRange(of: " ("), hasSuffix(")"), !self[opening.lowerBound...].contains("$") {
            forms.append(String(self[..<opening.lowerBound]))
        }
        let parts = (forms.last ?? self).split(separator: "$", omittingEmptySubsequences: false)
        if parts.count == 3, parts[2].isEmpty, !parts[0].isEmpty, !parts[0].hasSuffix(", ") {
            forms.append("$\(parts[1])$")
        }
        return forms
    }

    /// The two halves between which a line is broken best, at a space outside mathematics; one where there is none.
    fileprivate var halved: [String] {
        var isMath = false
        var best: Index?
        func distance(_ index: Index) -> Int { abs(2 * self.distance(from: startIndex, to: index) - count) }
        for index in indices {
            if self[index] == "$" { isMath.toggle() }
            guard self[index] == " ", !isMath else { continue }
            if best.map({ distance(index) < distance($0) }) ?? true { best = index }
        }
        return best.map { [String(self[..<$0]), String(self[index(after: $0)...])] } ?? [self]
    }
}
