import Lanes

/// What random numbers are drawn for. Different purposes never share numbers.
///
/// The raw values are part of what a seed means: they never change, and new purposes get new ones.
public enum Purpose: UInt8, CaseIterable, Sendable {
    /// Noise added to gradients.
    case gradientNoise = 1
    /// The order in which samples are visited.
    case shuffle = 2
    /// Random starting points.
    case start = 3
}

/// An endless sequence of random numbers that is a pure function of a seed, a purpose, a repetition and a step.
///
/// Any step of any repetition can be drawn alone, in any order, on any machine, with the same bits: there is no state
/// but the position in the sequence. The numbers are the blocks of ``Philox`` under the seed as key:
///
/// | word | bits | content |
/// | --- | --- | --- |
/// | key 0 | 0–31 | the seed's lower half |
/// | key 1 | 0–31 | the seed's upper half |
/// | counter 0 | 0–31 | the lower half of the index of the block |
/// | counter 1 | 0–31 | the step |
/// | counter 2 | 0–31 | the repetition |
/// | counter 3 | 0–23 | bits 32–55 of the index of the block |
/// | counter 3 | 24–31 | the purpose's raw value |
///
/// Each block gives two numbers of 64 bits: words 0 and 1, then words 2 and 3, the lower half first. A sequence begins
/// anew after 2⁵⁷ numbers, which is years of drawing.
public struct RandomStream: Hashable, Sendable {
    private let key: SIMD2<UInt32>
    private let step: UInt32
    private let repetition: UInt32
    private let purpose: Purpose
    /// How many 64-bit numbers have been drawn.
    private var position: UInt64 = 0
    /// The upper half of the block at hand, drawn when the position is odd.
    private var upper: UInt64 = 0

    /// The largest repetition and step, 2³² − 1.
    public static let largestIndex = 4_294_967_295

    /// The stream at its beginning. A number out of range counts as the nearest in it.
    ///
    /// - Parameters:
    ///   - seed: 0 or more.
    ///   - repetition: Which of several runs that differ only in their random numbers, 0…``largestIndex``.
    ///   - step: The step of the run, 0…``largestIndex``.
    public init(seed: Int, purpose: Purpose, repetition: Int, step: Int) {
        let (repetition, step) = (UInt32(clamping: repetition), UInt32(clamping: step))
        let bits = UInt64(clamping: seed)
        key = SIMD2(UInt32(truncatingIfNeeded: bits), UInt32(truncatingIfNeeded: bits >> 32))
        (self.purpose, self.repetition, self.step) = (purpose, repetition, step)
    }

    /// The next 64 random bits.
    public mutating func bits() -> UInt64 {
        defer { position &+= 1 }
        guard position & 1 == 0 else { return upper }
        let block = position >> 1
        let last = UInt32(truncatingIfNeeded: block >> 32) & 0x00ff_ffff | UInt32(purpose.rawValue) << 24
        let counter = SIMD4(UInt32(truncatingIfNeeded: block), step, repetition, last)
        let words = Philox.block(counter: counter, key: key)
        upper = UInt64(words.w) << 32 | UInt64(words.z)
        return UInt64(words.y) << 32 | UInt64(words.x)
    }

    /// A number uniform in [0, 1): a whole multiple of 2⁻⁵³. Takes 64 bits.
    public mutating func uniform() -> Double {
        0x1p-53 * Double(bits() >> 11)
    }

    /// Two independent numbers of the standard normal distribution (Box and Muller, "A note on the generation of random
    /// normal deviates", 1958). Takes 128 bits.
    ///
    /// They come from radii of 53 bits, so that none is larger than 8.58; beyond lie 10⁻¹⁷ of the distribution.
    public mutating func normalPair() -> SIMD2<Double> {
        // In (0, 1], so that the logarithm is finite.
        let u = 0x1p-53 * Double((bits() >> 11) + 1)
        let radius = (-2 * u.logarithm()).squareRoot()
        let angle = 6.283185307179586 * uniform()
        return SIMD2(radius * angle.cosine(), radius * angle.sine())
    }

    /// A number of the standard normal distribution: the first of a pair, whose other is thrown away. Takes 128 bits.
    public mutating func normal() -> Double {
        normalPair().x
    }

    /// A whole number of 0..<n, all equally likely (Lemire, "Fast random integer generation in an interval", 2019).
    ///
    /// 0 for n below 2, which takes no bits; else 64 bits, and another 64 with a probability below n / 2⁶⁴.
    public mutating func below(_ n: Int) -> Int {
        guard n > 1 else { return 0 }
        let count = UInt64(n)
        var product = bits().multipliedFullWidth(by: count)
        if product.low < count {
            // 2⁶⁴ mod n: so many of the 2⁶⁴ numbers are too many to be shared out evenly.
            let excess = (0 &- count) % count
            while product.low < excess { product = bits().multipliedFullWidth(by: count) }
        }
        // Less than n, so that nothing is cut off.
        return Int(truncatingIfNeeded: product.high)
    }

    /// The numbers 0..<n in random order, all orders equally likely (Fisher and Yates; Durstenfeld 1964). Empty for n
    /// below 1.
    public mutating func permutation(_ n: Int) -> [Int] {
        var order = Array(0..<Swift.max(0, n))
        var last = order.count - 1
        while last > 0 {
            order.swapAt(last, below(last + 1))
            last -= 1
        }
        return order
    }
}
