/// One axis of a panel: what it is called and where its numbers stand.
struct Axis: Hashable, Sendable {
    /// A mark at the axis.
    struct Tick: Hashable, Sendable {
        /// From 0 at the lower end to 1 at the upper.
        let position: Double
        /// The number as `MathText`; empty for a mark without one.
        let text: String
    }

    /// As `MathText`; empty for none.
    var title: String
    var ticks: [Tick]

    /// The same axis without words, for one whose neighbour has them.
    var mute: Axis { Axis(title: "", ticks: ticks.map { Tick(position: $0.position, text: "") }) }

    /// The same axis with only as many numbers as keep apart: all, else every second, else every third, …
    ///
    /// - Parameters:
    ///   - length: of the axis, in points.
    ///   - gap: the least distance between two numbers.
    ///   - extent: how long a number is along the axis.
    func spaced(along length: Double, gap: Double, _ extent: (String) -> Double) -> Axis {
        let numbered = ticks.indices.filter { !ticks[$0].text.isEmpty }
            .sorted { ticks[$0].position < ticks[$1].position }
        let extents = ticks.map { $0.text.isEmpty ? 0 : extent($0.text) }
        for every in 1...max(1, numbered.count) {
            let kept = numbered.enumerated().filter { $0.offset % every == 0 }.map(\.element)
            let fits = zip(kept, kept.dropFirst()).allSatisfy { before, after in
                let distance = (ticks[after].position - ticks[before].position) * length
                return distance >= (extents[before] + extents[after]) / 2 + gap
            }
            guard fits else { continue }
            var axis = self
            for index in numbered where !kept.contains(index) {
                axis.ticks[index] = Tick(position: ticks[index].position, text: "")
            }
            return axis
        }
        return self
    }

    /// How far the first number reaches beyond the axis' beginning and the last beyond its end, in points.
    func overhang(along length: Double, _ extent: (String) -> Double) -> (first: Double, last: Double) {
        let reaches = ticks.filter { !$0.text.isEmpty }.map { tick -> (Double, Double) in
            let half = extent(tick.text) / 2
            return (half - tick.position * length, half - (1 - tick.position) * length)
        }
        return (max(0, reaches.map(\.0).max() ?? 0), max(0, reaches.map(\.1).max() ?? 0))
    }
}

extension Axis {
    /// An axis of equal steps.
    ///
    /// - Parameters:
    ///   - count: how many ticks there can be.
    ///   - areWhole: whether only whole numbers mean anything.
    init(_ title: String, over range: ClosedRange<Double>, atMost count: Int, areWhole: Bool = false) {
        let ticks = Ticks(in: range, atMost: count, areWhole: areWhole)
        let span = range.upperBound - range.lowerBound
        self.init(
            title: title,
            ticks: zip(ticks.values, ticks.texts).map { value, text in
                Tick(position: span > 0 ? (value - range.lowerBound) / span : 0.5, text: text)
            })
    }

    /// A horizontal axis with as many ticks as its numbers leave room for.
    ///
    /// - Parameter repeatGap: the distance to the same axis of a neighbour, whose numbers must keep away too; nil where
    ///   there is none.
    init(
        _ title: String, over range: ClosedRange<Double>, across length: Double, areWhole: Bool = false,
        repeatGap: Double? = nil, _ style: Style
    ) {
        var count = Self.tickCount(along: length, pitch: Self.pitch.x, style)
        self.init(title, over: range, atMost: count, areWhole: areWhole)
        while count > 2, !hasRoom(across: length, repeatGap, style) {
            count -= 1
            self.init(title, over: range, atMost: count, areWhole: areWhole)
        }
    }

    /// Whether no two numbers of a horizontal axis come too near each other, taking digits to be half as wide as high.
    private func hasRoom(across length: Double, _ repeatGap: Double?, _ style: Style) -> Bool {
        let widths = ticks.map { 0.5 * style.tickSize * Double($0.text.count { $0 != "$" }) }
        func keepApart(_ before: Int, _ after: Int, _ distance: Double) -> Bool {
            (widths[after] + widths[before]) / 2 + 0.6 * style.tickSize <= distance
        }
        if let repeatGap, let first = ticks.first, let last = ticks.last {
            let distance = (1 - last.position + first.position) * length + repeatGap
            guard keepApart(ticks.count - 1, 0, distance) else { return false }
        }
        return ticks.indices.dropFirst().allSatisfy { index in
            keepApart(index - 1, index, (ticks[index].position - ticks[index - 1].position) * length)
        }
    }

    /// How many ticks an axis has room for.
    ///
    /// - Parameters:
    ///   - length: of the axis, in points.
    ///   - pitch: the least distance of two numbers, in type sizes.
    static func tickCount(along length: Double, pitch: Double, _ style: Style) -> Int {
        let room = length / (pitch * style.tickSize)
        return min(9, max(3, Int(exactly: room.rounded(.down)) ?? 3))
    }

    /// The least distance of numbers along x and along y, in type sizes.
    static let pitch = (x: 4.2, y: 4.2)
}

extension Ticks {
    /// The numbers as they are written, all with as many decimals.
    var texts: [String] { values.map { NumberText.tick($0, decimals: decimals) } }
}
