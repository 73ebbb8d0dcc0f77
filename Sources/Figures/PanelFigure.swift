import Drawings
import Simulation
import Surfaces

/// A figure of several panels, from what its author asked for: which panels there are, what they share, and where they
/// stand.
struct PanelFigure {
    let figure: Figure
    let families: [RunFamily]
    let title: TitleBlock
    let caption: TitleBlock
    let area: Box
    /// What the maps show, by the panels' names.
    private let contents: [String: MapContent]

    /// - Parameters:
    ///   - title: stands above the panels.
    ///   - caption: stands below them.
    ///   - area: the part of the page that all have.
    init(_ figure: Figure, _ title: TitleBlock, _ caption: TitleBlock, in area: Box) {
        let families = figure.families
        let contents = figure.specification.panels.compactMap { panel -> (String, MapContent)? in
            guard var map = panel.map else { return nil }
            let chosen = families.compactMap { $0.matching(panel.runs) }
            let surface = Self.surface(of: map, chosen, figure)
            let isMultiple = if case .multiples = panel.kind { map.surface == nil } else { false }
            let shown = isMultiple ? chosen : chosen.compactMap { $0.on(surface.id) }
            let domain = map.domain ?? Self.domain(of: surface, in: figure)
            map.domain = domain
            return (
                panel.name,
                MapContent(surface: surface.surface, families: shown, specification: map, domain: domain)
            )
        }
        (self.figure, self.families) = (figure, families)
        (self.title, self.caption, self.area) = (title, caption, area)
        self.contents = Dictionary(contents) { $1 }
    }

    // MARK: Panels

    /// The surface that is asked for, else the one that all chosen runs are on, else the main one.
    private static func surface(
        of map: MapSpecification, _ families: [RunFamily], _ figure: Figure
    ) -> FigureSurface {
        if let name = map.surface, let surface = figure.surface(named: name) { return surface }
        let ids = Set(families.flatMap(\.trajectories).map(\.run.surface))
        return ids.count == 1 ? figure.surfaces.first { ids.contains($0.id) } ?? figure.surfaces[0] : figure.surfaces[0]
    }

    private static func domain(of surface: FigureSurface, in figure: Figure) -> Domain {
        if surface.id == figure.surfaces[0].id { return figure.domain }
        let runs = figure.trajectories.filter { $0.run.surface == surface.id }
        return surface.domain ?? Domain(around: runs.flatMap(\.points) + surface.surface.minima)
    }

    private func families(of panel: PanelSpecification) -> [RunFamily] {
        contents[panel.name]?.families ?? families.compactMap { $0.matching(panel.runs) }
    }

    private func domain(_ content: MapContent) -> Domain { content.specification.domain ?? figure.domain }

    private func maps(_ kind: PanelSpecification.Kind, _ content: MapContent) -> any Panel {
        if case .multiples(let multiples) = kind {
            return MultiplesPanel(
                multiples, content, in: figure, domain: domain(content), scale: scale(content),
                axisTitles: figure.axisTitles)
        }
        return MapPanel(
            content: content, domain: domain(content), scale: scale(content), axisTitles: figure.axisTitles)
    }

    private func scale(_ content: MapContent) -> ColorScale {
        let map = content.specification
        return ColorScale(levels: Levels(for: content.surface.field, over: domain(content), map.levels), map)
    }

