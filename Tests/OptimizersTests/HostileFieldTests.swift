import Foundation
import Lanes
import Testing

@testable import Optimizers

/// Fields and starts on which a search could go on for ever.
@Suite struct HostileFieldTests {
    private final class Counter {
        var count = 0
    }

    struct Field: Sendable, CustomTestStringConvertible {
        let name: String
        let field: Handmade
        var testDescription: String { name }
    }

    static let fields = [
        Field(
            name: "flat",
            field: Handmade { _, _ in
                (1, 0, 0)
            } curvature: { _, _ in
                .init(xx: 0, xy: 0, yy: 0)
            }),
        Field(
            name: "x − y²",
            field: Handmade { x, y in
                (x - y * y, 1, -2 * y)
            } curvature: { _, _ in
                .init(xx: 0, xy: 0, yy: -2)
            }),
        Field(
            name: "−x²",
            field: Handmade { x, _ in
                (-x * x, -2 * x, 0)
            } curvature: { _, _ in
                .init(xx: -2, xy: 0, yy: 0)
            }),
        Field(
            name: "a plane",
            field: Handmade { x, y in
                (x + y, 1, 1)
            } curvature: { _, _ in
                .init(xx: 0, xy: 0, yy: 0)
            }),
        Field(
            name: "1/x",
            field: Handmade { x, _ in
                (1 / x, -1 / (x * x), 0)
            } curvature: { x, _ in
                .init(xx: 2 / (x * x * x), xy: 0, yy: 0)
            }),
        Field(
            name: "a log pole",
            field: Handmade { x, y in
                let square = x * x + y * y
                return (0.5 * log(square), x / square, y / square)
            } curvature: { x, y in
                let square = x * x + y * y
                let (difference, product) = (y * y - x * x, -2 * x * y)
                let fourth = square * square
                return .init(xx: difference / fourth, xy: product / fourth, yy: -difference / fourth)
            }),
        Field(name: "NaN gradients", field: Handmade { x, y in (x * x + y * y, .nan, .nan) }),
        Field(name: "NaN beyond 0", field: Handmade { x, _ in (x < 0 ? .nan : x, x < 0 ? .nan : 1, 0) }),
        Field(name: "NaN", field: Handmade { _, _ in (.nan, .nan, .nan) }),
        Field(name: "a huge slope", field: Handmade { x, y in (1e300 * x, 1e300, 1e-300) }),
        Field(name: "infinite gradients", field: Handmade { x, y in (x, .infinity, -.infinity) }),
        Field(name: "alternating", field: Handmade { x, y in (x.significandBitPattern % 2 == 0 ? 0 : 1, 1, -1) }),
        Field(name: "Rosenbrock", field: rosenbrock),
    ]

    static let ids = [
        "gradient_descent_backtracking", "gradient_descent_exact", "conjugate_gradient", "newton",
        "newton_trust_region",
        "bfgs", "nelder_mead",
    ]

    @Test(arguments: fields, ids)
    func everyUpdateIsBounded(_ hostile: Field, _ id: String) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: id))
        let starts = [
            Pair(x: 1.0, y: 2.0), Pair(x: 0, y: 0), Pair(x: 1e300, y: -1e300), Pair(x: 1e-300, y: 1e-300),
            Pair(x: .infinity, y: 0), Pair(x: .nan, y: 1),
        ]
        for settings in choices(entry, entry.variant(nil)) {
            let rule = try Optimizer(entry, settings: settings).rule
            for start in starts { run(rule, hostile.field, start) }
        }
    }

    private func run(_ rule: any Rule, _ field: Handmade, _ start: Pair<Double>) {
        let counter = Counter()
        let evaluate: (Pair<Double>) -> (loss: Double, gradient: Pair<Double>) = { point in
            counter.count += 1
            let (loss, gx, gy) = field.evaluate(point.x, point.y)
            return (loss, Pair(x: gx, y: gy))
        }
        let surroundings = Surroundings<Double>(
            evaluate: evaluate,
            hessian: { point in
                counter.count += 1
                let hessian = field.hessian(at: point.point).hessian
                return Curvature(xx: hessian.xx, xy: hessian.xy, yy: hessian.yy)
            })
        defer { withExtendedLifetime(surroundings) {} }
        var point = start
        var state = rule.makeState()
        for step in 1...100 {
            let (loss, gradient) = evaluate(point)
            let seen = Observation<Double>(
                step: step, learningRate: rule.learningRate, loss: loss, gradient: gradient,
                surroundings: surroundings)
            counter.count = 0
            rule.update(&point, seen, &state)
            #expect(counter.count <= 200)
        }
        if start.isFinite {
            #expect(!point.x.isNaN && !point.y.isNaN)
            for slot in rule.slots { #expect(!state[slot].x.isNaN && !state[slot].y.isNaN, "\(slot.name)") }
        }
    }
}
