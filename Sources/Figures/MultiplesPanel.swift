import Drawings
import Surfaces

/// Small maps on the same scales, one for each optimizer, member of a sweep or start, each labelled.
struct MultiplesPanel: Panel {
    /// What one small map shows.
    struct Part {
        let label: String
        let families: [RunFamily]
        let surface: FigureSurface
    }

    let parts: [Part]
    let columns: Int
    /// What all of them show.
    let content: MapContent
    let domain: Domain
    let scale: ColorScale
    var axisTitles: (x: String, y: String)

    private static let gap = (x: 8.0, y: 5.0)

    /// - Parameters:
    ///   - content: with the families in the figure's order.
    ///   - figure: knows the surfaces that they are on.
    init(
        _ specification: MultiplesSpecification, _ content: MapContent, in figure: Figure, domain: Domain,
        scale: ColorScale, axisTitles: (x: String, y: String)
    ) {
        parts = Array(Self.parts(specification.by, content.families, figure).prefix(MultiplesSpecification.most))
        columns = max(1, min(specification.columns ?? Self.columns(for: parts.count), max(1, parts.count)))
        (self.domain, self.scale, self.axisTitles) = (domain, scale, axisTitles)
        self.content = content
    }

    private static func parts(
        _ by: MultiplesSpecification.Part, _ families: [RunFamily], _ figure: Figure
    ) -> [Part] {
        func surface(_ family: RunFamily?) -> FigureSurface {
            family?.trajectories.first.map { figure.surface(of: $0.run) } ?? figure.surfaces[0]
        }
        switch by {
        case .run:
            return zip(families, RunFamily.shortLabels(families)).map {
                Part(label: $1, families: [$0], surface: surface($0))
            }
        case .start:
            var starts: [SIMD2<Double>] = []
            for run in families.flatMap(\.trajectories).map(\.run) where !starts.contains(run.start) {
                starts.append(run.start)
            }
            return starts.map { start in
                let members = families.compactMap { family in
                    family.matching(family.trajectories.map(\.run).filter { $0.start == start }.map(\.id))
                }
                let numbers = [start.x, start.y].map { NumberText.rounded($0, significant: 3).filter { $0 != "$" } }
                return Part(
                    label: "from $(\(numbers.joined(separator: ",\\,")))$", families: members,
                    surface: surface(members.first))
            }
        case .surface:
            return figure.surfaces.compactMap { surface in
                let members = families.compactMap { $0.on(surface.id) }
                let label = surface.label.isEmpty ? surface.surface.name : surface.label
                return members.isEmpty ? nil : Part(label: label, families: members, surface: surface)
            }
        }
    }

    /// As many columns as make a grid that is a little wider than high.
    private static func columns(for count: Int) -> Int {
        (1...8).first { $0 * $0 >= count } ?? 8
    }

    private var rows: Int { max(1, (parts.count + columns - 1) / columns) }

    /// About: the labels add a little to the height.
    var aspect: Double? { 0.9 * domain.width / domain.height * Double(columns) / Double(rows) }

    /// As much as the small maps need: they keep their proportions.
    func shaped(_ box: Box, _ style: Style) -> Box {
        let labels = labelHeight(style)
        let size = cellSize(Point(box.width, box.height), style)
        let shape = Box(from: .zero, to: size).shaped(for: domain, content.specification.aspect)
        let across = Double(columns) * (shape.width + Self.gap.x) - Self.gap.x
        let down = Double(rows) * (shape.height + labels + Self.gap.y) - Self.gap.y
        return Box(x: box.min.x, y: box.min.y, width: across, height: down)
    }

    private func labelHeight(_ style: Style) -> Double { 1.35 * style.legendSize }

    private func axes(_ size: Point, _ style: Style) -> Axes {
        Axes(
            axisTitles, domain: (domain.x, domain.y), size: size, repeatGap: columns > 1 ? Self.gap.x : nil, style)
    }

    var untitled: any Panel {
        var panel = self
        panel.axisTitles = ("", "")
        return panel
    }

    /// Small maps of this size and their labels.
    func least(_ setting: Setting) -> Point {
        let style = setting.style
        return Point(
            Double(columns) * (Self.leastMap + Self.gap.x),
            Double(rows) * (Self.leastMap + labelHeight(style) + Self.gap.y))
    }

    private static let leastMap = 16.0

    private func cellSize(_ size: Point, _ style: Style) -> Point {
        let across = (size.x - Double(columns - 1) * Self.gap.x) / Double(columns)
        let down = (size.y - Double(rows - 1) * Self.gap.y) / Double(rows) - labelHeight(style)
        return Point(max(across, 12), max(down, 12))
    }

    func insets(around size: Point, _ setting: Setting) -> Insets {
        let axes = axes(cellSize(size, setting.style), setting.style)
        return Insets(left: axes.left(setting.lettering), right: axes.right(setting.lettering), bottom: axes.bottom)
    }

    /// The size that each map has.
    private func shape(in box: Box, _ style: Style) -> Box {
        let size = cellSize(Point(box.width, box.height), style)
        return Box(from: .zero, to: size).shaped(for: domain, content.specification.aspect)
    }

