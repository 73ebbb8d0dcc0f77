/// The counter-based generator Philox4x32-10: a bijection of 128-bit counters for every 64-bit key, with no state.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011. Four words of 32 bits, ten
/// rounds, the constants of the paper; the results are those of its library Random123. It passes the BigCrush tests of
/// TestU01, for streams of successive counters as for streams of successive keys.
public enum Philox {
    /// Four random words: a pure function of the counter and the key.
    public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        var words = counter
        var roundKey = key
        for _ in 0..<9 {
            words = round(words, roundKey)
            roundKey = roundKey &+ SIMD2(0x9E37_79B9, 0xBB67_AE85)
        }
        return round(words, roundKey)
    }

    private static func round(_ words: SIMD4<UInt32>, _ key: SIMD2<UInt32>) -> SIMD4<UInt32> {
        let first = words.x.multipliedFullWidth(by: 0xD251_1F53)
        let second = words.z.multipliedFullWidth(by: 0xCD9E_8D57)
        return SIMD4(second.high ^ words.y ^ key.x, second.low, first.high ^ words.w ^ key.y, first.low)
    }
}
