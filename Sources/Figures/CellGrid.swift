import Drawings

/// Equal cells in rows, for a picture of many small parts that are compared: a label over each, a note under it.
///
/// It knows nothing of what stands in the cells.
struct CellGrid: Hashable, Sendable {
    /// The sizes a grid is made of, in points.
    struct Metrics: Hashable, Sendable {
        /// How many cells stand beside each other.
        var columns: Int
        /// Between neighbours in a row.
        var columnGap: Double
        /// Between a note and the label under it.
        var rowGap: Double
        /// From the top of a cell to its content.
        var labelHeight: Double
        /// The content's height over its width.
        var proportion = 1.0
        /// From the content to the bottom of a cell.
        var noteHeight: Double
    }

    /// One place of the grid.
    struct Cell: Hashable, Sendable {
        /// All of it: label, content and note.
        let box: Box
        /// The room for what it shows.
        let content: Box
    }

    /// As many as asked for, row by row from the top.
    let cells: [Cell]
    /// How far down the last row reaches.
    let bottom: Double

    /// - Parameters:
    ///   - count: how many cells there are; the last row may stay open.
    ///   - origin: the upper left corner of the first.
    ///   - width: of the whole row.
    init(count: Int, origin: Point, width: Double, _ metrics: Metrics) {
        let columns = max(1, metrics.columns)
        let breadth = max(1, (width - metrics.columnGap * Double(columns - 1)) / Double(columns))
        let contentHeight = breadth * metrics.proportion
        let height = metrics.labelHeight + contentHeight + metrics.noteHeight
        func corner(_ index: Int) -> Point {
            let (row, column) = index.quotientAndRemainder(dividingBy: columns)
            let pitch = Point(breadth + metrics.columnGap, height + metrics.rowGap)
            return origin + pitch * Point(Double(column), Double(row))
        }
        cells = (0..<max(0, count)).map { index in
            let place = corner(index)
            let top = place.y + metrics.labelHeight
            return Cell(
                box: Box(x: place.x, y: place.y, width: breadth, height: height),
                content: Box(x: place.x, y: top, width: breadth, height: contentHeight))
        }
        bottom = cells.last?.box.max.y ?? origin.y
    }
}

extension Box {
    /// The largest box of the domain's proportions at the upper left of this one, but none more than `flattest` times as
    /// long as it is wide.
    func fitted(aspect: Double, flattest: Double) -> Box {
        let aspect = Swift.min(Swift.max(aspect, 1 / flattest), flattest)
        let size = aspect * height > width ? Point(width, width / aspect) : Point(aspect * height, height)
        return Box(x: min.x, y: min.y, width: size.x, height: size.y)
    }
}
