import Drawings
import Simulation

/// The paths of the optimizers over a map, with their starts, ends and the known minima.
struct Trails {
    let frame: Frame
    let families: [RunFamily]
    /// Known minima inside the frame.
    let minima: [SIMD2<Double>]

    func commands(_ style: Style) -> [Drawing.Command] {
        let trails = families.flatMap { family in
            let sizes = style.thinned(forTrails: family.trajectories.count)
            return family.trajectories.map { Trail($0, family.style, sizes, frame) }
        }
        // The farthest first, so that of trails along one valley each shows its own end; all dots above all lines.
        let farthestFirst = trails.sorted { $0.reach > $1.reach }
        let lines = farthestFirst.flatMap(\.lines) + farthestFirst.flatMap(\.dots)
        var commands: [Drawing.Command] = [.clipped(to: Path(frame.box), .nonZero, lines)]
        for minimum in minima {
            commands += Self.star(at: frame.page(minimum), style)
        }
        for start in starts { commands += Self.start(at: start, style) }
        for (index, trail) in trails.enumerated() {
            commands += trail.end(rings: Self.ringsAround(index, of: trails))
        }
        return commands
    }

    /// Every place a run begins at, once.
    private var starts: [Point] {
        var seen: Set<Point> = []
        return families.flatMap(\.trajectories).compactMap(\.points.first).filter(frame.domain.contains).map(frame.page)
            .filter { seen.insert($0).inserted }
    }

    /// How many families drawn later end on the same spot: the marker grows by a ring for each, so that all are seen.
    private static func ringsAround(_ index: Int, of trails: [Trail]) -> Int {
        guard let place = trails[index].endPlace else { return 0 }
        let later = trails[(index + 1)...].filter { trail in
            trail.style != trails[index].style && trail.endPlace.map { ($0 - place).length < 2.5 } ?? false
        }
        return Set(later.map(\.style)).count
    }

    static func start(at place: Point, _ style: Style) -> [Drawing.Command] {
        let square = Path(Box(from: place, to: place).grown(by: 0.95 * style.markerSize))
        return [.fill(square, .white), .stroke(square, Stroke(width: 1.1), style.ink)]
    }

    static func star(at place: Point, _ style: Style, scale: Double = 1) -> [Drawing.Command] {
        let star = Marker.star(at: place, radius: 1.9 * scale * style.markerSize)
        return [.stroke(star, Stroke(width: 1.8, join: .miter(limit: 4)), style.ink), .fill(star, .white)]
    }
}

/// The path of one run, in the page's units.
private struct Trail {
    let style: TrailStyle
    private let sizes: Style
    private let parts: [[Point]]
    private let exit: (point: Point, direction: Point)?
    /// Where steps are marked: every point in the frame, when the steps are few and long enough to be told apart.
    private let steps: [Point]
    /// The diagonal of the part of the frame it takes up.
    let reach: Double
    /// The last point, where it lies in the frame.
    let endPlace: Point?

    init(_ trajectory: Trajectory, _ style: TrailStyle, _ sizes: Style, _ frame: Frame) {
        let points = Self.thinned(trajectory.points.map(frame.page))
        let clipped = ClippedPolyline(points, in: frame.box)
        (self.style, self.sizes) = (style, sizes)
        (parts, exit) = (clipped.parts, clipped.exit)
        endPlace = points.last.flatMap { frame.box.contains($0) ? $0 : nil }
        var extent: Box?
        for part in clipped.parts {
            for point in part {
                extent?.include(point)
                if extent == nil { extent = Box(from: point, to: point) }
            }
        }
        reach = extent.map { ($0.max - $0.min).length } ?? 0
        // Among many trails of one family dots would be noise.
        let isShort = trajectory.points.count <= 61 && !sizes.isThinned
        let inside = isShort ? trajectory.points.map(frame.page).filter(frame.box.contains) : []
        let areLegible = inside.count > 2
        steps = areLegible && Self.length(inside) >= 2.5 * sizes.stepDotSize * Double(inside.count) ? inside : []
    }

    private static func length(_ points: [Point]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }

    /// Without the points that lie closer than a fortieth of a point to the one before: invisible, but costly.
    private static func thinned(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points {
            if let last = kept.last, (point - last).length < 0.025 { continue }
            kept.append(point)
        }
        if kept.count > 1, let last = points.last { kept[kept.count - 1] = last }
        return kept
    }

    /// The line with its halo. Both are dashed alike, so that a trail underneath shows through the gaps.
    var lines: [Drawing.Command] {
        var path = Path()
        for part in parts { path.append(Path(through: part)) }
        guard !path.isEmpty else { return [] }
        let halo = Stroke(width: sizes.haloWidth, cap: .butt, join: .round, dash: style.dash(sizes.trailWidth))
        let line = Stroke(width: sizes.trailWidth, cap: .butt, join: .round, dash: style.dash(sizes.trailWidth))
        return [.stroke(path, halo, sizes.halo), .stroke(path, line, style.color)]
    }

    /// A dot for every step.
    var dots: [Drawing.Command] {
        guard !steps.isEmpty else { return [] }
        var path = Path()
        for step in steps { path.append(Path(circleAt: step, radius: sizes.stepDotSize)) }
        return [.fill(path, style.color)]
    }

    /// The marker at the end, or an arrow on the frame where the trail leaves it for good.
    func end(rings: Int) -> [Drawing.Command] {
        if let exit { return arrow(at: exit.point, along: exit.direction) }
        guard let endPlace else { return [] }
        let marker = style.marker.path(at: endPlace, radius: sizes.markerSize + 1.7 * Double(rings))
        return [
            .stroke(marker, Stroke(width: 1.6, join: .round), .white), .fill(marker, style.color),
        ]
    }

    private func arrow(at tip: Point, along direction: Point) -> [Drawing.Command] {
        let length = direction.length
        guard length > 0, length.isFinite else { return [] }
        let ahead = direction / length
        let aside = Point(-ahead.y, ahead.x)
        let size = 2.1 * sizes.trailWidth
        let head = Path(
            through: [
                tip, tip - 2.6 * size * ahead + size * aside, tip - 2 * size * ahead,
                tip - 2.6 * size * ahead - size * aside,
            ], closed: true)
        return [.stroke(head, Stroke(width: 1.6, join: .round), .white), .fill(head, style.color)]
    }
}

extension Point {
    /// The Euclidean norm, without overflow for the coordinates a run may reach.
    var length: Double {
        let largest = Swift.max(abs(x), abs(y))
        guard largest > 0, largest.isFinite else { return largest }
        let scaled = self / largest
        return largest * (scaled * scaled).sum().squareRoot()
    }
}
