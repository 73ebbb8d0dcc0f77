import Drawings

/// Words beside points: each at the nearest place around its point where it lies on nothing, with a thin line to the
/// point where that is farther off.
struct PointLabel {
    let text: String
    let anchor: Point
    /// How far from the point the words begin: the radius of the sign there.
    let clearance: Double
    let kind: Room.Label.Kind
    /// Whether they stand on something rather than not at all.
    let isNeeded: Bool
    var size: Double
    var color: Color

    /// The points of a compass, the favourite first: to the right, to the left, above and below, each with what lies
    /// around it. All have length 1, by Pythagorean triples and the halves of right angles.
    private static let directions: [Point] = {
        let half = 0.5.squareRoot()
        let quarter = [Point(1, 0), Point(0.96, -0.28), Point(0.8, -0.6), Point(half, -half)]
        let right = quarter + quarter.dropFirst().map { Point($0.x, -$0.y) }
        let above = [Point(0.6, -0.8), Point(0.28, -0.96), Point(0, -1), Point(-0.28, -0.96), Point(-0.6, -0.8)]
        return right + right.map { Point(-$0.x, $0.y) } + above + above.map { Point($0.x, -$0.y) }
    }()
    /// Beyond the sign, in points.
    private static let distances = [1.0, 3.5, 6.5, 10, 14, 19, 25, 32, 40, 50, 62, 76, 92, 110]
    /// Words that could stand nowhere nearer are left out where they can be.
    private static let farthest = 40.0
    /// A label that begins farther off is led to its point.
    private static let far = 5.0

    private struct Candidate {
        let box: TiltedBox
        let leader: Room.Leader?
        let cost: Double
    }

    /// Takes the best place and says what is drawn there.
    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let line = map.lettering.line(text, size: size)
        guard let ink = line.ink else { return [] }
        let half = Point(ink.width, ink.height) / 2 + Point(Room.gap, Room.gap)
        guard let best = candidates(half, room).min(by: { $0.cost < $1.cost }), best.cost.isFinite else { return [] }
        room.take(Room.Label(kind: kind, box: best.box, leader: best.leader))
        var commands: [Drawing.Command] = []
        let style = map.style
        if let leader = best.leader {
            let leader = Path(through: [leader.from, leader.to])
            commands.append(.stroke(leader, Stroke(width: style.leaderWidth + 1.6, cap: .round), style.halo))
            commands.append(.stroke(leader, Stroke(width: style.leaderWidth, cap: .round), style.ink))
        }
        let outline = line.placed(at: best.box.center - ink.center)
        commands.append(.stroke(outline, Stroke(width: 2 * style.wordHalo, join: .round), style.halo))
        commands.append(.fill(outline, color))
        return commands
    }

    private func candidates(_ half: Point, _ room: Room) -> [Candidate] {
        var candidates: [Candidate] = []
        for distance in Self.distances where isNeeded || distance <= Self.farthest {
            let free = candidates.contains { $0.cost < distance }
            if free { break }
            for (rank, direction) in Self.directions.enumerated() {
                let lean = pointwiseMax(Point(-1, -1), pointwiseMin(Point(1, 1), 1.4 * direction))
                let box = TiltedBox(
                    center: anchor + (clearance + distance) * direction + half * lean, direction: Point(1, 0),
                    half: half)
                guard room.holds(box) else { continue }
                candidates.append(candidate(box, distance: distance, rank: rank, room))
            }
        }
        return candidates
    }

    private func candidate(_ box: TiltedBox, distance: Double, rank: Int, _ room: Room) -> Candidate {
        var cost = distance + 0.15 * Double(rank)
        let (taken, rules) = room.countTaken(box)
        cost += 5 * Double(rules)
        if taken > 0 {
            // Words on words cannot be read, those on a line can.
            let isOnWords = room.labels.contains { $0.box.meets(box) }
            cost = isNeeded ? cost + 150 * Double(taken) + (isOnWords ? 1e4 : 0) : .infinity
        }
        guard distance > Self.far else { return Candidate(box: box, leader: nil, cost: cost) }
        let to = pointwiseMax(box.bounds.min, pointwiseMin(box.bounds.max, anchor))
        let length = (to - anchor).length
        let from = length > 0 ? anchor + min(1, (clearance + 0.5) / length) * (to - anchor) : anchor
        let leader = Room.Leader(from: from, to: to)
        let isOnWords = room.labels.contains { $0.box.meets(segmentFrom: from, to: to, radius: 1) }
        if isOnWords || room.crossesSign(leader, to: anchor) { cost += isNeeded ? 1e4 : .infinity }
        let strip = TiltedBox(
            center: (from + to) / 2, direction: length > 0 ? (to - anchor) / length : Point(1, 0),
            half: Point((to - from).length / 2, 0.5))
        return Candidate(
            box: box, leader: Room.Leader(from: from, to: to),
            cost: cost + 6 * Double(room.countTaken(strip, atMost: 10)))
    }
}
