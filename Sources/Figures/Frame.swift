import Drawings
import Surfaces

/// Where a part of the plane lies on the page: x to the right, y upwards.
struct Frame: Hashable, Sendable {
    let domain: Domain
    let box: Box

    /// The place on the page of a point of the plane. The domain's bounds lie on the box's to the bit.
    func page(_ point: SIMD2<Double>) -> Point {
        let x = (point.x - domain.x.lowerBound) / domain.width
        let y = (point.y - domain.y.lowerBound) / domain.height
        return Point(box.min.x * (1 - x) + box.max.x * x, box.max.y * (1 - y) + box.min.y * y)
    }

    /// The point of the plane at a place on the page.
    func plane(_ place: Point) -> SIMD2<Double> {
        SIMD2(
            domain.x.lowerBound + (place.x - box.min.x) / box.width * domain.width,
            domain.y.lowerBound + (box.max.y - place.y) / box.height * domain.height)
    }

    /// Where a displacement in the plane leads on the page.
    func pageDisplacement(_ displacement: SIMD2<Double>) -> Point {
        Point(displacement.x / domain.width * box.width, -displacement.y / domain.height * box.height)
    }
}

extension Domain {
    var width: Double { x.upperBound - x.lowerBound }
    var height: Double { y.upperBound - y.lowerBound }
}

extension Box {
    /// A map's side is never shorter for its proportions' sake, in points.
    private static let minimumMap = 30.0

    /// Where a unit is to be as long both ways, the largest box of the domain's proportions in the upper left of this
    /// one, unless it would be a sliver. Filling the room, a map that comes within a third of that is given it too: a
    /// square domain looks square.
    func shaped(for domain: Domain, _ aspect: MapSpecification.Aspect) -> Box {
        let stretch = (width / domain.width) / (height / domain.height)
        guard aspect == .equal || (0.75...1.33).contains(stretch) else { return self }
        let scale = Swift.min(width / domain.width, height / domain.height)
        let (width, height) = (scale * domain.width, scale * domain.height)
        guard width >= Self.minimumMap, height >= Self.minimumMap else { return self }
        return Box(x: min.x, y: min.y, width: width, height: height)
    }
}
