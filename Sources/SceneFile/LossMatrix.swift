import DataFiles

/// Losses row by row, with the axes where they are known.
struct LossMatrix {
    let rowCount: Int
    let columnCount: Int
    let values: [Double]
    /// What the file knows as x and y.
    var x: [Double]?
    var y: [Double]?
    /// What a table has in its first line and in its first column: which of them is x, `rows` says.
    private(set) var across: [Double]?
    private(set) var down: [Double]?
    var variance: [Double] = []

    init(rowCount: Int, columnCount: Int, values: [Double]) {
        (self.rowCount, self.columnCount, self.values) = (rowCount, columnCount, values)
    }

    /// A table that is a matrix: alone, or with axes in its first line and first column, as a corner that holds
    /// no number shows. nil for a table whose columns have names.
    init?(_ table: NumericTable) {
        var columns: [Double]?
        var firstRow = 0
        if let header = table.header {
            let numbers = header.dropFirst().map { Double($0) }
            guard !numbers.isEmpty, !numbers.contains(nil) else { return nil }
            columns = numbers.compactMap(\.self)
        } else if table.rowCount > 1, table.columnCount > 1, table[row: 0, column: 0].isNaN {
            columns = (1..<table.columnCount).map { table[row: 0, column: $0] }
            firstRow = 1
        }
        let firstColumn = columns == nil ? 0 : 1
        rowCount = table.rowCount - firstRow
        columnCount = table.columnCount - firstColumn
        values = (firstRow..<table.rowCount).flatMap { row in
            (firstColumn..<table.columnCount).map { table[row: row, column: $0] }
        }
        guard let columns else { return }
        across = columns
        down = (firstRow..<table.rowCount).map { table[row: $0, column: 0] }
    }

    /// The values with rows and columns exchanged.
    var transposed: [Double] {
        (0..<columnCount).flatMap { column in (0..<rowCount).map { values[$0 * columnCount + column] } }
    }
}

extension NumericArray {
    /// A row of a matrix.
    func row(_ index: Int) -> [Double] {
        guard shape.count == 2, index < shape[0] else { return [] }
        return Array(values[index * shape[1]..<(index + 1) * shape[1]])
    }

    /// The axis of a coordinate as `meshgrid` repeats it along the other axis; nil for any other matrix.
    var meshAxis: [Double]? {
        guard shape.count == 2, shape[0] > 0, shape[1] > 0 else { return nil }
        let (rows, columns) = (shape[0], shape[1])
        if values.indices.allSatisfy({ values[$0] == values[$0 % columns] }) { return row(0) }
        if values.indices.allSatisfy({ values[$0] == values[$0 / columns * columns] }) {
            return (0..<rows).map { values[$0 * columns] }
        }
        return nil
    }
}
