/// One direction of a sampled grid: ascending nodes, and which cell a coordinate lies in.
struct SampledAxis: Sendable {
    /// At least two, finite, ascending.
    let nodes: [Double]
    /// The width of each cell, one fewer than there are nodes.
    let widths: [Double]
    /// A power of two of about the size of the whole axis. Slopes are kept per unit: those of an axis of any size are
    /// of the size of the samples then, and neither overflow nor underflow in an intermediate result.
    let unit: Double
    /// The widths in units (exact but for underflow).
    let relativeWidths: [Double]

    private let first, last: Double
    /// Equal divisions of the axis, one around each node of a uniform one: how many to a length, and the last one.
    private let bucketsPerLength, lastBucket: Double
    /// Entry k: the last cell that begins in a bucket before k. One more than there are buckets.
    private let cellsBefore: [Int]

    /// - Parameter nodes: At least two, finite, ascending, with a finite span.
    init(ascending nodes: [Double]) {
        self.nodes = nodes
        let (first, last) = (nodes.first ?? .nan, nodes.last ?? .nan)
        let span = last - first
        (self.first, self.last, unit) = (first, last, span.binade)
        widths = zip(nodes.dropFirst(), nodes).map { $0 - $1 }
        relativeWidths = widths.map { $0 / span.binade }

        // A span so small that the quotient overflows puts every node into one bucket.
        let quotient = Double(nodes.count - 1) / span
        let perLength = quotient.isFinite ? quotient : 0
        let lastBucket = Double(nodes.count - 1)
        (bucketsPerLength, self.lastBucket) = (perLength, lastBucket)
        let lastCell = max(0, nodes.count - 2)
        var cellsBefore: [Int] = []
        cellsBefore.reserveCapacity(nodes.count + 1)
        for (index, node) in nodes.enumerated() {
            let bucket = Self.bucket(node - first, perLength, lastBucket)
            while cellsBefore.count <= bucket { cellsBefore.append(max(0, min(index - 1, lastCell))) }
        }
        while cellsBefore.count <= nodes.count { cellsBefore.append(lastCell) }
        self.cellsBefore = cellsBefore
    }

    /// Rounds, and rounding keeps the order: nodes of lower buckets are lower, and nodes of higher ones higher.
    @inline(__always)
    private static func bucket(_ distance: Double, _ perLength: Double, _ last: Double) -> Int {
        Int(min(distance * perLength + 0.5, last))
    }

    /// The cell of a coordinate: the one that begins there if it is a node, the last cell for the last node; nil outside
    /// and for NaN.
    ///
    /// Arithmetic leaves the few nodes of one bucket (a single one on a uniform axis), bisection does the rest.
    @inline(__always)
    func cell(of coordinate: Double) -> Int? {
        guard coordinate >= first, coordinate <= last else { return nil }
        let bucket = Self.bucket(coordinate - first, bucketsPerLength, lastBucket)
        var low = cellsBefore[bucket]
        var high = cellsBefore[bucket + 1]
        while low < high {
            let middle = (low + high + 1) >> 1
            if nodes[middle] <= coordinate { low = middle } else { high = middle - 1 }
        }
        return low
    }
}

extension SampledAxis {
    /// Nodes as given, in either order, checked.
    ///
    /// - Returns: The axis, and whether the nodes were descending and have been reversed.
    static func checked(
        _ nodes: [Double], _ name: SampledFieldError.Axis
    ) throws(SampledFieldError) -> (axis: SampledAxis, isReversed: Bool) {
        guard nodes.count >= 2 else { throw .tooFewNodes(name, count: nodes.count) }
        if let index = nodes.firstIndex(where: { !$0.isFinite }) { throw .notFinite(name, index: index) }
        let isReversed = nodes[1] < nodes[0]
        for index in nodes.indices.dropFirst() {
            let (previous, node) = (nodes[index - 1], nodes[index])
            guard node != previous else { throw .equalNeighbors(name, index: index, value: node) }
            guard (node < previous) == isReversed else { throw .notMonotonic(name, index: index, value: node) }
        }
        let ascending = isReversed ? Array(nodes.reversed()) : nodes
        guard (ascending[nodes.count - 1] - ascending[0]).isFinite else { throw .spanOverflow(name) }
        return (SampledAxis(ascending: ascending), isReversed)
    }
}
