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

    func commands(_ lettering: Lettering, _ style: Style) -> [Drawing.Command] {
        let count = scale.levels.values.count + 1
        func y(_ level: Int) -> Double { box.max.y - box.height * Double(level) / Double(count) }
        // As on the map every band reaches to the top and the next one covers it.
        let bands: [Drawing.Command] = (0..<count).map { band in
            let area = Box(from: Point(box.min.x, box.min.y), to: Point(box.max.x, y(band)))
            return .fill(Path(area), scale.color(ofBand: band, style))
        }
        let outline = self.outline(tip: min(0.8 * Self.width, box.height / Double(count)))
        var commands: [Drawing.Command] = [.clipped(to: outline, .nonZero, bands)]
        for (index, level) in scale.levels.values.enumerated() where scale.levels.major.contains(level) {
            let across = [Point(box.min.x, y(index + 1)), Point(box.max.x, y(index + 1))]
            commands.append(.stroke(Path(through: across), style.majorIsoline, style.majorIsolineColor))
        }
        commands.append(.stroke(outline, Stroke(width: style.frameWidth, join: .miter(limit: 4)), style.ink))
        commands += labels(y, lettering, style)
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

    /// As many labels as keep apart, counted from the lowest.
    private func labels(_ y: (Int) -> Double, _ lettering: Lettering, _ style: Style) -> [Drawing.Command] {
        var commands: [Drawing.Command] = []
        if let only = scale.levels.only {
            let line = lettering.line(NumberText.rounded(only, significant: 6), size: style.tickSize)
            let place = Point(box.max.x + style.tickLength + Self.labelGap, box.center.y + 0.33 * style.tickSize)
            return [.fill(line.placed(at: place), style.ink)]
        }
        let marked = zip(scale.levels.major, scale.levels.labels).compactMap { level, label in
            scale.levels.values.firstIndex(of: level).map { (y($0 + 1), label) }
        }
        let nearest = zip(marked, marked.dropFirst()).map { $0.0 - $1.0 }.min() ?? .infinity
        let needed = 1.25 * style.tickSize
        let every = nearest > 0 && nearest.isFinite ? max(1, Int(exactly: (needed / nearest).rounded(.up)) ?? 1) : 1
        for (place, label) in stride(from: 0, to: marked.count, by: every).map({ marked[$0] }) {
            let tick = [Point(box.max.x, place), Point(box.max.x + style.tickLength, place)]
            commands.append(.stroke(Path(through: tick), Stroke(width: style.frameWidth), style.ink))
            let line = lettering.line(label, size: style.tickSize, atMost: labelRoom)
            let left = box.max.x + style.tickLength + Self.labelGap
            commands.append(.fill(line.placed(at: Point(left, place + 0.33 * style.tickSize)), style.ink))
        }
        return commands
    }
}
