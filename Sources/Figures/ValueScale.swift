import Lanes

/// How values lie along an axis of curves.
struct ValueScale: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case linear
        case logarithmic
        /// Logarithmic on both sides of 0 and linear in between, up to a magnitude (matplotlib's `symlog`).
        case symmetric(linearTo: Double)
    }

    let kind: Kind
    /// The values at the axis' ends, the first smaller.
    let range: ClosedRange<Double>
    private let ends: (low: Double, high: Double)

    init(_ kind: Kind, over range: ClosedRange<Double>) {
        (self.kind, self.range) = (kind, range)
        ends = (Self.warped(range.lowerBound, kind), Self.warped(range.upperBound, kind))
    }

    static func == (a: ValueScale, b: ValueScale) -> Bool { a.kind == b.kind && a.range == b.range }
    func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(range)
    }

    /// Where a value lies, 0 at the lower end and 1 at the upper; −∞ for what a logarithmic scale has no place for, and
    /// NaN for NaN.
    func position(_ value: Double) -> Double {
        (Self.warped(value, kind) - ends.low) / (ends.high - ends.low)
    }

    private static func warped(_ value: Double, _ kind: Kind) -> Double {
        switch kind {
        case .linear: return value
        case .logarithmic: return value > 0 ? value.decimalLogarithm() : value.isNaN ? .nan : -.infinity
        case .symmetric(let bound):
            let size = value.magnitude / bound
            guard size > 1 else { return value / bound }
            return (1 + size.decimalLogarithm()) * (value < 0 ? -1 : 1)
        }
    }
}

// MARK: Choosing a scale

extension ValueScale {
    /// The decades a logarithmic axis shows at most: what lies lower leaves the panel.
    private static let mostDecades = 24
    /// Values that span more than this factor are easier to tell apart on a logarithmic scale.
    private static let wide = 100.0

    /// A scale for values, with a little room beyond them.
    ///
    /// - Parameters:
    ///   - values: those to be shown; what is not finite counts for nothing.
    ///   - asked: what the author asked for; nil for logarithmic where the values span more than two decades.
    ///   - range: what the author wants to be shown; nil for what the values need.
    ///   - isTight: whether the axis ends where the values do.
    init(
        for values: [Double], _ asked: CurveSpecification.Scale?, range: ClosedRange<Double>? = nil,
        isTight: Bool = false
    ) {
        let shown = values.filter { $0.isFinite && (range?.contains($0) ?? true) }
        let low = range?.lowerBound ?? shown.min() ?? 0
        let high = range?.upperBound ?? shown.max() ?? 1
        let leastPositive = shown.lazy.filter { $0 > 0 }.min() ?? high
        let isWide = low >= 0 && high > Self.wide * leastPositive
        switch asked ?? (isWide ? .log : .linear) {
        // What is smaller than every normal number has no powers of ten between it and 0.
        case .log where high >= .leastNormalMagnitude:
            let asked = range.map(\.lowerBound).flatMap { $0 > 0 ? $0 : nil }
            let bottom = max(asked ?? max(leastPositive, Self.floor(below: high)), .leastNormalMagnitude)
            self.init(.logarithmic, over: Self.logarithmicRange(bottom, high, isExact: range != nil || isTight))
        case .symlog where low < high && max(low.magnitude, high.magnitude) >= .leastNormalMagnitude * 1e7:
            let magnitudes = shown.map(\.magnitude).filter { $0 > 0 }.sorted()
            let largest = max(low.magnitude, high.magnitude)
            let tenth = magnitudes.isEmpty ? largest : magnitudes[magnitudes.count / 10]
            let bound = PowerOfTen.value(PowerOfTen.exponent(below: max(tenth, largest * 1e-6)))
            let kind = Kind.symmetric(linearTo: bound)
            self.init(kind, over: Self.symmetricRange(low, high, bound, isExact: range != nil || isTight))
        default:
            self.init(.linear, over: Self.linearRange(low, high, isExact: range != nil || isTight))
        }
    }

    private static func floor(below high: Double) -> Double {
        min(high, max(.leastNormalMagnitude, PowerOfTen.value(PowerOfTen.exponent(below: high) - mostDecades)))
    }

    private static func linearRange(_ low: Double, _ high: Double, isExact: Bool) -> ClosedRange<Double> {
        // Beyond, a difference would not be a number.
        let most = Double.greatestFiniteMagnitude / 2.5
        guard (high - low).isFinite else { return -most...most }
        guard high - low > 1e-12 * max(low.magnitude, high.magnitude) else {
            let half = max(0.5 * low.magnitude, 0.5)
            let (bottom, top) = (low - half, low + half)
            return bottom.isFinite && top.isFinite ? bottom...top : low < 0 ? -2 * most...(-most) : most...2 * most
        }
        let room = isExact ? 0 : 0.05 * (high - low)
        // Counts and losses begin at 0: an axis that begins just below would look wrong.
        let bottom = low >= 0 && low - room < 0 ? 0 : low - room
        return bottom...high + room
    }

