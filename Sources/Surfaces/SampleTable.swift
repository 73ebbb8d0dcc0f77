/// Numbers at the nodes of a grid, row by row.
struct SampleTable {
    let columns: Int
    let rows: Int
    /// As many as the grid has nodes.
    private(set) var values: [Double]
    /// For each number whether it is a sample, or derived from samples with the full order.
    private var isSound: [Bool]

    init(columns: Int, rows: Int, values: [Double]) {
        self.init(columns: columns, rows: rows, values: values, isSound: values.map { _ in true })
    }

    private init(columns: Int, rows: Int, values: [Double], isSound: [Bool]) {
        (self.columns, self.rows, self.values, self.isSound) = (columns, rows, values, isSound)
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
        (0..<rows - 1).flatMap { row in (0..<columns - 1).map { !values(ofCell: $0, row).contains(where: \.isNaN) } }
    }

    /// The corners of a cell: the lower ones, then the upper ones.
    private func values(ofCell column: Int, _ row: Int) -> [Double] {
        let corner = row * columns + column
        let above = corner + columns
        return [values[corner], values[corner + 1], values[above], values[above + 1]]
    }

    /// At each node the value and the derivatives along y, along x and along both, of splines along the rows and columns.
    ///
    /// Without NaNs, the derivative along both is the same whichever comes first, but for rounding: the mean is taken.
    /// Next to NaNs a spline through slopes from short pieces would swing; there it comes from the other way, or else
    /// from the nearest cells.
    func withDerivatives(_ widths: [Double], _ heights: [Double]) -> [SIMD4<Double>] {
        let alongX = slopesAlongRows(widths)
        let alongY = slopesAlongColumns(heights)
        let one = alongX.slopesAlongColumns(heights)
        let other = alongY.slopesAlongRows(widths)
        return values.indices.map { index in
            let both =
                switch (one.isSound[index], other.isSound[index]) {
                case (true, true): 0.5 * one.values[index] + 0.5 * other.values[index]
                case (true, false): one.values[index]
                case (false, true): other.values[index]
                case (false, false): twist(atColumn: index % columns, row: index / columns, widths, heights)
                }
            return SIMD4(values[index], alongY.values[index], alongX.values[index], both)
        }
    }

    /// The mean of the twists (the mixed differences) of the cells without NaNs around a node; NaN where there are none.
    private func twist(atColumn column: Int, row: Int, _ widths: [Double], _ heights: [Double]) -> Double {
        var (sum, count) = (0.0, 0.0)
        for row in max(0, row - 1)..<min(row + 1, rows - 1) {
            for column in max(0, column - 1)..<min(column + 1, columns - 1) {
                let corners = values(ofCell: column, row)
                let rise = (corners[3] - corners[2]) - (corners[1] - corners[0])
                if rise.isNaN { continue }
                sum += rise / widths[column] / heights[row]
                count += 1
            }
        }
        return sum / count
    }

    private func slopesAlongRows(_ widths: [Double]) -> SampleTable {
        var slopes = SampleTable(columns: columns, rows: rows, values: [], isSound: [])
        slopes.values.reserveCapacity(values.count)
        slopes.isSound.reserveCapacity(values.count)
        for row in 0..<rows {
            let line = row * columns..<(row + 1) * columns
            let (numbers, sound) = splineSlopes(Array(values[line]), isSound: Array(isSound[line]), widths: widths)
            slopes.values += numbers
            slopes.isSound += sound
        }
        return slopes
    }

    private func slopesAlongColumns(_ heights: [Double]) -> SampleTable {
        transposed.slopesAlongRows(heights).transposed
    }

    private var transposed: SampleTable {
        func transpose<Item>(_ items: [Item]) -> [Item] {
            (0..<columns).flatMap { column in (0..<rows).map { items[$0 * columns + column] } }
        }
        return SampleTable(columns: rows, rows: columns, values: transpose(values), isSound: transpose(isSound))
    }
}
