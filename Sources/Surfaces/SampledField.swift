/// A field known by samples at the nodes of a rectangular grid, uniform or not.
///
/// Between the nodes it is bicubic on each cell, from value, slopes and mixed derivative at the four corners. These come
/// from not-a-knot cubic splines along the lines of samples, so that the whole is their tensor product: twice
/// continuously differentiable, with an error of fourth order in the spacing (third for the gradient, second for the
/// Hessian). Four or more nodes in each direction reproduce every bicubic polynomial. Three make parabolas of the lines,
/// two straight lines.
///
/// A sample that is NaN or infinite is a hole: a cell with such a corner has no value (NaN), nor has any point outside
/// the grid. Lines of samples break at holes; around them the field is still once continuously differentiable, and
/// less exact where a line has fewer than four samples between holes.
///
/// A point on a border belongs to the cell on the side of larger x and larger y. Where that is none or has a hole, the
/// first cell without one takes its place: that of smaller x, that of smaller y, that of both. Value and gradient do not
/// depend on this; without holes the Hessian does not either, but for rounding.
///
/// Where value, gradient or Hessian are beyond the largest number, they are NaN or infinite.
public struct SampledField: ScalarField {
    private let columns: SampledAxis
    private let rows: SampledAxis
    /// Row by row: the sample, its derivatives along y, along x and along both, per unit of the axes. NaN in holes, and
    /// where a derivative has no neighbor to come from.
    private let nodes: [SIMD4<Double>]
    /// Cells without holes at their corners, row by row.
    private let isWhole: [Bool]
    /// Whether some samples are NaN or infinite.
    public let hasHoles: Bool
    /// The lowest sample and where it is, the first of equals (row by row from the lowest y); nil where all are holes.
    public let lowestSample: (point: SIMD2<Double>, value: Double)?

    /// The field through samples.
    ///
    /// - Parameters:
    ///   - x: The columns' coordinates, at least two, finite, ascending or descending throughout.
    ///   - y: The rows' coordinates, likewise.
    ///   - values: The sample at (x[i], y[j]) is `values[j * x.count + i]`. NaN and infinities are holes.
    /// - Throws: The first mistake: in `x`, then in `y`, then in the number of values.
    public init(x: [Double], y: [Double], values: [Double]) throws(SampledFieldError) {
        let (columns, flipsRows) = try SampledAxis.checked(x, .x)
        let (rows, flipsTable) = try SampledAxis.checked(y, .y)
        guard case (values.count, false) = x.count.multipliedReportingOverflow(by: y.count) else {
            throw .wrongCount(values: values.count, columns: x.count, rows: y.count)
        }
        var samples = SampleTable(columns: x.count, rows: y.count, values: values)
        samples.closeHoles()
        if flipsRows { samples.reverseRows() }
        if flipsTable { samples.reverseColumns() }

        (self.columns, self.rows) = (columns, rows)
        nodes = samples.withDerivatives(columns.relativeWidths, rows.relativeWidths)
        isWhole = samples.wholeCells
        hasHoles = samples.values.contains(where: \.isNaN)
        lowestSample = samples.lowest.map { (SIMD2(columns.nodes[$0.column], rows.nodes[$0.row]), $0.value) }
    }

    /// The columns' coordinates, ascending.
    public var xNodes: [Double] { columns.nodes }

    /// The rows' coordinates, ascending.
    public var yNodes: [Double] { rows.nodes }

    /// The rectangle that the samples span.
    public var domain: Domain {
        func range(_ axis: SampledAxis) -> ClosedRange<Double> { axis.nodes[0]...axis.nodes[axis.nodes.count - 1] }
        return Domain(x: range(columns), y: range(rows))
    }

    /// The sample at (xNodes[column], yNodes[row]); NaN in a hole and where there is no such node.
    public func sample(column: Int, row: Int) -> Double {
        guard columns.nodes.indices.contains(column), rows.nodes.indices.contains(row) else { return .nan }
        return nodes[row * columns.nodes.count + column][0]
    }

    public func value(at point: SIMD2<Double>) -> Double {
        guard let spot = spot(of: point) else { return .nan }
        return value(at: spot)
    }

