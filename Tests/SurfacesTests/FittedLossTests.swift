import Foundation
import Testing

@testable import Surfaces

@Suite struct FittedLossTests {
    static let combinations: [(FittedLoss.Model, FittedLoss.Loss)] = [
        (.linear, .mse), (.linear, .mae), (.linear, .huber(delta: 0.5)),
        (.logistic, .mse), (.logistic, .mae), (.logistic, .huber(delta: 0.25)), (.logistic, .crossEntropy),
    ]

    /// 150 samples: more than two of the groups in which cross-entropy gathers its logarithms, and not a whole number.
    static func loss(
        _ combination: (FittedLoss.Model, FittedLoss.Loss), l1: Double = 0, l2: Double = 0,
        reduction: FittedLoss.Reduction = .mean
    ) throws -> FittedLoss {
        let a = (0..<150).map { Double($0 * 37 % 101) / 25 - 2 }
        let b = (0..<150).map { Double($0 * 53 % 97) / 24 - 2 }
        let targets = (0..<150).map { Double($0 * 29 % 11) / 10 }
        return try FittedLoss(
            model: combination.0, loss: combination.1, features: .two(a, b), targets: targets, l1: l1, l2: l2,
            reduction: reduction)
    }

    @Test(arguments: combinations)
    func eightPointsAgreeWithOneToTheBit(model: FittedLoss.Model, kind: FittedLoss.Loss) throws {
        let loss = try Self.loss((model, kind), l1: 0.1, l2: 0.3)
        let x = (0..<45).map { Double($0) / 3 - 7 } + [0, 1e-300, 1e153, -1e200, .infinity, .nan]
        let y = (0..<45).map { 9 - Double($0 * $0) / 90 } + [0, -1e-300, 1e3, 1e200, 1, 0]
        var values = [Double](repeating: .nan, count: x.count)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                values.withUnsafeMutableBufferPointer { loss.values(x: x, y: y, into: $0) }
            }
        }
        for index in x.indices {
            let value = loss.value(at: SIMD2(x[index], y[index]))
            #expect(values[index].bitPattern == value.bitPattern || (value.isNaN && values[index].isNaN), "\(index)")
        }
    }

    @Test(arguments: combinations)
    func derivativesAreThoseOfTheValue(model: FittedLoss.Model, kind: FittedLoss.Loss) throws {
        let loss = try Self.loss((model, kind), l1: 0.1, l2: 0.3)
        let h = 1e-5
        // Far enough from kinks: no residual comes near one on the way.
        for point in [SIMD2(0.7, -0.4031), SIMD2(-1.3017, 0.9)] {
            let (_, gradient, hessian) = loss.hessian(at: point)
            let (right, left) = (loss.gradient(at: point + SIMD2(h, 0)), loss.gradient(at: point - SIMD2(h, 0)))
            let (up, down) = (loss.gradient(at: point + SIMD2(0, h)), loss.gradient(at: point - SIMD2(0, h)))
            let slopes = SIMD2(right.value - left.value, up.value - down.value) / (2 * h)
            let (columnX, columnY) = (
                (right.gradient - left.gradient) / (2 * h), (up.gradient - down.gradient) / (2 * h)
            )
            for (a, b) in [
                (slopes.x, gradient.x), (slopes.y, gradient.y), (columnX.x, hessian.xx), (columnX.y, hessian.xy),
                (columnY.x, hessian.xy), (columnY.y, hessian.yy),
            ] {
                #expect((a - b).magnitude < 2e-9, "\(a) \(b) at \(point)")
            }
        }
    }

    @Test(arguments: combinations)
    func batchesAddUp(model: FittedLoss.Model, kind: FittedLoss.Loss) throws {
        let loss = try Self.loss((model, kind), reduction: .sum)
        let point = SIMD2(0.7, -0.4)
        let whole = loss.gradient(at: point)
        #expect(loss.gradient(at: point, over: Array(0..<150)) == whole)
        var (value, gradient) = (0.0, SIMD2<Double>.zero)
        for start in stride(from: 0, to: 150, by: 32) {
            let part = loss.gradient(at: point, over: Array(start..<min(start + 32, 150)))
            value += part.value
            gradient += part.gradient
        }
        #expect((value - whole.value).magnitude < 1e-13 * whole.value)
        #expect((gradient - whole.gradient).x.magnitude < 1e-12 && (gradient - whole.gradient).y.magnitude < 1e-12)
    }

    @Test func batches() throws {
        let loss = try FittedLoss(
            model: .linear, loss: .mse, features: .one([1, 2, 4]), targets: [0, 1, 3], l1: 0.5, l2: 2)
        // Residuals at (1, 1): 2, 2, 2; penalties 0.5 and 1 with gradients 0.5 and 2.
        #expect(loss.gradient(at: SIMD2(1, 1), over: [2]) == (5.5, SIMD2(18.5, 4)))
        #expect(loss.gradient(at: SIMD2(1, 1), over: [2, 2, 0, -1, 3]) == (5.5, SIMD2(14.5, 4)))
        #expect(loss.gradient(at: SIMD2(1, 1), over: [0, 1, 2]) == loss.gradient(at: SIMD2(1, 1)))
        #expect(loss.gradient(at: SIMD2(1, 1), over: []).value.isNaN)
    }

    @Test func penaltiesAreAddedOnce() throws {
        for reduction in FittedLoss.Reduction.allCases {
            let plain = try FittedLoss(
                model: .linear, loss: .mse, features: .two([1, 1], [0, 1]), targets: [1, 2], reduction: reduction)
            let both = try FittedLoss(
                model: .linear, loss: .mse, features: .two([1, 1], [0, 1]), targets: [1, 2], l1: 0.5, l2: 0.25,
                reduction: reduction)
            let point = SIMD2(2.0, -4)
            #expect(both.value(at: point) - plain.value(at: point) == 0.5 * 6 + 0.125 * 20)
            let difference = both.gradient(at: point).gradient - plain.gradient(at: point).gradient
            #expect(difference == SIMD2(0.5 + 0.5, -0.5 - 1))
            #expect(both.gradient(at: .zero).gradient == plain.gradient(at: .zero).gradient)
            #expect(both.hessian(at: point).hessian.xx == plain.hessian(at: point).hessian.xx + 0.25)
        }
        let slope = try FittedLoss(model: .linear, loss: .mse, features: .one([0]), targets: [0], l1: 1, l2: 1)
        #expect(slope.value(at: SIMD2(0, 3)) == 9 && slope.value(at: SIMD2(3, 0)) == 7.5)
        #expect(slope.gradient(at: SIMD2(0, 3)).gradient == SIMD2(0, 6))
        #expect(slope.hessian(at: SIMD2(0, 3)).hessian == Hessian(xx: 1, xy: 0, yy: 2))
    }

    @Test func kinks() throws {
        let absolute = try FittedLoss(model: .linear, loss: .mae, features: .one([1, 1]), targets: [2, 4])
        #expect(absolute.gradient(at: SIMD2(2, 0)) == (1, SIMD2(-0.5, -0.5)))
        let huber = try FittedLoss(model: .linear, loss: .huber(delta: 2), features: .one([1]), targets: [0])
        #expect(huber.hessian(at: SIMD2(2, 0)) == (2, SIMD2(2, 2), Hessian(xx: 0, xy: 0, yy: 0)))
        #expect(huber.hessian(at: SIMD2(1, 0.5)) == (1.125, SIMD2(1.5, 1.5), Hessian(xx: 1, xy: 1, yy: 1)))
        #expect(huber.gradient(at: SIMD2(-5, 0)) == (8, SIMD2(-2, -2)))
    }

    /// One sample with a = 1, b = 0: the loss as a function of z.
    func crossEntropy(_ target: Double) throws -> FittedLoss {
        try FittedLoss(model: .logistic, loss: .crossEntropy, features: .two([1], [0]), targets: [target])
    }

    @Test(arguments: [0, 1e-9, 0.3, 1, 20, 36, 40, 700, 740, 1e5, 1e300])
    func crossEntropyKeepsItsDigits(z: Double) throws {
        let tail = log1p(exp(-z))
        let slope = exp(-z) / (1 + exp(-z))
        func expectClose(_ a: Double, _ b: Double) {
            #expect((a - b).magnitude <= 4e-16 * b.magnitude + 1e-322, "\(a) \(b)")
        }
        for (target, sign) in [(1.0, 1.0), (0.0, -1.0)] {
            let right = try crossEntropy(target).hessian(at: SIMD2(sign * z, 0))
            expectClose(right.value, tail)
            expectClose(right.gradient.x, -sign * slope)
            expectClose(right.hessian.xx, slope / (1 + exp(-z)))
            let wrong = try crossEntropy(target).gradient(at: SIMD2(-sign * z, 0))
            expectClose(wrong.value, z + tail)
            expectClose(wrong.gradient.x, -sign / (1 + exp(-z)))
        }
        let half = try crossEntropy(0.5).gradient(at: SIMD2(z, 0))
        expectClose(half.value, 0.5 * z + tail)
    }

    /// Small terms of many samples are not lost on the way to their sum.
    @Test func smallTermsAddUp() throws {
        let loss = try FittedLoss(
            model: .logistic, loss: .crossEntropy, features: .one([Double](repeating: 1, count: 1000)),
            targets: [Double](repeating: 1, count: 1000), reduction: .sum)
        #expect((loss.value(at: SIMD2(50, 0)) / (1000 * exp(-50)) - 1).magnitude < 1e-14)
        #expect((loss.value(at: SIMD2(0, 0)) / (1000 * log(2)) - 1).magnitude < 1e-14)
    }
}
