import Drawings

/// A part of the map magnified in a map of its own.
struct InsetMap: Layer {
    func obstacles(_ map: MapView) -> [Obstacle] {
        InsetPlacement(map).map { [.box(TiltedBox($0.inset.grown(by: 1)))] } ?? []
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        guard let place = InsetPlacement(map), let contours = map.insetContours else { return [] }
        let outline = Path(place.inset)
        return [.stroke(outline, Stroke(width: 3), map.style.halo)]
            + magnified(map, contours)
            + [.stroke(outline, Stroke(width: map.style.frameWidth, join: .miter(limit: 4)), map.style.ink)]
    }

    /// The magnified part, traced once for all moments; nil where there is none.
    static func contours(_ map: MapView) -> ContourMap? {
        guard let wanted = map.specification.inset, let place = InsetPlacement(map) else { return nil }
        return ContourMap(
            field: map.surface.field, frame: Frame(domain: wanted.domain, box: place.inset),
            scale: map.contours.scale, pixelsPerPoint: map.setting.pixelsPerPoint, jobs: map.setting.jobs)
    }

    /// The inset's own layers: no words, and nothing inside it in turn.
    private func magnified(_ map: MapView, _ contours: ContourMap) -> [Drawing.Command] {
        var specification = map.specification
        (specification.inset, specification.arrows, specification.annotations) = (nil, nil, [])
        specification.labels = false
        if specification.ends == .losses { specification.ends = .markers }
        let content = MapContent(
            surface: map.surface, families: map.families, specification: specification,
            criticalPoints: map.criticalPoints)
        let inner = MapView(content, as: .inset, frame: contours.frame, contours: contours, map.setting)
        return MapLayers(inner.at(map.moment)).drawn(around: []).commands
    }
}
