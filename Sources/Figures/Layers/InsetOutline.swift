import Drawings

/// The outline of the part that an inset magnifies, and the lines that join both.
struct InsetOutline: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        guard let place = InsetPlacement(map) else { return [] }
        return (place.edges + place.connectors).map { .rule(from: $0.from, to: $0.to) }
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let place = InsetPlacement(map) else { return [] }
        func visible(_ lines: [InsetPlacement.Line]) -> Path {
            var path = Path()
            for line in lines {
                for part in ClippedPolyline([line.from, line.to], in: map.frame.box).parts {
                    path.append(Path(through: part))
                }
            }
            return path
        }
        let thin = Stroke(width: map.style.leaderWidth, cap: .square)
        let lines: [Drawing.Command] = [
            .stroke(visible(place.connectors), thin, map.style.arrowColor),
            .stroke(visible(place.edges), thin, map.style.ink),
        ]
        return [.clipped(to: Path(map.frame.box), .nonZero, lines)]
    }
}
