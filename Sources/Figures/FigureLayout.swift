import Drawings
import Surfaces

/// Where the parts of a figure with one map stand on the page: the title above, the map left, and right of it a column
/// with the legend over the colorbar.
///
/// Without a legend, or where it needs the whole column, the colorbar stands beside the map at its full height. On a
/// page too narrow for a column the legend stands below the map, and the page grows for it unless its height is given.
struct FigureLayout {
    let frame: Frame
    let axes: Axes
    let colorbar: Box
    let legend: Legend?
    let titleCommands: [Drawing.Command]
    /// Below the lowest of them.
    let bottom: Double

    private static let margin = 11.0
    private static let columnGap = 17.0
    private static let barGap = 11.0
    /// Between a legend and the colorbar under it, with the colorbar's name.
    private static let barTitle = 28.0
    private static let minimumBar = 96.0
    /// The widest labels the colorbar is given room for before the levels are known.
    private static let barBreadth = 48.0
    /// A map is never smaller, whatever has to overlap.
    private static let minimumMap = 30.0

    /// - Parameters:
    ///   - titles: the title, and shorter ones to take where it does not fit.
    ///   - note: a smaller line under the title.
    init(
        page: Page, domain: Domain, map: MapSpecification, axisTitles: (x: String, y: String), titles: [String],
        note: String?,
        entries: [Legend.Entry], lettering: Lettering, style: Style
    ) {
        let margin = Self.margin
        axes = Axes(
            axisTitles, domain: (domain.x, domain.y), size: Point(0.62 * page.width, 0.8 * page.height), style)
        let left = margin + axes.left(lettering)
        let title = TitleBlock(titles, note: note, room: page.width - margin - left, lettering, style)
        let top = margin + title.height
        let bottom = page.height - margin - axes.bottom

        // The legend is set at the origin first, to learn its size.
        let column = Legend.column(
            entries, at: .zero, width: 0.31 * page.width, room: Point(0.42 * page.width, bottom - top), lettering, style
        )
        let height = column?.size.y ?? 0
        let isStacked = column != nil && height + Self.barTitle + Self.minimumBar <= bottom - top
        let bar = isStacked ? 0 : Self.barGap + Self.barBreadth
        let breadth = column.map { Self.columnGap + max($0.size.x, isStacked ? Self.barBreadth : 0) } ?? 0
        let right = page.width - margin - max(bar + breadth, axes.right(lettering))
        titleCommands = title.commands(at: Point(left, margin), style)

        if column != nil, right - left < 0.48 * page.width, page.width < 1.6 * page.height {
            let width = page.width - margin - left
            let isFixed = page.isHeightGiven || page.isTooLarge(ofHeight: 2 * page.width)
            let space = Point(width, isFixed ? 0.3 * page.height : 0.6 * page.width)
            let rows = Legend.rows(entries, at: .zero, room: space, lettering, style)
            let right = page.width - margin - Self.barGap - Self.barBreadth
            let floor = bottom - rows.size.y - 6
            let room = Self.room(left, top, right, isFixed ? floor : max(floor, top + 0.75 * (right - left)))
            let box = room.shaped(for: domain, map.aspect)
            let below = Point(left, box.max.y + axes.bottom + 6)
            legend = Legend.rows(entries, at: below, room: space, lettering, style)
            frame = Frame(domain: domain, box: box)
            colorbar = Self.bar(beside: box)
            self.bottom = below.y + rows.size.y
            return
        }
        let box = Self.room(left, top, right, bottom).shaped(for: domain, map.aspect)
        frame = Frame(domain: domain, box: box)
        let corner = Point(box.max.x + bar + Self.columnGap, top - 1)
        legend = Legend.column(
            entries, at: corner, width: 0.31 * page.width, room: Point(0.42 * page.width, bottom - top), lettering,
            style)
        if isStacked {
            let (barLeft, barTop) = (corner.x + 2, top + height + Self.barTitle)
            let barBottom = max(barTop + Self.minimumBar, box.max.y)
            colorbar = Box(from: Point(barLeft, barTop), to: Point(barLeft + Colorbar.width, barBottom))
        } else {
            colorbar = Self.bar(beside: box)
        }
        self.bottom = max(box.max.y + axes.bottom, colorbar.max.y, corner.y + (legend?.size.y ?? 0))
    }

    private static func room(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
        Box(from: Point(left, top), to: Point(max(right, left + minimumMap), max(bottom, top + minimumMap)))
    }

    private static func bar(beside box: Box) -> Box {
        let left = box.max.x + barGap
        return Box(from: Point(left, box.min.y + 14), to: Point(left + Colorbar.width, box.max.y))
    }
}
