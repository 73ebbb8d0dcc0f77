import Optimizers
import Simulation
import Testing

@Suite struct SimulationTests {
    private let bowl = Handmade { x, y in (0.5 * (x * x + y * y), x, y) }

    @Test func completes() throws {
        let trajectory = try descend("adam", nil, steps: 7)
        #expect(trajectory.outcome == .completed)
        #expect(trajectory.points.count == 8 && trajectory.losses.count == 8 && trajectory.gradients.count == 8)
        #expect(trajectory.points[0] == SIMD2(-1.5, 2) && trajectory.losses[0] == 12.5)
        for column in trajectory.state {
            #expect(column.values.count == 8)
            #expect(column.values[0].x.isNaN && column.values[1].x.isFinite)
        }
        let names = ["exp_avg", "exp_avg_sq", "m_hat", "v_hat", "effective_lr"]
        #expect(trajectory.state.map(\.name) == names)
    }

    @Test func noSteps() throws {
        let trajectory = try descend("sgd", nil, steps: 0)
        #expect(trajectory.points == [SIMD2(-1.5, 2)] && trajectory.outcome == .completed)
        #expect(try descend("sgd", nil, steps: -3).points.count == 1)
    }

    /// On ½|x|² with rate ½ the gradient halves every step: 2⁻³⁴ is the first power of two below 10⁻¹⁰.
    @Test func convergenceIsARemark() throws {
        let trajectory = try descend("sgd", nil, [("lr", .number(0.5))], on: bowl, from: SIMD2(1, 0), steps: 50)
        #expect(trajectory.outcome == .converged(step: 34))
        #expect(trajectory.points.count == 51)
        #expect(try descend("adam", nil, on: bowl, from: .zero, steps: 5).outcome == .converged(step: 0))
    }

    /// On ½|x|² with rate 101 the point is multiplied by −100 every step and passes 1e100 with the 51st.
    @Test func divergenceEndsTheRun() throws {
        let trajectory = try descend("sgd", nil, [("lr", .number(101))], on: bowl, from: SIMD2(1, 0), steps: 500)
        #expect(trajectory.outcome == .diverged(step: 51))
        #expect(trajectory.points.count == 51 && trajectory.state.allSatisfy { $0.values.count == 51 })
        #expect(trajectory.points.allSatisfy { $0.x.magnitude <= 1e100 } && trajectory.losses.allSatisfy(\.isFinite))
    }

    /// On ½|x|² with rate ½ point and gradient halve every step, and the loss is quartered.
    @Test(arguments: [("loss", 4), ("gradient", 3), ("distance", 2), ("none", 20), ("start", 0)])
    func untilEndsTheRun(_ condition: String, _ step: Int) throws {
        var until = StopRule()
        switch condition {
        case "loss": until.loss = 0.5 / 256
        case "gradient": until.gradient = 0.125
        case "distance": (until.distance, until.minima) = (0.25, [SIMD2(9, 9), .zero])
        case "start": until.gradient = 1
        default: until.loss = -1
        }
        let entry = try #require(OptimizerCatalogue.entry(named: "sgd"))
        let optimizer = try Optimizer(entry, settings: [("lr", .number(0.5))])
        let run = Run(id: "", label: "", optimizer: optimizer, start: SIMD2(1, 0), steps: 20, until: until)
        let trajectory = simulate(run, on: bowl)
        #expect(trajectory.points.count == step + 1)
        #expect(trajectory.outcome == (condition == "none" ? .completed : .converged(step: step)))
    }

    @Test func whatIsMeasuredAlongTheWay() throws {
        let trajectory = try descend("sgd", nil, [("lr", .number(0.5))], on: bowl, from: SIMD2(3, 4), steps: 2)
        #expect(trajectory.gradientNorms == [5, 2.5, 1.25])
        #expect(trajectory.updateNorms[0].isNaN && Array(trajectory.updateNorms[1...]) == [2.5, 1.25])
        #expect(trajectory.learningRates[0].isNaN && Array(trajectory.learningRates[1...]) == [0.5, 0.5])
        #expect(trajectory.evaluations == [1, 2, 3])
        // Nesterov's gradient is another evaluation a step in the textbook's form.
        let nesterov = try descend(
            "sgd", .textbook, [("momentum", .number(0.9)), ("nesterov", .flag(true))], on: bowl, steps: 2)
        #expect(nesterov.evaluations == [1, 3, 5])
    }

    @Test func divergesThroughANaNGradient() throws {
        let cliff = Handmade { x, y in (x, x < 0 ? .nan : 1, 0) }
        let trajectory = try descend("sgd", nil, [("lr", .number(1))], on: cliff, from: SIMD2(0.5, 0), steps: 10)
        #expect(trajectory.outcome == .diverged(step: 2))
        #expect(trajectory.points == [SIMD2(0.5, 0), SIMD2(-0.5, 0)])
    }

    @Test func divergesThroughAnInfiniteLoss() throws {
        let wall = Handmade { x, y in (x < 0 ? .infinity : x, 1, 0) }
        let trajectory = try descend("sgd", nil, [("lr", .number(1))], on: wall, from: SIMD2(1.5, 0), steps: 10)
        #expect(trajectory.outcome == .diverged(step: 2))
        #expect(trajectory.points.count == 2)
    }

    @Test func aStartThatIsNotFiniteIsNotStored() throws {
        let pole = Handmade { x, y in (1 / x, -1 / (x * x), 0) }
        for start in [SIMD2(0, 1), SIMD2(.nan, 0), SIMD2(0.5, 1e101)] as [SIMD2<Double>] {
            let trajectory = try descend("adam", nil, on: pole, from: start, steps: 10)
            #expect(trajectory.outcome == .diverged(step: 0))
            #expect(trajectory.points.isEmpty && trajectory.losses.isEmpty && trajectory.gradients.isEmpty)
        }
    }

    @Test func anyNumberOfJobsGivesTheSame() throws {
        var runs: [Run] = []
        for entry in OptimizerCatalogue.entries {
            for (index, variant) in entry.variants.enumerated() {
                let optimizer = try Optimizer(entry, convention: variant.convention, settings: needed(variant))
                let start = SIMD2(-1.5 + Double(index), 2)
                runs.append(Run(id: entry.id, label: "", optimizer: optimizer, start: start, steps: 100 + 37 * index))
            }
        }
        let alone = simulate(runs, on: rosenbrock, jobs: 1)
        #expect(alone.map(\.run.id) == runs.map(\.id))
        for jobs in [-1, 0, 2, 8, 1000] {
            let together = simulate(runs, on: rosenbrock, jobs: jobs)
            #expect(together.map(\.points) == alone.map(\.points))
            #expect(together.map(\.outcome) == alone.map(\.outcome))
            for (a, b) in zip(together, alone) {
                #expect(a.state.map { $0.values.dropFirst() } == b.state.map { $0.values.dropFirst() })
            }
        }
        #expect(simulate([], on: rosenbrock, jobs: 8).isEmpty)
    }
}