    /// The layers of each map, at the origin.
    private func layers(in box: Box, _ setting: Setting) -> [MapLayers] {
        let frame = Frame(domain: domain, box: shape(in: box, setting.style))
        var small = setting
        small.style = setting.style.small
        // One contour map serves all that are on one surface.
        var contours: [String: ContourMap] = [:]
        for part in parts where contours[part.surface.id] == nil {
            contours[part.surface.id] = ContourMap(
                field: part.surface.surface.field, frame: frame, scale: scale,
                pixelsPerPoint: setting.pixelsPerPoint, jobs: setting.jobs)
        }
        return parts.compactMap { part in
            guard let contours = contours[part.surface.id] else { return nil }
            let own = MapContent(
                surface: part.surface.surface, families: part.families, specification: content.specification,
                domain: domain)
            return MapLayers(MapView(own, as: .multiple, frame: frame, contours: contours, small))
        }
    }

    func rooms(in box: Box, _ setting: Setting) -> [Room] {
        layers(in: box, setting).map { $0.drawn(around: []).room }
    }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        parts(in: box, setting).commands(at: setting.end)
    }

    func parts(in box: Box, _ setting: Setting) -> PanelParts {
        let style = setting.style
        let shape = shape(in: box, style)
        let axes = axes(Point(shape.width, shape.height), style)
        let resultSize = resultSize(in: shape.width, setting)
        var all = PanelParts(still: [])
        for (index, (part, layers)) in zip(parts, layers(in: box, setting)).enumerated() {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let corner =
                box.min
                + Point(
                    Double(column) * (shape.width + Self.gap.x),
                    Double(row) * (shape.height + labelHeight(style) + Self.gap.y) + labelHeight(style))
            let ownAxes = Axes(
                x: index + columns < parts.count ? axes.x.mute : axes.x, y: column > 0 ? axes.y.mute : axes.y,
                width: shape.width, height: shape.height, style)
            let label = label(part.label, room: shape.width, setting)
            let baseline = corner - Point(0, 0.35 * style.legendSize)
            let still = layers.still(around: ownAxes.commands(shape, setting.lettering))
            let words =
                [.fill(label.placed(at: baseline), style.ink)]
                + result(
                    part, Box(from: corner, to: corner + shape.max - Point(overhang(at: index), 0)), label.width,
                    resultSize, setting)
            all.add(
                PanelParts(
                    still: still.map { $0.moved(by: corner) } + words,
                    moving: [{ moment in layers.marks(at: moment).map { $0.moved(by: corner) } }]))
        }
        return all
    }

    /// What a small map is of, set smaller where it is too long.
    private func label(_ text: String, room: Double, _ setting: Setting) -> TextLine {
        let usual = setting.style.legendSize
        let width = setting.lettering.line(text, size: usual).width
        let size = usual * min(1, max(Self.smallestLabel, room / max(width, 1)))
        return setting.lettering.line(text, size: size, atMost: room + 0.01)
    }

    private static let smallestLabel = 0.6

    /// Where a single run ended.
    private func result(of part: Part) -> String? {
        guard part.families.count == 1, let text = part.families.first?.result, !text.isEmpty else { return nil }
        return text
    }

    /// The size of type in which all results have room beside their labels; the usual where small type is no help.
    private func resultSize(in width: Double, _ setting: Setting) -> Double {
        let usual = setting.style.noteSize
        let factors = parts.enumerated().compactMap { index, part -> Double? in
            guard let text = result(of: part) else { return nil }
            let taken = label(part.label, room: width, setting).width + Self.resultGap
            let room = width - overhang(at: index) - taken
            return room / max(1, setting.lettering.line(text, size: usual).width)
        }
        let least = factors.min() ?? 1
        return least >= Self.smallestResult ? usual * min(1, least) : usual
    }

    /// How far the numbers of the map above on the right reach over the last of a row that is not full.
    private func overhang(at index: Int) -> Double {
        index == parts.count - 1 && index >= columns && parts.count % columns != 0 ? 14 : 0
    }

    private static let resultGap = 8.0
    private static let smallestResult = 0.6

    /// The result right of the label, where there is room.
    private func result(
        _ part: Part, _ box: Box, _ taken: Double, _ size: Double, _ setting: Setting
    ) -> [Drawing.Command] {
        guard let text = result(of: part) else { return [] }
        let line = setting.lettering.line(text, size: size)
        guard taken + Self.resultGap + line.width <= box.width + 0.01 else { return [] }
        let place = Point(box.max.x - line.width, box.min.y - 0.35 * setting.style.legendSize)
        return [.fill(line.placed(at: place), setting.style.quietInk)]
    }
}

extension Drawing.Command {
    /// The same command elsewhere on the page.
    func moved(by offset: Point) -> Drawing.Command {
        switch self {
        case .fill(let path, let color, let rule): .fill(path.moved(by: offset), color, rule)
        case .stroke(let path, let stroke, let color): .stroke(path.moved(by: offset), stroke, color)
        case .image(let image, let box): .image(image, in: Box(from: box.min + offset, to: box.max + offset))
        case .clipped(let path, let rule, let commands):
            .clipped(to: path.moved(by: offset), rule, commands.map { $0.moved(by: offset) })
        }
    }
}
