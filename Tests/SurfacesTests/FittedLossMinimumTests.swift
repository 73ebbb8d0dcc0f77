import Testing

@testable import Surfaces

@Suite struct FittedLossMinimumTests {
    @Test func exactLinesAreFound() throws {
        // Years: the features are far from 0, and so is the intercept.
        let years = (2000...2024).map(Double.init)
        for loss in [FittedLoss.Loss.mse, .huber(), .huber(delta: 1e-3)] {
            let line = try FittedLoss(
                model: .linear, loss: loss, features: .one(years), targets: years.map { 0.25 * $0 - 480 })
            let minimum = try #require(line.minimum)
            #expect((minimum.x - 0.25).magnitude < 1e-14 && (minimum.y + 480).magnitude < 1e-10, "\(loss)")
        }
        let stamps = (0..<50).map { 1.6e9 + Double($0) }
        let steep = try FittedLoss(
            model: .linear, loss: .mse, features: .one(stamps), targets: stamps.map { $0 - 1.6e9 })
        let minimum = try #require(steep.minimum)
        #expect((minimum.x - 1).magnitude < 1e-14 && (minimum.y / -1.6e9 - 1).magnitude < 1e-14)
    }

    @Test func nearlyParallelColumns() throws {
        // Each column is 1 with a small difference: the normal equations would keep no digit of it.
        let difference = (0..<10).map { Double($0) * 0x1p-30 }
        let loss = try FittedLoss(
            model: .linear, loss: .mse, features: .two([Double](repeating: 1, count: 10), difference.map { 1 + $0 }),
            targets: difference.map { 3 + 2 * $0 })
        let minimum = try #require(loss.minimum)
        #expect((minimum.x - 1).magnitude < 1e-6 && (minimum.y - 2).magnitude < 1e-6)
    }

    @Test(arguments: [0.0, 0.05, 0.5, 5, 1000])
    func theLassoIsSoftThresholding(l1: Double) throws {
        // Orthogonal columns: each weight is shrunk on its own. The mean of squares has the gradient 2 w − 2 mean(a t).
        let loss = try FittedLoss(
            model: .linear, loss: .mse, features: .two([1, 1, -1, -1], [1, -1, 1, -1]), targets: [4, 1, -0.5, -2.5],
            l1: l1)
        func shrunk(_ w: Double) -> Double { (w < 0 ? -1 : 1) * max(0, w.magnitude - l1 / 2) }
        let minimum = try #require(loss.minimum)
        #expect((minimum.x - shrunk(2)).magnitude < 1e-14 && (minimum.y - shrunk(1.25)).magnitude < 1e-14)
    }

    @Test(arguments: [0.01, 0.1, 1, 10], [FittedLoss.Loss.mse, .huber(delta: 0.3), .crossEntropy])
    func nothingNearbyIsLower(l1: Double, kind: FittedLoss.Loss) throws {
        for l2 in [0, 0.1] {
            let loss = try FittedLossTests.loss(
                (kind == .crossEntropy ? .logistic : .linear, kind), l1: l1, l2: l2, reduction: .sum)
            let minimum = try #require(loss.minimum)
            let lowest = loss.value(at: minimum)
            for size in [1e-6, 1e-4, 0.01, 1, 100] {
                for (x, y) in [(1.0, 0.0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)] {
                    #expect(loss.value(at: minimum + size * SIMD2(x, y)) >= lowest * (1 - 1e-15))
                }
            }
        }
    }

    /// A penalty that changes the value by less than its rounding still shifts the minimum, and no search gets stuck.
    @Test func penaltiesBelowRounding() throws {
        let a = (0..<25).map { 300 + Double($0 * 37 % 29 - 14) / 7 }
        let targets = a.enumerated().map { 1e-6 * $0.element + Double($0.offset * 41 % 23 - 11) * 1e-7 }
        func slope(_ l1: Double) throws -> Double {
            try #require(
                FittedLoss(model: .linear, loss: .mse, features: .one(a), targets: targets, l1: l1).minimum
            ).x
        }
        let mean = a.reduce(0, +) / 25
        let variance = a.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 25
        for l1 in [3e-14, 3e-16, 1e-20] {
            #expect((try slope(0) - (try slope(l1)) - l1 / (2 * variance)).magnitude < 1e-18)
        }
    }

    @Test func separableDataHaveNoMinimum() throws {
        func fit(_ features: FittedLoss.Features, _ targets: [Double], l2: Double = 0) throws -> SIMD2<Double>? {
            try FittedLoss(model: .logistic, loss: .crossEntropy, features: features, targets: targets, l2: l2).minimum
        }
        #expect(try fit(.one([-2, -1, 1, 3]), [0, 0, 1, 1]) == nil)
        #expect(try fit(.one([-2, -1, 1000, 3]), [0, 0, 1, 1]) == nil)
        // A tie holds the line in place, but not its slope; the terms of the tie itself do cancel.
        #expect(try fit(.one([-2, -1, 0, 0, 1, 3]), [0, 0, 0, 1, 1, 1]) == nil)
        #expect(try fit(.one([-2, 0, 1, 1, 3]), [0, 0, 0, 1, 1]) == nil)
        #expect(try fit(.one([1, 2, 3]), [1, 1, 1]) == nil)
        let held = try #require(try fit(.one([-2, -1, 1, 3]), [0, 0, 1, 1], l2: 1e-9))
        #expect(held.x > 5)
        let crossed = try #require(try fit(.one([-2, -1, 1, 3]), [0, 1, 0, 1]))
        #expect(crossed.x > 0)
    }

    @Test func noMinimum() throws {
        let a = [1.0, 2, 3, 5]
        let labels = [0.0, 1, 0, 1]
        for kind in [FittedLoss.Loss.mse, .mae, .huber()] {
            let logistic = try FittedLoss(model: .logistic, loss: kind, features: .one(a), targets: labels)
            #expect(logistic.minimum == nil && !logistic.isConvex)
        }
        #expect(try FittedLoss(model: .linear, loss: .mae, features: .one(a), targets: labels).minimum == nil)
        // One line through all (features alike, or multiples) leaves a valley without a lowest point, but for l2.
        let parallel = FittedLoss.Features.two(a, a.map { 0.3 * $0 })
        for (features, l2, isThere) in [
            (.one([0.1, 0.1, 0.1, 0.1]), 0, false), (.one([0.1, 0.1, 0.1, 0.1]), 0.1, true), (parallel, 0, false),
            (parallel, 0.1, true), (.one([7, 7, 7, 7]), 0, false),
        ] as [(FittedLoss.Features, Double, Bool)] {
            for (model, kind) in [
                (.linear, .mse), (.linear, .huber()), (.logistic, .crossEntropy),
            ] as [(FittedLoss.Model, FittedLoss.Loss)] {
                let loss = try FittedLoss(model: model, loss: kind, features: features, targets: labels, l2: l2)
                #expect((loss.minimum != nil) == isThere, "\(model) \(kind) \(features) \(l2)")
            }
        }
    }
}
