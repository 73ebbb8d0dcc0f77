import Drawings
import Surfaces

/// Where a part of the plane lies on the page: x to the right, y upwards.
struct Frame: Hashable, Sendable {
    let domain: Domain
    let box: Box

    /// The place on the page of a point of the plane.
    func page(_ point: SIMD2<Double>) -> Point {
        let x = (point.x - domain.x.lowerBound) / domain.width
        let y = (point.y - domain.y.lowerBound) / domain.height
        return Point(box.min.x + x * box.width, box.max.y - y * box.height)
    }
}

extension Domain {
    var width: Double { x.upperBound - x.lowerBound }
    var height: Double { y.upperBound - y.lowerBound }
}
