import Drawings

/// Signs for the steps along each path.
struct StepMarks: Layer {
    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let marks = map.trails.sorted { $0.reach > $1.reach }.flatMap { commands($0, map) }
        return marks.isEmpty ? [] : [.clipped(to: Path(map.frame.box), .nonZero, marks)]
    }

    private func commands(_ trail: Trail, _ map: MapView) -> [Drawing.Command] {
        let radius = trail.sizes.stepDotSize
        switch map.specification.steps {
        case .none: return []
        case .automatic: return dots(at: legible(trail), radius: radius, trail, map)
        case .dots: return dots(at: trail.steps(every: 1), radius: radius, trail, map)
        case .every(let count):
            return dots(at: trail.steps(every: count), radius: 1.35 * radius, hasHalo: true, trail, map)
        case .arrows: return arrows(trail, map)
        }
    }

    /// Every point in the frame, when the steps are few and long enough to be told apart.
    private func legible(_ trail: Trail) -> [Trail.Step] {
        // Among many trails of one family dots would be noise.
        guard trail.wholeCount <= 61, !trail.sizes.isThinned else { return [] }
        return trail.hasLegibleSteps ? trail.steps(every: 1) : []
    }

    private func dots(
        at steps: [Trail.Step], radius: Double, hasHalo: Bool = false, _ trail: Trail, _ map: MapView
    ) -> [Drawing.Command] {
        grouped(Self.apart(steps).map { ($0.number, Path(circleAt: $0.place, radius: radius)) }, trail, map).flatMap {
            path, color in
            let halo = Drawing.Command.stroke(path, Stroke(width: 1.6), trail.sizes.halo)
            return (hasHalo ? [halo] : []) + [.fill(path, color)]
        }
    }

    /// Without those on the spot of the one before: invisible, but costly.
    private static func apart(_ steps: [Trail.Step]) -> [Trail.Step] {
        var kept: [Trail.Step] = []
        for step in steps {
            if let last = kept.last, (step.place - last.place).length < 0.1 { continue }
            kept.append(step)
        }
        return kept
    }

    private func arrows(_ trail: Trail, _ map: MapView) -> [Drawing.Command] {
        let places = trail.places
        let size = 1.5 * trail.sizes.trailWidth
        let heads = zip(places, places.dropFirst()).enumerated().compactMap { index, ends -> (Int, Path)? in
            let direction = ends.1 - ends.0
            guard trail.frame.box.contains(ends.1), direction.length >= 3.2 * size else { return nil }
            // In the middle of the step, where no other path's turn is.
            let tip = ends.0 + (0.5 + 1.3 * size / direction.length) * direction
            return (index + 1, Trail.head(at: tip, along: direction, size: size))
        }
        return grouped(heads, trail, map).flatMap { path, color -> [Drawing.Command] in
            [.stroke(path, Stroke(width: 1.4, join: .round), trail.sizes.halo), .fill(path, color)]
        }
    }

    /// One path of all signs, or where colours tell steps one for each.
    private func grouped(_ signs: [(step: Int, path: Path)], _ trail: Trail, _ map: MapView) -> [(Path, Color)] {
        guard map.specification.trails != .byStep else {
            let last = Double(max(1, map.lastStep))
            return signs.map { ($0.path, map.style.color(atStep: Double($0.step) / last)) }
        }
        var all = Path()
        for sign in signs { all.append(sign.path) }
        return all.isEmpty ? [] : [(all, trail.style.color)]
    }
}

extension Trail {
    struct Step {
        let number: Int
        let place: Point
    }

    /// Each so-manieth point inside the frame, the start among them.
    func steps(every count: Int) -> [Step] {
        stride(
            from: first - first % max(1, count) + (first % max(1, count) > 0 ? max(1, count) : 0),
            to: trajectory.points.count, by: max(1, count)
        ).compactMap { number in
            let place = frame.page(trajectory.points[number])
            return frame.box.contains(place) ? Step(number: number, place: place) : nil
        }
    }
}
