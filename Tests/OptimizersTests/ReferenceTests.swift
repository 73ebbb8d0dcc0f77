import Optimizers
import Simulation
import Surfaces
import Testing

@Suite struct ReferenceTests {
    /// The count guards against a fixture that cannot be read.
    @Test func everyFixtureIsThere() {
        #expect(Fixture.all.count == 260)
        #expect(Set(Fixture.all.map(\.convention)) == ["torch", "optax", "keras"])
    }

    @Test(arguments: Fixture.all)
    func agreesWithTheLibrary(_ reference: Fixture.Case) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: reference.optimizer))
        let optimizer = try Optimizer(
            entry, convention: Convention(rawValue: reference.convention),
            settings: reference.hyperparameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        let field = try #require(SurfaceCatalogue.entry(named: reference.surface)).surface().field
        let start = SIMD2(reference.start[0], reference.start[1])
        let run = Run(
            id: "run", label: "", optimizer: optimizer, start: start, steps: reference.steps.last ?? 0,
            schedule: try reference.learningRates(), clipping: reference.clipping)
        let trajectory = simulate(run, on: field)

        for (index, step) in reference.steps.enumerated() where step <= reference.comparableThrough {
            try #require(step < trajectory.points.count)
            let expected = reference.points[index]
            let tolerance = step <= 20 ? 1e-11 : reference.tolerance
            let scale = max(1, expected[0].magnitude, expected[1].magnitude)
            let error = trajectory.points[step] - SIMD2(expected[0], expected[1])
            #expect(max(error.x.magnitude, error.y.magnitude) <= tolerance * scale, "step \(step)")
            let loss = reference.losses[index]
            #expect((trajectory.losses[step] - loss).magnitude <= 1e-8 * max(1, loss.magnitude), "step \(step)")
        }
        for (name, values) in reference.traces {
            if name == "lr" || name == "grad_norm_before_clip" {
                let recorded = name == "lr" ? trajectory.learningRates : [.nan] + trajectory.gradientNorms.dropLast()
                for (index, step) in reference.steps.enumerated() where step <= reference.comparableThrough {
                    guard let expected = values[index]?.numbers[0] else { continue }
                    #expect((recorded[step] - expected).magnitude <= 1e-8 * max(1, expected.magnitude), "step \(step)")
                }
                continue
            }
            let column = try #require(recorded(name, in: trajectory), "no \(name)")
            for (index, step) in reference.steps.enumerated() where step <= reference.comparableThrough {
                guard let expected = values[index]?.numbers else {
                    #expect(step == 0 && column.values[0].x.isNaN)
                    continue
                }
                for axis in expected.indices {
                    let isRate = name == "effective_lr" || column.slot.moment == .second
                    let tolerance = isRate ? 1e-6 * expected[axis].magnitude : 1e-8 * max(1, expected[axis].magnitude)
                    let error = column.values[step][axis] - expected[axis]
                    #expect(error.magnitude <= tolerance, "\(name) of step \(step)")
                }
            }
        }
    }

    /// The reference names some traces for what they are, the state for what the library calls it.
    private func recorded(_ name: String, in trajectory: Trajectory) -> StateColumn? {
        if let column = trajectory.state(named: name) { return column }
        let moments: [String: Slot.Moment] = ["m": .first, "v": .second, "sum": .second]
        guard let moment = moments[name] else { return nil }
        return trajectory.state.first { $0.slot.moment == moment && !$0.slot.isDerived }
    }

    /// End points in print, to the digits given. The rules are the textbook's with 10⁻⁶ under the root.
    @Test(arguments: [
        ("adagrad", ["lr": 0.4], SIMD2(-2.382563, -0.158591)),
        ("rmsprop", ["lr": 0.4, "beta": 0.9], SIMD2(-0.010599, 0)),
        ("sgd", ["lr": 0.4], SIMD2(-0.943467, -7.3e-5)),
        ("adagrad", ["lr": 2], SIMD2(-0.002295, 0)),
    ])
    func publishedEndPoints(_ name: String, _ numbers: [String: Double], _ end: SIMD2<Double>) throws {
        let bowl = Handmade { x, y in (0.1 * (x * x) + 2 * (y * y), 0.2 * x, 4 * y) }
        var settings = numbers.sorted { $0.key < $1.key }.map { ($0.key, HyperparameterValue.number($0.value)) }
        if name != "sgd" { settings += [("eps", .number(1e-6)), ("eps_inside", .flag(true))] }
        let trajectory = try descend(name, .textbook, settings, on: bowl, from: SIMD2(-5, -2), steps: 20)
        let error = (trajectory.points.last ?? .zero) - end
        #expect(max(error.x.magnitude, error.y.magnitude) < 1e-6)
    }

    /// The banana of Goh, *Why momentum really works*, Distill 2017.
    @Test func momentumOnDistillsBanana() throws {
        let banana = Handmade { x, y in
            let a = 1 - x
            let b = 3 * y - x * x
            return (a * a + 20 * (b * b), -2 * a - 80 * x * b, 120 * b)
        }
        for convention in Convention.allCases {
            let trajectory = try descend(
                "sgd", convention, [("lr", .number(0.003)), ("momentum", .number(0.74))], on: banana,
                from: SIMD2(-1.21, 0.853), steps: 150)
            let error = (trajectory.points.last ?? .zero) - SIMD2(0.9046, 0.2725)
            #expect(max(error.x.magnitude, error.y.magnitude) < 1e-4, "\(convention)")
        }
    }
}
