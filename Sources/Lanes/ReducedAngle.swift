/// An angle modulo π/2, exactly (Payne and Hanek 1983): x · 2/π in integers, from the bits of 2/π that matter.
@usableFromInline struct ReducedAngle {
    /// 0, 1, 2 or 3.
    @usableFromInline let quadrant: Double
    /// x = quadrant · π/2 + angle + tail, up to whole turns; |angle| ≤ π/4.
    @usableFromInline let angle: Double
    @usableFromInline let tail: Double

    /// - Parameter x: An angle with |x| ≥ ½; ±∞ gives NaN.
    @usableFromInline init(_ x: Double) {
        guard x.isFinite else {
            (quadrant, angle, tail) = (0, .nan, 0)
            return
        }
        let significand = (x.bitPattern & 0x000f_ffff_ffff_ffff) | 0x0010_0000_0000_0000
        let exponent = Int(x.exponentBitPattern) - 1075
        // 192 bits of 2/π from the bit that is worth 2 turns of π/2 after the product; what lies above counts whole
        // turns, what lies below is less than 2⁻¹³⁷.
        let (top, middle, bottom) = Self.window(from: exponent - 2 + 64)
        let low = bottom.multipliedFullWidth(by: significand)
        let next = middle.multipliedFullWidth(by: significand)
        let (middleSum, carried) = next.low.addingReportingOverflow(low.high)
        let topSum = top &* significand &+ next.high &+ (carried ? 1 : 0)
        var fraction = UInt128(topSum) << 64 | UInt128(middleSum)

        // The two leading bits are the quadrant; round to the nearest, so that the fraction is in ±½.
        var quarter = fraction >> 126
        fraction <<= 2
        fraction |= UInt128(low.low >> 62)
        let isUpper = fraction >> 127 == 1
        if isUpper {
            quarter = (quarter + 1) & 3
            fraction = 0 &- fraction
        }
        let isNegative = (x < 0) != isUpper
        let (high, rest) = Self.halfPiTimes(fraction)
        quadrant = x < 0 ? Double((4 - quarter) & 3) : Double(quarter)
        angle = isNegative ? -high : high
        tail = isNegative ? -rest : rest
    }

    /// π/2 · fraction · 2⁻¹²⁸ as a pair.
    private static func halfPiTimes(_ fraction: UInt128) -> (high: Double, low: Double) {
        guard fraction != 0 else { return (0, 0) }
        let shift = fraction.leadingZeroBitCount
        let product = (fraction << UInt128(shift)).multipliedFullWidth(by: halfPi).high
        // Worth 2⁻¹²⁷⁻ˢʰⁱᶠᵗ a unit. The upper 53 bits, then the rest.
        let spare = 75 - product.leadingZeroBitCount
        let upper = product >> UInt128(spare)
        let lower = product - upper << UInt128(spare)
        let unit = Double(sign: .plus, exponent: -127 - shift, significand: 1)
        let upperUnit = Double(sign: .plus, exponent: spare, significand: unit)
        return (Double(UInt64(upper)) * upperUnit, Double(UInt64(lower >> 16)) * (unit * 65536))
    }

    /// Three words of 2/π, from a bit of the table.
    private static func window(from bit: Int) -> (UInt64, UInt64, UInt64) {
        let word = bit >> 6
        let shift = UInt64(bit & 63)
        func part(_ index: Int) -> UInt64 {
            let upper = twoOverPi[index]
            return shift == 0 ? upper : upper << shift | twoOverPi[index + 1] >> (64 - shift)
        }
        return (part(word), part(word + 1), part(word + 2))
    }

    /// π/2 · 2¹²⁷.
    private static let halfPi: UInt128 = 0xc90f_daa2_2168_c234_c4c6_628b_80dc_1cd1

    /// A word of zeros, then the binary digits of 2/π after the point.
    private static let twoOverPi: [UInt64] = [
        0,
        0xa2f9_836e_4e44_1529, 0xfc27_57d1_f534_ddc0, 0xdb62_9599_3c43_9041, 0xfe51_63ab_debb_c561,
        0xb724_6e3a_424d_d2e0, 0x0649_2eea_09d1_921c, 0xfe1d_eb1c_b129_a73e, 0xe882_35f5_2ebb_4484,
        0xe99c_7026_b45f_7e41, 0x3991_d639_8353_39f4, 0x9c84_5f8b_bdf9_283b, 0x1ff8_97ff_de05_980f,
        0xef2f_118b_5a0a_6d1f, 0x6d36_7ecf_27cb_09b7, 0x4f46_3f66_9e5f_ea2d, 0x7527_bac7_ebe5_f17b,
        0x3d07_39f7_8a52_92ea, 0x6bfb_5fb1_1f8d_5d08, 0x5603_3046_fc7b_6bab, 0xf0cf_bc20_9af4_361d,
    ]
}
