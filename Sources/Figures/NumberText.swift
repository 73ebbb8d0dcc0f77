/// Numbers as they stand in a figure, as `MathText`.
enum NumberText {
    /// A tick of a linear scale, all with the same count of decimals: `−1.5`; as a power of ten where that would be
    /// long.
    static func tick(_ value: Double, decimals: Int) -> String {
        let number = Decimal(value).rounded(decimals: decimals)
        let digits = max(number.exponent, 0) + 1 + decimals
        guard decimals > 5 || digits > 8 || (decimals == 0 && abs(value) >= 1e6) else { return math(number) }
        return rounded(value, significant: max(1, number.exponent + 1 + decimals), plain: -3...3)
    }

    /// A tick of a logarithmic scale: 10⁻², 10⁻¹, 1, 10, 100, 10³; between powers of ten 0.2 or 5 × 10³.
    static func tick(_ value: Double) -> String {
        let isPower = value.isFinite && Decimal(value).digits == [1]
        return rounded(value, significant: 3, plain: isPower ? 0...2 : -2...2)
    }

    /// With so many significant digits, trailing zeros left out; outside 0.01 … 10⁴ as 3.6 × 10⁻³.
    static func rounded(_ value: Double, significant: Int) -> String {
        rounded(value, significant: significant, plain: -2...3)
    }

    /// A measured value: like `rounded`, but trailing zeros stay, because they are digits that were measured.
    static func measured(_ value: Double, significant: Int) -> String {
        rounded(value, significant: significant, plain: -2...3, keepsZeros: true)
    }

    /// A hyperparameter, exactly as it was given: 0.01, 0.999, 10⁻⁸, 2.5 × 10⁻⁵.
    static func exact(_ value: Double) -> String { rounded(value, significant: 17, plain: -3...5) }

    private static func rounded(
        _ value: Double, significant: Int, plain: ClosedRange<Int>, keepsZeros: Bool = false
    ) -> String {
        guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "$−\\infty$" : "$\\infty$" }
        var number = Decimal(value).rounded(significant: significant)
        if keepsZeros, !number.digits.isEmpty { number.minimumDecimals = max(0, significant - 1 - number.exponent) }
        guard !number.digits.isEmpty, !plain.contains(number.exponent) else { return math(number) }
        let sign = number.isNegative ? "−" : ""
        var mantissa = Decimal(isNegative: false, digits: number.digits, exponent: 0)
        if keepsZeros { mantissa.minimumDecimals = significant - 1 }
        let power = "10^{\(number.exponent < 0 ? "−" : "")\(abs(number.exponent))}"
        return mantissa.digits == [1] && !keepsZeros ? "$\(sign)\(power)$" : "$\(sign)\(mantissa.plain)\\times\(power)$"
    }

    private static func math(_ number: Decimal) -> String {
        "$\(number.isNegative && !number.digits.isEmpty ? "−" : "")\(number.plain)$"
    }

    /// A double's shortest decimal digits: 0.d₁d₂… × 10^(exponent + 1).
    private struct Decimal {
        var isNegative: Bool
        /// Without zeros at either end; empty for zero.
        var digits: [Int]
        /// The power of ten of the first digit.
        var exponent: Int
        /// Decimals to print even where they are zero.
        var minimumDecimals = 0

        init(isNegative: Bool, digits: [Int], exponent: Int) {
            (self.isNegative, self.digits, self.exponent) = (isNegative, digits, exponent)
        }

        /// - Precondition: the value is finite.
        init(_ value: Double) {
            // Swift prints the shortest digits that read back to the same double.
            let parts = "\(value.magnitude)".split(separator: "e")
            let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
            let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
            var digits = (mantissa[0] + (mantissa.count > 1 ? mantissa[1] : "")).compactMap(\.wholeNumberValue)
            var exponent = mantissa[0].count - 1 + shift
            while digits.first == 0 {
                digits.removeFirst()
                exponent -= 1
            }
            while digits.last == 0 { digits.removeLast() }
            self.init(isNegative: value < 0, digits: digits, exponent: digits.isEmpty ? 0 : exponent)
        }

        func rounded(significant count: Int) -> Decimal {
            guard digits.count > count else { return self }
            var result = self
            result.digits = count > 0 ? Array(digits[..<count]) : []
            let isUp = digits[max(0, count)] >= 5
            if isUp { result.increment(from: count) }
            while result.digits.last == 0 { result.digits.removeLast() }
            return result
        }

        func rounded(decimals: Int) -> Decimal {
            let count = exponent + 1 + decimals
            var result = self
            if count < 0 { result.digits = [] } else { result = rounded(significant: count) }
            result.minimumDecimals = decimals
            return result
        }

        private mutating func increment(from count: Int) {
            var index = count - 1
            while index >= 0 {
                digits[index] += 1
                if digits[index] < 10 { return }
                digits[index] = 0
                index -= 1
            }
            digits.insert(1, at: 0)
            exponent += 1
        }

        /// Digits with a decimal point and no power of ten, without a sign.
        var plain: String {
            func digit(_ power: Int) -> Int {
                let index = exponent - power
                return digits.indices.contains(index) ? digits[index] : 0
            }
            let whole = digits.isEmpty ? [0] : stride(from: max(exponent, 0), through: 0, by: -1).map(digit)
            let lowest = digits.isEmpty ? 0 : exponent - digits.count + 1
            let decimals = max(minimumDecimals, -lowest)
            let fraction = decimals > 0 ? (1...decimals).map { digits.isEmpty ? 0 : digit(-$0) } : []
            let text = whole.map(String.init).joined()
            return fraction.isEmpty ? text : text + "." + fraction.map(String.init).joined()
        }
    }
}
