import Drawings

/// Where the panels of a figure stand: cells in rows and columns whose boxes align, with room between them for the
/// numbers and words that each needs outside its box.
struct PanelGrid {
    /// A panel with its place in the grid.
    struct Item {
        var panel: any Panel
        var rows: Range<Int>
        let columns: Range<Int>
        /// The line above it, and shorter ones to take where it does not fit.
        var titles: [String]
        /// What its colours mean, and the name of it; nil where it needs no bar.
        var colorbar: (scale: ColorScale, name: String)?

        /// Whether the rows' and columns' sizes follow its proportions.
        var isMap: Bool { panel.aspect != nil }
    }

    let items: [Item]
    let rowCount: Int
    let columnCount: Int
    let ratios: (widths: [Double]?, heights: [Double]?)
    /// Whether the page may end below the panels, so that none is made higher than it looks best.
    var canBeLower = true

    private static let gap = (x: 12.0, y: 9.0)
    /// A box is never smaller, whatever has to overlap.
    private static let least = 24.0
    /// Rows with maps are so much higher than others.
    private static let mapRow = 1.4
    /// Beside other panels maps take at most this part of the width, and leave these at least so many points.
    private static let mapShare = 0.7
    private static let besideMap = 120.0
    /// Panels of a height of their own, such as legends, take at most this part of the height.
    private static let fixedShare = 0.42
    /// Enough for everything.
    private static let anyHeight = 1e4
    /// Rows are not made lower than this for the sake of a map over several of them.
    private static let lowRow = 80.0
    /// How far rows with maps are lowered for their proportions' sake.
    private static let flattest = 0.55
    private static let barGap = 9.0

    /// The room that a panel's title takes.
    private func title(_ item: Item, room: Double, _ setting: Setting) -> TitleBlock {
        var style = setting.style
        style.titleSize = style.labelSize
        return TitleBlock(item.titles, note: nil, room: room, setting.lettering, style)
    }

    /// The box of each item within the area.
    func boxes(in area: Box, _ setting: Setting) -> [Box] {
        var sizes = items.map { item in
            let across = area.width / Double(columnCount) * Double(item.columns.count)
            return 0.8 * Point(across, area.height / Double(rowCount) * Double(item.rows.count))
        }
        var boxes: [Box] = []
        // Numbers need room, and how many there are depends on the room: after the first time it is known.
        for _ in 0..<4 {
            let needs = zip(items, sizes).map { need($0, around: $1, setting) }
            boxes = placed(in: area, needs, ownHeights(sizes, setting))
            sizes = zip(items, boxes).map { item, box in
                let shape = item.panel.shaped(box, setting.style)
                return Point(shape.width, shape.height)
            }
        }
        return zip(items, boxes).map { item, box in
            guard item.panel.height(in: Point(box.width, box.height), setting) != nil else {
                return item.panel.shaped(box, setting.style)
            }
            // What has no axes can use the room that others need for their words, and that below the last row.
            var end = box.max
            if item.columns.upperBound == columnCount { end.x = max(end.x, area.max.x) }
            if item.panel is LegendPanel, item.rows.upperBound == rowCount { end.y = max(end.y, area.max.y) }
            return Box(from: box.min, to: end)
        }
    }

    /// Room needed around an item's box. That above it has two parts, for the titles of a row stand on one baseline.
    private struct Need {
        var insets: Insets
        /// From the baseline of its title to the box.
        let underBaseline: Double
        let title: TitleBlock
    }

    private func need(_ item: Item, around size: Point, _ setting: Setting) -> Need {
        var insets = item.panel.insets(around: size, setting)
        let title = title(item, room: size.x + insets.right, setting)
        if let bar = barInset(item, setting) { insets.right = max(insets.right, bar) }
        return Need(insets: insets, underBaseline: insets.top + title.height - title.lastBaseline, title: title)
    }

    /// How far below a row's baseline of titles its boxes begin.
    private func underBaseline(of row: Int, _ needs: [Need]) -> Double {
        zip(items, needs).filter { $0.0.rows.lowerBound == row }.map(\.1.underBaseline).max() ?? 0
    }

    /// The heights of rows in which every panel has one of its own.
    private func ownHeights(_ sizes: [Point], _ setting: Setting) -> [Int: Double] {
        guard ratios.heights == nil else { return [:] }
        var heights: [Int: Double] = [:]
        for row in 0..<rowCount {
            let own = zip(items, sizes).filter { $0.0.rows == row..<row + 1 }
                .map { $0.panel.height(in: Point($1.x, Self.anyHeight), setting) }
            guard !own.contains(nil), let height = own.compactMap(\.self).max() else { continue }
            heights[row] = height
        }
        return heights
    }

