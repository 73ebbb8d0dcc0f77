import Drawings

/// What lies on a map, for others to keep clear of, in points.
enum Obstacle: Hashable, Sendable {
    /// All that is nearer to the segment than the radius (a disc where both ends are one).
    case line(from: Point, to: Point, radius: Double)
    case box(TiltedBox)
    /// A thin line that words with a halo may cover.
    case rule(from: Point, to: Point)

    static func disc(at center: Point, radius: Double) -> Obstacle { .line(from: center, to: center, radius: radius) }

    /// A line through points, without those that lie closer together than it is worth.
    static func lines(through points: [Point], radius: Double) -> [Obstacle] {
        var obstacles: [Obstacle] = []
        guard var last = points.first else { return [] }
        for point in points.dropFirst() where (point - last).length > 1 {
            obstacles.append(.line(from: last, to: point, radius: radius))
            last = point
        }
        if let end = points.last, obstacles.isEmpty || end != last {
            obstacles.append(.line(from: last, to: end, radius: radius))
        }
        return obstacles
    }

    fileprivate var bounds: Box {
        switch self {
        case .line(let from, let to, let radius): Box(from: from, to: to).grown(by: radius)
        case .box(let box): box.bounds
        case .rule(let from, let to): Box(from: from, to: to).grown(by: 0.5)
        }
    }

    func meets(_ other: TiltedBox) -> Bool {
        switch self {
        case .line(let from, let to, let radius): other.meets(segmentFrom: from, to: to, radius: radius)
        case .box(let box): box.meets(other)
        case .rule(let from, let to): other.meets(segmentFrom: from, to: to, radius: 0.5)
        }
    }
}

/// A rectangle that may be turned.
struct TiltedBox: Hashable, Sendable {
    var center: Point
    /// Of length 1: along the width.
    var direction = Point(1, 0)
    /// Half the width and half the height.
    var half: Point

    init(center: Point, direction: Point, half: Point) {
        (self.center, self.direction, self.half) = (center, direction, half)
    }

    init(_ box: Box) { (center, half) = (box.center, Point(box.width, box.height) / 2) }

    private var aside: Point { Point(-direction.y, direction.x) }

    var corners: [Point] {
        let (along, across) = (half.x * direction, half.y * aside)
        return [center - along - across, center + along - across, center + along + across, center - along + across]
    }

    var bounds: Box {
        let along = Point(abs(direction.x), abs(direction.y)) * half.x
        let across = Point(abs(direction.y), abs(direction.x)) * half.y
        return Box(from: center - along - across, to: center + along + across)
    }

    func grown(by margin: Double) -> TiltedBox {
        TiltedBox(center: center, direction: direction, half: half + Point(margin, margin))
    }

    /// Whether both have a point in common (by the separating axes of two rectangles).
    func meets(_ other: TiltedBox) -> Bool {
        let apart = other.center - center
        for axis in [direction, aside, other.direction, other.aside] {
            let distance = abs(dot(apart, axis))
            if distance > reach(along: axis) + other.reach(along: axis) { return false }
        }
        return true
    }

    /// Whether a segment comes nearer than the radius, as far as its box grown by it tells.
    func meets(segmentFrom from: Point, to: Point, radius: Double) -> Bool {
        func local(_ point: Point) -> Point { Point(dot(point - center, direction), dot(point - center, aside)) }
        let (a, b) = (local(from), local(to))
        let limit = half + Point(radius, radius)
        var (entry, leave) = (0.0, 1.0)
        for axis in 0..<2 {
            let step = b[axis] - a[axis]
            if step == 0 {
                if abs(a[axis]) > limit[axis] { return false }
                continue
            }
            let (one, two) = ((-limit[axis] - a[axis]) / step, (limit[axis] - a[axis]) / step)
            entry = max(entry, min(one, two))
            leave = min(leave, max(one, two))
        }
        return entry <= leave
    }

    private func reach(along axis: Point) -> Double {
        half.x * abs(dot(direction, axis)) + half.y * abs(dot(aside, axis))
    }
}

func dot(_ a: Point, _ b: Point) -> Double { a.x * b.x + a.y * b.y }

