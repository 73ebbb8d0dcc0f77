import Optimizers
import Surfaces
import Testing

@testable import Simulation

@Suite struct RunEndTests {
    private func run(_ name: String, steps: Int, noise: Double = 0, lr: Double? = nil) throws -> Run {
        let entry = try #require(OptimizerCatalogue.entry(named: name))
        let settings = lr.map { [("lr", HyperparameterValue.number($0))] } ?? []
        let optimizer = try Optimizer(entry, settings: settings)
        return Run(
            id: name, label: name, optimizer: optimizer, start: SIMD2(-1.5, 2), steps: steps,
            sampling: Sampling(noise: noise, seed: 5))
    }

    /// Around the lengths at which a recording goes on in another block.
    @Test(arguments: [0, 1, 255, 256, 257, 511, 512, 513, 600])
    func everyLengthEndsWhereALongerRunPasses(_ steps: Int) throws {
        let long = simulate(try run("adam", steps: 600, noise: 0.1), on: rosenbrock)
        let short = simulate(try run("adam", steps: steps, noise: 0.1), on: rosenbrock)
        #expect(short.points == Array(long.points.prefix(steps + 1)))
        #expect(short.losses == Array(long.losses.prefix(steps + 1)))
        #expect(short.gradients == Array(long.gradients.prefix(steps + 1)))
        #expect(short.fullGradients == Array(long.fullGradients.prefix(steps + 1)))
        #expect(short.evaluations == Array(long.evaluations.prefix(steps + 1)))
        #expect(short.learningRates.dropFirst() == long.learningRates.prefix(steps + 1).dropFirst())
        for (short, long) in zip(short.state, long.state) {
            #expect(short.name == long.name && short.values.count == steps + 1)
            #expect(short.values[0].x.isNaN && short.values.dropFirst() == long.values.prefix(steps + 1).dropFirst())
        }
        let end = end(of: try run("adam", steps: steps, noise: 0.1), on: rosenbrock)
        #expect(end.point == long.points[steps] && end.loss == long.losses[steps])
    }

    @Test func theEndIsTheTrajectorysHoweverItCame() throws {
        let runs = [
            try run("sgd", steps: 300, lr: 0.1), try run("sgd", steps: 300, lr: 1e-3), try run("newton", steps: 50),
            try run("bfgs", steps: 50), try run("rprop", steps: 40),
            Run(id: "r", label: "", recording: Recording(file: "", points: [SIMD2(1, 2), SIMD2(3, 4)], losses: nil)),
        ]
        for run in runs {
            let trajectory = simulate(run, on: rosenbrock)
            let end = end(of: run, on: rosenbrock)
            #expect(end.point == trajectory.points.last && end.loss == trajectory.losses.last, "\(run.id)")
            #expect(end.outcome == trajectory.outcome && end.endsOffSurface == trajectory.endsOffSurface)
        }
        let outcomes = runs.map { end(of: $0, on: rosenbrock).outcome }
        #expect(outcomes.contains { if case .diverged = $0 { true } else { false } })
        #expect(outcomes.contains { if case .converged = $0 { true } else { false } })
    }

    @Test func aStartThatIsNotFiniteLeavesNothing() throws {
        let field = try Surface(formula: "log(x)").field
        let end = end(of: try run("adam", steps: 5), on: field)
        #expect(end.point.x.isNaN && end.loss.isNaN && end.outcome == .diverged(step: 0) && end.endsOffSurface)
    }
}
