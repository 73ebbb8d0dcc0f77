import Drawings

/// Names of lines in a column right of a panel, each as near to its line's end as the others allow.
struct EndLabels {
    struct Label {
        let text: String
        let style: TrailStyle
        /// In units of the line's width.
        let dash: [Double]
        /// Where the line ends.
        let end: Point
    }

    /// Room they need right of the panel.
    let width: Double
    private let labels: [Label]
    private let middles: [Double]
    private let size: Double
    private let left: Double
    private let room: Double
    private let boxRight: Double

    private static let gap = 8.0
    private static let sampleWidth = 15.0
    private static let leading = 1.22
    /// A label that stands farther from its line than this, in type sizes, is led to it.
    private static let far = 0.6
    /// The widest column of labels.
    private static let widest = 150.0
    /// The widest beside a narrow panel, as a part of its width, but never less than so many points.
    private static let (part, narrowest) = (0.7, 48.0)
    /// The least size of a long name, as a part of the others'.
    private static let smallest = 0.65

    init(_ labels: [Label], beside box: Box, _ setting: Setting) {
        // Where there are too many for the height they are set smaller; beyond that the panel is too small for names.
        let wanted = setting.style.legendSize
        let fitting = box.height / (Self.leading * Double(max(1, labels.count)))
        size = max(0.6 * wanted, min(wanted, fitting))
        let most = max(1, Int(exactly: (box.height / (Self.leading * size)).rounded(.down)) ?? 1)
        self.labels = Array(labels.sorted { $0.end.y < $1.end.y }.prefix(most))
        let size = size
        let widths = self.labels.map { setting.lettering.line($0.text, size: size).width }
        // Beside a narrow panel long names are set smaller.
        room = min(max(Self.part * box.width, Self.narrowest), Self.widest, widths.max() ?? 0)
        width = self.labels.isEmpty ? 0 : Self.gap + Self.sampleWidth + 4 + room
        left = box.max.x + Self.gap
        boxRight = box.max.x
        middles = Self.spread(
            self.labels.map { min(max($0.end.y, box.min.y), box.max.y) }, apart: Self.leading * size,
            within: box.min.y...max(box.min.y, box.max.y))
    }

    /// Ascending places at least so far apart, as near to the wanted ones as can be (by least squares: neighbours that
    /// would overlap move together, as in isotonic regression).
    static func spread(_ wanted: [Double], apart: Double, within range: ClosedRange<Double>) -> [Double] {
        guard !wanted.isEmpty else { return [] }
        var blocks: [(sum: Double, count: Int)] = []
        for (index, place) in wanted.enumerated() {
            blocks.append((place - Double(index) * apart, 1))
            while blocks.count > 1 {
                let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
                guard a.sum / Double(a.count) > b.sum / Double(b.count) else { break }
                blocks.removeLast()
                blocks[blocks.count - 1] = (a.sum + b.sum, a.count + b.count)
            }
        }
        let half = apart / 2
        let low = range.lowerBound + half
        let high = max(low, range.upperBound - half - Double(wanted.count - 1) * apart)
        var places: [Double] = []
        for block in blocks {
            let base = min(max(block.sum / Double(block.count), low), high)
            for _ in 0..<block.count { places.append(base + Double(places.count) * apart) }
        }
        return places
    }

    func commands(_ setting: Setting) -> [Drawing.Command] {
        let style = setting.style
        return zip(labels, middles).flatMap { label, middle -> [Drawing.Command] in
            let width = setting.lettering.line(label.text, size: size).width
            let fitting = size * min(1, max(Self.smallest, room / max(width, 1)))
            let line = setting.lettering.line(label.text, size: fitting, atMost: room + 0.01)
            let begin = Point(left, middle)
            let end = begin + Point(Self.sampleWidth, 0)
            let stroke = label.style.relativeWidth * style.curveWidth
            var commands: [Drawing.Command] = []
            if abs(middle - label.end.y) > Self.far * size, label.end.x > boxRight - 4 {
                let leader = Path(through: [Point(boxRight + 2.5, label.end.y), Point(left - 1, middle)])
                commands.append(.stroke(leader, Stroke(width: 0.5), style.quietInk))
            }
            commands.append(
                .stroke(
                    Path(through: [end - Point(2, 0), begin]),
                    Stroke(sampleOf: label.dash, width: stroke, length: Self.sampleWidth), label.style.color))
            let marker = label.style.marker.path(at: end - Point(2, 0), radius: 0.7 * style.markerSize)
            commands.append(.stroke(marker, Stroke(width: 1.2, join: .round), style.page))
            commands.append(.fill(marker, label.style.color))
            let baseline = Point(end.x + 4, middle + 0.33 * size)
            commands.append(.fill(line.placed(at: baseline), style.ink))
            return commands
        }
    }
}
