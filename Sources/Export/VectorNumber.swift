/// Numbers as vector formats take them: decimals without an exponent, as short as their precision allows.
enum VectorNumber {
    /// The precision of places on the page: 1/100 point, 0.03 pixels at 200 dpi.
    static let stepsPerPoint = 100.0
    /// Decimals of all other numbers (widths, dashes, alpha, the page's sides).
    static let places = 4

    /// In units of the last of `places` decimals; 0 for what is not a number, at most 1e12 points.
    static func steps(_ value: Double) -> Int {
        guard !value.isNaN else { return 0 }
        return Int(exactly: (min(max(value, -1e12), 1e12) * 1e4).rounded()) ?? 0
    }

    /// A number with at most `places` decimals: `0.5` as `.5`, `−0` as `0`.
    static func text(_ value: Double) -> String {
        var bytes: [UInt8] = []
        bytes.append(decimal: steps(value), places: places)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A place on the page, in steps of 1/100 point.
typealias LatticePoint = SIMD2<Int>

extension [UInt8] {
    /// Writes `number / 10^places` without zeros that say nothing.
    mutating func append(decimal number: Int, places: Int) {
        guard number != 0 else { return append(UInt8(ascii: "0")) }
        if number < 0 { append(UInt8(ascii: "-")) }
        var (rest, decimals) = (number.magnitude, places)
        while decimals > 0, rest.isMultiple(of: 10) { (rest, decimals) = (rest / 10, decimals - 1) }
        // From the last digit to the first.
        let first = count
        while rest > 0 || decimals > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
            decimals -= 1
            if decimals == 0 { append(UInt8(ascii: ".")) }
        }
        self[first...].reverse()
    }

    mutating func append(_ text: some StringProtocol) { append(contentsOf: text.utf8) }
}
