/// Frames a second, as a fraction: 30/1, or 30000/1001 for 29.97.
public struct FrameRate: Hashable, Sendable {
    public let numerator: UInt16
    public let denominator: UInt16

    /// The rates that can be asked for.
    public static let range = 0.1...240.0

    /// The fraction nearest to a number of frames a second.
    ///
    /// - Precondition: the number lies in `range`.
    public init(_ framesPerSecond: Double) {
        precondition(Self.range.contains(framesPerSecond), "a frame rate out of range")
        // Whole numbers, thousands by 1001, and thousandths or hundredths are what people write.
        let ntsc = (framesPerSecond * 1.001).rounded()
        if let whole = UInt16(exactly: framesPerSecond) {
            (numerator, denominator) = (whole, 1)
        } else if (ntsc / 1.001 - framesPerSecond).magnitude < 0.005, ntsc * 1000 <= 65535 {
            (numerator, denominator) = (UInt16(ntsc * 1000), 1001)
        } else {
            let parts: UInt16 = framesPerSecond * 1000 <= 65535 ? 1000 : 100
            let number = UInt16((framesPerSecond * Double(parts)).rounded())
            let divisor = Self.greatestCommonDivisor(number, parts)
            (numerator, denominator) = (number / divisor, parts / divisor)
        }
    }

    private static func greatestCommonDivisor(_ a: UInt16, _ b: UInt16) -> UInt16 {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }

    /// Frames a second.
    public var value: Double { Double(numerator) / Double(denominator) }
}
