import Surfaces
import Workers

/// The region on or above one level, as closed loops in the plane's own units with the region on their left.
struct Contour: Sendable {
    /// A closed run of vertices; the last joins the first.
    struct Loop: Sendable {
        var vertices: [SIMD2<Double>] = []
        /// Whether the vertex lies on the frame only because the region ends there, not on the level set.
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
/// surface's value at their centre. NaN counts as below every level.
///
/// Source: Lorensen and Cline 1987 in two dimensions; the refinement is the Illinois method (Dowell and Jarratt 1971).
struct ContourTracer: Sendable {
    let grid: SampleGrid
    let field: any ScalarField
    /// Ascending, at most 250.
    let levels: [Double]
    /// For each node of the ringed grid the number of levels at or below its value.
    private let bins: [UInt8]
    private let stride: Int

    init(grid: SampleGrid, field: any ScalarField, levels: [Double]) {
        precondition(levels.count <= 250, "more levels than a byte can count")
        (self.grid, self.field, self.levels) = (grid, field, levels)
        stride = grid.columns + 2
        bins = Self.bins(of: grid, levels)
    }

    /// The contours of all levels, in the order of the levels.
    func contours(jobs: Int) -> [Contour] {
        let rowsAtOnce = 32
        let chunks = (grid.rows + 1 + rowsAtOnce - 1) / rowsAtOnce
        let parts = concurrentMap(chunks, jobs: jobs) { chunk in
            crossings(inRows: chunk * rowsAtOnce..<min(grid.rows + 1, (chunk + 1) * rowsAtOnce))
        }
        return concurrentMap(levels.count, jobs: jobs) { level in
            Contour(level: levels[level], loops: loops(through: parts.flatMap { $0[level] }))
        }
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

// MARK: - Cells

extension ContourTracer {
    /// The way a contour takes through one cell: in by one edge, out by another.
    fileprivate struct Crossing: Sendable {
        let entry: Int32
        let exit: Int32
        /// Where on its entry edge the contour lies.
        var vertex = SIMD2<Double>.zero
        var isOnFrame = false
        var room = Double.infinity
    }

    /// The cell's edges a contour joins, by which corners are above (bit 0: lower left, then counter-clockwise).
    /// Edges: 0 bottom, 1 right, 2 top, 3 left. Cases 5 and 10 are for a centre below; above, see `joined`.
    private static let passages: [[(Int, Int)]] = [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [(0, 3), (2, 1)], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [(1, 0), (3, 2)], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
    ]
    private static let joined: [Int: [(Int, Int)]] = [5: [(2, 3), (0, 1)], 10: [(3, 0), (1, 2)]]

    /// For each level the crossings of the cells in some rows of the ringed grid.
    private func crossings(inRows rows: Range<Int>) -> [[Crossing]] {
        var result = [[Crossing]](repeating: [], count: levels.count)
        bins.withUnsafeBufferPointer { bins in
            for row in rows {
                for column in 0...grid.columns {
                    let node = row * stride + column
                    let (a, b) = (bins[node], bins[node + 1])
                    let (d, c) = (bins[node + stride], bins[node + stride + 1])
                    let low = min(min(a, b), min(c, d))
                    let high = max(max(a, b), max(c, d))
                    for level in low..<high {
                        let corners =
                            (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0)
                        add(corners, node, Int(level), to: &result)
                    }
                }
            }
        }
        for level in levels.indices { refine(&result[level], at: level) }
        return result
    }

    private func add(_ corners: Int, _ node: Int, _ level: Int, to result: inout [[Crossing]]) {
        // An edge is named by its lower or left node: even along x, odd along y.
        func edge(_ side: Int) -> Int32 {
            switch side {
            case 0: Int32(2 * node)
            case 1: Int32(2 * (node + 1) + 1)
            case 2: Int32(2 * (node + stride))
            default: Int32(2 * node + 1)
            }
        }
        var passages = Self.passages[corners]
        if let joined = Self.joined[corners], centre(node) >= levels[level] { passages = joined }
        for (entry, exit) in passages {
            result[level].append(Crossing(entry: edge(entry), exit: edge(exit)))
        }
    }

    /// The surface's value in the middle of a cell; below everything in the ring, where no cell is ambiguous.
    private func centre(_ node: Int) -> Double {
        let (row, column) = (node / stride - 1, node % stride - 1)
        guard row >= 0, column >= 0, row + 1 < grid.rows, column + 1 < grid.columns else { return -.infinity }
        let x = (grid.xs[column] + grid.xs[column + 1]) / 2
        let y = (grid.ys[row] + grid.ys[row + 1]) / 2
        return field.value(at: SIMD2(x, y))
    }
}

// MARK: - Vertices

extension ContourTracer {
    /// A node of the ringed grid: its place (the ring lies on the frame) and its value (nil in the ring).
    private func node(_ index: Int) -> (place: SIMD2<Double>, value: Double?) {
        let (row, column) = (index / stride - 1, index % stride - 1)
        let inside = (0..<grid.rows).contains(row) && (0..<grid.columns).contains(column)
        let x = grid.xs[min(max(column, 0), grid.columns - 1)]
        let y = grid.ys[min(max(row, 0), grid.rows - 1)]
        return (SIMD2(x, y), inside ? grid.values[row * grid.columns + column] : nil)
    }

    /// The change of the surface per grid step along one axis at a node inside the ring.
    private func slope(at index: Int, alongX: Bool) -> Double {
        let (row, column) = (index / stride - 1, index % stride - 1)
        func value(_ offset: Int) -> Double {
            let x = alongX ? min(max(column + offset, 0), grid.columns - 1) : column
            let y = alongX ? row : min(max(row + offset, 0), grid.rows - 1)
            return grid.values[y * grid.columns + x]
        }
        return (value(1) - value(-1)) / 2
    }

    /// Places every crossing's vertex on its entry edge where the surface has the level.
    private func refine(_ crossings: inout [Crossing], at index: Int) {
        let level = levels[index]
        let below = index > 0 ? level - levels[index - 1] : .infinity
        let above = index + 1 < levels.count ? levels[index + 1] - level : .infinity
        let step = min(below, above)
        var searches: [EdgeSearch] = []
        searches.reserveCapacity(crossings.count)
        for index in crossings.indices {
            let edge = Int(crossings[index].entry)
            let from = node(edge / 2)
            let to = node(edge / 2 + (edge % 2 == 0 ? 1 : stride))
            if let start = from.value, let end = to.value {
                searches.append(EdgeSearch(index, from.place, start, to.place, end, level))
                let across = slope(at: edge / 2, alongX: edge % 2 != 0)
                crossings[index].room = step / ((end - start) * (end - start) + across * across).squareRoot()
            } else {
                crossings[index].vertex = from.value == nil ? to.place : from.place
                crossings[index].isOnFrame = true
            }
        }
        EdgeSearch.run(&searches, at: level, on: field)
        for search in searches { crossings[search.crossing].vertex = search.place }
    }
}

// MARK: - Loops

extension ContourTracer {
    /// Joins the crossings of one level, each exit to the entry on the same edge.
    private func loops(through crossings: [Crossing]) -> [Contour.Loop] {
        guard !crossings.isEmpty else { return [] }
        var crossingAtEntry = [Int32](repeating: -1, count: 2 * bins.count)
        for index in crossings.indices { crossingAtEntry[Int(crossings[index].entry)] = Int32(index) }
        var isTaken = [Bool](repeating: false, count: crossings.count)
        var loops: [Contour.Loop] = []
        for first in crossings.indices where !isTaken[first] {
            var loop = Contour.Loop()
            var index = first
            while index >= 0, !isTaken[index] {
                isTaken[index] = true
                loop.append(crossings[index])
                index = Int(crossingAtEntry[Int(crossings[index].exit)])
            }
            if loop.vertices.count > 2 { loops.append(loop) }
        }
        return loops
    }
}

extension Contour.Loop {
    /// Adds a vertex; along the frame only the ends of each straight stretch are kept.
    fileprivate mutating func append(_ crossing: ContourTracer.Crossing) {
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
