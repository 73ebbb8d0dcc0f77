import Simulation
import Testing

@testable import Optimizers

/// Optimizers around other optimizers, and those that average what another one would do.
@Suite struct WrapperTests {
    /// Ids that a wrapper can go around, with the settings they need.
    private static let bases = OptimizerCatalogue.entries.filter { entry in
        let variant = entry.variant(.optax)
        let plain = try? Optimizer(entry, convention: .optax, settings: needed(variant))
        return !entry.isWrapper && plain?.rule.isFirstOrder == true
    }.map(\.id)

    /// Rules that search lines or use curvature cannot be gone around.
    @Test(arguments: ["lbfgs", "bfgs", "newton", "nelder_mead", "gradient_descent_backtracking"])
    func othersAreRefused(_ base: String) throws {
        #expect(Self.bases.count == 29 && !Self.bases.contains(base))
        for wrapper in ["sam", "lookahead"] {
            let entry = try #require(OptimizerCatalogue.entry(named: wrapper))
            let key = wrapper == "sam" ? "base_optimizer" : "fast_optimizer"
            let settings = needed(entry.variant(.optax)) + [(key, .text(base))]
            let error = try #require(throws: SettingErrors.self) {
                try Optimizer(entry, convention: .optax, settings: settings)
            }
            #expect(error.errors.map(\.message).joined().hasSuffix("which does not follow one gradient a step"))
        }
    }

    private func settings(of base: String, _ convention: Convention) throws -> [String: HyperparameterValue] {
        let entry = try #require(OptimizerCatalogue.entry(named: base))
        return Dictionary(uniqueKeysWithValues: needed(entry.variant(convention)).map { ($0.name, $0.value) })
    }

    /// Slow weights that take the whole way change nothing.
    @Test(arguments: bases)
    func lookaheadWithFullStepsIsItsBase(_ base: String) throws {
        let plain = try settings(of: base, .optax)
        let alone = try descend(base, .optax, plain.map { ($0.key, $0.value) })
        let around = try descend(
            "lookahead", .optax,
            [
                ("fast_optimizer", .text(base)), ("fast_hyperparameters", .settings(plain)),
                ("slow_step_size", .number(1)),
            ])
        #expect(around.points == alone.points)
        #expect(around.state.map(\.name) == ["slow"] + alone.state.map(\.name))
        for column in alone.state {
            let inside = try #require(around.state(named: column.name))
            #expect(inside.values.dropFirst() == column.values.dropFirst(), "\(column.name)")
        }
    }

    /// Without an ascent there is only the base.
    @Test(arguments: bases)
    func samWithoutAscentIsItsBase(_ base: String) throws {
        let rate = Setting("lr", .number(0.001))
        let alone = try descend(base, .optax, [rate])
        let around = try descend("sam", .optax, [rate, ("base_optimizer", .text(base)), ("rho", .number(0))])
        #expect(around.points == alone.points)
    }

    /// At a flat place the library divides 0 by 0; the textbook's rule stays.
    @Test func samWhereFlat() throws {
        let settings: [Setting] = [("lr", .number(0.1))]
        let library = try descend("sam", .optax, settings, on: shallowBowl, from: .zero, steps: 1)
        #expect(library.points == [.zero])
        let textbook = try descend("sam", .textbook, settings, on: shallowBowl, from: .zero, steps: 1)
        #expect(textbook.points == [.zero, .zero])
    }

    @Test func theRateIsTheBases() throws {
        let entry = try #require(OptimizerCatalogue.entry(named: "lookahead"))
        let settings: [Setting] = [("inner_hyperparameters", .settings(["lr": .number(0.125)]))]
        #expect(try Optimizer(entry, convention: .textbook, settings: settings).rule.learningRate == 0.125)
    }

    /// With one rate throughout, `eval_x` is the plain average of all z.
    @Test(arguments: ["schedule_free_sgd", "schedule_free_adamw"])
    func scheduleFreeAveragesEvenly(_ id: String) throws {
        let trajectory = try descend(id, .optax, [("lr", .number(0.0005))])
        let z = try #require(trajectory.state(named: "z")).values
        let average = try #require(trajectory.state(named: "eval_x")).values
        try #require(z.count == 101)
        var sum = SIMD2<Double>.zero
        for k in 1...100 {
            sum += z[k]
            let error = average[k] - sum / Double(k)
            #expect(max(error.x.magnitude, error.y.magnitude) < 1e-12)
        }
    }
}
