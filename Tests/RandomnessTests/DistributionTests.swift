import Foundation
import Testing

@testable import Randomness

/// Statistics with fixed seeds: what is tested is one fixed set of numbers, so that nothing fails by chance.
@Suite struct DistributionTests {
    static let count = 100_000

    func stream(_ seed: Int, _ purpose: Purpose = .gradientNoise, repetition: Int = 0, step: Int = 0) -> RandomStream {
        RandomStream(seed: seed, purpose: purpose, repetition: repetition, step: step)
    }

    /// How streams can be walked: one stream onward, or the first numbers of neighbours.
    enum Walk: CaseIterable, Sendable {
        case onward, steps, repetitions, seeds
    }

    /// Pairs of normal numbers along a walk.
    func normals(_ walk: Walk) -> [SIMD2<Double>] {
        var onward = stream(11)
        return (0..<Self.count).map { index in
            var here = onward
            switch walk {
            case .onward: return onward.normalPair()
            case .steps: here = stream(11, step: index)
            case .repetitions: here = stream(11, repetition: index)
            case .seeds: here = stream(index)
            }
            return here.normalPair()
        }
    }

    @Test(arguments: Walk.allCases)
    func normalsAreNormal(walk: Walk) throws {
        let pairs = normals(walk)
        for numbers in [pairs.map(\.x), pairs.map(\.y)] {
            // Means of powers, each with its standard deviation times √n.
            let expected: [(power: Int, mean: Double, deviation: Double)] = [
                (1, 0, 1), (2, 1, 1.4143), (3, 0, 3.873), (4, 3, 9.798),
            ]
            for (power, mean, deviation) in expected {
                let sum = numbers.reduce(0) { total, number in
                    total + (0..<power).reduce(1) { product, _ in product * number }
                }
                let root = Double(Self.count).squareRoot()
                #expect((sum / Double(Self.count) - mean).magnitude < 4 * deviation / root, "power \(power)")
            }
            let distance = kolmogorovDistance(numbers) { 0.5 * erfc(-$0 / 2.0.squareRoot()) }
            #expect(distance < 1.95 / Double(Self.count).squareRoot())
        }
    }

    @Test(arguments: Walk.allCases)
    func neighboursAreUncorrelated(walk: Walk) throws {
        let pairs = normals(walk)
        let bound = 4 * Double(Self.count).squareRoot()
        #expect(pairs.reduce(0) { $0 + $1.x * $1.y }.magnitude < bound)
        for lag in [1, 2, 10] {
            var sums = (0.0, 0.0, 0.0, 0.0)
            for (a, b) in zip(pairs, pairs.dropFirst(lag)) {
                sums.0 += a.x * b.x
                sums.1 += a.y * b.y
                sums.2 += a.x * b.y
                sums.3 += a.y * b.x
            }
            for sum in [sums.0, sums.1, sums.2, sums.3] { #expect(sum.magnitude < bound, "lag \(lag)") }
        }
    }

    @Test func uniformsAreUniform() throws {
        var stream = stream(5, .start)
        let numbers = (0..<Self.count).map { _ in stream.uniform() }
        #expect(numbers.allSatisfy { 0 <= $0 && $0 < 1 })
        #expect(kolmogorovDistance(numbers) { $0 } < 1.95 / Double(Self.count).squareRoot())
        let mean = numbers.reduce(0, +) / Double(Self.count)
        #expect((mean - 0.5).magnitude < 4 * 0.2887 / Double(Self.count).squareRoot())
    }

    @Test(arguments: [2, 3, 10, 100])
    func wholeNumbersAreUniform(n: Int) throws {
        var stream = stream(6, .shuffle)
        var counts = [Int](repeating: 0, count: n)
        for _ in 0..<Self.count { counts[stream.below(n)] += 1 }
        expectEven(counts)
    }

    /// Three quarters of 2⁶³: with a biased method the lowest third would be twice as likely.
    @Test func largeRangesAreUniform() throws {
        var stream = stream(6, .shuffle)
        let n = 6_917_529_027_641_081_856
        var counts = [0, 0, 0]
        for _ in 0..<Self.count { counts[stream.below(n) / (n / 3)] += 1 }
        expectEven(counts)
    }

    @Test func allOrdersAreEquallyLikely() throws {
        var counts: [[Int]: Int] = [:]
        for step in 0..<Self.count {
            var stream = stream(3, .shuffle, step: step)
            counts[stream.permutation(4), default: 0] += 1
        }
        #expect(counts.count == 24)
        expectEven(Array(counts.values))
        var stream = stream(3, .shuffle)
        #expect(stream.permutation(1000).sorted() == Array(0..<1000))
    }

    /// χ² within four of its standard deviations of its mean.
    func expectEven(_ counts: [Int], location: SourceLocation = #_sourceLocation) {
        let expected = Double(counts.reduce(0, +)) / Double(counts.count)
        let statistic = counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
        let freedom = Double(counts.count - 1)
        #expect((statistic - freedom).magnitude < 4 * (2 * freedom).squareRoot(), sourceLocation: location)
    }

    /// The largest distance between the distribution of numbers and another; below 1.95/√n in 999 of 1,000 cases.
    func kolmogorovDistance(_ numbers: [Double], from distribution: (Double) -> Double) -> Double {
        let n = Double(numbers.count)
        return numbers.sorted().enumerated().reduce(0) { distance, element in
            let value = distribution(element.element)
            return max(distance, value - Double(element.offset) / n, Double(element.offset + 1) / n - value)
        }
    }
}
