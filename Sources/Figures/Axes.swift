import Drawings

/// The frame of a panel with ticks, their numbers and the axes' titles.
struct Axes {
    let titles: (x: String, y: String)
    let xTicks: Ticks
    let yTicks: Ticks
    let style: Style
    /// About how high the frame is.
    private let height: Double

    private static let numberGap = 3.0
    private static let titleGap = 4.0
    /// The least size of a long title, as a part of the usual one.
    private static let smallestTitle = 0.7

    /// - Parameter size: the frame's width and height as far as they are known, to choose how many ticks there are.
    init(
        _ titles: (x: String, y: String), domain: (x: ClosedRange<Double>, y: ClosedRange<Double>), size: Point,
        _ style: Style
    ) {
        self.titles = titles
        height = max(size.y, style.labelSize)
        self.style = style
        xTicks = Ticks(in: domain.x, atMost: Self.count(size.x / (5.2 * style.tickSize)))
        yTicks = Ticks(in: domain.y, atMost: Self.count(size.y / (4.2 * style.tickSize)))
    }

    private static func count(_ room: Double) -> Int { min(9, max(3, Int(exactly: room.rounded(.down)) ?? 3)) }

    /// Room needed left of the frame.
    func left(_ lettering: Lettering) -> Double {
        let numbers = yTicks.texts.map { lettering.line($0, size: style.tickSize).width }.max() ?? 0
        return style.tickLength + Self.numberGap + numbers + Self.titleGap + yTitle(height, lettering).breadth
    }

    /// The title of the y axis: a symbol stands upright, anything longer is turned to run upwards.
    ///
    /// - Parameter room: how long it can be.
    private func yTitle(_ room: Double, _ lettering: Lettering) -> (outline: Path, breadth: Double, height: Double) {
        let line = fitted(titles.y, room: room, lettering)
        if line.width <= 1.6 * style.labelSize { return (line.outline, line.width, 0.3 * style.labelSize) }
        let turned = line.outline.turnedLeft().moved(by: Point(0.85 * style.labelSize, 0))
        return (turned, 1.1 * style.labelSize, line.width / 2)
    }

    /// Room needed below the frame.
    var bottom: Double {
        style.tickLength + Self.numberGap + style.tickSize + Self.titleGap + 0.95 * style.labelSize
    }

    /// Room needed right of the frame: half of the last number.
    func right(_ lettering: Lettering) -> Double {
        (xTicks.texts.last.map { lettering.line($0, size: style.tickSize).width } ?? 0) / 2
    }

    func commands(_ frame: Frame, _ lettering: Lettering) -> [Drawing.Command] {
        let box = frame.box
        var commands: [Drawing.Command] = [
            .stroke(Path(box), Stroke(width: style.frameWidth, join: .miter(limit: 4)), style.ink)
        ]
        var ticks = Path()
        for (value, text) in zip(xTicks.values, xTicks.texts) {
            let foot = Point(frame.page(SIMD2(value, frame.domain.y.lowerBound)).x, box.max.y)
            ticks.append(Path(through: [foot, foot + Point(0, style.tickLength)]))
            let line = lettering.line(text, size: style.tickSize)
            let baseline = box.max.y + style.tickLength + Self.numberGap + 0.72 * style.tickSize
            commands.append(.fill(line.placed(at: Point(foot.x - line.width / 2, baseline)), style.ink))
        }
        for (value, text) in zip(yTicks.values, yTicks.texts) {
            let foot = Point(box.min.x, frame.page(SIMD2(frame.domain.x.lowerBound, value)).y)
            ticks.append(Path(through: [foot, foot - Point(style.tickLength, 0)]))
            let line = lettering.line(text, size: style.tickSize)
            let end = box.min.x - style.tickLength - Self.numberGap
            commands.append(.fill(line.placed(at: Point(end - line.width, foot.y + 0.33 * style.tickSize)), style.ink))
        }
        commands.append(.stroke(ticks, Stroke(width: style.frameWidth), style.ink))
        return commands + names(box, lettering)
    }

    /// A title, set smaller where it is too long, and cut where that is not enough.
    private func fitted(_ title: String, room: Double, _ lettering: Lettering) -> TextLine {
        let width = lettering.line(title, size: style.labelSize).width
        let size = style.labelSize * min(1, max(Self.smallestTitle, room / max(width, 1)))
        return lettering.line(title, size: size, atMost: room)
    }

    private func names(_ box: Box, _ lettering: Lettering) -> [Drawing.Command] {
        let x = fitted(titles.x, room: box.width + 8, lettering)
        let y = yTitle(box.height + 8, lettering)
        let below = box.max.y + bottom - 0.35 * style.labelSize
        let beside = box.min.x - left(lettering)
        return [
            .fill(x.placed(at: Point(box.center.x - x.width / 2, below)), style.ink),
            .fill(y.outline.moved(by: Point(beside, box.center.y + y.height)), style.ink),
        ]
    }
}

extension Ticks {
    /// The numbers as they are written, all with as many decimals.
    var texts: [String] { values.map { NumberText.tick($0, decimals: decimals) } }
}
