import Drawings

/// Panels placed on their page, with as much around them as it has room for.
extension PanelFigure {
    /// What is left out, the first first, where a page is too small for its panels.
    enum Omission: CaseIterable { case caption, axisTitles, legend, panelTitles, title, colorbars }

    /// Panels with what stands around them, placed.
    private struct Arrangement {
        let grid: PanelGrid
        var boxes: [Box]
        /// The legend below the panels, at the origin.
        let rows: Legend?
        let without: Set<Omission>
        var bottom: Double
        let fits: Bool
    }

    /// The panels between the title, whose beginning aligns with the first of them, and the caption.
    ///
    /// - Returns: what is drawn, and where it ends: where the page's height is not given the rest can go.
    func drawn(_ setting: Setting) -> (parts: PanelParts, bottom: Double) {
        let arrangement = best(setting)
        let left = arrangement.boxes.map(\.min.x).min() ?? area.min.x
        var parts = arrangement.grid.parts(in: arrangement.boxes, setting)
        if !arrangement.without.contains(.title) {
            let corner = Point(max(area.min.x, min(left, area.max.x - title.width)), area.min.y)
            parts.still += title.commands(at: corner, setting.style)
        }
        var bottom = arrangement.bottom
        if let rows = arrangement.rows {
            let corner = Point(max(area.min.x, min(left, area.max.x - rows.size.x)), bottom + Self.legendGap)
            parts.still += rows.commands.map { $0.moved(by: corner) }
            bottom = corner.y + rows.size.y
        }
        if !arrangement.without.contains(.caption), caption.height > 0 {
            let corner =
                figure.specification.page.isHeightGiven ? area.max.y - caption.height : bottom + Self.captionGap
            parts.still += caption.commands(at: Point(area.min.x, corner), setting.style)
            bottom = corner + caption.height
        }
        return (parts, bottom)
    }

    /// What is taken on each of the maps.
    func rooms(_ setting: Setting) -> [Room] {
        let arrangement = best(setting)
        return zip(arrangement.grid.items, arrangement.boxes).flatMap { $0.panel.rooms(in: $1, setting) }
    }

    private static let legendGap = 8.0
    private static let titleGap = 3.0
    private static let captionGap = 8.0
    private static let widestGap = 14.0

    /// The arrangement that leaves out least of those that fit.
    private func best(_ setting: Setting) -> Arrangement {
        var arrangement: Arrangement?
        for count in 0...Omission.allCases.count {
            let without = Set(Omission.allCases.prefix(count))
            for hasCompanion in companion == nil || without.contains(.legend) ? [false] : [true, false] {
                let next = arranged(without, hasCompanion: hasCompanion, setting)
                if next.fits { return next }
                arrangement = next
            }
        }
        return arrangement ?? arranged([], hasCompanion: false, setting)
    }

    private func arranged(_ without: Set<Omission>, hasCompanion: Bool, _ setting: Setting) -> Arrangement {
        let isAsked =
            figure.specification.panels.contains { $0.kind == .legend }
            || figure.specification.layout?.span(of: PanelSpecification.legendName) != nil
        let legend = without.contains(.legend) ? [] : legendEntries(isAsked: isAsked, hasCompanion: hasCompanion)
        let grid = grid(layout(hasLegend: hasCompanion && !legend.isEmpty), legend, without: without)
        let top = title.height > 0 && !without.contains(.title) ? title.height + Self.titleGap : 0
        var foot = caption.height > 0 && !without.contains(.caption) ? caption.height + Self.captionGap : 0
        var rows: Legend?
        if !legend.isEmpty, !grid.items.contains(where: { $0.panel is LegendPanel }) {
            let most = Point(area.width, 0.25 * area.height)
            let set = Legend.rows(legend, at: .zero, room: most, setting.lettering, setting.style)
            foot += set.size.y + Self.legendGap
            rows = set
        }
        let low = pointwiseMax(area.max - Point(0, foot), area.min + Point(1, top + 1))
        let room = Box(from: area.min + Point(0, top), to: low)
        let boxes = grid.boxes(in: room, setting)
        var arrangement = Arrangement(
            grid: grid, boxes: boxes, rows: rows, without: without, bottom: grid.bottom(of: boxes, setting),
            fits: grid.fits(boxes, in: room, setting))
        // On a page of a given height what is left over stands above and below; a wide gap is better below.
        if figure.specification.page.isHeightGiven, arrangement.bottom < room.max.y {
            let offset = Point(0, min(Self.widestGap, (room.max.y - arrangement.bottom) / 2))
            arrangement.boxes = boxes.map { Box(from: $0.min + offset, to: $0.max + offset) }
            arrangement.bottom = room.max.y
        }
        return arrangement
    }
}
