import Drawings

/// The outline of the part that an inset magnifies, and the lines that join both.
struct InsetOutline: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        guard let place = InsetPlacement(map) else { return [] }
        return (place.edges + place.connectors).map { .rule(from: $0.from, to: $0.to) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let place = InsetPlacement(map) else { return [] }
        var joints = Path()
        for line in place.connectors { joints.append(Path(through: [line.from, line.to])) }
        let thin = Stroke(width: map.style.leaderWidth, join: .miter(limit: 4))
        let lines: [Drawing.Command] = [
            .stroke(joints, thin, map.style.arrowColor), .stroke(Path(place.region), thin, map.style.ink),
        ]
        return [.clipped(to: Path(map.frame.box), .nonZero, lines)]
    }
}
