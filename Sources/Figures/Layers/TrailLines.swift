import Drawings

/// The paths of the runs: plain, fading towards their beginnings, or coloured by step.
struct TrailLines: Layer {
    /// How strong the oldest part of a fading path is.
    private static let faintest = 0.2
    /// Into how many pieces a path is divided whose look changes along it.
    private static let pieces = 48

    func obstacles(_ map: MapView) -> [Obstacle] {
        map.trails.flatMap { trail in
            trail.parts.flatMap { Obstacle.lines(through: $0, radius: trail.sizes.haloWidth / 2) }
        }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        // The farthest first, so that of trails along one valley each shows its own end.
        let lines = map.trails.sorted { $0.reach > $1.reach }.flatMap { commands($0, map) }
        return [.clipped(to: Path(map.frame.box), .nonZero, lines)]
    }

    private func commands(_ trail: Trail, _ map: MapView) -> [Drawing.Command] {
        switch map.specification.trails {
        case nil: return []
        case .plain where map.moment.fade == nil: return trail.line(along: trail.parts, color: trail.style.color)
        case .plain, .fading:
            return pieces(trail).flatMap { piece in
                trail.line(
                    along: piece.parts, from: piece.begin, color: trail.style.color,
                    strength: Self.faintest + (1 - Self.faintest) * piece.progress)
            }
        case .byStep:
            let last = Double(max(1, map.lastStep))
            return pieces(trail).flatMap { piece in
                trail.line(along: piece.parts, from: piece.begin, color: map.style.color(atStep: piece.step / last))
            }
        }
    }

    private struct Piece {
        let parts: [[Point]]
        /// How long the way to it is.
        let begin: Double
        /// The step in its middle.
        let step: Double
        /// The part of the run that has passed there.
        let progress: Double
    }

    /// Pieces of equally many steps. They part in the middle of a step, where the path is straight.
    private func pieces(_ trail: Trail) -> [Piece] {
        let places = Array(trail.places.dropFirst(trail.first))
        let steps = places.count - 1
        guard steps > 0 else { return [] }
        let count = min(Self.pieces, steps)
        var pieces: [Piece] = []
        var way = 0.0
        for index in 0..<count {
            let (first, last) = (index * steps / count, (index + 1) * steps / count)
            func middle(_ step: Int) -> Point { (places[step] + places[min(step + 1, steps)]) / 2 }
            var points = index == 0 ? [places[0]] : [middle(first)]
            if first + 1 <= last { points += places[(first + 1)...last] }
            if last < steps { points.append(middle(last)) }
            let length = zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
            let clipped = ClippedPolyline(Trail.thinned(points), in: trail.frame.box)
            let step = Double(trail.first) + Double(first + last) / 2
            pieces.append(
                Piece(
                    parts: clipped.parts, begin: way, step: step,
                    progress: count > 1 ? Double(index) / Double(count - 1) : 1))
            way += length
        }
        return pieces
    }
}

extension MapView {
    /// The last step of any run.
    var lastStep: Int { wholeTrails.map { $0.trajectory.points.count - 1 }.max() ?? 0 }
}

extension Style {
    /// The colour of a step, by the part of the steps that has passed.
    func color(atStep part: Double) -> Color {
        guard let last = stepColors.last, stepColors.count > 1 else { return stepColors.first ?? ink }
        let scaled = (part > 0 ? min(part, 1) : 0) * Double(stepColors.count - 1)
        let index = Int(exactly: scaled.rounded(.down)) ?? 0
        guard index + 1 < stepColors.count else { return last }
        return stepColors[index].mixed(with: stepColors[index + 1], by: scaled - Double(index))
    }
}
