import Lanes
import Optimizers
import Surfaces
import Testing

@testable import Simulation

@Suite struct SamplingTests {
    private func run(
        _ name: String, id: String = "run", batch: Int? = nil, noise: Double = 0, seed: Int = 7, repetition: Int = 0,
        steps: Int = 40
    ) throws -> Run {
        let entry = try #require(OptimizerCatalogue.entry(named: name))
        let optimizer = try Optimizer(entry, settings: [("lr", .number(0.01))])
        let sampling = Sampling(batch: batch, noise: noise, seed: seed, repetition: repetition)
        return Run(id: id, label: "", optimizer: optimizer, start: SIMD2(-1.5, 2), steps: steps, sampling: sampling)
    }

    private func bowl() throws -> any ScalarField { try Surface(formula: "0.5*(x^2 + y^2)").field }

    private func line(_ count: Int) throws -> FittedLoss {
        let features = (0..<count).map { Double($0) / 4 - 2 }
        return try FittedLoss(
            model: .linear, loss: .mse, features: .one(features), targets: features.map { 1.5 * $0 - 0.5 + $0 * $0 / 9 }
        )
    }

    private func noise(_ trajectory: Trajectory) -> [SIMD2<Double>] {
        zip(trajectory.gradients, trajectory.fullGradients).map { $0 - $1 }
    }

    /// Two optimizers that go different ways meet the same noise, to rounding.
    @Test func everyOptimizerMeetsTheSameNoise() throws {
        let field = try bowl()
        let sgd = simulate(try run("sgd", noise: 0.5), on: field)
        let adam = simulate(try run("adam", noise: 0.5), on: field)
        #expect(sgd.points != adam.points)
        for (a, b) in zip(noise(sgd), noise(adam)) {
            #expect(abs(a.x - b.x) < 1e-14 && abs(a.y - b.y) < 1e-14)
        }
        #expect(noise(sgd)[0] != noise(sgd)[1])
    }

    /// SGD moves by the gradient it saw, and the loss is the surface's.
    @Test func theNoisyGradientIsTheOneFollowed() throws {
        let trajectory = simulate(try run("sgd", noise: 2), on: try bowl())
        for k in 1..<trajectory.points.count {
            let step = trajectory.points[k] - trajectory.points[k - 1]
            #expect(abs(step.x + 0.01 * trajectory.gradients[k - 1].x) < 1e-15)
            #expect(trajectory.fullGradients[k] == trajectory.points[k])
            let square = trajectory.points[k] * trajectory.points[k]
            #expect(abs(trajectory.losses[k] - 0.5 * (square.x + square.y)) < 1e-15)
        }
    }

    @Test func theNoiseHasTheDeviationAskedFor() throws {
        let drawn = noise(simulate(try run("sgd", noise: 0.5, steps: 20_000), on: try bowl()))
        let numbers = drawn.map(\.x) + drawn.map(\.y)
        let mean = numbers.reduce(0, +) / Double(numbers.count)
        let variance = numbers.reduce(0) { $0 + $1 * $1 } / Double(numbers.count)
        // Five standard errors of 40,002 numbers.
        #expect(abs(mean) < 5 * 0.5 / 200)
        #expect(abs(variance - 0.25) < 5 * 0.25 * 2.0.squareRoot() / 200)
    }

    @Test func seedAndRepetitionTellNoiseApart() throws {
        let field = try bowl()
        let runs = try [
            run("sgd", noise: 1), run("sgd", noise: 1, seed: 8), run("sgd", noise: 1, repetition: 1), run("sgd"),
        ]
        #expect(Set(runs.map { simulate($0, on: field).points[1] }).count == 4)
        #expect(simulate(runs[0], on: field).points == simulate(runs[0], on: field).points)
    }

