import Foundation
import Testing

@testable import Surfaces

/// Losses in torch; see `provenance` and the script beside the file.
struct FittedLossFixture: Decodable, Sendable {
    struct Sample: Decodable, Sendable {
        var point, gradient, hessian, batchGradient: [Double]
        var value, batchValue: Double
    }

    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        var features, targets, model, loss, reduction: String
        var delta, l1, l2: Double
        var samples: [Sample]
        var minimum: [Double]?

        var testDescription: String { "\(features) \(model) \(loss) \(targets) \(reduction) \(l1) \(l2)" }

        func fitted() throws -> FittedLoss {
            let columns = try #require(FittedLossFixture.all.features[features])
            let losses: [String: FittedLoss.Loss] = [
                "mse": .mse, "mae": .mae, "huber": .huber(delta: delta), "crossEntropy": .crossEntropy,
            ]
            return try FittedLoss(
                model: try #require(FittedLoss.Model(rawValue: model)), loss: try #require(losses[loss]),
                features: columns.count == 1 ? .one(columns[0]) : .two(columns[0], columns[1]),
                targets: try #require(FittedLossFixture.all.targets[targets]), l1: l1, l2: l2,
                reduction: try #require(FittedLoss.Reduction(rawValue: reduction)))
        }
    }

    var features: [String: [[Double]]] = [:]
    var targets: [String: [Double]] = [:]
    var batch: [Int] = []
    var cases: [Case] = []

    static let all: FittedLossFixture = {
        let file = Bundle.module.url(forResource: "fitted_losses", withExtension: "json", subdirectory: "Fixtures")
        let data = file.flatMap { try? Data(contentsOf: $0) } ?? Data()
        return (try? JSONDecoder().decode(FittedLossFixture.self, from: data)) ?? FittedLossFixture()
    }()
}

@Suite struct FittedLossReferenceTests {
    @Test func everyCaseIsThere() {
        #expect(FittedLossFixture.all.cases.count == 48)
        #expect(FittedLossFixture.all.cases.count { $0.minimum != nil } == 16)
    }

    @Test(arguments: FittedLossFixture.all.cases)
    func agreesWithTorch(reference: FittedLossFixture.Case) throws {
        let loss = try reference.fitted()
        #expect(loss.sampleCount == 70)
        for sample in reference.samples {
            let point = SIMD2(sample.point[0], sample.point[1])
            let (value, gradient, hessian) = loss.hessian(at: point)
            #expect(isClose([value], [sample.value]), "value at \(point)")
            #expect(isClose([gradient.x, gradient.y], sample.gradient), "gradient at \(point)")
            #expect(isClose([hessian.xx, hessian.xy, hessian.xy, hessian.yy], sample.hessian), "Hessian at \(point)")
            #expect(loss.value(at: point) == value)
            #expect(loss.gradient(at: point) == (value, gradient))
            let batch = loss.gradient(at: point, over: FittedLossFixture.all.batch)
            #expect(isClose([batch.value], [sample.batchValue]), "value of the batch at \(point)")
            #expect(isClose([batch.gradient.x, batch.gradient.y], sample.batchGradient), "gradient of the batch")
        }
    }

    /// Within 1e-13 of the largest component.
    private func isClose(_ a: [Double], _ b: [Double]) -> Bool {
        let scale = b.reduce(1e-3) { max($0, $1.magnitude) }
        return a.count == b.count && zip(a, b).allSatisfy { ($0 - $1).magnitude <= 1e-13 * scale }
    }

    @Test(arguments: FittedLossFixture.all.cases.filter { $0.minimum != nil })
    func minimumAgreesWithTorch(reference: FittedLossFixture.Case) throws {
        let expected = try #require(reference.minimum)
        let minimum = try #require(try reference.fitted().minimum)
        #expect((minimum.x - expected[0]).magnitude < 1e-13 && (minimum.y - expected[1]).magnitude < 1e-13)
    }
}
