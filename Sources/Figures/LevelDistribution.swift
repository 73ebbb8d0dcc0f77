import Surfaces

/// What values a surface takes in the frame.
struct LevelDistribution {
    /// Ascending and finite.
    private let sorted: [Double]
    private var magnitudes: [Double] { sorted.map(abs).sorted() }

    init(of grid: SampleGrid) {
        sorted = grid.values.filter(\.isFinite).sorted()
    }

    /// Of the middles of cells of equal area.
    init(ofCells field: any ScalarField, over domain: Domain) {
        let cells = 128
        func middles(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
            let half = (range.upperBound - range.lowerBound) / Double(2 * cells)
            return range.lowerBound + half...range.upperBound - half
        }
        let inner = Domain(x: middles(domain.x), y: middles(domain.y))
        self.init(of: SampleGrid(field, over: inner, columns: cells, rows: cells, jobs: 1))
    }

    /// What differs by less than this part of its size differs by rounding.
    static let rounding = 1e-14

    /// Whether some of the frame is below 0 by more than rounding.
    var isNegativeSomewhere: Bool {
        guard let low, let high else { return false }
        return low < 0 && low < -Self.rounding * high
    }

    private static func quantile(_ values: [Double], _ part: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        return values[Int(exactly: (min(max(part, 0), 1) * Double(values.count - 1)).rounded()) ?? 0]
    }

    var low: Double? { sorted.first }
    var high: Double? { sorted.last }

    /// Two thousandths of the frame lie lower; above 0.
    var lowPositive: Double? {
        Self.quantile(sorted.filter { $0 > 0 }, 0.002)
    }

    /// A tenth of the frame lies closer to 0.
    var lowMagnitude: Double { Self.quantile(magnitudes, 0.1) ?? 0 }

    /// From the lowest to the highest value, or without the outermost hundredths where these reach far beyond the rest.
    var bulk: (Double, Double)? {
        guard let low, let high, let first = Self.quantile(sorted, 0.01), let last = Self.quantile(sorted, 0.99) else {
            return nil
        }
        return high - low > 2.5 * (last - first) && first < last ? (first, last) : (low, high)
    }

    /// Whether on a linear scale half of the frame would lie in the lowest sixteenth, so that valleys and wells would not
    /// show.
    var crowdsLow: Bool {
        guard let (low, high) = bulk, let median = Self.quantile(sorted, 0.5) else { return false }
        return 16 * (median - low) < high - low
    }

    private static let wide = 12.0

    var spansDecades: Bool {
        guard let first = low, first >= 0 else { return false }
        guard let low = Self.quantile(sorted, 0.05), let high = Self.quantile(sorted, 0.95) else { return false }
        return high > Self.wide * low && high > 0
    }

    var spansDecadesBothWays: Bool {
        guard let low = Self.quantile(magnitudes, 0.25), let high = Self.quantile(magnitudes, 0.95) else {
            return false
        }
        return high > 16 * low && high > 0
    }

    /// The value that this part of the frame lies below, as few digits as leave no more than the tolerance on a wrong
    /// side.
    func quantile(_ part: Double, tolerance: Double) -> Double? {
        guard let value = Self.quantile(sorted, part), let low = Self.quantile(sorted, part - tolerance),
            let high = Self.quantile(sorted, part + tolerance)
        else { return nil }
        if low <= 0, high >= 0 { return 0 }
        let exponent = PowerOfTen.exponent(below: value.magnitude)
        for digits in 1...15 {
            let shift = digits - 1 - exponent
            let power = PowerOfTen.value(abs(shift))
            let rounded = shift < 0 ? (value / power).rounded() * power : (value * power).rounded() / power
            if rounded >= low, rounded <= high { return rounded }
        }
        return value
    }
}