    /// Nothing depends on the other runs, their order or the threads.
    @Test func aRunStandsAlone() throws {
        let loss = try line(30)
        let runs = try ["sgd", "adam", "rmsprop", "adagrad"].flatMap { name in
            try (0..<3).map { try run(name, id: "\(name)\($0)", batch: 4, noise: 0.3, repetition: $0) }
        }
        let alone = runs.map { simulate($0, on: loss).points }
        #expect(simulate(runs, on: loss, jobs: 8).map(\.points) == alone)
        #expect(simulate(runs.reversed(), on: loss, jobs: 2).map(\.points) == alone.reversed())
    }

    /// In each epoch every sample is seen once, in an order of its own; the last batch is smaller.
    @Test func epochsGoThroughAllSamples() throws {
        let oracle = GradientOracle(Recorder(count: 10), Sampling(batch: 4, seed: 3), nil)
        var epochs: [[Int]] = []
        for epoch in 0..<4 {
            var seen: [Int] = []
            for batch in 0..<3 {
                oracle.begin(step: 1 + 3 * epoch + batch)
                let samples = Recorder.samples(oracle.evaluate(Pair(repeating: 0)).loss)
                #expect(samples.count == (batch < 2 ? 4 : 2))
                seen += samples
            }
            #expect(seen.sorted() == Array(0..<10))
            epochs.append(seen)
        }
        #expect(Set(epochs).count == 4)
        // A step's batch does not depend on the steps before.
        let other = GradientOracle(Recorder(count: 10), Sampling(batch: 4, seed: 3), nil)
        other.begin(step: 11)
        #expect(Recorder.samples(other.evaluate(Pair(repeating: 0)).loss) == Array(epochs[3][4..<8]))
    }

    @Test func aBatchOfAllIsAll() throws {
        let loss = try line(30)
        let whole = simulate(try run("adam"), on: loss)
        for batch in [30, 1000] {
            let batched = simulate(try run("adam", batch: batch), on: loss)
            for (a, b) in zip(whole.points, batched.points) { #expect(abs(a.x - b.x) + abs(a.y - b.y) < 1e-12) }
        }
        #expect(simulate(try run("adam", batch: 3), on: loss).points[5] != whole.points[5])
    }

    /// A recorded run is taken as it is, up to where it is not finite.
    @Test func recordedRuns() throws {
        let points = [SIMD2(1.0, 0), SIMD2(0.5, 1), SIMD2(.nan, 1), SIMD2(0, 0)]
        let recording = Recording(file: "run.csv", points: points, losses: [3, 2, 1, 0])
        let trajectory = simulate(Run(id: "r", label: "", recording: recording), on: try bowl())
        #expect(trajectory.points == Array(points[..<2]) && trajectory.losses == [3, 2])
        #expect(trajectory.outcome == .diverged(step: 2))
        #expect(trajectory.gradients.allSatisfy { $0.x.isNaN && $0.y.isNaN } && trajectory.state.isEmpty)
        let bare = Recording(file: "run.csv", points: [SIMD2(1, 2)], losses: nil)
        #expect(simulate(Run(id: "r", label: "", recording: bare), on: try bowl()).losses == [2.5])
    }
}

/// A field whose loss over some samples tells, as a number, which they were.
private struct Recorder: BatchedField {
    let count: Int
    var sampleCount: Int { count }

    func gradient(at point: SIMD2<Double>, over samples: [Int]) -> (value: Double, gradient: SIMD2<Double>) {
        (samples.reduce(0) { 16 * $0 + Double($1 + 1) }, .zero)
    }

    static func samples(_ loss: Double) -> [Int] {
        var rest = Int(loss)
        var samples: [Int] = []
        while rest > 0 {
            samples.insert(rest % 16 - 1, at: 0)
            rest /= 16
        }
        return samples
    }

    func value(at point: SIMD2<Double>) -> Double { 0 }
    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) { (0, .zero) }
    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        (0, .zero, Hessian(xx: 0, xy: 0, yy: 0))
    }
    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        for index in values.indices { values[index] = 0 }
    }
}