    /// With a twentieth of the scale beyond each end, as it lies on the page.
    private static func symmetricRange(
        _ low: Double, _ high: Double, _ bound: Double, isExact: Bool
    ) -> ClosedRange<Double> {
        guard !isExact else { return low...high }
        let ends = (warped(low, .symmetric(linearTo: bound)), warped(high, .symmetric(linearTo: bound)))
        let room = 0.05 * (ends.1 - ends.0)
        func unwarped(_ place: Double) -> Double {
            guard place.magnitude > 1 else { return place * bound }
            let size = bound * ((place.magnitude - 1) * 2.302585092994046).exponential()
            return place < 0 ? -size : size
        }
        let range = (min(low, unwarped(ends.0 - room)), max(high, unwarped(ends.1 + room)))
        return range.0.isFinite && range.1.isFinite ? range.0...range.1 : low...high
    }

    private static func logarithmicRange(_ low: Double, _ high: Double, isExact: Bool) -> ClosedRange<Double> {
        guard high > 1.0001 * low else {
            return max(low / 2, .leastNormalMagnitude)...min(high * 2, .greatestFiniteMagnitude)
        }
        guard !isExact else { return low...high }
        // A twentieth of the span of exponents.
        let decades = high.decimalLogarithm() - low.decimalLogarithm()
        let room = (0.05 * decades * 2.302585092994046).exponential()
        return max(low / room, .leastNormalMagnitude)...min(high * room, .greatestFiniteMagnitude)
    }
}

// MARK: Ticks

extension ValueScale {
    /// Ticks with numbers, at most `count` of them, and on logarithmic scales small ones between.
    ///
    /// - Parameter areWhole: whether only whole numbers mean anything.
    func ticks(atMost count: Int, areWhole: Bool = false) -> [Axis.Tick] {
        let ticks =
            switch kind {
            case .linear: Axis("", over: range, atMost: count, areWhole: areWhole).ticks
            case .logarithmic: logarithmicTicks(count)
            case .symmetric(let bound): symmetricTicks(bound, count)
            }
        // Powers of ten beyond all numbers have no place.
        return ticks.filter(\.position.isFinite)
    }

    private func tick(_ value: Double, _ isNumbered: Bool = true) -> Axis.Tick {
        Axis.Tick(position: position(value), text: isNumbered ? NumberText.tick(value) : "")
    }

    private func logarithmicTicks(_ count: Int) -> [Axis.Tick] {
        let (low, high) = (range.lowerBound, range.upperBound)
        let exponents = Array(PowerOfTen.exponent(below: low)...PowerOfTen.exponent(below: high))
        func isShown(_ value: Double) -> Bool { value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) }
        let powers = exponents.filter { isShown(PowerOfTen.value($0)) }
        // Few decades: 1, 2 and 5 of each, where all of them have room.
        let steps = exponents.flatMap { exponent in
            (-300..<0).contains(exponent)
                ? [1, 2, 5].map { $0 / PowerOfTen.value(-exponent) }
                : [1, 2, 5].map { $0 * PowerOfTen.value(exponent) }
        }
        .filter(isShown)
        let decades = high.decimalLogarithm() - low.decimalLogarithm()
        if powers.count < 2 || (steps.count <= count && decades * Self.pitches <= Double(count)) {
            if steps.count >= 2 {
                return steps.prefix(count).map(mixedTick) + minorTicks(exponents, but: steps, isShown)
            }
            let even = Ticks(in: range, atMost: count)
            return zip(even.values, even.texts).map { Axis.Tick(position: position($0), text: $1) }
        }
        let every = max(1, (powers.count + count - 1) / count)
        let numbered = powers.filter { ($0 % every + every) % every == 0 }
        let values = numbered.map(PowerOfTen.value)
        let isSparse = every > 1 && powers.count <= Self.mostPowers
        let rest = isSparse ? powers.filter { !numbered.contains($0) }.map { tick(PowerOfTen.value($0), false) } : []
        let minor = powers.count <= 7 ? minorTicks(exponents, but: values, isShown) : []
        return values.map { tick($0) } + rest + minor
    }

    /// More small ticks would be a grey bar.
    private static let mostPowers = 60
    /// 2 and 5 need so many times the room of a number in each decade.
    private static let pitches = 2.6

    /// A tick among others that are no powers of ten: 0.1 beside 0.2 and 0.05.
    private func mixedTick(_ value: Double) -> Axis.Tick {
        Axis.Tick(position: position(value), text: NumberText.exact(value))
    }

    private func minorTicks(
        _ exponents: [Int], but numbered: [Double], _ isShown: (Double) -> Bool
    ) -> [Axis.Tick] {
        exponents.flatMap { exponent in (2...9).map { Double($0) * PowerOfTen.value(exponent) } }
            .filter { isShown($0) && !numbered.contains($0) }.map { tick($0, false) }
    }

    private func symmetricTicks(_ bound: Double, _ count: Int) -> [Axis.Tick] {
        let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
        let bottom = PowerOfTen.exponent(below: bound)
        let exponents = Array(bottom...max(bottom, PowerOfTen.exponent(below: largest)))
        // Every power, or every second, … : as many as there is room for, if that leaves two or more.
        for every in 1...max(1, exponents.count) {
            let powers = exponents.filter { (exponents[exponents.count - 1] - $0) % every == 0 }.map(PowerOfTen.value)
            let values = (powers.reversed().map { -$0 } + [0] + powers).filter(range.contains)
            if values.count < 2 { break }
            if values.count <= max(3, count) { return values.map { tick($0) } }
        }
        let even = Ticks(in: range, atMost: count)
        return zip(even.values, even.texts).map { Axis.Tick(position: position($0), text: $1) }
    }
}
