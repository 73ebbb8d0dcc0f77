import Surfaces
import Workers

/// Nodes in valleys and on ridges narrower than a step of the grid, which would fall between the samples: there the
/// regions of a level would break into beads.
///
/// A node that is lower (or higher) than its neighbours along an axis moves along that axis to where the surface is
/// lowest (or highest), if a level lies between here and there.
extension SampleGrid {
    /// The grid with such nodes in their places; all others stay as they are.
    ///
    /// - Parameter levels: ascending.
    func withNodesOnFloors(of field: any ScalarField, _ levels: [Double], jobs: Int = 1) -> SampleGrid {
        let rowsAtOnce = 32
        var searches = concurrentMap((rows + rowsAtOnce - 1) / rowsAtOnce, jobs: jobs) { chunk in
            self.searches(inRows: chunk * rowsAtOnce..<min(rows, (chunk + 1) * rowsAtOnce))
        }.flatMap(\.self)
        guard !searches.isEmpty else { return self }
        for _ in 0..<FloorSearch.rounds {
            let places = searches.map { place(of: $0, $0.guess) }
            let values = field.values(x: places.map(\.x), y: places.map(\.y))
            for index in searches.indices { searches[index].narrow(values[index]) }
        }
        var grid = self
        for search in searches where search.passesOne(of: levels) {
            grid.move(search.node, to: place(of: search, search.best.offset), search.best.value)
        }
        return grid
    }

    /// Along the axis where the valley or ridge is narrower. Nodes on the frame stay on it.
    private func searches(inRows part: Range<Int>) -> [FloorSearch] {
        var searches: [FloorSearch] = []
        values.withUnsafeBufferPointer { values in
            for row in part {
                for column in 0..<columns {
                    let node = row * columns + column
                    func search(_ step: Int) -> FloorSearch? {
                        // Most nodes lie on a slope.
                        let isSlope = (values[node - step] < values[node]) == (values[node] < values[node + step])
                        let isFlat = values[node - step] == values[node] || values[node] == values[node + step]
                        if isSlope, !isFlat { return nil }
                        return FloorSearch(node, step: step, values[node - step], values[node], values[node + step])
                    }
                    let alongX = column > 0 && column < columns - 1 ? search(1) : nil
                    let alongY = row > 0 && row < rows - 1 ? search(columns) : nil
                    guard let one = alongX ?? alongY else { continue }
                    searches.append(alongY.map { $0.bend > one.bend ? $0 : one } ?? one)
                }
            }
        }
        return searches
    }

    private func place(of search: FloorSearch, _ offset: Double) -> SIMD2<Double> {
        let from = place(search.node)
        let to = place(offset < 0 ? search.node - search.step : search.node + search.step)
        let part = abs(offset)
        return from * (1 - part) + to * part
    }
}

/// The search for the lowest place near a node along an axis, or the highest, by parabolas through three points.
private struct FloorSearch {
    let node: Int
    /// From the node to the next along the axis.
    let step: Int
    /// In steps from the node; the values are turned so that the lowest is looked for.
    private var low = (offset: -1.0, value: 0.0)
    private var middle = (offset: 0.0, value: 0.0)
    private var high = (offset: 1.0, value: 0.0)
    private let sign: Double
    private(set) var guess = 0.0
    /// The second difference: how narrow the valley is.
    let bend: Double
    private let value: Double

    static let rounds = 6
    /// Two neighbours may move towards each other; beyond the middle the other one is nearer.
    private static let farthest = 0.5

    /// Nil where the node is neither the lowest nor the highest of the three.
    init?(_ node: Int, step: Int, _ before: Double, _ value: Double, _ after: Double) {
        let isValley = value < before && value <= after || value <= before && value < after
        let isRidge = value > before && value >= after || value >= before && value > after
        guard isValley || isRidge else { return nil }
        (self.node, self.step, self.value, sign) = (node, step, value, isValley ? 1 : -1)
        (low.value, middle.value, high.value) = (sign * before, sign * value, sign * after)
        bend = low.value - 2 * middle.value + high.value
        guard bend > 0, bend.isFinite else { return nil }
        guess = lowest
    }

    /// Whether a level lies between the node's value and the lowest that was found.
    func passesOne(of levels: [Double]) -> Bool {
        let found = best.value
        guard found != value else { return false }
        return levels.contains { found < $0 && $0 <= value || value < $0 && $0 <= found }
    }

    /// Where the parabola is lowest, in the middle of the wider part where that tells nothing new.
    private var lowest: Double {
        let (a, b) = (middle.offset - low.offset, high.offset - middle.offset)
        let (fall, rise) = ((low.value - middle.value) / a, (high.value - middle.value) / b)
        let curvature = fall + rise
        var place = middle.offset + (fall * b - rise * a) / (2 * curvature)
        if !(abs(place - middle.offset) > 1e-3) {
            place = a > b ? middle.offset - 0.1 * a : middle.offset + 0.1 * b
        }
        return min(max(place, -Self.farthest), Self.farthest)
    }

    mutating func narrow(_ value: Double) {
        let point = (offset: guess, value: sign * value)
        guard point.value.isFinite, guess != middle.offset else { return }
        switch (point.value < middle.value, guess < middle.offset) {
        case (true, true): (middle, high) = (point, middle)
        case (true, false): (low, middle) = (middle, point)
        case (false, true): low = point
        case (false, false): high = point
        }
        guess = lowest
    }

    /// The lowest place that was found and the surface's value there.
    var best: (offset: Double, value: Double) { (middle.offset, sign * middle.value) }
}
