import Drawings
import Simulation
import Surfaces

/// A figure of several panels, from what its author asked for: which panels there are, what they share, and where they
/// stand.
struct PanelFigure {
    let figure: Figure
    let families: [RunFamily]
    /// What the maps show, by the panels' names.
    private let contents: [String: MapContent]

    init(_ figure: Figure) {
        let families = figure.families
        let contents = figure.specification.panels.compactMap { panel -> (String, MapContent)? in
            guard let map = panel.map else { return nil }
            let shown = families.compactMap { $0.matching(panel.runs) }
            let domain = map.domain ?? figure.domain
            return (
                panel.name, MapContent(surface: figure.surface, families: shown, specification: map, domain: domain)
            )
        }
        (self.figure, self.families) = (figure, families)
        self.contents = Dictionary(contents) { $1 }
    }

    private static let legendGap = 8.0

    // MARK: Panels

    private func families(of panel: PanelSpecification) -> [RunFamily] {
        families.compactMap { $0.matching(panel.runs) }
    }

    private func domain(_ map: MapSpecification) -> Domain { map.domain ?? figure.domain }

    private func maps(_ kind: PanelSpecification.Kind, _ content: MapContent) -> any Panel {
        let map = content.specification
        if case .multiples(let multiples) = kind {
            return MultiplesPanel(
                multiples, content, domain: domain(map), scale: scale(map), axisTitles: figure.axisTitles)
        }
        return MapPanel(content: content, domain: domain(map), scale: scale(map), axisTitles: figure.axisTitles)
    }

    private func scale(_ map: MapSpecification) -> ColorScale {
        ColorScale(levels: Levels(for: figure.surface.field, over: domain(map), map.levels), map)
    }

    private func panel(_ specification: PanelSpecification, _ legend: [Legend.Entry], hasLegend: Bool) -> any Panel {
        let families = families(of: specification)
        if let content = contents[specification.name] { return maps(specification.kind, content) }
        switch specification.kind {
        case .curve(let curve):
            let known = Quantity.available(for: families.flatMap(\.trajectories).map(\.run))
            let quantities = curve.y.compactMap { name in known.first { $0.name == name } }
            return CurvePanel(
                curve, quantities, families, on: figure.surface, parameterNames: parameterNames,
                hasLegend: hasLegend)
        case .table(let table): return TablePanel(table, families)
        case .legend, .map, .multiples: return LegendPanel(entries: legend)
        }
    }

    /// What the two parameters are called where curves show both.
    private var parameterNames: (x: String, y: String) {
        let titles = figure.axisTitles
        func short(_ title: String, _ usual: String) -> String { title.count <= 16 && !title.isEmpty ? title : usual }
        return (short(titles.x, "$x$"), short(titles.y, "$y$"))
    }

    /// The line above a panel: the author's, or for a map of one optimizer its name.
    private func titles(_ panel: PanelSpecification) -> [String] {
        if let title = panel.title { return [title] }
        guard case .map = panel.kind, panel.runs != nil else { return [] }
        let families = families(of: panel)
        guard families.count == 1, let only = families.first else { return [] }
        let settings = only.settings(figure.specification.settings)
        return settings.isEmpty ? [only.label] : ["\(only.label), \(settings)", only.label]
    }

    private func colorbar(_ panel: PanelSpecification) -> (scale: ColorScale, name: String)? {
        let name = SurfaceText(surface: figure.surface).value
        switch panel.kind {
        case .map(let map): return (scale(map), name)
        case .multiples(let multiples): return (scale(multiples.map), name)
        default: return nil
        }
    }

    // MARK: The legend

    private var maps: [PanelSpecification] { figure.specification.panels.filter(\.isMap) }

    /// The one panel beside the one map, where the layout is Ravine's to choose: the legend stands under it.
    private var companion: PanelSpecification? {
        let panels = figure.specification.panels
        guard figure.specification.layout == nil, panels.count == 2, maps.count == 1 else { return nil }
        guard let other = panels.first(where: { !$0.isMap }), case .curve(let curve) = other.kind else { return nil }
        return curve.isAlongRuns ? other : nil
    }

    /// What the figure's legend says: the runs on maps with several of them, unless a curve or a table names them.
    private func legendEntries(isAsked: Bool) -> [Legend.Entry] {
        let crowded = maps.filter { if case .map = $0.kind { true } else { false } }.map(families(of:))
            .filter { $0.count > 1 }.joined()
        var named: Set<String> = []
        if !isAsked, companion == nil {
            for panel in figure.specification.panels where panel.namesRuns {
                named.formUnion(families(of: panel).map(\.id))
            }
        }
        let shown = families.filter { family in
            (isAsked && crowded.isEmpty) || (crowded.contains { $0.id == family.id } && !named.contains(family.id))
        }
        let signs = maps.reduce(MapSigns()) { signs, panel in
            guard let content = contents[panel.name] else { return signs }
            return signs.merged(with: content.signs(in: domain(content.specification)))
        }
        return Legend.entries(shown, signs, figure.specification.settings)
    }

    // MARK: The layout

