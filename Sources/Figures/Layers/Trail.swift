import Drawings
import Simulation

/// The path of one run, in the page's units.
struct Trail {
    let style: TrailStyle
    let sizes: Style
    let trajectory: Trajectory
    let frame: Frame
    /// The parts inside the frame, in order.
    let parts: [[Point]]
    /// Where it leaves the frame for good; nil when it ends inside.
    let exit: (point: Point, direction: Point)?
    /// The diagonal of the part of the frame that the whole path takes up.
    let reach: Double
    /// The first point that has not yet faded to a trace, of a path that fades behind its head.
    let first: Int
    /// How many points the whole path has.
    let wholeCount: Int
    /// Whether steps of the whole path are long enough to be told apart.
    let hasLegibleSteps: Bool
    /// The last point, where it lies in the frame.
    let endPlace: Point?

    init(_ trajectory: Trajectory, _ style: TrailStyle, _ sizes: Style, _ frame: Frame) {
        self.init(trajectory, style, sizes, frame, first: 0, of: nil)
    }

    /// The path as it is at a moment.
    func at(_ moment: Moment) -> Trail {
        guard moment.step != nil || moment.fade != nil else { return self }
        let part = moment.step.map { trajectory.upTo(step: $0) } ?? trajectory
        // A run that has ended fades like the others.
        let now = moment.step ?? Double(moment.lastStep)
        let oldest = moment.fade.map { (now - Double($0)).rounded(.up) } ?? 0
        let first = min(max(0, Int(exactly: oldest) ?? 0), max(0, part.points.count - 1))
        return Trail(part, style, sizes, frame, first: first, of: self)
    }

    /// - Parameter whole: the path from start to end; nil where this is it.
    private init(
        _ trajectory: Trajectory, _ style: TrailStyle, _ sizes: Style, _ frame: Frame, first: Int, of whole: Trail?
    ) {
        (self.trajectory, self.style, self.sizes, self.frame) = (trajectory, style, sizes, frame)
        self.first = first
        let points = Self.thinned(trajectory.points.map(frame.page))
        let clipped = ClippedPolyline(points, in: frame.box)
        (parts, exit) = (clipped.parts, clipped.exit)
        endPlace = points.last.flatMap { frame.box.contains($0) ? $0 : nil }
        var extent: Box?
        for part in clipped.parts {
            for point in part {
                extent?.include(point)
                if extent == nil { extent = Box(from: point, to: point) }
            }
        }
        reach = whole?.reach ?? extent.map { ($0.max - $0.min).length } ?? 0
        wholeCount = whole?.wholeCount ?? trajectory.points.count
        hasLegibleSteps = whole?.hasLegibleSteps ?? Self.areLegible(trajectory, sizes, frame)
    }

    private static func areLegible(_ trajectory: Trajectory, _ sizes: Style, _ frame: Frame) -> Bool {
        let inside = trajectory.points.lazy.map(frame.page).filter(frame.box.contains)
        guard inside.count > 2 else { return false }
        let length = zip(inside, inside.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
        return length >= 2.5 * sizes.stepDotSize * Double(inside.count)
    }

    /// Every point, the start first.
    var places: [Point] { trajectory.points.map(frame.page) }

    /// Without the points that lie closer than a fortieth of a point to the one before: invisible, but costly.
    static func thinned(_ points: [Point]) -> [Point] {
        var kept: [Point] = []
        for point in points {
            if let last = kept.last, (point - last).length < 0.025 { continue }
            kept.append(point)
        }
        if kept.count > 1, let last = points.last { kept[kept.count - 1] = last }
        return kept
    }

    /// A line with its halo. Both are dashed alike, so that a trail underneath shows through the gaps.
    ///
    /// - Parameters:
    ///   - begin: how long the way to its beginning is, for the dashes.
    ///   - strength: of colour and halo.
    func line(along parts: [[Point]], from begin: Double = 0, color: Color, strength: Double = 1) -> [Drawing.Command] {
        var path = Path()
        for part in parts { path.append(Path(through: part)) }
        guard !path.isEmpty else { return [] }
        let width = style.relativeWidth * sizes.trailWidth
        let dash = style.dash(width)
        let period = dash.reduce(0, +)
        let phase = period > 0 && begin.isFinite ? begin.truncatingRemainder(dividingBy: period) : 0
        func stroke(_ width: Double) -> Stroke {
            Stroke(width: width, cap: .butt, join: .round, dash: dash, dashPhase: phase)
        }
        var (halo, ink) = (sizes.halo, color)
        halo.alpha *= strength
        ink.alpha *= strength
        return [.stroke(path, stroke(width + 2 * sizes.haloReach), halo), .stroke(path, stroke(width), ink)]
    }

    /// An arrowhead whose tip is at a place.
    static func head(at tip: Point, along direction: Point, size: Double) -> Path {
        let length = direction.length
        guard length > 0, length.isFinite else { return Path() }
        let ahead = direction / length
        let aside = Point(-ahead.y, ahead.x)
        return Path(
            through: [
                tip, tip - 2.6 * size * ahead + size * aside, tip - 2 * size * ahead,
                tip - 2.6 * size * ahead - size * aside,
            ], closed: true)
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
