import Surfaces
import Workers

/// A surface sampled at the nodes of a regular grid that spans a domain, borders included.
struct SampleGrid: Sendable {
    let xs: [Double]
    let ys: [Double]
    /// Row by row from the lowest y; NaN and infinities as the surface gives them.
    private(set) var values: [Double]
    /// The places of nodes that do not lie where their column and row meet.
    private var moved: [Int: SIMD2<Double>] = [:]

    /// - Parameters:
    ///   - columns: nodes along x, at least 2.
    ///   - rows: nodes along y, at least 2.
    init(_ field: any ScalarField, over domain: Domain, columns: Int, rows: Int, jobs: Int) {
        func nodes(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
            (0..<count).map { index in
                // Weighted from both ends, so that the first and the last node are the bounds to the bit.
                let t = Double(index) / Double(count - 1)
                return range.lowerBound * (1 - t) + range.upperBound * t
            }
        }
        let xs = nodes(domain.x, columns)
        let ys = nodes(domain.y, rows)
        let rowsAtOnce = 8
        let chunks = (rows + rowsAtOnce - 1) / rowsAtOnce
        values = [Double](unsafeUninitializedCapacity: columns * rows) { buffer, count in
            // Each chunk writes rows of its own.
            nonisolated(unsafe) let values = buffer
            _ = concurrentMap(chunks, jobs: jobs) { chunk in
                let part = chunk * rowsAtOnce..<min(rows, (chunk + 1) * rowsAtOnce)
                let target = values[part.lowerBound * columns..<part.upperBound * columns]
                Self.sample(field, xs, ys[part], into: UnsafeMutableBufferPointer(rebasing: target))
            }
            count = columns * rows
        }
        (self.xs, self.ys) = (xs, ys)
    }

    private init(xs: [Double], ys: [Double], values: [Double]) {
        (self.xs, self.ys, self.values) = (xs, ys, values)
    }

    var hasHoles: Bool { values.contains(where: \.isNaN) }

    /// 1 where the surface has no value, 0 where it has one.
    var holes: SampleGrid { SampleGrid(xs: xs, ys: ys, values: values.map { $0.isNaN ? 1 : 0 }) }

    private static func sample(
        _ field: any ScalarField, _ xs: [Double], _ ys: ArraySlice<Double>,
        into values: UnsafeMutableBufferPointer<Double>
    ) {
        let count = xs.count * ys.count
        var x: [Double] = []
        var y: [Double] = []
        x.reserveCapacity(count)
        y.reserveCapacity(count)
        for value in ys {
            x.append(contentsOf: xs)
            y.append(contentsOf: repeatElement(value, count: xs.count))
        }
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in field.values(x: x, y: y, into: values) }
        }
    }

    /// Where a node lies.
    func place(_ node: Int) -> SIMD2<Double> {
        let (row, column) = node.quotientAndRemainder(dividingBy: columns)
        if !moved.isEmpty, let place = moved[node] { return place }
        return SIMD2(xs[column], ys[row])
    }

    func isMoved(_ node: Int) -> Bool { !moved.isEmpty && moved[node] != nil }

    /// Moves a node, not as far as to the next, to a place with that value.
    mutating func move(_ node: Int, to place: SIMD2<Double>, _ value: Double) {
        (moved[node], values[node]) = (place, value)
    }

    var columns: Int { xs.count }
    var rows: Int { ys.count }
}

extension ScalarField {
    /// The values at many points at once; both arrays have the same count.
    func values(x: [Double], y: [Double]) -> [Double] {
        [Double](unsafeUninitializedCapacity: x.count) { buffer, count in
            x.withUnsafeBufferPointer { x in
                y.withUnsafeBufferPointer { y in
                    values(x: x, y: y, into: UnsafeMutableBufferPointer(rebasing: buffer[..<x.count]))
                }
            }
            count = x.count
        }
    }
}
