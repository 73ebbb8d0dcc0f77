/// A decimal number such as `-1.5e-3` in a text: an optional sign, digits with at most one point, an optional exponent.
struct DecimalNumber {
    /// The nearest double.
    let value: Double

    /// Nil where the bytes are anything else, or a number that rounds to infinity.
    init?(_ bytes: [UInt8], _ range: Range<Int>) {
        guard Self.isWritten(in: bytes, range) else { return nil }
        guard let value = Double(String(decoding: bytes[range], as: UTF8.self)), value.isFinite else { return nil }
        self.value = value
    }

    static func isWritten(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
        var position = range.lowerBound
        func byte() -> UInt8? { position < range.upperBound ? bytes[position] : nil }
        func skipSign() { if byte() == 0x2B || byte() == 0x2D { position += 1 } }
        func skipDigits() -> Int {
            let start = position
            while let digit = byte(), digit >= 0x30, digit <= 0x39 { position += 1 }
            return position - start
        }
        skipSign()
        var digits = skipDigits()
        if byte() == 0x2E {
            position += 1
            digits += skipDigits()
        }
        guard digits > 0 else { return false }
        if byte() == 0x65 || byte() == 0x45 {
            position += 1
            skipSign()
            guard skipDigits() > 0 else { return false }
        }
        return position == range.upperBound
    }
}
