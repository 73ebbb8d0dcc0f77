import Drawings

/// Four bytes of red, green, blue and alpha in memory order (red lowest); colours are multiplied by alpha.
typealias Pixel = UInt32

/// A colour with straight alpha as the rasterizer blends it: eight bits a component, one component in every 16 bits.
struct Paint: Hashable {
    /// Red, blue, green and opaque alpha, from the low end.
    private let lanes: UInt64
    let alpha: UInt32

    init(_ color: Color) {
        self.init(
            red: Self.byte(color.red), green: Self.byte(color.green), blue: Self.byte(color.blue),
            alpha: Self.byte(color.alpha))
    }

    init(red: UInt8, green: UInt8, blue: UInt8, alpha: UInt8) {
        lanes = UInt64(red) | UInt64(blue) << 16 | UInt64(green) << 32 | 255 << 48
        self.alpha = UInt32(alpha)
    }

    /// What the paint leaves on an empty pixel.
    var pixel: Pixel { Self.over(0, scaled: scaled(by: alpha), keeping: 255 &- alpha) }

    /// The paint's alpha where it covers only part of a pixel.
    @inline(__always)
    func alpha(covering coverage: UInt32) -> UInt32 { (alpha &* coverage &+ 127) / 255 }

    /// Every component times the alpha, with the half that rounds the division by 255.
    @inline(__always)
    func scaled(by alpha: UInt32) -> UInt64 { lanes &* UInt64(alpha) &+ 0x007F_007F_007F_007F }

    /// `(source · alpha + pixel · (255 − alpha) + 127) / 255` in all four components at once.
    ///
    /// No sum exceeds 65 152, and below 65 535 a division by 255 is `(v + 1 + v / 256) / 256`.
    @inline(__always)
    static func over(_ pixel: Pixel, scaled: UInt64, keeping rest: UInt32) -> Pixel {
        let spread = UInt64(pixel & 0x00FF_00FF) | UInt64(pixel & 0xFF00_FF00) << 24
        let sum = scaled &+ spread &* UInt64(rest)
        let quotient = (sum &+ 0x0001_0001_0001_0001 &+ (sum >> 8 & 0x00FF_00FF_00FF_00FF)) >> 8
        return UInt32(truncatingIfNeeded: quotient & 0x00FF_00FF)
            | UInt32(truncatingIfNeeded: quotient >> 24 & 0xFF00_FF00)
    }

    /// A component from 0…1 to the nearest of 0…255; what is not a number counts as 0.
    private static func byte(_ component: Double) -> UInt8 {
        UInt8(exactly: (min(max(component, 0), 1) * 255).rounded()) ?? 0
    }
}
