import Drawings
import Surfaces

/// Where an inset stands, which part it magnifies, and what joins both, on the page.
struct InsetPlacement {
    let inset: Box
    let region: Box

    typealias Line = (from: Point, to: Point)

    /// Between the inset and the frame.
    private static let margin = 8.0
    /// A part that is longer than this beside its breadth is not magnified evenly.
    private static let longest = 3.0

    /// nil where there is none, or no room for one.
    init?(_ map: MapView) {
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
        let costs = candidates.map { Self.cost(of: $0, region, map) }
        guard let best = costs.indices.min(by: { (costs[$0], $0) < (costs[$1], $1) }) else { return nil }
        (inset, self.region) = (candidates[best], region)
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
    private static func cost(of box: Box, _ region: Box, _ map: MapView) -> Double {
        let points = map.wholeTrails.reduce(0) { sum, trail in
            sum + trail.parts.joined().count { box.contains($0) }
        }
        let signs =
            map.minima.map(map.frame.page) + map.wholeTrails.compactMap(\.endPlace)
            + map.wholeTrails.compactMap { $0.trajectory.points.first.map(map.frame.page) }
        let hidden = signs.count { box.contains($0) }
        let overlaps = TiltedBox(box).meets(TiltedBox(region))
        // Of two that hide as little, the nearer.
        let distance = (box.center - region.center).length
        return Double(points) + 1000 * Double(hidden) + (overlaps ? 1e9 : 0) + 1e-4 * distance
    }

    /// The sides of the part that is magnified.
    var edges: [Line] {
        let corners = TiltedBox(region).corners
        return (0..<4).map { (corners[$0], corners[($0 + 1) % 4]) }
    }

    /// The lines from corner to like corner that have both boxes on one side; none where one holds the other.
    var connectors: [Line] {
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
