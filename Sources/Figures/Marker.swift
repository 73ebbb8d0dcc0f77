import Drawings

/// The shape at a trail's end.
public enum Marker: String, CaseIterable, Hashable, Sendable {
    case circle, square, triangle, diamond, pentagon
    case downTriangle = "down_triangle"
    case plus

    /// The outline around a centre. All shapes look about as large as the circle of that radius.
    func path(at center: Point, radius: Double) -> Path {
        switch self {
        case .circle: Path(circleAt: center, radius: radius)
        case .square: Self.polygon([(-1, -1), (1, -1), (1, 1), (-1, 1)], at: center, radius: 0.9 * radius)
        case .triangle: Self.polygon([(0, -1), (0.866, 0.5), (-0.866, 0.5)], at: center, radius: 1.4 * radius)
        case .diamond: Self.polygon([(0, -1), (1, 0), (0, 1), (-1, 0)], at: center, radius: 1.35 * radius)
        case .pentagon: Self.polygon(Self.fifths, at: center, radius: 1.2 * radius)
        case .downTriangle: Self.polygon([(0, 1), (-0.866, -0.5), (0.866, -0.5)], at: center, radius: 1.4 * radius)
        case .plus:
            Self.polygon(
                [
                    (-0.4, -1), (0.4, -1), (0.4, -0.4), (1, -0.4), (1, 0.4), (0.4, 0.4), (0.4, 1), (-0.4, 1),
                    (-0.4, 0.4), (-1, 0.4), (-1, -0.4), (-0.4, -0.4),
                ], at: center, radius: 1.15 * radius)
        }
    }

    /// A five-pointed star.
    static func star(at center: Point, radius: Double) -> Path {
        let outer = fifths
        let inner = (0..<5).map { (-0.42 * outer[($0 + 3) % 5].0, -0.42 * outer[($0 + 3) % 5].1) }
        return polygon((0..<5).flatMap { [outer[$0], inner[$0]] }, at: center, radius: radius)
    }

    /// The corners of a pentagon, from the top clockwise: sines and cosines of fifths of a turn.
    private static let fifths = [
        (0, -1), (0.951_056_516, -0.309_016_994), (0.587_785_252, 0.809_016_994), (-0.587_785_252, 0.809_016_994),
        (-0.951_056_516, -0.309_016_994),
    ]

    private static func polygon(_ corners: [(Double, Double)], at center: Point, radius: Double) -> Path {
        Path(through: corners.map { center + radius * Point($0.0, $0.1) }, closed: true)
    }
}
