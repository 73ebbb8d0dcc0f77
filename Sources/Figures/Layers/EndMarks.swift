import Drawings

/// The markers where paths end, and arrows where they leave the frame; with the final losses where these are wanted.
struct EndMarks: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        map.trails.compactMap { trail in
            (trail.endPlace ?? exit(trail, map)?.point).map {
                .disc(at: $0, radius: trail.sizes.markerSize + MapView.clearance)
            }
        }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let markers = map.trails.enumerated().flatMap { index, trail in
            marker(trail, map, rings: Self.ringsAround(index, of: map.trails, isMoving: map.moment.step != nil))
        }
        guard map.specification.ends == .losses, map.moment.step == nil else { return markers }
        let losses = map.trails.flatMap { loss($0, map, &room) }
        return markers + losses
    }

    /// How many families drawn later end on the same spot: the marker grows by a ring for each, so that all are seen.
    ///
    /// - Parameter isMoving: whether rings come and go little by little, as markers part and meet.
    private static func ringsAround(_ index: Int, of trails: [Trail], isMoving: Bool) -> Double {
        guard let place = trails[index].endPlace else { return 0 }
        var rings: [TrailStyle: Double] = [:]
        for trail in trails[(index + 1)...] where trail.style != trails[index].style {
            let apart = trail.endPlace.map { ($0 - place).length } ?? .infinity
            guard apart < spot else { continue }
            rings[trail.style] = max(rings[trail.style] ?? 0, isMoving ? min(1, spot - apart) : 1)
        }
        // Summed in the trails' order, which a dictionary has not.
        return trails[(index + 1)...].reduce(0) { $0 + (rings.removeValue(forKey: $1.style) ?? 0) }
    }

    /// How near ends are that count as one.
    private static let spot = 2.5

    /// An inset is no frame to leave.
    private func exit(_ trail: Trail, _ map: MapView) -> (point: Point, direction: Point)? {
        map.role == .inset ? nil : trail.exit
    }

    private func marker(_ trail: Trail, _ map: MapView, rings: Double) -> [Drawing.Command] {
        let outline: Path
        if let exit = exit(trail, map) {
            outline = Trail.head(at: exit.point, along: exit.direction, size: 2.1 * trail.sizes.trailWidth)
        } else if let place = trail.endPlace {
            outline = trail.style.marker.path(at: place, radius: trail.sizes.markerSize + 1.7 * rings)
        } else {
            return []
        }
        guard !outline.isEmpty else { return [] }
        return [
            .stroke(outline, Stroke(width: 1.6, join: .round), trail.sizes.page), .fill(outline, trail.style.color),
        ]
    }

    private func loss(_ trail: Trail, _ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let place = trail.endPlace, let loss = trail.trajectory.losses.last, loss.isFinite else { return [] }
        let label = PointLabel(
            text: NumberText.measured(loss, significant: 2), anchor: place,
            clearance: trail.sizes.markerSize + MapView.clearance, kind: .end, isNeeded: false,
            size: map.style.noteSize, color: trail.style.color.mixed(with: map.style.ink, by: 0.45))
        return label.commands(map, &room)
    }
}
