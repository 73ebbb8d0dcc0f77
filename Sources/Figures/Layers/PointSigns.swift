import Drawings
import Surfaces

/// Signs for places of the plane, alike on the map and in the legend.
enum PointSign {
    static func start(at place: Point, _ style: Style) -> [Drawing.Command] {
        let square = Path(Box(from: place, to: place).grown(by: 0.95 * style.markerSize))
        return [.fill(square, style.page), .stroke(square, Stroke(width: 1.1), style.ink)]
    }

    static func star(at place: Point, _ style: Style, scale: Double = 1) -> [Drawing.Command] {
        let star = Marker.star(at: place, radius: 1.9 * scale * style.markerSize)
        return [.stroke(star, Stroke(width: 1.8, join: .miter(limit: 4)), style.ink), .fill(star, style.page)]
    }

    /// A triangle that points up for a maximum, down for a minimum, and a cross for a saddle.
    static func critical(_ kind: CriticalPoint.Kind, at place: Point, _ style: Style) -> [Drawing.Command] {
        let size = style.markerSize
        switch kind {
        case .minimum, .maximum:
            let marker: Marker = kind == .minimum ? .downTriangle : .triangle
            let outline = marker.path(at: place, radius: 0.95 * size)
            return [
                .stroke(outline, Stroke(width: 2.2, join: .miter(limit: 4)), style.ink), .fill(outline, style.page),
            ]
        case .saddle:
            let arm = 1.05 * size
            var cross = Path(through: [place - Point(arm, arm), place + Point(arm, arm)])
            cross.append(Path(through: [place + Point(-arm, arm), place + Point(arm, -arm)]))
            return [
                .stroke(cross, Stroke(width: 3.4, cap: .square), style.page),
                .stroke(cross, Stroke(width: 1.5), style.ink),
            ]
        }
    }
}

/// The places where runs begin.
struct StartSigns: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        starts(map).map { .disc(at: $0, radius: map.style.markerSize + MapView.clearance) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        starts(map).flatMap { PointSign.start(at: $0, map.style) }
    }

    /// Each once.
    private func starts(_ map: MapView) -> [Point] {
        var seen: Set<Point> = []
        return map.trails.compactMap(\.trajectory.points.first).filter(map.frame.domain.contains).map(map.frame.page)
            .filter { seen.insert($0).inserted }
    }
}

/// The known minima.
struct MinimumSigns: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        map.minima.map { .disc(at: map.frame.page($0), radius: 1.7 * map.style.markerSize + MapView.clearance) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        map.minima.flatMap { PointSign.star(at: map.frame.page($0), map.style) }
    }
}

/// The critical points that a search has found, but for minima that are marked as known.
struct CriticalSigns: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        map.shownCriticalPoints.map {
            .disc(at: map.frame.page($0.point), radius: 1.3 * map.style.markerSize + MapView.clearance)
        }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        map.shownCriticalPoints.flatMap { PointSign.critical($0.kind, at: map.frame.page($0.point), map.style) }
    }
}

extension MapView {
    fileprivate var shownCriticalPoints: [CriticalPoint] {
        CriticalPoint.shown(of: criticalPoints, besides: specification.minima ? minima : [], in: frame.domain)
    }
}

extension CriticalPoint {
    /// Those that are not minima marked already.
    static func shown(
        of found: [CriticalPoint], besides minima: [SIMD2<Double>], in domain: Domain
    ) -> [CriticalPoint] {
        found.filter { critical in
            critical.kind != .minimum
                || !minima.contains { known in
                    // Known minima are often given with a few digits.
                    let distance = (known - critical.point) / SIMD2(domain.width, domain.height)
                    return abs(distance.x) < 0.003 && abs(distance.y) < 0.003
                }
        }
    }
}
