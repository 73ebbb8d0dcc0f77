import Surfaces

/// The levels of a contour map, and which of them the reader is told.
struct Levels: Hashable, Sendable {
    /// Ascending.
    let values: [Double]
    /// Those drawn stronger and marked at the colorbar; a subset of `values`.
    let major: [Double]
    /// How `major` is written, one for each.
    let labels: [String]
    /// The only value of a surface that is flat; nil otherwise.
    let only: Double?

    /// Levels for a surface over a domain, by samples of its own, so that they do not depend on the resolution.
    ///
    /// Automatic levels are logarithmic where nothing is negative and the middle nine tenths of the frame span more
    /// than a factor of 12; symmetric logarithmic where magnitudes are spread more widely still and linear levels would
    /// hide what is low; linear otherwise.
    init(for field: any ScalarField, over domain: Domain, _ wanted: MapSpecification.Levels) {
        let distribution = Distribution(of: SampleGrid(field, over: domain, columns: 71, rows: 71, jobs: 1))
        switch wanted {
        case .explicit(let values): self.init(explicit: values)
        case .linear: self.init(linear: distribution)
        case .logarithmic: self.init(logarithmic: distribution)
        case .automatic:
            if distribution.spansDecades {
                self.init(logarithmic: distribution)
            } else if distribution.spansDecadesBothWays, distribution.crowdsLow {
                self.init(symmetric: distribution)
            } else {
                self.init(linear: distribution)
            }
        }
    }

    /// Whether the marked levels are few enough among the others to be drawn dark.
    var hasDarkMajor: Bool { 5 * major.count <= 2 * values.count }

    private init(_ values: [Double], major: [Double], label: (Double) -> String) {
        (self.values, self.major, labels) = (values, major, major.map(label))
        only = nil
    }

    private init(flat value: Double?) { (values, major, labels, only) = ([], [], [], value) }

    private init(explicit values: [Double]) {
        let every = (values.count + 9) / 10
        let major = stride(from: 0, to: values.count, by: max(1, every)).map { values[$0] }
        self.init(values, major: major) { NumberText.rounded($0, significant: 6) }
    }

    /// What differs by less than this part of its size differs by rounding.
    private static let rounding = 1e-14

    /// About sixteen steps of a round size.
    private init(linear distribution: Distribution) {
        guard let (low, high) = distribution.bulk, high - low > Self.rounding * max(abs(low), abs(high)) else {
            self.init(flat: distribution.low)
            return
        }
        let ticks = Ticks(in: low...high, atMost: 20)
        // Every other one is marked, counted so that 0 is, where it is a level.
        let step = ticks.values.count > 1 ? ticks.values[1] - ticks.values[0] : 1
        let major = ticks.values.filter { value in
            let index = (value / step).rounded()
            return ticks.values.count < 9 || (index / 2).rounded() * 2 == index
        }
        // Every other level may need fewer decimals than all of them.
        let coarse = RoundStep.from(0.999 * step * Double(major.count < ticks.values.count ? 2 : 1))[0]
        self.init(ticks.values, major: major) { NumberText.tick($0, decimals: min(ticks.decimals, coarse.decimals)) }
    }

    /// Powers of ten, each decade divided into as many parts of nearly equal ratio as make about 25 levels.
    private init(logarithmic distribution: Distribution) {
        guard let low = distribution.lowPositive, let high = distribution.high, low < high else {
            self.init(linear: distribution)
            return
        }
        let top = PowerOfTen.exponent(below: high)
        let bottom = max(PowerOfTen.exponent(below: low), top - 11)
        let shown = Decade.levels(from: low, to: high, decades: bottom...top)
        let decades = (bottom...top).map(PowerOfTen.value).filter(shown.contains)
        // With hardly a power of ten in sight, 2 and 5 are marked too.
        let major = decades.count > 2 ? decades : shown.filter(Decade.isMarked)
        self.init(shown, major: major, label: NumberText.tick)
    }

    /// 0 and both signs of 1, 2, 5 times powers of ten, down to where a tenth of the frame lies.
    private init(symmetric distribution: Distribution) {
        guard let low = distribution.low, let high = distribution.high, low < high else {
            self.init(linear: distribution)
            return
        }
        let largest = max(abs(low), abs(high))
        let top = PowerOfTen.exponent(below: largest)
        let least = max(distribution.lowMagnitude, .leastNormalMagnitude)
        let bottom = min(top, max(PowerOfTen.exponent(below: least), top - 6))
        let decades = (bottom...top).map { $0 }
        let steps = decades.flatMap { exponent in [1, 2, 5].map { $0 * PowerOfTen.value(exponent) } }
        let values = (steps.reversed().map { -$0 } + [0] + steps).filter { $0 >= low && $0 <= high }
        let powers = decades.map(PowerOfTen.value)
        self.init(values, major: values.filter { $0 == 0 || powers.contains(abs($0)) }, label: NumberText.tick)
    }
}

/// How one decade is divided: into nearly equal ratios of round numbers.
private enum Decade {
    /// Powers, the 1–2–5 series, and the preferred numbers R5 and R10 of ISO 3.
    private static let divisions: [[Double]] = [
        [1], [1, 3], [1, 2, 5], [1, 1.6, 2.5, 4, 6.3], [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
    ]

    /// Levels of the finest division that makes at most 28 of them.
    static func levels(from low: Double, to high: Double, decades: ClosedRange<Int>) -> [Double] {
        var coarsest: [Double] = []
        for parts in divisions.reversed() {
            coarsest = decades.flatMap { exponent in parts.map { $0 * PowerOfTen.value(exponent) } }
                .filter { $0 >= low && $0 <= high }
            if coarsest.count <= 28 { break }
        }
        return coarsest
    }

    static func isMarked(_ value: Double) -> Bool {
        let mantissa = value / PowerOfTen.value(PowerOfTen.exponent(below: value))
        return [1, 2, 5].contains { abs($0 - mantissa) < 1e-9 }
    }
}

/// What values a surface takes in the frame.
private struct Distribution {
    private let sorted: [Double]
    private var magnitudes: [Double] { sorted.map(abs).sorted() }

    init(of grid: SampleGrid) {
        sorted = grid.values.filter(\.isFinite).sorted()
    }

    private static func quantile(_ values: [Double], _ part: Double) -> Double? {
        guard !values.isEmpty else { return nil }
        return values[Int(exactly: (part * Double(values.count - 1)).rounded()) ?? 0]
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
}