    public func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        guard let spot = spot(of: point) else { return (.nan, SIMD2(repeating: .nan)) }
        return (value(at: spot), gradient(at: spot))
    }

    public func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        guard let spot = spot(of: point) else {
            return (.nan, SIMD2(repeating: .nan), Hessian(xx: .nan, xy: .nan, yy: .nan))
        }
        return (value(at: spot), gradient(at: spot), hessian(at: spot))
    }

    public func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        for index in 0..<min(x.count, y.count, values.count) {
            values[index] = value(at: SIMD2(x[index], y[index]))
        }
    }
}

/// Evaluation on a cell.
extension SampledField {
    /// A point in a cell without holes.
    private struct Spot {
        var column, row: Int
        var basis: HermiteBasis
    }

    @inline(__always)
    private func spot(of point: SIMD2<Double>) -> Spot? {
        guard let column = columns.cell(of: point.x), let row = rows.cell(of: point.y) else { return nil }
        if isWhole[row * columns.widths.count + column] { return spot(of: point, inColumn: column, row: row) }
        return spot(of: point, besideColumn: column, row: row)
    }

    @inline(__always)
    private func spot(of point: SIMD2<Double>, inColumn column: Int, row: Int) -> Spot {
        let corner = SIMD2(columns.nodes[column], rows.nodes[row])
        let place = (point - corner) / SIMD2(columns.widths[column], rows.widths[row])
        let width = SIMD2(columns.relativeWidths[column], rows.relativeWidths[row])
        return Spot(column: column, row: row, basis: HermiteBasis(place: place, width: width))
    }

    /// The neighbors' view of a point on the lower borders of a cell that has a hole.
    private func spot(of point: SIMD2<Double>, besideColumn column: Int, row: Int) -> Spot? {
        let isLeft = column > 0 && point.x == columns.nodes[column]
        let isBelow = row > 0 && point.y == rows.nodes[row]
        func isWhole(_ column: Int, _ row: Int) -> Bool { self.isWhole[row * columns.widths.count + column] }
        if isLeft, isWhole(column - 1, row) { return spot(of: point, inColumn: column - 1, row: row) }
        if isBelow, isWhole(column, row - 1) { return spot(of: point, inColumn: column, row: row - 1) }
        if isLeft, isBelow, isWhole(column - 1, row - 1) {
            return spot(of: point, inColumn: column - 1, row: row - 1)
        }
        return nil
    }

    @inline(__always)
    private func value(at spot: Spot) -> Double { sum(spot, along: spot.basis.value, across: spot.basis.value) }

    @inline(__always)
    private func gradient(at spot: Spot) -> SIMD2<Double> {
        let (value, derivative) = (spot.basis.value, spot.basis.derivative)
        let x = sum(spot, along: derivative, across: value)
        let y = sum(spot, along: value, across: derivative)
        return SIMD2(x, y) / SIMD2(columns.unit, rows.unit)
    }

    private func hessian(at spot: Spot) -> Hessian {
        let (value, derivative, second) = (spot.basis.value, spot.basis.derivative, spot.basis.secondDerivative)
        let xx = sum(spot, along: second, across: value)
        let xy = sum(spot, along: derivative, across: derivative)
        let yy = sum(spot, along: value, across: second)
        let (x, y) = (columns.unit, rows.unit)
        return Hessian(xx: xx / x / x, xy: xy / x / y, yy: yy / y / y)
    }

    /// The corners' data with weights along x and across, along y.
    @inline(__always)
    private func sum(_ spot: Spot, along: HermiteBasis.Weights, across: HermiteBasis.Weights) -> Double {
        let corner = spot.row * columns.nodes.count + spot.column
        let low = Self.sum(nodes[corner], nodes[corner + 1], along)
        let above = corner + columns.nodes.count
        let high = Self.sum(nodes[above], nodes[above + 1], along)
        let values = low.x * across.start.y + high.x * across.end.y
        let slopes = low.y * across.startSlope.y + high.y * across.endSlope.y
        return values + slopes
    }

    /// The value and the slope along y on one edge of a cell.
    @inline(__always)
    private static func sum(
        _ left: SIMD4<Double>, _ right: SIMD4<Double>, _ along: HermiteBasis.Weights
    ) -> SIMD2<Double> {
        let values = left.lowHalf * along.start.x + right.lowHalf * along.end.x
        let slopes = left.highHalf * along.startSlope.x + right.highHalf * along.endSlope.x
        return values + slopes
    }
}
