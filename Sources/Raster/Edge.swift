/// A straight edge between two vertices on the lattice of 1/256 pixel; never horizontal.
struct Edge: Hashable {
    var x0: Int32
    var y0: Int32
    var x1: Int32
    var y1: Int32
}

/// The grid of 1/256 pixel on which every vertex lies, so that coverage is a matter of integers.
enum Lattice {
    /// Lattice steps a pixel, as a power of two.
    static let shift = 8
    static let unit = 1 << shift
    /// Coordinates, in pixels, beyond which edges are clipped before they are put on the lattice. With it, lattice
    /// coordinates stay below 2^24, and the product of two differences fits an `Int`.
    static let reach = 65536.0

    /// The lattice coordinate nearest to a pixel coordinate within `reach`; an arbitrary one elsewhere, never a trap.
    ///
    /// Adding 1.5 · 2^52 makes the hardware round to nearest even and leaves the integer in the low bits.
    @inline(__always)
    static func nearest(_ coordinate: Double) -> Int32 {
        Int32(truncatingIfNeeded: Int64(bitPattern: (coordinate * 256 + 0x1.8p52).bitPattern))
    }

    /// `numerator / denominator` to the nearest integer, halves upwards.
    ///
    /// - Precondition: the denominator is positive.
    @inline(__always)
    static func quotient(_ numerator: Int, _ denominator: Int) -> Int {
        let doubled = 2 &* numerator &+ denominator
        let divisor = 2 &* denominator
        if doubled >= 0 { return Int(bitPattern: UInt(bitPattern: doubled) / UInt(bitPattern: divisor)) }
        return -Int(bitPattern: UInt(bitPattern: divisor &- 1 &- doubled) / UInt(bitPattern: divisor))
    }
}