    /// Whether every panel can be read in its box, and all it needs lies within the area.
    func fits(_ boxes: [Box], in area: Box, _ setting: Setting) -> Bool {
        let needs = zip(items, boxes).map { need($0, around: Point($1.width, $1.height), setting) }
        return zip(items, boxes).enumerated().allSatisfy { index, place in
            let (item, box) = place
            let least = item.panel.least(setting)
            guard box.width >= least.x - 0.01, box.height >= least.y - 0.01 else { return false }
            let insets = needs[index].insets
            let top = underBaseline(of: item.rows.lowerBound, needs) + needs[index].title.lastBaseline
            guard box.min.y - top >= area.min.y - 0.5 else { return false }
            let hasWidth = box.min.x - insets.left >= area.min.x - 0.5 && box.max.x + insets.right <= area.max.x + 0.5
            return hasWidth && box.max.y + insets.bottom <= area.max.y + 0.5
        }
    }

    /// Where the lowest of the panels ends with the words below it.
    func bottom(of boxes: [Box], _ setting: Setting) -> Double {
        let ends = zip(items, boxes).map { item, box in
            let own = item.panel.height(in: Point(box.width, box.height), setting)
            let insets = item.panel.insets(around: Point(box.width, box.height), setting)
            return box.min.y + min(box.height, own ?? box.height) + insets.bottom
        }
        return ends.max() ?? 0
    }

    private func placed(in area: Box, _ needs: [Need], _ ownHeights: [Int: Double]) -> [Box] {
        var columns = [Insets](repeating: Insets(), count: columnCount)
        var rows = [Insets](repeating: Insets(), count: rowCount)
        for (item, need) in zip(items, needs.map(\.insets)) {
            columns[item.columns.lowerBound].cover(Insets(left: need.left))
            columns[item.columns.upperBound - 1].cover(Insets(right: need.right))
            rows[item.rows.upperBound - 1].cover(Insets(bottom: need.bottom))
        }
        for row in 0..<rowCount {
            let titles = zip(items, needs).filter { $0.0.rows.lowerBound == row }.map(\.1.title.lastBaseline)
            rows[row].top = underBaseline(of: row, needs) + (titles.max() ?? 0)
        }
        let width = area.width - columns.reduce(0) { $0 + $1.left + $1.right } - Double(columnCount - 1) * Self.gap.x
        let height = area.height - rows.reduce(0) { $0 + $1.top + $1.bottom } - Double(rowCount - 1) * Self.gap.y
        let (widths, heights) = divided(max(width, Self.least), max(height, Self.least), ownHeights, rows)
        var lefts: [Double] = []
        var x = area.min.x
        for column in 0..<columnCount {
            lefts.append(x + columns[column].left)
            x += columns[column].left + widths[column] + columns[column].right + Self.gap.x
        }
        var tops: [Double] = []
        var y = area.min.y
        for row in 0..<rowCount {
            tops.append(y + rows[row].top)
            y += rows[row].top + heights[row] + rows[row].bottom + Self.gap.y
        }
        return items.map { item in
            let (last, lowest) = (item.columns.upperBound - 1, item.rows.upperBound - 1)
            return Box(
                from: Point(lefts[item.columns.lowerBound], tops[item.rows.lowerBound]),
                to: Point(lefts[last] + widths[last], tops[lowest] + heights[lowest]))
        }
    }

    // MARK: Dividing the room

    private func divided(
        _ width: Double, _ height: Double, _ ownHeights: [Int: Double], _ rows: [Insets]
    ) -> (widths: [Double], heights: [Double]) {
        let mapRows = Set(items.filter(\.isMap).flatMap(\.rows))
        let isMixed = mapRows.count < rowCount
        let own = ownHeights.values.reduce(0, +)
        let ownPart = ownHeights.count < rowCount ? min(1, Self.fixedShare * height / max(own, 1)) : 1
        let usual = (0..<rowCount).map { row in
            ownHeights[row] != nil ? 0 : isMixed && mapRows.contains(row) ? Self.mapRow : 1
        }
        var heights = Self.shares(ratios.heights ?? usual, of: height - own * ownPart)
        for (row, own) in ownHeights { heights[row] = own * ownPart }
        guard ratios.widths == nil else { return (Self.shares(ratios.widths ?? [], of: width), heights) }
        var widths = Self.shares([Double](repeating: 1, count: columnCount), of: width)
        // Columns with maps are as wide as these would like to be.
        var wanted: [Int: Double] = [:]
        // What a map over several rows has beside their heights.
        func between(_ item: Item) -> Double {
            item.rows.dropFirst().reduce(0) { $0 + rows[$1 - 1].bottom + Self.gap.y + rows[$1].top }
        }
        for item in items where item.isMap && item.columns.count == 1 {
            let tall = item.rows.reduce(0) { $0 + heights[$1] } + between(item)
            let column = item.columns.lowerBound
            wanted[column] = max(wanted[column] ?? 0, tall * (item.panel.aspect ?? 1))
        }
        guard !wanted.isEmpty else { return (widths, heights) }
        let others = columnCount - wanted.count
        let least = min(Self.besideMap, width / Double(columnCount))
        let room = others > 0 ? min(Self.mapShare * width, width - Double(others) * least) : width
        let sum = wanted.values.reduce(0, +)
        let factor = others > 0 ? min(1, room / sum) : room / sum
        for column in 0..<columnCount {
            widths[column] = wanted[column].map { $0 * factor } ?? (width - sum * factor) / Double(others)
        }
        // Where the maps had to be narrower their rows can be lower, to the benefit of the others.
        if factor < 1, ratios.heights == nil {
            let parts = items.filter(\.isMap).map { item in
                let tall = item.rows.reduce(0) { $0 + heights[$1] }
                return (factor * (tall + between(item)) - between(item)) / max(tall, 1)
            }
            let lowest = heights.indices.filter { mapRows.contains($0) && ownHeights[$0] == nil }.map { heights[$0] }
                .min()
            let part = max(parts.max() ?? factor, Self.flattest, min(1, Self.lowRow / max(lowest ?? 1, 1)))
            let lower = heights.indices.map {
                mapRows.contains($0) && ownHeights[$0] == nil ? part * heights[$0] : heights[$0]
            }
            let gaining = heights.indices.filter { !mapRows.contains($0) && ownHeights[$0] == nil }
            guard canBeLower || !gaining.isEmpty else { return (widths, heights) }
            let gain = (height - lower.reduce(0, +)) / Double(max(1, gaining.count))
            heights = lower.indices.map { gaining.contains($0) ? lower[$0] + gain : lower[$0] }
        }
        return (widths, heights)
    }

