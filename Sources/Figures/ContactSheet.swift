import Drawings
import Surfaces
import Workers

/// One page with a small contour map of every surface of a catalogue, in its order, with the global minima and the
/// customary start.
public struct ContactSheet: Sendable {
    /// What is shown.
    public let entries: [SurfaceEntry]

    /// A sheet of some entries, by default of the whole catalogue.
    public init(_ entries: [SurfaceEntry] = SurfaceCatalogue.entries) { self.entries = entries }

    private static let width = 540.0
    private static let margin = 12.0
    private static let titleHeight = 22.0
    private static let metrics = CellGrid.Metrics(
        columns: 7, columnGap: 9.5, rowGap: 6, labelHeight: 10, noteHeight: 8.5)
    /// Maps of long domains are drawn no flatter.
    private static let flattest = 2.0

    /// The page that holds all entries.
    public var page: Page {
        var page = Page()
        page.width = Self.width
        page.height = (grid.bottom + Self.margin).rounded(.up)
        return page
    }

    /// Where everything stands: the entries, then the key.
    var grid: CellGrid {
        CellGrid(
            count: keyCells.upperBound, origin: Point(Self.margin, Self.margin + Self.titleHeight),
            width: Self.width - 2 * Self.margin, Self.metrics)
    }

    /// The rest of the last row, or a row of its own where less than two cells are left.
    private var keyCells: Range<Int> {
        let columns = Self.metrics.columns
        let rows = (entries.count + columns - 1) / columns
        let rest = entries.count..<rows * columns
        return rest.count >= 2 ? rest : rest.upperBound..<rest.upperBound + columns
    }

    /// Draws the page.
    ///
    /// - Parameters:
    ///   - pixelsPerPoint: the resolution that contours are traced for; it changes no layout.
    ///   - jobs: threads to trace with; the drawing does not depend on it.
    public func drawing(_ lettering: Lettering, pixelsPerPoint: Double, jobs: Int) -> Drawing {
        let page = page
        let grid = grid
        let style = ContactSheetStyle()
        var drawing = Drawing(size: Point(page.width, page.height))
        let title = lettering.line("Loss surfaces that Ravine knows by name", size: style.titleSize)
        let baseline = Point(Self.margin, Self.margin + 0.8 * style.titleSize)
        drawing.commands.append(.fill(title.placed(at: baseline), style.map.ink))
        let maps = concurrentMap(entries.count, jobs: jobs) { index in
            ContactSheetMap(
                entries[index], in: grid.cells[index].content, flattest: Self.flattest,
                pixelsPerPoint: pixelsPerPoint, style)
        }
        for (cell, map) in zip(grid.cells, maps) {
            drawing.commands += map.commands
            drawing.commands += map.words(in: cell, lettering, style)
        }
        let corners = keyCells.map { grid.cells[$0].box }
        if let first = corners.first, let last = corners.last {
            let key = ContactSheetKey(box: Box(from: first.min, to: last.max))
            drawing.commands += key.commands(lettering, style)
        }
        return drawing
    }
}

/// Sizes and colours of a contact sheet, in points.
struct ContactSheetStyle: Hashable, Sendable {
    var titleSize = 12.0
    var nameSize = 6.8
    var noteSize = 5.4
    var keySize = 6.2
    /// How a map is drawn at this size.
    var map: Style
    /// The radius of a minimum's star where it has room.
    var starRadius = 2.5
    var leastStarRadius = 1.35
    /// Half the side of a start's square.
    var startRadius = 1.35

    init() {
        map = Style()
        map.softening = 0.3
        map.isoline.width = 0.22
        map.isolineColor.alpha = 0.5
        // Without a colorbar no level is told by its value, so all are drawn alike.
        map.majorIsoline = map.isoline
        map.majorIsolineColor = map.isolineColor
        map.frameWidth = 0.5
    }

    /// The map's style on a page so many times as large.
    func enlargedMap(by factor: Double) -> Style {
        var style = map
        style.isoline.width *= factor
        style.majorIsoline.width *= factor
        return style
    }

    /// The sign of a minimum: the star of the figures, smaller.
    func star(at place: Point, radius: Double) -> [Drawing.Command] {
        let star = Marker.star(at: place, radius: radius)
        let outline = Stroke(width: 0.4 * radius, join: .miter(limit: 4))
        return [.stroke(star, outline, map.ink), .fill(star, map.page)]
    }

    /// The sign of a start: the square of the figures, smaller.
    func start(at place: Point) -> [Drawing.Command] {
        let square = Path(Box(from: place, to: place).grown(by: startRadius))
        return [.fill(square, map.page), .stroke(square, Stroke(width: 0.55), map.ink)]
    }
}