    private func layout(hasLegend: Bool) -> LayoutSpecification {
        if let layout = figure.specification.layout { return layout }
        let names = maps.map(\.name)
        let others = figure.specification.panels.filter { !$0.isMap }.map(\.name)
        if let companion {
            let below = hasLegend ? PanelSpecification.legendName : companion.name
            return LayoutSpecification(cells: [[names[0], companion.name], [names[0], below]])
        }
        guard !names.isEmpty else {
            return LayoutSpecification(cells: Self.rows(others, of: others.count > 3 ? 2 : 1))
        }
        let columns = names.count <= 3 ? names.count : (names.count + 1) / 2
        var cells = Self.rows(names, of: columns)
        if others.count == columns {
            cells.append(others)
        } else {
            cells += others.map { [String?](repeating: $0, count: columns) }
        }
        return LayoutSpecification(cells: cells)
    }

    private static func rows(_ names: [String], of columns: Int) -> [[String?]] {
        stride(from: 0, to: names.count, by: columns).map { start in
            let row = names[start..<min(start + columns, names.count)].map(Optional.some)
            return row + [String?](repeating: nil, count: columns - row.count)
        }
    }

    private func grid(_ layout: LayoutSpecification, _ legend: [Legend.Entry]) -> PanelGrid {
        var panels = figure.specification.panels
        let name = PanelSpecification.legendName
        if layout.span(of: name) != nil, !panels.contains(where: { $0.name == name }) {
            panels.append(PanelSpecification(name: name, kind: .legend))
        }
        let hasLegend = panels.contains { $0.kind == .legend }
        let items = panels.compactMap { specification -> PanelGrid.Item? in
            guard let span = layout.span(of: specification.name) else { return nil }
            return PanelGrid.Item(
                panel: panel(specification, legend, hasLegend: hasLegend), rows: span.rows, columns: span.columns,
                titles: titles(specification), colorbar: colorbar(specification))
        }
        return PanelGrid(
            items: Self.withSharedAxes(items), rowCount: layout.cells.count,
            columnCount: layout.cells.first?.count ?? 1,
            ratios: (layout.widthRatios, layout.heightRatios))
    }

    /// Of maps beside or above each other on one axis only the outermost has words there.
    private static func withSharedAxes(_ items: [PanelGrid.Item]) -> [PanelGrid.Item] {
        items.map { item in
            guard var map = item.panel as? MapPanel else { return item }
            for other in items {
                guard let neighbour = other.panel as? MapPanel, neighbour.axisTitles == map.axisTitles else { continue }
                if other.rows == item.rows, other.columns.upperBound == item.columns.lowerBound,
                    neighbour.domain.y == map.domain.y
                {
                    map.hasYWords = false
                }
                if other.columns == item.columns, other.rows.lowerBound == item.rows.upperBound,
                    neighbour.domain.x == map.domain.x
                {
                    map.hasXWords = false
                }
            }
            var shared = item
            shared.panel = map
            return shared
        }
    }

    // MARK: Drawing

    /// The panels below a title whose beginning aligns with the first of them.
    func commands(_ title: TitleBlock, in area: Box, _ setting: Setting) -> [Drawing.Command] {
        let (grid, boxes, rows) = arrangement(title, in: area, setting)
        let left = boxes.map(\.min.x).min() ?? area.min.x
        return title.commands(at: Point(left, area.min.y), setting.style)
            + grid.commands(in: boxes, setting) + rows
    }

    /// What is taken on each of the maps.
    func rooms(_ title: TitleBlock, in area: Box, _ setting: Setting) -> [Room] {
        let (grid, boxes, _) = arrangement(title, in: area, setting)
        return zip(grid.items, boxes).flatMap { $0.panel.rooms(in: $1, setting) }
    }

    /// The panels with their places, and the legend below them.
    private func arrangement(
        _ title: TitleBlock, in area: Box, _ setting: Setting
    ) -> (grid: PanelGrid, boxes: [Box], legend: [Drawing.Command]) {
        let panels = figure.specification.panels
        let isAsked =
            panels.contains { $0.kind == .legend }
            || figure.specification.layout?.span(of: PanelSpecification.legendName) != nil
        let legend = legendEntries(isAsked: isAsked)
        let grid = grid(layout(hasLegend: !legend.isEmpty), legend)
        let top = title.height > 0 ? title.height + Self.titleGap : 0
        var room = Box(from: area.min + Point(0, top), to: pointwiseMax(area.max, area.min + Point(1, top + 1)))
        let hasOwnCell = grid.items.contains { $0.panel is LegendPanel }
        var rows: [Drawing.Command] = []
        if !hasOwnCell, !legend.isEmpty {
            let most = Point(area.width, 0.25 * area.height)
            func rowLegend(at corner: Point) -> Legend {
                Legend.rows(legend, at: corner, room: most, setting.lettering, setting.style)
            }
            let height = rowLegend(at: .zero).size.y
            rows = rowLegend(at: Point(area.min.x, area.max.y - height)).commands
            room = Box(from: room.min, to: room.max - Point(0, height + Self.legendGap))
        }
        return (grid, grid.boxes(in: room, setting), rows)
    }

    private static let titleGap = 3.0
}

extension PanelSpecification {
    /// The cell of a layout that shows the legend, without a panel of that name.
    public static let legendName = "legend"

    fileprivate var isMap: Bool { map != nil }

    /// How its map or its small maps are drawn; nil for others.
    fileprivate var map: MapSpecification? {
        switch kind {
        case .map(let map): map
        case .multiples(let multiples): multiples.map
        case .curve, .table, .legend: nil
        }
    }

    /// Whether what it shows has the runs' signs and names.
    fileprivate var namesRuns: Bool {
        switch kind {
        case .curve(let curve): curve.isAlongRuns && curve.labels != false
        case .table: true
        case .map, .multiples, .legend: false
        }
    }
}