    private static func shares(_ ratios: [Double], of length: Double) -> [Double] {
        let sum = ratios.reduce(0, +)
        return ratios.map { sum > 0 ? length * $0 / sum : 0 }
    }

    // MARK: Colorbars

    /// The items whose colours mean the same as this one's.
    private func companions(of item: Item) -> [Int] {
        items.indices.filter {
            items[$0].colorbar?.scale == item.colorbar?.scale && items[$0].colorbar?.name == item.colorbar?.name
        }
    }

    /// Maps with one scale share a bar: right of the rightmost of them, as high as those in its column.
    private func barOwners() -> [[Int]] {
        var groups: [[Int]] = []
        for (index, item) in items.enumerated() where item.colorbar != nil && !groups.joined().contains(index) {
            groups.append(companions(of: item))
        }
        return groups.map { group in
            let last = group.map { items[$0].columns.upperBound }.max() ?? 0
            return group.filter { items[$0].columns.upperBound == last }
        }
    }

    private func barInset(_ item: Item, _ setting: Setting) -> Double? {
        guard let colorbar = item.colorbar,
            barOwners().contains(where: {
                $0.contains { items[$0].columns == item.columns && items[$0].rows == item.rows }
            })
        else { return nil }
        let labels = colorbar.scale.levels.labels.map { setting.lettering.line($0, size: setting.style.tickSize).width }
        let name = setting.lettering.line(colorbar.name, size: setting.style.labelSize).width
        let numbers = setting.style.tickLength + 3 + (labels.max() ?? 24)
        return Self.barGap + max(Colorbar.width + numbers, name) + 2
    }

    // MARK: Drawing

    /// - Parameter boxes: where the items stand.
    func parts(in boxes: [Box], _ setting: Setting) -> PanelParts {
        var parts = PanelParts(still: [])
        var titleStyle = setting.style
        titleStyle.titleSize = titleStyle.labelSize
        let needs = zip(items, boxes).map { need($0, around: Point($1.width, $1.height), setting) }
        for (index, box) in boxes.enumerated() {
            parts.add(items[index].panel.parts(in: box, setting))
            let title = needs[index].title
            let baseline = box.min.y - underBaseline(of: items[index].rows.lowerBound, needs)
            parts.still += title.commands(at: Point(box.min.x, baseline - title.lastBaseline), titleStyle)
        }
        for group in barOwners() { parts.still += bar(group, boxes, setting) }
        return parts
    }

    private func bar(_ group: [Int], _ boxes: [Box], _ setting: Setting) -> [Drawing.Command] {
        guard let first = group.first, let colorbar = items[first].colorbar else { return [] }
        let top = group.map { boxes[$0].min.y }.min() ?? 0
        let bottom = group.map { boxes[$0].max.y }.max() ?? 0
        let left = (group.map { boxes[$0].max.x }.max() ?? 0) + Self.barGap
        let box = Box(
            from: Point(left, top + 1.35 * setting.style.labelSize), to: Point(left + Colorbar.width, bottom))
        let room = (barInset(items[first], setting) ?? 40) - Self.barGap - Colorbar.width - setting.style.tickLength
        return Colorbar(scale: colorbar.scale, name: colorbar.name, box: box, labelRoom: room)
            .commands(setting.lettering, setting.style)
    }
}
