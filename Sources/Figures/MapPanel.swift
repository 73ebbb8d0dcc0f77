import Drawings
import Surfaces

/// A contour map with the trails of some runs.
struct MapPanel: Panel {
    let content: MapContent
    let domain: Domain
    let scale: ColorScale
    var axisTitles: (x: String, y: String)
    /// Whether numbers and title stand at the axis; false where a neighbour on the same axis has them.
    var hasXWords = true
    var hasYWords = true

    var aspect: Double? { domain.width / domain.height }

    func shaped(_ box: Box, _ style: Style) -> Box { box.shaped(for: domain, content.specification.aspect) }

    var untitled: any Panel {
        var panel = self
        panel.axisTitles = ("", "")
        return panel
    }

    private func axes(_ size: Point, _ style: Style) -> Axes {
        let whole = Axes(axisTitles, domain: (domain.x, domain.y), size: size, style)
        return Axes(
            x: hasXWords ? whole.x : whole.x.mute, y: hasYWords ? whole.y : whole.y.mute, width: whole.width,
            height: whole.height, style)
    }

    func insets(around size: Point, _ setting: Setting) -> Insets {
        let axes = axes(size, setting.style)
        return Insets(
            left: axes.left(setting.lettering), right: axes.right(setting.lettering), bottom: axes.bottom)
    }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        parts(in: box, setting).commands(at: setting.end)
    }

    func parts(in box: Box, _ setting: Setting) -> PanelParts {
        parts(in: box, axes: axes(Point(box.width, box.height), setting.style), setting)
    }

    /// The same with axes that were laid out before.
    func parts(in box: Box, axes: Axes, _ setting: Setting) -> PanelParts {
        let layers = layers(in: box, setting)
        return PanelParts(
            still: layers.still(around: axes.commands(box, setting.lettering)), moving: [{ layers.marks(at: $0) }])
    }

    func rooms(in box: Box, _ setting: Setting) -> [Room] { [layers(in: box, setting).drawn(around: []).room] }

    private func layers(in box: Box, _ setting: Setting) -> MapLayers {
        let frame = Frame(domain: domain, box: box)
        let contours = ContourMap(
            field: content.surface.field, frame: frame, scale: scale, pixelsPerPoint: setting.pixelsPerPoint,
            jobs: setting.jobs)
        return MapLayers(MapView(content, as: .panel, frame: frame, contours: contours, setting))
    }
}
