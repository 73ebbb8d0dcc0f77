import Drawings

/// The scale of a map's bands, each as tall as the others, with its ticks exactly between the bands they part.
struct Colorbar {
    let scale: ColorScale
    /// What the bands are bands of.
    let name: String
    let box: Box
    /// How wide a label can be.
    let labelRoom: Double

    static let width = 11.0
    private static let labelGap = 3.0

    /// A mark beside the bar.
    struct Tick: Hashable {
        /// Where, on the page's y axis.
        let place: Double
        /// The level's value, as `MathText`.
        let label: String
    }

    private var bandCount: Int { scale.levels.values.count + 1 }

    /// Where the level of an index parts the bands below and above it; index −1 is the bar's lower end.
    private func place(ofLevel index: Int) -> Double {
        box.max.y - box.height * Double(index + 1) / Double(bandCount)
    }

    /// As on the map every band reaches to the top and the next one covers it.
    func bands(_ style: Style) -> [Drawing.Command] {
        (0..<bandCount).map { band in
            let area = Box(from: Point(box.min.x, box.min.y), to: Point(box.max.x, place(ofLevel: band - 1)))
            return .fill(Path(area), scale.color(ofBand: band, style))
        }
    }

    /// The marked levels, as many as keep apart, counted from the lowest.
    func ticks(_ style: Style) -> [Tick] {
        let marked = zip(scale.levels.major, scale.levels.labels).compactMap { level, label in
            scale.levels.values.firstIndex(of: level).map { Tick(place: place(ofLevel: $0), label: label) }
        }
        let nearest = zip(marked, marked.dropFirst()).map { $0.place - $1.place }.min() ?? .infinity
        let needed = 1.25 * style.tickSize
        let every = nearest > 0 && nearest.isFinite ? max(1, Int(exactly: (needed / nearest).rounded(.up)) ?? 1) : 1
        return stride(from: 0, to: marked.count, by: every).map { marked[$0] }
    }

    func commands(_ lettering: Lettering, _ style: Style) -> [Drawing.Command] {
        let outline = self.outline(tip: min(0.8 * Self.width, box.height / Double(bandCount)))
        var commands: [Drawing.Command] = [.clipped(to: outline, .nonZero, bands(style))]
        for (index, level) in scale.levels.values.enumerated() where scale.levels.major.contains(level) {
            let y = place(ofLevel: index)
            let across = [Point(box.min.x, y), Point(box.max.x, y)]
            commands.append(.stroke(Path(through: across), style.majorIsoline, style.majorIsolineColor))
        }
        commands.append(.stroke(outline, Stroke(width: style.frameWidth, join: .miter(limit: 4)), style.ink))
        commands += labels(lettering, style)
        let name = lettering.line(name, size: style.labelSize, atMost: labelRoom + Self.width + 4)
        commands.append(.fill(name.placed(at: Point(box.min.x + 1, box.min.y - 6)), style.ink))
        return commands
    }

    /// The first and the last band go on beyond their level, so the bar ends in points.
    private func outline(tip: Double) -> Path {
        guard !scale.levels.values.isEmpty else { return Path(box) }
        let middle = box.center.x
        return Path(
            through: [
                Point(middle, box.min.y), Point(box.max.x, box.min.y + tip), Point(box.max.x, box.max.y - tip),
                Point(middle, box.max.y), Point(box.min.x, box.max.y - tip), Point(box.min.x, box.min.y + tip),
            ], closed: true)
    }

    private func labels(_ lettering: Lettering, _ style: Style) -> [Drawing.Command] {
        if let only = scale.levels.only {
            let line = lettering.line(NumberText.rounded(only, significant: 6), size: style.tickSize)
            let place = Point(box.max.x + style.tickLength + Self.labelGap, box.center.y + 0.33 * style.tickSize)
            return [.fill(line.placed(at: place), style.ink)]
        }
        return ticks(style).flatMap { tick -> [Drawing.Command] in
            let mark = [Point(box.max.x, tick.place), Point(box.max.x + style.tickLength, tick.place)]
            let line = lettering.line(tick.label, size: style.tickSize, atMost: labelRoom)
            let left = box.max.x + style.tickLength + Self.labelGap
            return [
                .stroke(Path(through: mark), Stroke(width: style.frameWidth), style.ink),
                .fill(line.placed(at: Point(left, tick.place + 0.33 * style.tickSize)), style.ink),
            ]
        }
    }
}
