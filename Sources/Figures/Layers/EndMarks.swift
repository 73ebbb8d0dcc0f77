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
            marker(trail, map, rings: Self.ringsAround(index, of: map.trails))
        }
        guard map.specification.ends == .losses, map.moment.step == nil else { return markers }
        let losses = map.trails.flatMap { loss($0, map, &room) }
        return markers + losses
    }

    /// How many families drawn later end on the same spot: the marker grows by a ring for each, so that all are seen.
    private static func ringsAround(_ index: Int, of trails: [Trail]) -> Int {
        guard let place = trails[index].endPlace else { return 0 }
        let later = trails[(index + 1)...].filter { trail in
            trail.style != trails[index].style && trail.endPlace.map { ($0 - place).length < 2.5 } ?? false
        }
        return Set(later.map(\.style)).count
    }

    /// An inset is no frame to leave.
    private func exit(_ trail: Trail, _ map: MapView) -> (point: Point, direction: Point)? {
        map.role == .inset ? nil : trail.exit
    }

    private func marker(_ trail: Trail, _ map: MapView, rings: Int) -> [Drawing.Command] {
        let outline: Path
        if let exit = exit(trail, map) {
            outline = Trail.head(at: exit.point, along: exit.direction, size: 2.1 * trail.sizes.trailWidth)
        } else if let place = trail.endPlace {
            outline = trail.style.marker.path(at: place, radius: trail.sizes.markerSize + 1.7 * Double(rings))
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
