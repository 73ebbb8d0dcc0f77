import DataFiles
import Spelling

/// Three columns of a table: a point and its loss in each row.
struct TidyColumns {
    let x, y, loss: [Double]
}

/// How a grid is read from a table with a row for each sample.
extension Reading {
    /// The columns of x, y and loss; nil for a table that is a matrix, or after a mistake in the names was told.
    mutating func tidyColumns(_ table: NumericTable, _ data: OpenedData, _ fields: Fields) -> TidyColumns? {
        guard table.header != nil else {
            // With an axis of the scene's own the numbers are a matrix.
            guard fields["x"] == nil, fields["y"] == nil, table.columnCount == 3, table.rowCount > 3,
                !table[row: 0, column: 0].isNaN
            else { return nil }
            return TidyColumns(x: table.column(0), y: table.column(1), loss: table.column(2))
        }
        let x = array(in: data, fields["x"].flatMap { $0.scalar == nil ? nil : $0 }, "x", usual: UsualNames.x)
        let y = array(in: data, fields["y"].flatMap { $0.scalar == nil ? nil : $0 }, "y", usual: UsualNames.y)
        let loss = array(in: data, fields["loss"], "loss", usual: UsualNames.losses)
        guard let x, let y, let loss else { return nil }
        return TidyColumns(x: x.array.values, y: y.array.values, loss: loss.array.values)
    }

    mutating func noGrid(_ data: OpenedData) {
        error(
            data.node.location, "\(quotedPath(data.name)) has no columns x, y and loss",
            help: "it has \(data.namesInWords); name them with 'x: …', 'y: …' and 'loss: …'")
    }

    /// The grid that the rows make, in any order; where a sample is missing there is a hole.
    mutating func tidyGrid(_ columns: TidyColumns, _ data: OpenedData) -> GridSamples? {
        guard let row = columns.x.indices.first(where: { !(columns.x[$0].isFinite && columns.y[$0].isFinite) }) else {
            return assembled(columns, data)
        }
        error(inRow: row, of: data, "a coordinate is not a finite number")
        return nil
    }

    private mutating func assembled(_ columns: TidyColumns, _ data: OpenedData) -> GridSamples? {
        let x = Set(columns.x).sorted()
        let y = Set(columns.y).sorted()
        let (size, overflows) = x.count.multipliedReportingOverflow(by: y.count)
        // Scattered points would make a grid of holes.
        guard !overflows, size <= 2 * columns.x.count else {
            error(
                data.node.location,
                "\(quotedPath(data.name)): the \(columns.x.count) points are not on a grid: they have \(x.count) different x"
                    + " and \(y.count) different y",
                help: "a grid has a sample for each pair of its x and its y")
            return nil
        }
        let xPlaces = Dictionary(uniqueKeysWithValues: zip(x, x.indices))
        let yPlaces = Dictionary(uniqueKeysWithValues: zip(y, y.indices))
        var values = [Double](repeating: .nan, count: size)
        var firstRows = [Int?](repeating: nil, count: size)
        for row in columns.x.indices {
            guard let i = xPlaces[columns.x[row]], let j = yPlaces[columns.y[row]] else { continue }
            if firstRows[j * x.count + i] != nil {
                error(inRow: row, of: data, "the point (\(columns.x[row]), \(columns.y[row])) has a sample already")
                return nil
            }
            firstRows[j * x.count + i] = row
            values[j * x.count + i] = columns.loss[row]
        }
        return GridSamples(x: x, y: y, values: values)
    }
}
