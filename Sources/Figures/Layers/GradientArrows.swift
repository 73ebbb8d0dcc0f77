import Drawings

/// Arrows of the negative gradient on a grid: which way is down, and how steep.
struct GradientArrows: Layer {
    /// The longest and the shortest arrow, in grid steps.
    private static let lengths = (least: 0.3, most: 0.78)
    private static let longest = 17.0
    /// Arrows keep so far from the words and signs of others.
    private static let margin = 1.0

    private struct Slope {
        let place: Point
        /// Of length 1, on the page.
        let direction: Point
        let norm: Double
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let arrows = map.specification.arrows else { return [] }
        let pitch = max(map.frame.box.width, map.frame.box.height) / Double(arrows.count)
        let slopes = slopes(map, pitch: pitch)
        guard let steepest = slopes.map(\.norm).max() else { return [] }
        var (shafts, heads) = (Path(), Path())
        for slope in slopes {
            // The fourth root: a gradient of a ten-thousandth is drawn a tenth as much longer than the shortest.
            let part = arrows.normalize ? 0.8 : (slope.norm / steepest).squareRoot().squareRoot()
            let length = min(
                Self.longest, pitch * (Self.lengths.least + (Self.lengths.most - Self.lengths.least) * part))
            let box = TiltedBox(
                center: slope.place, direction: slope.direction,
                half: Point(length / 2 + Self.margin, 0.2 * length + Self.margin))
            guard map.frame.box.contains(box.bounds.min), map.frame.box.contains(box.bounds.max), room.isFree(box)
            else { continue }
            add(slope, length, to: &shafts, &heads)
        }
        guard !shafts.isEmpty else { return [] }
        let style = map.style
        return [.stroke(shafts, Stroke(width: style.arrowWidth), style.arrowColor), .fill(heads, style.arrowColor)]
    }

    private func slopes(_ map: MapView, pitch: Double) -> [Slope] {
        let frame = map.frame
        func count(_ length: Double) -> Int { max(1, Int(exactly: (length / pitch).rounded()) ?? 1) }
        let (columns, rows) = (count(frame.box.width), count(frame.box.height))
        let cell = Point(frame.box.width / Double(columns), frame.box.height / Double(rows))
        return (0..<rows * columns).compactMap { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let place = frame.box.min + cell * (Point(Double(column), Double(row)) + 0.5)
            let gradient = map.surface.field.gradient(at: frame.plane(place)).gradient
            let downhill = frame.pageDisplacement(-gradient)
            let (norm, length) = (gradient.length, downhill.length)
            guard norm > 0, norm.isFinite, length > 0, length.isFinite else { return nil }
            return Slope(place: place, direction: downhill / length, norm: norm)
        }
    }

    private func add(_ slope: Slope, _ length: Double, to shafts: inout Path, _ heads: inout Path) {
        let (ahead, aside) = (slope.direction, Point(-slope.direction.y, slope.direction.x))
        let head = min(4, 0.42 * length)
        let (tail, tip) = (slope.place - length / 2 * ahead, slope.place + length / 2 * ahead)
        let neck = tip - head * ahead
        shafts.append(Path(through: [tail, neck]))
        heads.append(
            Path(through: [tip, neck - 0.36 * head * aside, neck + 0.36 * head * aside], closed: true))
    }
}
