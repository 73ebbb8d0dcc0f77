import Drawings
import Surfaces

/// A part of the map magnified in a map of its own, the part's outline, and two lines that join both.
struct InsetMap: Layer {
    /// Between the inset and the frame.
    private static let margin = 8.0
    /// A part that is longer than this beside its breadth is not magnified evenly.
    private static let longest = 3.0

    func obstacles(_ map: MapView) -> [Obstacle] {
        guard let (inset, region) = boxes(map) else { return [] }
        let lines = edges(region) + connectors(inset, region)
        return [.box(TiltedBox(inset.grown(by: 1)))]
            + lines.map { .line(from: $0.from, to: $0.to, radius: map.style.leaderWidth) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let wanted = map.specification.inset, let (inset, region) = boxes(map) else { return [] }
        let style = map.style
        var joints = Path()
        for line in connectors(inset, region) { joints.append(Path(through: [line.from, line.to])) }
        let thin = Stroke(width: style.leaderWidth, join: .miter(limit: 4))
        let part: [Drawing.Command] = [
            .stroke(joints, thin, style.arrowColor), .stroke(Path(region), thin, style.ink),
        ]
        let outline = Path(inset)
        return [.clipped(to: Path(map.frame.box), .nonZero, part)]
            + [.stroke(outline, Stroke(width: 3), style.halo)]
            + magnified(map, Frame(domain: wanted.domain, box: inset))
            + [.stroke(outline, Stroke(width: style.frameWidth, join: .miter(limit: 4)), style.ink)]
    }

    /// The inset's own layers: no words, and nothing inside it in turn.
    private func magnified(_ map: MapView, _ frame: Frame) -> [Drawing.Command] {
        var specification = map.specification
        (specification.inset, specification.arrows, specification.annotations) = (nil, nil, [])
        specification.labels = false
        if specification.ends == .losses { specification.ends = .markers }
        let contours = ContourMap(
            field: map.surface.field, frame: frame, scale: map.contours.scale,
            pixelsPerPoint: map.setting.pixelsPerPoint, jobs: map.setting.jobs)
        let content = MapContent(
            surface: map.surface, families: map.families, specification: specification,
            criticalPoints: map.criticalPoints)
        let inner = MapView(content, as: .inset, frame: frame, contours: contours, map.setting)
        return MapLayers(inner).drawn(around: []).commands
    }

    // MARK: Where it stands

    private func boxes(_ map: MapView) -> (inset: Box, region: Box)? {
        guard let wanted = map.specification.inset else { return nil }
        let (frame, domain) = (map.frame, wanted.domain)
        let region = Box(
            from: frame.page(SIMD2(domain.x.lowerBound, domain.y.lowerBound)),
            to: frame.page(SIMD2(domain.x.upperBound, domain.y.upperBound)))
        let room = frame.box.grown(by: -Self.margin)
        var size = pointwiseMin(
            wanted.size * Point(frame.box.width, frame.box.height), Point(room.width, room.height))
        if region.width < Self.longest * region.height, region.height < Self.longest * region.width {
            let factor = min(size.x / region.width, size.y / region.height)
            size = factor * Point(region.width, region.height)
        }
        guard size.x > 1, size.y > 1 else { return nil }
        let places = wanted.place == .auto ? Self.corners : [wanted.place]
        let candidates = places.map { Self.box(of: size, at: $0, in: room) }
        let costs = wanted.place == .auto ? candidates.map { cost(of: $0, region, map) } : [0]
        let best = costs.indices.min { (costs[$0], $0) < (costs[$1], $1) } ?? 0
        return (candidates[best], region)
    }

    private static let corners: [MapSpecification.Inset.Place] = [.upperRight, .upperLeft, .lowerLeft, .lowerRight]

    private static func box(of size: Point, at place: MapSpecification.Inset.Place, in room: Box) -> Box {
        let across =
            switch place {
            case .upperLeft, .lowerLeft, .centerLeft: 0.0
            case .lowerCenter, .upperCenter, .center: 0.5
            case .upperRight, .lowerRight, .centerRight, .auto: 1.0
            }
        let down =
            switch place {
            case .upperLeft, .upperRight, .upperCenter, .auto: 0.0
            case .centerLeft, .centerRight, .center: 0.5
            case .lowerLeft, .lowerRight, .lowerCenter: 1.0
            }
        let corner = room.min + Point(across, down) * (Point(room.width, room.height) - size)
        return Box(from: corner, to: corner + size)
    }

    /// What it would hide: points of paths, signs, and worst of all the part it magnifies.
    private func cost(of box: Box, _ region: Box, _ map: MapView) -> Double {
        let points = map.trails.reduce(0) { sum, trail in
            sum + trail.parts.joined().count { box.contains($0) }
        }
        let signs =
            map.minima.map(map.frame.page) + map.trails.compactMap(\.endPlace)
            + map.trails.compactMap { $0.trajectory.points.first.map(map.frame.page) }
        let hidden = signs.count { box.contains($0) }
        let overlaps = TiltedBox(box).meets(TiltedBox(region))
        // Of two that hide as little, the nearer.
        let distance = (box.center - region.center).length
        return Double(points) + 1000 * Double(hidden) + (overlaps ? 1e9 : 0) + 1e-4 * distance
    }

    private typealias Line = (from: Point, to: Point)

    private func edges(_ box: Box) -> [Line] {
        let corners = TiltedBox(box).corners
        return (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) }
    }

    /// The lines from corner to like corner that have both boxes on one side; none where one holds the other.
    private func connectors(_ inset: Box, _ region: Box) -> [Line] {
        let (from, to) = (TiltedBox(region).corners, TiltedBox(inset).corners)
        return (0..<4).compactMap { index in
            let direction = to[index] - from[index]
            let sides = (from + to).map { point in
                let offset = point - from[index]
                return direction.x * offset.y - direction.y * offset.x
            }
            let slack = 1e-6 * direction.length
            guard sides.allSatisfy({ $0 >= -slack }) || sides.allSatisfy({ $0 <= slack }) else { return nil }
            return (from[index], to[index])
        }
    }
}
