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
    /// hide what is low; linear otherwise. Where the asked scale has no level at all they are linear.
    init(for field: any ScalarField, over domain: Domain, _ wanted: LevelSpecification) {
        if case .explicit(let values) = wanted.scale {
            self.init(explicit: values)
            return
        }
        let isByArea = wanted.scale == .quantile
        let distribution = isByArea ? LevelDistribution(ofCells: field, over: domain) : Self.nodes(field, domain)
        let made: Levels? =
            switch wanted.scale {
            case .logarithmic where distribution.isNegativeSomewhere && wanted.from == nil:
                Levels(symmetric: distribution, wanted)
            case .logarithmic: Levels(logarithmic: distribution, wanted)
            case .symmetric: Levels(symmetric: distribution, wanted)
            case .quantile: Levels(quantile: distribution, wanted)
            case .automatic where distribution.spansDecades: Levels(logarithmic: distribution, wanted)
            case .automatic where distribution.spansDecadesBothWays && distribution.crowdsLow:
                Levels(symmetric: distribution, wanted)
            case .automatic, .linear, .explicit: nil
            }
        self = made.flatMap { $0.values.isEmpty ? nil : $0 } ?? Levels(linear: distribution, wanted)
        if let count = wanted.count { self = thinned(to: count) }
    }

    private static func nodes(_ field: any ScalarField, _ domain: Domain) -> LevelDistribution {
        LevelDistribution(of: SampleGrid(field, over: domain, columns: 71, rows: 71, jobs: 1))
    }

    /// Whether the marked levels are few enough among the others to be drawn dark.
    var hasDarkMajor: Bool { 5 * major.count <= 2 * values.count }

    private init(_ values: [Double], major: [Double], label: (Double) -> String) {
        self.init(values, major: major, labels: major.map(label))
    }

    private init(_ values: [Double], major: [Double], labels: [String]) {
        (self.values, self.major, self.labels) = (values, major, labels)
        only = nil
    }

    private init(flat value: Double?) { (values, major, labels, only) = ([], [], [], value) }

    private init(explicit values: [Double]) {
        let every = (values.count + 9) / 10
        let major = stride(from: 0, to: values.count, by: max(1, every)).map { values[$0] }
        self.init(values, major: major, labels: Self.told(major, among: values))
    }

    /// Numbers of any kind with six digits, or as many as leave no doubt which of all the levels is meant.
    private static func told(_ marked: [Double], among levels: [Double]) -> [String] {
        let gaps = zip(levels, levels.dropFirst()).map { $1 - $0 }
        func isClear(_ index: Int, _ digits: Int) -> Bool {
            let near = [index - 1, index].filter(gaps.indices.contains).map { gaps[$0] }.min() ?? .infinity
            let last = PowerOfTen.value(PowerOfTen.exponent(below: levels[index].magnitude) - digits + 1)
            return levels[index] == 0 || 0.5 * last <= 0.01 * near
        }
        let indices = marked.compactMap(levels.firstIndex)
        let digits = (6...17).first { digits in indices.allSatisfy { isClear($0, digits) } } ?? 17
        return marked.map { NumberText.rounded($0, significant: digits) }
    }

    /// Steps of a round size, about sixteen unless another count is asked for.
    private init(linear distribution: LevelDistribution, _ wanted: LevelSpecification) {
        guard let (least, most) = distribution.bulk else {
            self.init(flat: nil)
            return
        }
        let (low, high) = (wanted.from ?? least, wanted.to ?? most)
        guard high - low > LevelDistribution.rounding * max(abs(low), abs(high)) else {
            // Flat, or wholly on one side of the levels that are asked for.
            let end = least < most ? wanted.from ?? wanted.to : nil
            if let end {
                self.init([end], major: [end], labels: Self.told([end], among: [end]))
            } else {
                self.init(flat: distribution.low)
            }
            return
        }
        let ticks = Ticks(in: low...high, atMost: wanted.count ?? 20)
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
    ///
    /// A surface that falls to 0 has its levels from where two thousandths of the frame lie lower.
    private init?(logarithmic distribution: LevelDistribution, _ wanted: LevelSpecification) {
        guard let low = wanted.from ?? distribution.lowPositive, let high = wanted.to ?? distribution.high, low > 0,
            low < high
        else { return nil }
        let top = PowerOfTen.exponent(below: high)
        let bottom = max(PowerOfTen.exponent(below: low), wanted.from == nil ? top - 11 : -400)
        let shown = Decade.levels(from: low, to: high, decades: bottom...top, atMost: wanted.count)
        let decades = (bottom...top).map(PowerOfTen.value).filter(shown.contains)
        // With hardly a power of ten in sight, 2 and 5 are marked too.
        let major = decades.count > 2 ? decades : shown.filter(Decade.isMarked)
        self.init(shown, major: major.isEmpty ? shown : major, label: NumberText.tick)
    }

    /// 0 and both signs of 1, 2, 5 times powers of ten, down to where a tenth of the frame lies.
    private init?(symmetric distribution: LevelDistribution, _ wanted: LevelSpecification) {
        guard let low = wanted.from ?? distribution.low, let high = wanted.to ?? distribution.high, low < high else {
            return nil
        }
        let largest = max(abs(low), abs(high))
        let top = PowerOfTen.exponent(below: largest)
        let least = max(distribution.lowMagnitude, .leastNormalMagnitude)
        let bottom = min(top, max(PowerOfTen.exponent(below: least), top - 6))
        let decades = (bottom...top).map { $0 }
        func levels(_ parts: [Double]) -> [Double] {
            let steps = decades.flatMap { exponent in parts.map { $0 * PowerOfTen.value(exponent) } }
            return (steps.reversed().map { -$0 } + [0] + steps).filter { $0 >= low && $0 <= high }
        }
        let divisions = [[1, 2, 5], [1, 3], [1]].map(levels)
        let values = divisions.first { $0.count <= wanted.count ?? .max } ?? divisions[2]
        let powers = decades.map(PowerOfTen.value)
        let major = values.filter { $0 == 0 || powers.contains(abs($0)) }
        self.init(values, major: major.isEmpty ? values : major, label: NumberText.tick)
    }

    /// Values that part the frame into bands of equal area, twelve unless another count is asked for.
    private init?(quantile distribution: LevelDistribution, _ wanted: LevelSpecification) {
        guard let low = distribution.low else { return nil }
        let count = wanted.count ?? 11
        var values: [Double] = []
        for index in 1...max(1, count) {
            let part = Double(index) / Double(count + 1)
            guard let value = distribution.quantile(part, tolerance: 0.1 / Double(count + 1)) else { return nil }
            let isInside = value >= wanted.from ?? low && value <= wanted.to ?? .infinity
            if isInside, value > values.last ?? low { values.append(value) }
        }
        let every = (values.count + 11) / 12
        let major = stride(from: 0, to: values.count, by: max(1, every)).map { values[$0] }
        self.init(values, major: major, labels: Self.told(major, among: values))
    }

    /// At most so many, at equal distances in their order: with 0, or else with the first that is marked.
    private func thinned(to count: Int) -> Levels {
        guard values.count > count else { return self }
        let every = (values.count + count - 1) / max(1, count)
        let anchor = values.firstIndex(of: 0) ?? major.first.flatMap(values.firstIndex) ?? 0
        let kept = values.indices.filter { ($0 - anchor).isMultiple(of: every) }.map { values[$0] }
        let marked = zip(major, labels).filter { kept.contains($0.0) }
        guard !marked.isEmpty else { return Levels(kept, major: kept, labels: Self.told(kept, among: kept)) }
        return Levels(kept, major: marked.map(\.0), labels: marked.map(\.1))
    }
}

