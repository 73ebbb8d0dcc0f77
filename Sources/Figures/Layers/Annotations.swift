import Drawings

/// The author's words at points of the plane or of a run.
struct Annotations: Layer {
    /// The points themselves are to be seen.
    func obstacles(_ map: MapView) -> [Obstacle] {
        map.specification.annotations.compactMap { place($0, map) }.map { .disc(at: $0, radius: Self.dotClearance) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        map.specification.annotations.flatMap { annotation -> [Drawing.Command] in
            guard let place = place(annotation, map) else { return [] }
            let label = PointLabel(
                text: annotation.text, anchor: place, clearance: clearance(at: place, map), kind: .annotation,
                isNeeded: true, size: map.style.annotationSize, color: map.style.ink)
            // What is not yet said has its place all the same, so that nothing makes way for it later.
            let commands = dot(at: place, map) + label.commands(map, &room)
            return isDue(annotation, map.moment) ? commands : []
        }
    }

    /// Whether the run has come to the step that is meant.
    private func isDue(_ annotation: MapSpecification.Annotation, _ moment: Moment) -> Bool {
        guard case .step(let step, _) = annotation.target, let now = moment.step else { return true }
        return now >= Double(step)
    }

    /// Shows which point is meant where nothing stands there.
    private func dot(at place: Point, _ map: MapView) -> [Drawing.Command] {
        guard clearance(at: place, map) == Self.dotClearance else { return [] }
        let dot = Path(circleAt: place, radius: 1.8)
        return [.stroke(dot, Stroke(width: 1.8), map.style.halo), .fill(dot, map.style.ink)]
    }

    private static let dotClearance = 2.8

    /// nil for a run that is not shown here, and for points outside the frame.
    private func place(_ annotation: MapSpecification.Annotation, _ map: MapView) -> Point? {
        let point: SIMD2<Double>?
        switch annotation.target {
        case .point(let given): point = given
        case .step(let step, let name):
            let runs = map.wholeTrails.map(\.trajectory)
            let run =
                runs.first { $0.run.id == name } ?? runs.first { $0.run.family == name }
                ?? runs.first { $0.run.entry == name }
            point = run.flatMap { $0.points.indices.contains(step) ? $0.points[step] : $0.points.last }
        }
        guard let point, map.frame.domain.contains(point) else { return nil }
        return map.frame.page(point)
    }

    /// What stands at the point is left to be seen.
    private func clearance(at place: Point, _ map: MapView) -> Double {
        func isNear(_ other: Point?) -> Bool { other.map { ($0 - place).length < 3 } ?? false }
        if map.specification.minima, map.minima.contains(where: { isNear(map.frame.page($0)) }) {
            return 1.7 * map.style.markerSize + MapView.clearance
        }
        let isEnd = map.wholeTrails.contains {
            isNear($0.endPlace) || isNear($0.trajectory.points.first.map(map.frame.page))
        }
        return isEnd ? map.style.markerSize + MapView.clearance : Self.dotClearance
    }
}
