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
    /// The diagonal of the part of the frame it takes up.
    let reach: Double
    /// The last point, where it lies in the frame.
    let endPlace: Point?

    init(_ trajectory: Trajectory, _ style: TrailStyle, _ sizes: Style, _ frame: Frame) {
        (self.trajectory, self.style, self.sizes, self.frame) = (trajectory, style, sizes, frame)
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
        reach = extent.map { ($0.max - $0.min).length } ?? 0
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