extension LevelSpecification {
    /// Whether a logarithmic scale was asked for over a surface that is negative somewhere, so that the levels are
    /// symmetric logarithmic instead.
    public func isSymmetricInstead(on surface: Surface, over domain: Domain) -> Bool {
        guard scale == .logarithmic, from == nil else { return false }
        let grid = SampleGrid(surface.field, over: domain, columns: 71, rows: 71, jobs: 1)
        return LevelDistribution(of: grid).isNegativeSomewhere
    }
}

/// How one decade is divided: into nearly equal ratios of round numbers.
private enum Decade {
    /// Powers, the 1–2–5 series, and the preferred numbers R5, R10 and R20 of ISO 3.
    private static let divisions: [[Double]] = [
        [1], [1, 3], [1, 2, 5], [1, 1.6, 2.5, 4, 6.3], [1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8],
        [1, 1.12, 1.25, 1.4, 1.6, 1.8, 2, 2.24, 2.5, 2.8, 3.15, 3.55, 4, 4.5, 5, 5.6, 6.3, 7.1, 8, 9],
    ]
    /// The finest division where no count is asked for, and how many levels it may make.
    private static let usual = (divisions: 5, count: 28)

    /// Levels of the finest division that makes at most so many of them, else of the coarsest.
    static func levels(
        from low: Double, to high: Double, decades: ClosedRange<Int>, atMost count: Int?
    ) -> [Double] {
        var coarsest: [Double] = []
        for parts in divisions.prefix(count == nil ? usual.divisions : divisions.count).reversed() {
            coarsest = decades.flatMap { exponent in parts.map { $0 * PowerOfTen.value(exponent) } }
                .filter { $0 >= low && $0 <= high }
            if coarsest.count <= count ?? usual.count { break }
        }
        return coarsest
    }

    static func isMarked(_ value: Double) -> Bool {
        let mantissa = value / PowerOfTen.value(PowerOfTen.exponent(below: value))
        return [1, 2, 5].contains { abs($0 - mantissa) < 1e-9 }
    }
}
