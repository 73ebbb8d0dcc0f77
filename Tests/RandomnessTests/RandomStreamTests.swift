import Testing

@testable import Randomness

@Suite struct RandomStreamTests {
    /// A key with its first numbers, from a second implementation of the generator in Python.
    struct Pinned: Sendable {
        var seed: Int
        var purpose: Purpose
        var repetition: Int
        var step: Int
        var bits: [UInt64]
        var uniform: Double
        var normals: SIMD2<Double>

        func stream() -> RandomStream {
            RandomStream(seed: seed, purpose: purpose, repetition: repetition, step: step)
        }
    }

    static let pinned = [
        Pinned(
            seed: 0, purpose: .gradientNoise, repetition: 0, step: 0,
            bits: [0x2994_6dd3_9102_23a1, 0xde65_3caf_621a_deee, 0x48d8_4bae_fa4c_6e6d, 0xaabb_34d1_5bcb_9282],
            uniform: 0.1624210969466806, normals: SIMD2(1.2940458092713276, -1.400204038087516)),
        Pinned(
            seed: 42, purpose: .shuffle, repetition: 3, step: 17,
            bits: [0x099d_0ea9_a626_8e3f, 0x3d54_90c9_156d_c8f2, 0x6213_9dc9_f9c4_8bb8, 0xf677_94bd_b884_4ca6],
            uniform: 0.037552753847331144, normals: SIMD2(0.1677532102865113, 2.556535935806789)),
        Pinned(
            seed: .max, purpose: .start, repetition: RandomStream.largestIndex, step: RandomStream.largestIndex,
            bits: [0x5a04_b22a_0407_8142, 0x2759_4df1_d294_c857, 0xe0f1_99f7_5e6b_c2d6, 0x1e65_5602_e4fe_9bfe],
            uniform: 0.3516341545655717, normals: SIMD2(0.8223504032039479, 1.1891458149961598)),
    ]

    @Test(arguments: pinned)
    func numbersAreThoseOfTheKey(key: Pinned) throws {
        var stream = key.stream()
        #expect((0..<4).map { _ in stream.bits() } == key.bits)
        var uniform = key.stream()
        #expect(uniform.uniform() == key.uniform)
        var normal = key.stream()
        let pair = normal.normalPair()
        #expect((pair - key.normals).magnitude < 1e-15)
        var single = key.stream()
        #expect(single.normal() == pair.x)
        #expect(single == normal)
    }

    @Test func normalsAreTheSameBitsEverywhere() throws {
        let bits = try Self.pinned.map { key in
            var stream = key.stream()
            let pair = stream.normalPair()
            return [pair.x.bitPattern, pair.y.bitPattern]
        }
        #expect(
            bits == [
                [4_608_506_683_397_081_615, 13_832_356_814_411_596_322],
                [4_595_211_966_653_227_718, 4_612_939_225_943_946_777],
                [4_605_582_293_484_150_970, 4_608_034_255_821_952_802],
            ])
    }

    @Test func wholeNumbersAreThoseOfTheKey() throws {
        func stream(_ seed: Int, _ repetition: Int, _ step: Int) -> RandomStream {
            RandomStream(seed: seed, purpose: .shuffle, repetition: repetition, step: step)
        }
        var first = stream(0, 0, 0)
        #expect(first.permutation(12) == [3, 0, 8, 2, 9, 10, 6, 1, 5, 11, 7, 4])
        first = stream(0, 0, 0)
        #expect((0..<12).map { _ in first.below(10) } == [3, 7, 4, 6, 2, 9, 2, 9, 7, 6, 1, 1])
        var second = stream(7, 1, 5)
        #expect(second.permutation(12) == [6, 3, 9, 10, 0, 5, 2, 7, 4, 11, 8, 1])
        // Large enough that one of the first five draws is thrown away.
        second = stream(7, 1, 5)
        #expect(
            (0..<4).map { _ in second.below(6_917_529_027_641_081_856) } == [
                684_429_194_234_177_345, 5_099_486_895_768_876_112, 3_544_121_288_778_132_717,
                6_902_160_879_098_593_796,
            ])
        var fresh = stream(7, 1, 5)
        for _ in 0..<5 { _ = fresh.bits() }
        #expect(second == fresh)
    }

    @Test func smallCounts() throws {
        var stream = Self.pinned[0].stream()
        let before = stream
        #expect([Int.min, -1, 0, 1].map { stream.below($0) } == [0, 0, 0, 0])
        #expect(stream.permutation(-3) == [] && stream.permutation(0) == [] && stream.permutation(1) == [0])
        #expect(stream == before)
        #expect((0..<100).allSatisfy { _ in (0..<Int.max).contains(stream.below(.max)) })
    }

    @Test func outOfRangeCountsAsTheNearest() {
        func first(_ seed: Int, _ repetition: Int, _ step: Int) -> UInt64 {
            var stream = RandomStream(seed: seed, purpose: .start, repetition: repetition, step: step)
            return stream.bits()
        }
        #expect(first(-1, -1, -1) == first(0, 0, 0))
        #expect(first(0, 4_294_967_296, .max) == first(0, RandomStream.largestIndex, RandomStream.largestIndex))
    }

    @Test func purposesKeepTheirNumbers() {
        #expect(Purpose.allCases.map(\.rawValue) == [1, 2, 3])
    }

    /// Every part of the key matters, both halves of the seed among them, and no block repeats another.
    @Test func streamsDiffer() throws {
        var seen: Set<UInt64> = []
        var count = 0
        for purpose in Purpose.allCases {
            for seed in [0, 1, 2, 1 << 32, 1 << 62] {
                for (repetition, step) in [(0, 0), (0, 1), (1, 0), (1, 1), (0, 65536), (65536, 0)] {
                    var stream = RandomStream(seed: seed, purpose: purpose, repetition: repetition, step: step)
                    for _ in 0..<10 { seen.insert(stream.bits()) }
                    count += 10
                }
            }
        }
        #expect(seen.count == count)
    }
}

extension SIMD2<Double> {
    var magnitude: Double { max(x.magnitude, y.magnitude) }
}
