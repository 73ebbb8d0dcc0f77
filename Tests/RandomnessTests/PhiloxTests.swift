import Testing

@testable import Randomness

/// Known answers of Random123 (its file kat_vectors, the three lines `philox4x32 10`).
@Suite struct PhiloxTests {
    static let knownAnswers: [(counter: SIMD4<UInt32>, key: SIMD2<UInt32>, words: SIMD4<UInt32>)] = [
        (SIMD4(repeating: 0), SIMD2(repeating: 0), SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)),
        (SIMD4(repeating: .max), SIMD2(repeating: .max), SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)),
        (
            SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344), SIMD2(0xa409_3822, 0x299f_31d0),
            SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
        ),
    ]

    @Test(arguments: 0..<3)
    func knownAnswer(index: Int) {
        let answer = Self.knownAnswers[index]
        #expect(Philox.block(counter: answer.counter, key: answer.key) == answer.words)
    }

    @Test func everyBitOfCounterAndKeyCounts() {
        let base = Philox.block(counter: .zero, key: .zero)
        for bit in 0..<192 {
            var counter = SIMD4<UInt32>.zero
            var key = SIMD2<UInt32>.zero
            if bit < 128 {
                counter[bit / 32] = 1 << UInt32(bit % 32)
            } else {
                key[bit / 32 - 4] = 1 << UInt32(bit % 32)
            }
            let words = Philox.block(counter: counter, key: key)
            let changed = (0..<4).reduce(0) { $0 + (words[$1] ^ base[$1]).nonzeroBitCount }
            // Half of 128 on average, with a standard deviation of 5.7.
            #expect((64 - 34...64 + 34).contains(changed), "bit \(bit)")
        }
    }
}
