import Lanes
import Testing

@testable import Optimizers

@Suite struct CycledMomentumTests {
    /// Where torch 2.13 is after 30 updates in float64 from (−1.5, 2) on Rosenbrock's function, as the momentum or the
    /// first beta of update k is set to 0.8 + 0.015 (k mod 10).
    @Test(arguments: [
        ("sgd", 0.0001, SIMD2(-1.4172706136285327, 1.9906397548743067)),
        ("rmsprop", 0.002, SIMD2(-1.421056771894966, 1.9994111851856047)),
        ("adam", 0.05, SIMD2(-1.3942722533069083, 1.980839584938597)),
        ("adamw", 0.05, SIMD2(-1.3803933444488306, 1.9432791533582756)),
        ("adamax", 0.05, SIMD2(-1.4249848263573601, 2.0125812696085297)),
        ("nadam", 0.05, SIMD2(-1.3898968288862041, 1.9374240161974314)),
        ("radam", 0.0005, SIMD2(-1.3859941032668799, 2.0309973569801025)),
    ])
    func followsTheSchedule(_ id: String, _ rate: Double, _ end: SIMD2<Double>) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: id))
        let rule = try Optimizer(entry, convention: .torch, settings: [("lr", .number(rate))]).rule
        var point = Pair(x: -1.5, y: 2)
        var state = rule.makeState()
        let surroundings = Surroundings<Double>(
            evaluate: evaluate, hessian: { _ in Curvature(xx: .nan, xy: .nan, yy: .nan) })
        defer { withExtendedLifetime(surroundings) {} }
        for step in 1...30 {
            let (loss, gradient) = evaluate(point)
            let seen = Observation<Double>(
                step: step, learningRate: rate, momentum: 0.8 + 0.015 * Double(step % 10), loss: loss,
                gradient: gradient, surroundings: surroundings)
            rule.update(&point, seen, &state)
        }
        let error = point.point - end
        #expect(max(error.x.magnitude, error.y.magnitude) < 1e-12)
    }

    private func evaluate(_ point: Pair<Double>) -> (loss: Double, gradient: Pair<Double>) {
        let result = rosenbrock.gradient(at: point.point)
        return (result.value, Pair(result.gradient))
    }

    /// Powers by squaring are those by one multiplication after another.
    @Test(arguments: [0.9, 0.85, 0.999, 0.5, 0])
    func powersAgree(_ base: Double) {
        var running = RunningPower(base)
        for exponent in 1...200 {
            running.advance()
            #expect(RunningPower.power(base, exponent) == running.value)
        }
        #expect(RunningPower.power(base, 0) == 1)
    }
}
