import Drawings

/// A part of the map magnified in a map of its own.
struct InsetMap: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        InsetPlacement(map).map { [.box(TiltedBox($0.inset.grown(by: 1)))] } ?? []
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let wanted = map.specification.inset, let place = InsetPlacement(map) else { return [] }
        let outline = Path(place.inset)
        return [.stroke(outline, Stroke(width: 3), map.style.halo)]
            + magnified(map, Frame(domain: wanted.domain, box: place.inset))
            + [.stroke(outline, Stroke(width: map.style.frameWidth, join: .miter(limit: 4)), map.style.ink)]
    }

    /// The inset's own layers: no words, and nothing inside it in turn.
    private func magnified(_ map: MapView, _ frame: Frame) -> [Drawing.Command] {
        var specification = map.specification
        (specification.inset, specification.arrows, specification.annotations) = (nil, nil, [])
        specification.labels = false
        if specification.ends == .losses { specification.ends = .markers }
        let contours = ContourMap(
            field: map.surface.field, frame: frame, scale: map.contours.scale,
            pixelsPerPoint: map.setting.pixelsPerPoint, jobs: map.setting.jobs)
        let content = MapContent(
            surface: map.surface, families: map.families, specification: specification,
            criticalPoints: map.criticalPoints)
        let inner = MapView(content, as: .inset, frame: frame, contours: contours, map.setting)
        return MapLayers(inner).drawn(around: []).commands
    }
}