    private func panel(_ specification: PanelSpecification, _ legend: [Legend.Entry], hasLegend: Bool) -> any Panel {
        let families = families(of: specification)
        if let content = contents[specification.name] { return maps(specification.kind, content) }
        switch specification.kind {
        case .curve(let curve):
            let known = Quantity.available(for: families.flatMap(\.trajectories).map(\.run))
            let quantities = curve.y.compactMap { name in known.first { $0.name == name } }
            return CurvePanel(
                curve, quantities, families, on: { figure.surface(of: $0).surface }, parameterNames: parameterNames,
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
        if let title = panel.title { return title.isEmpty ? [] : [title] }
        guard case .map = panel.kind, panel.runs != nil else { return [] }
        let families = families(of: panel)
        guard families.count == 1, let only = families.first else { return [] }
        let settings = only.settings(figure.specification.settings)
        return settings.isEmpty ? [only.label] : ["\(only.label), \(settings)", only.label]
    }

    private func colorbar(_ panel: PanelSpecification) -> (scale: ColorScale, name: String)? {
        guard let content = contents[panel.name] else { return nil }
        return (scale(content), SurfaceText(surface: content.surface).value)
    }

    // MARK: The legend

    private var maps: [PanelSpecification] { figure.specification.panels.filter(\.isMap) }

    /// The one panel beside the one map, where the layout is Ravine's to choose: the legend stands under it.
    var companion: PanelSpecification? {
        let panels = figure.specification.panels
        guard figure.specification.layout == nil, panels.count == 2, maps.count == 1 else { return nil }
        guard let other = panels.first(where: { !$0.isMap }), case .curve(let curve) = other.kind else { return nil }
        return curve.isAlongRuns ? other : nil
    }

    /// What the figure's legend says: the runs on maps with several of them, unless a curve or a table names them.
    func legendEntries(isAsked: Bool, hasCompanion: Bool) -> [Legend.Entry] {
        let crowded = maps.filter { if case .map = $0.kind { true } else { false } }.map(families(of:))
            .filter { $0.count > 1 }.joined()
        var named: Set<String> = []
        if !isAsked, !hasCompanion {
            for panel in figure.specification.panels where namesRuns(panel) {
                named.formUnion(families(of: panel).map(\.id))
            }
        }
        let shown = families.filter { family in
            (isAsked && crowded.isEmpty) || (crowded.contains { $0.id == family.id } && !named.contains(family.id))
        }
        let signs = maps.reduce(MapSigns()) { signs, panel in
            guard let content = contents[panel.name] else { return signs }
            return signs.merged(with: content.signs(in: domain(content)))
        }
        return Legend.entries(shown, signs, figure.specification.settings)
    }

    /// Whether what a panel shows has the runs' signs and names. Several lines of one run are named after what each
    /// shows.
    private func namesRuns(_ panel: PanelSpecification) -> Bool {
        switch panel.kind {
        case .table: return true
        case .map, .multiples, .legend: return false
        case .curve(let curve):
            guard curve.isAlongRuns, curve.labels != false else { return false }
            let families = families(of: panel)
            let known = Quantity.available(for: families.flatMap(\.trajectories).map(\.run))
            let lines = curve.y.compactMap { name in known.first { $0.name == name } }
            let isSplit = lines.count > 1 || (curve.parameter == .both && lines.contains(where: \.isPerParameter))
            return families.count > 1 || !isSplit
        }
    }

    // MARK: The layout

    func layout(hasLegend: Bool) -> LayoutSpecification {
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

    func grid(_ layout: LayoutSpecification, _ legend: [Legend.Entry], without: Set<Omission>) -> PanelGrid {
        var panels = figure.specification.panels
        let name = PanelSpecification.legendName
        if layout.span(of: name) != nil, !panels.contains(where: { $0.name == name }) {
            panels.append(PanelSpecification(name: name, kind: .legend))
        }
        let hasLegend = panels.contains { $0.kind == .legend }
        if without.contains(.legend) { panels.removeAll { $0.kind == .legend } }
        let items = panels.compactMap { specification -> PanelGrid.Item? in
            guard let span = layout.span(of: specification.name) else { return nil }
            let panel = panel(specification, legend, hasLegend: hasLegend)
            return PanelGrid.Item(
                panel: without.contains(.axisTitles) ? panel.untitled : panel, rows: span.rows, columns: span.columns,
                titles: without.contains(.panelTitles) ? [] : titles(specification),
                colorbar: without.contains(.colorbars) ? nil : colorbar(specification))
        }
        // Rows of the legend alone go with it.
        let kept = layout.cells.indices.filter { row in items.contains { $0.rows.contains(row) } }
        let used = without.contains(.legend) ? kept : Array(layout.cells.indices)
        let closed = items.map { item in
            var item = item
            let rows = item.rows.compactMap { used.firstIndex(of: $0) }
            item.rows = (rows.first ?? 0)..<(rows.last ?? 0) + 1
            return item
        }
        return PanelGrid(
            items: Self.withSharedAxes(closed), rowCount: max(1, used.count),
            columnCount: layout.cells.first?.count ?? 1,
            ratios: (layout.widthRatios, layout.heightRatios.map { ratios in used.map { ratios[$0] } }),
            canBeLower: !figure.specification.page.isHeightGiven)
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
}
