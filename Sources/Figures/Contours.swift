import Surfaces
import Workers

/// The region on or above one level, as closed loops in the plane's own units with the region on their left.
struct Contour: Sendable {
    /// A closed run of vertices; the last joins the first.
    struct Loop: Sendable {
        var vertices: [SIMD2<Double>] = []
        /// Whether the vertex is there only because the region ends at the frame or at a hole, not on the level set.
        var isOnFrame: [Bool] = []
        /// How far away the nearest other level is, in grid steps, by the slope at the vertex.
        var room: [Double] = []
    }

    let level: Double
    let loops: [Loop]
}

/// Marching squares over a sampled surface, with vertices refined on the surface itself.
///
/// The grid is surrounded by a ring of nodes that count as below every level, so every contour is closed: where a
/// region meets the frame its outline runs along it. Ambiguous cells (opposite corners above) are decided by the
/// surface's value at their centre. NaN counts as below every level. Nodes beside a floor or a crest that no node is on
/// move there.
///
/// Source: Lorensen and Cline 1987 in two dimensions; the refinement is the Illinois method (Dowell and Jarratt 1971).
struct ContourTracer: Sendable {
    let grid: SampleGrid
    let field: any ScalarField
    /// Ascending, at most `LevelSpecification.mostLevels`.
    let levels: [Double]
    /// For each node of the ringed grid the number of levels at or below its value.
    let bins: [UInt8]
    /// Nodes in a row of the ringed grid.
    let stride: Int

    init(grid: SampleGrid, field: any ScalarField, levels: [Double], jobs: Int = 1) {
        precondition(levels.count <= LevelSpecification.mostLevels, "more levels than a byte can count")
        self.grid = grid.withNodesOnFloors(of: field, levels, jobs: jobs)
        (self.field, self.levels) = (field, levels)
        stride = grid.columns + 2
        bins = Self.bins(of: self.grid, levels)
    }

    /// The contours of all levels, in the order of the levels.
    func contours(jobs: Int) -> [Contour] {
        let rowsAtOnce = 8
        let chunks = (grid.rows + 1 + rowsAtOnce - 1) / rowsAtOnce
        let parts = concurrentMap(chunks, jobs: jobs) { chunk in
            crossings(inRows: chunk * rowsAtOnce..<min(grid.rows + 1, (chunk + 1) * rowsAtOnce))
        }
        return concurrentMap(levels.count, jobs: jobs) { level in
            Contour(level: levels[level], loops: Self.loops(through: parts.flatMap { $0[level] }))
        }
    }

    /// Joins the crossings of one level, each exit to the entry on the same edge.
    private static func loops(through crossings: [Crossing]) -> [Contour.Loop] {
        // The entry edge in the high half, the crossing's index in the low one: numbers sort faster than pairs.
        let entries = crossings.indices.map { UInt64(UInt32(crossings[$0].entry)) << 32 | UInt64($0) }.sorted()
        var isTaken = [Bool](repeating: false, count: crossings.count)
        var loops: [Contour.Loop] = []
        for first in crossings.indices where !isTaken[first] {
            var loop = Contour.Loop()
            var next: Int? = first
            while let index = next, !isTaken[index] {
                isTaken[index] = true
                loop.append(crossings[index])
                next = crossing(entering: crossings[index].exit, of: entries)
            }
            if loop.vertices.count > 2 { loops.append(loop) }
        }
        return loops
    }

    /// Binary search: of one level, an edge is entered at most once.
    private static func crossing(entering edge: Int32, of entries: [UInt64]) -> Int? {
        let key = UInt64(UInt32(edge)) << 32
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle] < key { low = middle + 1 } else { high = middle }
        }
        guard low < entries.count, entries[low] >> 32 == key >> 32 else { return nil }
        return Int(entries[low] & 0xFFFF_FFFF)
    }

    private static func bins(of grid: SampleGrid, _ levels: [Double]) -> [UInt8] {
        let stride = grid.columns + 2
        var bins = [UInt8](repeating: 0, count: stride * (grid.rows + 2))
        // Neighbours tend to lie in the same bin, so the search begins where the last one ended.
        var bin = 0
        for row in 0..<grid.rows {
            for column in 0..<grid.columns {
                let value = grid.values[row * grid.columns + column]
                while bin < levels.count, levels[bin] <= value { bin += 1 }
                while bin > 0, !(levels[bin - 1] <= value) { bin -= 1 }
                bins[(row + 1) * stride + column + 1] = UInt8(bin)
            }
        }
        return bins
    }
}

extension Contour.Loop {
    /// Adds a vertex; along the frame only the ends of each straight stretch are kept.
    fileprivate mutating func append(_ crossing: Crossing) {
        let count = vertices.count
        let vertex = crossing.vertex
        if crossing.isOnFrame, count >= 2, isOnFrame[count - 1], isOnFrame[count - 2] {
            let (a, b) = (vertices[count - 2], vertices[count - 1])
            let isStraight = (a.x == b.x && b.x == vertex.x) || (a.y == b.y && b.y == vertex.y)
            if isStraight {
                vertices[count - 1] = vertex
                return
            }
        }
        vertices.append(vertex)
        isOnFrame.append(crossing.isOnFrame)
        room.append(crossing.room)
    }
}
