/// Round numbers along an axis.
struct Ticks: Hashable, Sendable {
    let values: [Double]
    /// As many decimals as tell all of them apart; all alike.
    let decimals: Int

    /// At most `count` (at least 2) multiples of 1, 2, 2.5 or 5 times a power of ten inside the range, bounds included.
    ///
    /// - Parameter areWhole: whether only whole numbers mean anything.
    init(in range: ClosedRange<Double>, atMost count: Int, areWhole: Bool = false) {
        let span = range.upperBound - range.lowerBound
        guard span.isFinite, span > 0 else {
            (values, decimals) = ([range.lowerBound], 0)
            return
        }
        // A step that is smaller than the count suggests may fit, where the range is no multiple of it.
        for step in RoundStep.from(0.5 * span / Double(max(2, count))) where !areWhole || step.isWhole {
            // A hair of tolerance, so that a bound such as 0.1 + 0.2 keeps its tick.
            let first = (range.lowerBound / step.value - 1e-9).rounded(.up)
            let last = (range.upperBound / step.value + 1e-9).rounded(.down)
            guard let number = Int(exactly: last - first), number >= 0, number < max(2, count) else { continue }
            values = (0...number).map { (first + Double($0)) * step.value }
            decimals = step.decimals
            return
        }
        (values, decimals) = ([range.lowerBound], 0)
    }
}

/// A step of 1, 2, 2.5 or 5 times a power of ten.
struct RoundStep: Hashable, Sendable {
    let value: Double
    /// Decimals that its multiples need.
    let decimals: Int

    var isWhole: Bool { value >= 1 && value.rounded() == value }

    /// Twelve or more steps in ascending order, none smaller than the size asked for.
    static func from(_ size: Double) -> [RoundStep] {
        var exponent = PowerOfTen.exponent(below: size)
        var steps: [RoundStep] = []
        while steps.count < 12 {
            let power = PowerOfTen.value(exponent)
            for (mantissa, digits) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
                // Below 1 the step is a quotient: 2 / 10 is the double nearest 0.2, 2 · 0.1 need not be.
                let value = exponent < 0 ? mantissa / PowerOfTen.value(-exponent) : mantissa * power
                if value >= size { steps.append(RoundStep(value: value, decimals: max(0, digits - exponent))) }
            }
            exponent += 1
        }
        return steps
    }
}

/// Powers of ten without the platform's `pow` and `log10`, whose last bits differ between systems.
enum PowerOfTen {
    /// 10ⁿ: the nearest double (decimal literals are read exactly), 0 or infinity beyond the range.
    static func value(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity) }

    /// The largest n with 10ⁿ ≤ size, for a positive finite size.
    static func exponent(below size: Double) -> Int {
        guard size > 0, size.isFinite else { return 0 }
        // 1233 / 4096 is just above log₁₀ 2; the estimate is off by one at most.
        var exponent = (Int(size.exponent) * 1233) >> 12
        while value(exponent) > size { exponent -= 1 }
        while value(exponent + 1) <= size { exponent += 1 }
        return exponent
    }
}
