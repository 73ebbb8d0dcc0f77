import Drawings

/// The values of marked levels along their isolines.
///
/// Each stands upright where its line is fairly straight, has room to its neighbours and meets nothing else.
struct IsolineLabels: Layer {
    /// A map whose shorter side is shorter has none.
    private static let smallestMap = 110.0
    /// A line that is not so many times as long as its label goes without.
    private static let leastLength = 3.5
    /// Labels of one level stand so far apart, and labels of any so far that they do not seem to belong together.
    private static let apart = (same: 150.0, any: 16.0)
    private static let mostOfLevel = 3
    /// Room between a label and the ends of its line, on either side.
    private static let pad = 2.5
    /// How far a line may leave the straight under its label, in type sizes.
    private static let mostBend = 0.22

    private struct Candidate {
        let box: TiltedBox
        let cost: Double
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let box = map.frame.box
        guard min(box.width, box.height) >= Self.smallestMap, map.specification.isolines else { return [] }
        let levels = map.contours.scale.levels
        var commands: [Drawing.Command] = []
        // Levels with short lines have the fewest places to choose from.
        let marked = zip(levels.major, levels.labels).map { level, text in
            (level: level, text: text, lines: map.contours.isoline(ofLevel: level))
        }
        let total = marked.map { $0.lines.reduce(0) { $0 + $1.length } }
        for index in marked.indices.sorted(by: { (total[$0], $0) < (total[$1], $1) }) {
            commands += label(marked[index], map, &room)
        }
        return commands
    }

    private func label(
        _ level: (level: Double, text: String, lines: [Polyline]), _ map: MapView, _ room: inout Room
    ) -> [Drawing.Command] {
        let style = map.style
        let line = map.lettering.line(level.text, size: style.isolineLabelSize)
        guard let ink = line.ink else { return [] }
        let half = Point(ink.width / 2 + Self.pad, ink.height / 2 + 0.8)
        var placed: [TiltedBox] = []
        var commands: [Drawing.Command] = []
        let longestFirst = level.lines.indices.sorted { (-level.lines[$0].length, $0) < (-level.lines[$1].length, $1) }
        for index in longestFirst where placed.count < Self.mostOfLevel {
            let polyline = level.lines[index]
            guard polyline.length >= Self.leastLength * 2 * half.x else { break }
            let candidates = candidates(along: polyline, level.level, half: half, map).sorted { $0.cost < $1.cost }
            let free = candidates.first { candidate in
                placed.allSatisfy { ($0.center - candidate.box.center).length > Self.apart.same }
                    && room.labels.allSatisfy { !$0.box.meets(candidate.box.grown(by: Self.apart.any)) }
                    && room.isFree(candidate.box.grown(by: Room.gap)) && isAlone(candidate.box, level.level, map)
            }
            guard let free else { continue }
            placed.append(free.box)
            room.take(Room.Label(kind: .isoline, box: free.box))
            let centered = line.outline.moved(by: -ink.center)
            let outline = centered.turned(by: free.box.direction).moved(by: free.box.center)
            commands.append(.fill(outline, style.isolineLabelColor))
        }
        return commands
    }

    private func candidates(
        along line: Polyline, _ level: Double, half: Point, _ map: MapView
    ) -> [Candidate] {
        let spacing = max(4, line.length / 300)
        let first = line.isClosed ? 0 : half.x
        let last = line.isClosed ? line.length : line.length - half.x
        let count = Int(exactly: ((last - first) / spacing).rounded(.down)) ?? 0
        return (0...max(0, count)).compactMap { step in
            candidate(at: first + Double(step) * spacing, line, level, half, map)
        }
    }

    private func candidate(
        at place: Double, _ line: Polyline, _ level: Double, _ half: Point, _ map: MapView
    ) -> Candidate? {
        let stretch = line.points(from: place - half.x, to: place + half.x, count: 8)
        let chord = stretch[8] - stretch[0]
        let length = chord.length
        guard length > 1.6 * half.x else { return nil }
        var direction = chord / length
        let aside = Point(-direction.y, direction.x)
        let offsets = stretch.map { dot($0 - stretch[0], aside) }
        guard let low = offsets.min(), let high = offsets.max() else { return nil }
        let bend = (high - low) / map.style.isolineLabelSize
        guard bend <= Self.mostBend else { return nil }
        let center = (stretch[0] + stretch[8]) / 2 + (low + high) / 2 * aside
        if Self.isUpsideDown(direction) { direction *= -1 }
        let box = TiltedBox(center: center, direction: direction, half: half)
        // So that a word at the edge does not look cut.
        guard map.frame.box.grown(by: -2 * Room.margin).contains(box.bounds.min),
            map.frame.box.grown(by: -2 * Room.margin).contains(box.bounds.max)
        else { return nil }
        let room = roomToNeighbours(of: level, at: center, map) / half.y
        guard room > 0.35 else { return nil }
        let steepness = abs(direction.y)
        return Candidate(
            box: box, cost: 4 * bend + 1.2 * max(0, 1.5 - room) + 0.9 * steepness + edge(center, map.frame.box))
    }

    /// A line that runs nearly straight up is read upwards.
    static func isUpsideDown(_ direction: Point) -> Bool {
        abs(direction.x) < 0.05 ? direction.y > 0 : direction.x < 0
    }

    /// Near the edge of the frame a label is found last.
    private func edge(_ center: Point, _ box: Box) -> Double {
        let distance = min(
            center.x - box.min.x, box.max.x - center.x, center.y - box.min.y, box.max.y - center.y)
        return 0.5 * max(0, 1 - distance / 40)
    }

    /// Whether the level runs through the box once, and no other part of it comes near, as in a narrow valley.
    private func isAlone(_ box: TiltedBox, _ level: Double, _ map: MapView) -> Bool {
        let corners = box.grown(by: 1).corners
        func isAbove(_ part: Double, from: Int, to: Int) -> Bool {
            let place = corners[from] + part * (corners[to] - corners[from])
            return map.surface.field.value(at: map.frame.plane(place)) >= level
        }
        let parts = [0.1, 0.3, 0.5, 0.7, 0.9]
        let top = parts.map { isAbove($0, from: 0, to: 1) }
        let bottom = parts.map { isAbove($0, from: 3, to: 2) }
        return Set(top).count == 1 && Set(bottom).count == 1 && top[0] != bottom[0]
    }

    /// How far away the nearer neighbouring level is, in points, by the slope.
    private func roomToNeighbours(of level: Double, at place: Point, _ map: MapView) -> Double {
        let (frame, values) = (map.frame, map.contours.scale.levels.values)
        guard let index = values.firstIndex(of: level) else { return 0 }
        let slope = map.surface.field.gradient(at: frame.plane(place)).gradient
        let onPage = Point(
            slope.x * frame.domain.width / frame.box.width, slope.y * frame.domain.height / frame.box.height
        ).length
        let below = index > 0 ? level - values[index - 1] : .infinity
        let above = index + 1 < values.count ? values[index + 1] - level : .infinity
        return onPage > 0 ? min(above, below) / onPage : .infinity
    }
}
