/// A single value as it is written in the file.
struct Scalar: Hashable, Sendable {
    /// The characters, without quotes and with escapes undone.
    let text: String
    /// Whether it stands without quotes, so that it may be a number; quoted values are always text.
    let isPlain: Bool

    enum Value: Hashable, Sendable {
        case null
        case boolean(Bool)
        case integer(Int)
        /// Any other number, ±∞ and NaN among them.
        case number(Double)
        case text
    }

    /// The value under the core grammar of YAML 1.2, with one narrowing: a decimal number with a leading zero, such as
    /// `010`, is text, since older readers take it for an octal number. `yes`, `1:30` and `1_000` are text as well.
    var value: Value {
        guard isPlain else { return .text }
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        case ".nan", ".NaN", ".NAN": return .number(.nan)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .number(.infinity)
        case "-.inf", "-.Inf", "-.INF": return .number(-.infinity)
        default: return prefixedInteger ?? decimal ?? .text
        }
    }

    /// `0x1F` or `0o17`.
    private var prefixedInteger: Value? {
        let radix: Int
        switch text.prefix(2) {
        case "0x": radix = 16
        case "0o": radix = 8
        default: return nil
        }
        let digits = text.dropFirst(2)
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.hexDigitValue ?? 16) < radix }) else { return nil }
        return Int(digits, radix: radix).map(Value.integer)
    }

    private var decimal: Value? {
        var rest = Substring(text).utf8
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        let whole = Self.takeDigits(&rest)
        guard whole.count < 2 || whole.first != UInt8(ascii: "0") else { return nil }
        if rest.isEmpty, !whole.isEmpty, let integer = Int(text) { return .integer(integer) }
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = Self.takeDigits(&rest)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest.removeFirst()
            if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
            guard !Self.takeDigits(&rest).isEmpty else { return nil }
        }
        return rest.isEmpty ? Double(text).map(Value.number) : nil
    }

    private static func takeDigits(_ text: inout Substring.UTF8View) -> Substring.UTF8View {
        let digits = text.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        text = text[digits.endIndex...]
        return digits
    }
}
