import Surfaces

/// The way a contour takes through one cell: in by one edge, out by another.
///
/// An edge is named by its lower or left node: twice its index for the edge along x, one more for the edge along y.
struct Crossing: Sendable {
    let level: UInt8
    private(set) var entry: Int32
    private(set) var exit: Int32
    /// Where on its entry edge the contour lies.
    var vertex = SIMD2<Double>.zero
    var isOnFrame = false
    /// See `Contour.Loop.room`.
    var room = Double.infinity

    init(level: UInt8, entry: Int32, exit: Int32) {
        (self.level, self.entry, self.exit) = (level, entry, exit)
    }

    /// Takes in the way through a neighbouring cell; false where it does not join this one.
    mutating func extend(by next: Crossing) -> Bool {
        if exit == next.entry {
            exit = next.exit
        } else if entry == next.exit {
            entry = next.entry
        } else {
            return false
        }
        return true
    }
}

/// For each level the last crossing that runs along one side of the frame, so that a straight stretch of any length
/// becomes one crossing.
private struct FrameRuns {
    /// Of the lower or upper side, the left one and the right one; −1 where there is none.
    private var last: [[Int]]

    init(levels: Int) { last = [[Int]](repeating: [Int](repeating: -1, count: levels), count: 3) }

    mutating func add(_ crossing: Crossing, side: Int, to found: inout [Crossing]) {
        let level = Int(crossing.level)
        let index = last[side][level]
        if index >= 0, found[index].extend(by: crossing) { return }
        last[side][level] = found.count
        found.append(crossing)
    }
}

extension ContourTracer {
    /// The edges a contour joins in a cell, by which corners are above (bit 0: lower left, then counter-clockwise).
    /// Edges: 0 bottom, 1 right, 2 top, 3 left. Opposite corners above, 5 and 10, are for a centre below; with the
    /// centre above the passages stand at 16 and 17.
    private static let passages: [[(Int, Int)]] = [
        [], [(0, 3)], [(1, 0)], [(1, 3)], [(2, 1)], [(0, 3), (2, 1)], [(2, 0)], [(2, 3)],
        [(3, 2)], [(0, 2)], [(1, 0), (3, 2)], [(1, 2)], [(3, 1)], [(0, 1)], [(3, 0)], [],
        [(2, 3), (0, 1)], [(3, 0), (1, 2)],
    ]

    /// For each level the crossings of the cells in some rows of the ringed grid, vertices in place.
    func crossings(inRows rows: Range<Int>) -> [[Crossing]] {
        var found: [Crossing] = []
        var runs = FrameRuns(levels: levels.count)
        bins.withUnsafeBufferPointer { bins in
            for row in rows {
                for node in row * stride...row * stride + grid.columns {
                    let (a, b) = (bins[node], bins[node + 1])
                    let (d, c) = (bins[node + stride], bins[node + stride + 1])
                    if a == b, a == c, a == d { continue }
                    for level in min(min(a, b), min(c, d))..<max(max(a, b), max(c, d)) {
                        let lower = (a > level ? 1 : 0) | (b > level ? 2 : 0)
                        let upper = (c > level ? 4 : 0) | (d > level ? 8 : 0)
                        add(lower | upper, node, level, &runs, to: &found)
                    }
                }
            }
        }
        refine(&found)
        var result = [[Crossing]](repeating: [], count: levels.count)
        for crossing in found { result[Int(crossing.level)].append(crossing) }
        return result
    }

    private func add(
        _ corners: Int, _ node: Int, _ level: UInt8, _ runs: inout FrameRuns, to found: inout [Crossing]
    ) {
        func edge(_ side: Int) -> Int32 {
            switch side {
            case 0: Int32(2 * node)
            case 1: Int32(2 * (node + 1) + 1)
            case 2: Int32(2 * (node + stride))
            default: Int32(2 * node + 1)
            }
        }
        var passage = corners
        if corners == 5 || corners == 10, centre(node) >= levels[Int(level)] { passage = corners == 5 ? 16 : 17 }
        let side = frameSide(corners, node)
        for (entry, exit) in Self.passages[passage] {
            let crossing = Crossing(level: level, entry: edge(entry), exit: edge(exit))
            if let side { runs.add(crossing, side: side, to: &found) } else { found.append(crossing) }
        }
    }

    /// The side of the frame that a contour runs along in a cell of the ring (0 lower or upper, 1 left, 2 right); nil
    /// in every other cell.
    private func frameSide(_ corners: Int, _ node: Int) -> Int? {
        switch corners {
        case 12 where node < stride, 3 where node >= stride * grid.rows: 0
        case 6 where node % stride == 0: 1
        case 9 where node % stride == grid.columns: 2
        default: nil
        }
    }

    /// The surface's value in the middle of a cell; below everything in the ring, where no cell is ambiguous.
    private func centre(_ node: Int) -> Double {
        let (row, column) = (node / stride - 1, node % stride - 1)
        guard row >= 0, column >= 0, row + 1 < grid.rows, column + 1 < grid.columns else { return -.infinity }
        let corner = row * grid.columns + column
        let rising = (corner, corner + grid.columns + 1)
        let falling = (corner + 1, corner + grid.columns)
        // Where one diagonal runs along a floor or a crest, its middle tells whether that goes on through the cell.
        let lines = [rising, falling].filter { grid.isMoved($0.0) && grid.isMoved($0.1) }
        let ends = (lines.count == 1 ? lines : [rising, falling]).flatMap { [grid.place($0.0), grid.place($0.1)] }
        return field.value(at: ends.reduce(SIMD2(0, 0), +) / Double(ends.count))
    }
}

// MARK: - Vertices

extension ContourTracer {
    /// Places every crossing's vertex on its entry edge where the surface has the level.
    private func refine(_ crossings: inout [Crossing]) {
        var searches: [EdgeSearch] = []
        searches.reserveCapacity(crossings.count)
        for index in crossings.indices {
            let edge = Int(crossings[index].entry)
            let level = Int(crossings[index].level)
            let from = node(edge / 2)
            let to = node(edge / 2 + (edge % 2 == 0 ? 1 : stride))
            if let start = from.value, let end = to.value {
                searches.append(EdgeSearch(index, from.place, start, to.place, end, levels[level]))
                let across = slope(at: edge / 2, alongX: edge % 2 != 0)
                let slope = ((end - start) * (end - start) + across * across).squareRoot()
                if !slope.isNaN { crossings[index].room = distanceToNextLevel(level) / slope }
                // Beside a hole the region ends, but not on the level.
                crossings[index].isOnFrame = start.isNaN || end.isNaN
            } else {
                crossings[index].vertex = from.value == nil ? to.place : from.place
                crossings[index].isOnFrame = true
            }
        }
        EdgeSearch.run(&searches, on: field)
        for search in searches { crossings[search.crossing].vertex = search.place }
    }

    private func distanceToNextLevel(_ index: Int) -> Double {
        let below = index > 0 ? levels[index] - levels[index - 1] : .infinity
        let above = index + 1 < levels.count ? levels[index + 1] - levels[index] : .infinity
        return min(below, above)
    }

    /// A node of the ringed grid: its place (the ring lies on the frame) and its value (nil in the ring).
    private func node(_ index: Int) -> (place: SIMD2<Double>, value: Double?) {
        let (row, column) = (index / stride - 1, index % stride - 1)
        let inside = (0..<grid.rows).contains(row) && (0..<grid.columns).contains(column)
        let nearest = min(max(row, 0), grid.rows - 1) * grid.columns + min(max(column, 0), grid.columns - 1)
        return (grid.place(nearest), inside ? grid.values[nearest] : nil)
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
}
