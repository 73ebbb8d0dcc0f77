extension [UInt8] {
    /// Writes bytes in base 64 (RFC 4648).
    mutating func append(base64 source: [UInt8]) {
        reserveCapacity(count + (source.count + 2) / 3 * 4)
        for first in stride(from: 0, to: source.count, by: 3) {
            let group = source[first..<Swift.min(first + 3, source.count)]
            let bits = group.reduce(0) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - group.count))
            for place in 0..<4 {
                let digit = Self.base64[Int(bits >> (18 - 6 * UInt32(place)) & 63)]
                append(place > group.count ? UInt8(ascii: "=") : digit)
            }
        }
    }

    private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}
