/// Numbers at the nodes of a grid, row by row.
struct SampleTable {
    let columns: Int
    let rows: Int
    /// As many as the grid has nodes.
    private(set) var values: [Double]

    init(columns: Int, rows: Int, values: [Double]) {
        (self.columns, self.rows, self.values) = (columns, rows, values)
    }

    /// Makes NaN of everything that is not finite.
    mutating func closeHoles() {
        for index in values.indices where !values[index].isFinite { values[index] = .nan }
    }

    /// Turns each row around.
    mutating func reverseRows() {
        for row in 0..<rows { values[row * columns..<(row + 1) * columns].reverse() }
    }

    /// Puts the last row first.
    mutating func reverseColumns() {
        for row in 0..<rows / 2 {
            let other = rows - 1 - row
            for column in 0..<columns { values.swapAt(row * columns + column, other * columns + column) }
        }
    }

    /// The lowest number, the first of equals; nil where there are only NaNs.
    var lowest: (column: Int, row: Int, value: Double)? {
        var lowest: Int?
        for (index, value) in values.enumerated() where value < lowest.map({ values[$0] }) ?? .infinity {
            lowest = index
        }
        return lowest.map { ($0 % columns, $0 / columns, values[$0]) }
    }

    /// For each cell, row by row, whether none of its corners is NaN.
    var wholeCells: [Bool] {
        (0..<rows - 1).flatMap { row in
            (0..<columns - 1).map { column in
                let corner = row * columns + column
                let above = corner + columns
                return [corner, corner + 1, above, above + 1].allSatisfy { !values[$0].isNaN }
            }
        }
    }

    /// At each node the value and the derivatives along y, along x and along both, of splines along the rows and columns.
    ///
    /// Without NaNs, the derivative along both is the same whichever comes first, but for rounding; with them it is not,
    /// and neither way is better: it is the mean of both.
    func withDerivatives(_ widths: [Double], _ heights: [Double]) -> [SIMD4<Double>] {
        let alongX = slopesAlongRows(widths)
        let alongY = slopesAlongColumns(heights)
        let one = alongX.slopesAlongColumns(heights)
        let other = alongY.slopesAlongRows(widths)
        return values.indices.map { index in
            let both = 0.5 * one.values[index] + 0.5 * other.values[index]
            return SIMD4(values[index], alongY.values[index], alongX.values[index], both)
        }
    }

    private func slopesAlongRows(_ widths: [Double]) -> SampleTable {
        let slopes = (0..<rows).flatMap { row in
            splineSlopes(Array(values[row * columns..<(row + 1) * columns]), widths: widths)
        }
        return SampleTable(columns: columns, rows: rows, values: slopes)
    }

    private func slopesAlongColumns(_ heights: [Double]) -> SampleTable {
        transposed.slopesAlongRows(heights).transposed
    }

    private var transposed: SampleTable {
        let values = (0..<columns).flatMap { column in (0..<rows).map { self.values[$0 * columns + column] } }
        return SampleTable(columns: rows, rows: columns, values: values)
    }
}