/// The one register of what is taken on a map. Whoever places something asks here and enters it.
struct Room {
    /// Words that have been placed.
    struct Label: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case isoline, end, annotation }
        let kind: Kind
        let box: TiltedBox
        /// The thin line to the point it belongs to, where that is not beside it.
        var leader: Leader?
    }

    struct Leader: Hashable, Sendable {
        let from: Point
        let to: Point
    }

    /// The map's frame.
    let box: Box
    private(set) var labels: [Label] = []
    /// What was taken before any words, and then these with their leaders.
    private(set) var obstacles: [Obstacle] = []
    /// How many of the obstacles are no words.
    private(set) var fixedCount = 0
    /// Which obstacles come near each square of a grid over the frame.
    private var squares: [[Int32]]
    private let grid: Grid

    /// Words keep so far from the frame's edge.
    static let margin = 3.0
    /// And from each other.
    static let gap = 2.0

    init(in box: Box) {
        self.box = box
        grid = Grid(over: box)
        squares = [[Int32]](repeating: [], count: grid.columns * grid.rows)
    }

    /// - Precondition: no words have been placed.
    mutating func take(_ new: [Obstacle]) {
        for obstacle in new { take(obstacle) }
        fixedCount = obstacles.count
    }

    private mutating func take(_ obstacle: Obstacle) {
        guard let index = Int32(exactly: obstacles.count) else { return }
        obstacles.append(obstacle)
        grid.forEachSquare(of: obstacle.bounds) { squares[$0].append(index) }
    }

    mutating func take(_ label: Label) {
        labels.append(label)
        take(.box(label.box))
        if let leader = label.leader { take(.line(from: leader.from, to: leader.to, radius: 1)) }
    }

    /// Whether a box with words lies inside the frame, a little away from its edge.
    func holds(_ wanted: TiltedBox) -> Bool {
        let (inner, bounds) = (box.grown(by: -Self.margin), wanted.bounds)
        return inner.contains(bounds.min) && inner.contains(bounds.max)
    }

    /// Whether a line to a point would cross the sign of another point.
    func crossesSign(_ leader: Leader, to anchor: Point) -> Bool {
        let length = (leader.to - leader.from).length
        guard length > 0 else { return false }
        let strip = TiltedBox(
            center: (leader.from + leader.to) / 2, direction: (leader.to - leader.from) / length,
            half: Point(length / 2, 0.3))
        return taken(strip).contains { index in
            guard case .line(let center, let end, let radius) = obstacles[Int(index)], center == end else {
                return false
            }
            // Signs on the same spot cannot be told apart anyway.
            return (center - anchor).length > radius / 2
        }
    }

    /// Whether nothing lies there.
    func isFree(_ wanted: TiltedBox) -> Bool { countTaken(wanted, atMost: 1) == 0 }

    /// How many obstacles lie there, or some of them where they are more than asked for.
    func countTaken(_ wanted: TiltedBox, atMost most: Int) -> Int { taken(wanted, atMost: most).count }

    /// The same, with those apart that a halo may cover.
    func countTaken(_ wanted: TiltedBox) -> (hard: Int, rules: Int) {
        let all = taken(wanted)
        let rules = all.count { if case .rule = obstacles[Int($0)] { true } else { false } }
        return (all.count - rules, rules)
    }

    private func taken(_ wanted: TiltedBox, atMost most: Int = .max) -> Set<Int32> {
        var found: Set<Int32> = []
        grid.forEachSquare(of: wanted.bounds) { square in
            guard found.count < most else { return }
            for index in squares[square] where !found.contains(index) && obstacles[Int(index)].meets(wanted) {
                found.insert(index)
                if found.count >= most { return }
            }
        }
        return found
    }
}

/// Squares over a frame. Apart from `Room`, which would be copied to fill what goes through its own squares.
private struct Grid {
    let origin: Point
    let columns: Int
    let rows: Int

    private static let square = 16.0

    init(over box: Box) {
        func count(_ length: Double) -> Int {
            min(4096, max(1, Int(exactly: (length / Self.square).rounded(.up)) ?? 1))
        }
        (origin, columns, rows) = (box.min, count(box.width), count(box.height))
    }

    func forEachSquare(of bounds: Box, _ body: (Int) -> Void) {
        func index(_ place: Double, _ count: Int) -> Int {
            Int(exactly: min(max((place / Self.square).rounded(.down), 0), Double(count - 1))) ?? 0
        }
        let (low, high) = (bounds.min - origin, bounds.max - origin)
        for row in index(low.y, rows)...max(index(low.y, rows), index(high.y, rows)) {
            for column in index(low.x, columns)...max(index(low.x, columns), index(high.x, columns)) {
                body(row * columns + column)
            }
        }
    }
}
