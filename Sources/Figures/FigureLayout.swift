import Drawings
import Surfaces

/// Where the parts of a figure with one map stand on the page: the title above, the map left, and right of it a column
/// with the legend over the colorbar; without a legend, or where it needs the whole column, the colorbar stands beside
/// the map at its full height.
struct FigureLayout {
    let frame: Frame
    let axes: Axes
    let colorbar: Box
    let legend: Legend?
    let titleCommands: [Drawing.Command]

    private static let margin = 11.0
    private static let columnGap = 17.0
    private static let barGap = 11.0
    private static let minimumBar = 96.0
    /// The widest labels the colorbar is given room for before the levels are known.
    private static let barBreadth = 48.0

    init(
        page: Page, domain: Domain, map: MapSpecification, titles: AxisTitles, title: String, entries: [Legend.Entry],
        lettering: Lettering, style: Style
    ) {
        let margin = Self.margin
        let top = title.isEmpty ? margin : margin + 1.45 * style.titleSize
        axes = Axes(
            titles, domain: (domain.x, domain.y), size: Point(0.62 * page.width, 0.8 * page.height), style)
        let left = margin + axes.left(lettering)
        let bottom = page.height - margin - axes.bottom
        func legend(at origin: Point) -> Legend? {
            guard !entries.isEmpty else { return nil }
            let room = Point(0.42 * page.width, bottom - top)
            return Legend(entries, at: origin, width: 0.31 * page.width, room: room, lettering, style)
        }
        // The legend is set once at the origin to learn its size.
        let measured = legend(at: .zero)
        let isStacked = measured.map { $0.size.y + 26 + Self.minimumBar <= bottom - top } ?? false
        let beside = isStacked ? 0 : Self.barGap + Self.barBreadth
        let column = measured.map { Self.columnGap + max($0.size.x, isStacked ? Self.barBreadth : 0) } ?? 0
        let right = page.width - margin - max(beside + column, axes.right(lettering))

        let room = Box(from: Point(left, top), to: Point(max(right, left + 40), max(bottom, top + 40)))
        let box = Self.shaped(room, domain, map.aspect)
        frame = Frame(domain: domain, box: box)
        let columnLeft = box.max.x + beside + Self.columnGap
        self.legend = legend(at: Point(columnLeft, top - 1))
        if isStacked, let measured {
            let barTop = top + measured.size.y + 28
            let barBottom = max(barTop + Self.minimumBar, box.max.y)
            colorbar = Box(from: Point(columnLeft + 2, barTop), to: Point(columnLeft + 2 + Colorbar.width, barBottom))
        } else {
            let barLeft = box.max.x + Self.barGap
            colorbar = Box(from: Point(barLeft, box.min.y + 14), to: Point(barLeft + Colorbar.width, box.max.y))
        }
        titleCommands = Self.title(title, at: Point(box.min.x, margin + 0.8 * style.titleSize), page, lettering, style)
    }

    /// Where a unit is to be as long both ways, the largest box of the domain's proportions in the upper left of the
    /// room. Filling the room, a map that comes within a third of that is given it too: a square domain looks square.
    private static func shaped(_ room: Box, _ domain: Domain, _ aspect: MapSpecification.Aspect) -> Box {
        let stretch = (room.width / domain.width) / (room.height / domain.height)
        guard aspect == .equal || (0.75...1.33).contains(stretch) else { return room }
        let scale = min(room.width / domain.width, room.height / domain.height)
        return Box(x: room.min.x, y: room.min.y, width: scale * domain.width, height: scale * domain.height)
    }

    /// The title above the map's left edge, smaller where it would leave the page.
    private static func title(
        _ text: String, at place: Point, _ page: Page, _ lettering: Lettering, _ style: Style
    ) -> [Drawing.Command] {
        guard !text.isEmpty else { return [] }
        let room = page.width - margin - place.x
        let natural = lettering.line(text, size: style.titleSize).width
        let size = natural > room ? style.titleSize * room / natural : style.titleSize
        guard size >= 5 else { return [] }
        return [.fill(lettering.line(text, size: size).placed(at: place), style.ink)]
    }
}
