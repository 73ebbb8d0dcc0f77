import Drawings

/// The paths of the runs: plain, fading towards their beginnings, or coloured by step.
struct TrailLines: Layer {
    /// How strong the oldest part of a fading path is.
    private static let faintest = 0.2
    /// How strong what stays of a path is in films where trails fade: enough to see where it went.
    private static let trace = 0.4
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
        case .plain, .fading:
            if let fade = map.moment.fade { return faded(trail, over: Double(fade), map) }
            if map.specification.trails == .plain { return trail.line(along: trail.parts, color: trail.style.color) }
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

    /// A path that is strong where its run has just been.
    private func faded(_ trail: Trail, over steps: Double, _ map: MapView) -> [Drawing.Command] {
        let past = Array(trail.places.prefix(trail.first + 1))
        let old = ClippedPolyline(Trail.thinned(past), in: trail.frame.box).parts
        let now = map.moment.step ?? Double(map.moment.lastStep)
        return trail.line(along: old, color: trail.style.color, strength: Self.trace)
            + pieces(trail, from: Self.length(past)).flatMap { piece in
                let youth = min(max(1 - (now - piece.step) / steps, 0), 1)
                return trail.line(
                    along: piece.parts, from: piece.begin, color: trail.style.color,
                    strength: Self.trace + (1 - Self.trace) * youth)
            }
    }

    private static func length(_ points: [Point]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
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
    ///
    /// - Parameter begin: how long the way to the first of them is.
    private func pieces(_ trail: Trail, from begin: Double = 0) -> [Piece] {
        let places = Array(trail.places.dropFirst(trail.first))
        let steps = places.count - 1
        guard steps > 0 else { return [] }
        let count = min(Self.pieces, steps)
        var pieces: [Piece] = []
        var way = begin
        for index in 0..<count {
            let (first, last) = (index * steps / count, (index + 1) * steps / count)
            func middle(_ step: Int) -> Point { (places[step] + places[min(step + 1, steps)]) / 2 }
            var points = index == 0 ? [places[0]] : [middle(first)]
            if first + 1 <= last { points += places[(first + 1)...last] }
            if last < steps { points.append(middle(last)) }
            let clipped = ClippedPolyline(Trail.thinned(points), in: trail.frame.box)
            let step = Double(trail.first) + Double(first + last) / 2
            pieces.append(
                Piece(
                    parts: clipped.parts, begin: way, step: step,
                    progress: count > 1 ? Double(index) / Double(count - 1) : 1))
            way += Self.length(points)
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
