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
    init(
        _ title: String, over range: ClosedRange<Double>, across length: Double, areWhole: Bool = false, _ style: Style
    ) {
        var count = Self.tickCount(along: length, pitch: Self.pitch.x, style)
        self.init(title, over: range, atMost: count, areWhole: areWhole)
        while count > 2, !hasRoom(across: length, style) {
            count -= 1
            self.init(title, over: range, atMost: count, areWhole: areWhole)
        }
    }

    /// Whether no two numbers of a horizontal axis come too near each other, taking digits to be half as wide as high.
    private func hasRoom(across length: Double, _ style: Style) -> Bool {
        let widths = ticks.map { 0.5 * style.tickSize * Double($0.text.count { $0 != "$" }) }
        return ticks.indices.dropFirst().allSatisfy { index in
            let distance = (ticks[index].position - ticks[index - 1].position) * length
            return (widths[index] + widths[index - 1]) / 2 + 0.6 * style.tickSize <= distance
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
    static let pitch = (x: 5.2, y: 4.2)
}

extension Ticks {
    /// The numbers as they are written, all with as many decimals.
    var texts: [String] { values.map { NumberText.tick($0, decimals: decimals) } }
}
