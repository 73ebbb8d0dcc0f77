import Drawings

/// The surface in filled bands, and where it has no value.
struct Bands: Layer {
    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let bands =
            map.specification.bands ? map.contours.bands(map.style) : [.fill(Path(map.frame.box), map.style.page)]
        return bands + map.contours.holes(map.style)
    }
}

/// The level sets, interrupted where their values are written.
struct Isolines: Layer {
    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard map.specification.isolines else { return [] }
        let style = map.style
        let lines =
            map.specification.bands
            ? map.contours.isolines(style) { $0 ? style.majorIsolineColor : style.isolineColor }
            : map.contours.coloredIsolines(style)
        var open = Path(map.frame.box)
        for label in room.labels where label.kind == .isoline {
            open.append(Path(through: label.box.corners, closed: true))
        }
        return [.clipped(to: open, .evenOdd, lines)]
    }
}
