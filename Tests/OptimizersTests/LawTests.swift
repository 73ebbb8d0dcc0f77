import Lanes
import Simulation
import Testing

@testable import Optimizers

@Suite struct LawTests {
    private static let variants = OptimizerCatalogue.entries.flatMap { entry in
        entry.variants.map { (entry.id, $0.convention) }
    }

    /// Eight trajectories side by side equal eight one by one, to the bit, whatever the settings.
    @Test(arguments: variants)
    func eightLanesEqualOne(_ id: String, _ convention: Convention) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: id))
        let starts = stride(from: -1.5, to: 2.1, by: 0.5).map { SIMD2<Double>($0, 1 - $0) }
        for settings in choices(entry, entry.variant(convention)) {
            let rule = try Optimizer(entry, convention: convention, settings: settings).rule
            let eight = wide(rule, from: starts, steps: 25)
            for (lane, start) in starts.enumerated() {
                let one = narrow(rule, from: start, steps: 25)
                #expect(areSame(one.x, eight.x[lane]), "\(settings)")
                #expect(areSame(one.y, eight.y[lane]), "\(settings)")
            }
        }
    }

    /// A number is its bits, but a run that has left all numbers behind is one, whatever the sign of its NaN.
    private func areSame(_ a: Double, _ b: Double) -> Bool {
        a.isNaN ? b.isNaN : a.bitPattern == b.bitPattern
    }

    private func narrow(_ rule: any Rule, from start: SIMD2<Double>, steps: Int) -> Pair<Double> {
        var point = Pair(start)
        var state = rule.makeState()
        let surroundings = Surroundings<Double>(evaluate: valley, hessian: curvature)
        defer { withExtendedLifetime(surroundings) {} }
        for step in 1...steps {
            let (loss, gradient) = valley(point)
            rule.update(
                &point,
                Observation(
                    step: step, learningRate: rule.learningRate, loss: loss, gradient: gradient,
                    surroundings: surroundings),
                &state)
        }
        return point
    }

    private func wide(_ rule: any Rule, from starts: [SIMD2<Double>], steps: Int) -> Pair<SIMD8<Double>> {
        var point = Pair(x: SIMD8(starts.map(\.x)), y: SIMD8(starts.map(\.y)))
        var state = rule.makeStates()
        let surroundings = Surroundings<SIMD8<Double>>(evaluate: valley, hessian: curvature)
        defer { withExtendedLifetime(surroundings) {} }
        for step in 1...steps {
            let (loss, gradient) = valley(point)
            rule.update(
                &point,
                Observation(
                    step: step, learningRate: rule.learningRate, loss: loss, gradient: gradient,
                    surroundings: surroundings),
                &state)
        }
        return point
    }

    /// A mild valley: (1 − x)² + (y − x²)².
    private func valley<L: Lane>(_ point: Pair<L>) -> (loss: L, gradient: Pair<L>) {
        let a = L(repeating: 1) - point.x
        let b = point.y - point.x * point.x
        let gx: L = -(2 * a) - (4 * point.x) * b
        return (a * a + b * b, Pair(x: gx, y: 2 * b))
    }

    private func curvature<L: Lane>(_ point: Pair<L>) -> Curvature<L> {
        let b = point.y - point.x * point.x
        let square: L = 8 * (point.x * point.x)
        return Curvature(xx: (2 + square) - 4 * b, xy: -(4 * point.x), yy: L(repeating: 2))
    }

    /// No hyperparameter is there for nothing: each changes a trajectory, by itself or beside one other change, down a
    /// steep valley, along it, or near the minimum of a shallow bowl.
    @Test(arguments: variants)
    func everyHyperparameterMatters(_ id: String, _ convention: Convention) throws {
        let entry = try #require(OptimizerCatalogue.entry(named: id))
        let variant = entry.variant(convention)
        for hyperparameter in variant.hyperparameters where hyperparameter.defaultValue != nil {
            let matters = try choices(entry, variant).contains { settings in
                guard settings.contains(where: { $0.name == hyperparameter.name }) else { return false }
                let without = settings.filter { $0.name != hyperparameter.name }
                guard (try? Optimizer(entry, convention: convention, settings: without)) != nil else { return false }
                let places: [(Handmade, SIMD2<Double>)] = [
                    (rosenbrock, [-1.5, 2]), (rosenbrock, [0.5, 0.25]), (shallowBowl, [0.3, 0.1]),
                ]
                return try places.contains { field, start in
                    let one = try descend(id, convention, settings, on: field, from: start, steps: 60)
                    let other = try descend(id, convention, without, on: field, from: start, steps: 60)
                    return zip(one.points, other.points).contains { areFiniteAndDiffer($0, $1) }
                        || memory(one) != memory(other)
                }
            }
            #expect(matters, "\(hyperparameter.name)")
        }
    }

    /// The recorded state from the first update on.
    private func memory(_ trajectory: Trajectory) -> [[SIMD2<Double>]] {
        trajectory.state.map { Array($0.values.dropFirst()) }
    }

    private func areFiniteAndDiffer(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool {
        a != b && [a.x, a.y, b.x, b.y].allSatisfy(\.isFinite)
    }

    @Test(arguments: Convention.allCases)
    func momentumZeroIsPlainDescent(_ convention: Convention) throws {
        let rate = Setting("lr", .number(2e-4))
        let trajectory = try descend("sgd", convention, [rate, ("momentum", .number(0))])
        for k in 1..<trajectory.points.count {
            #expect(trajectory.points[k] == trajectory.points[k - 1] - 2e-4 * trajectory.gradients[k - 1])
        }
        #expect(try descend("sgd", convention, [rate]).points == trajectory.points)
    }

    @Test(arguments: [Convention.torch, .optax, .keras])
    func rmspropWithMomentumZeroIsWithout(_ convention: Convention) throws {
        let rate = Setting("lr", .number(0.01))
        let none = try descend("rmsprop", convention, [rate])
        #expect(try descend("rmsprop", convention, [rate, ("momentum", .number(0))]).points == none.points)
    }

    /// AMSGrad's largest average never falls, so that its rate before bias correction never grows.
    @Test(arguments: [(Convention.torch, "max_exp_avg_sq"), (.keras, "velocity_hat")])
    func amsgradNeverForgets(_ convention: Convention, _ name: String) throws {
        let trajectory = try descend(
            "adam", convention, [("lr", .number(0.05)), ("amsgrad", .flag(true))], steps: 300)
        let largest = try #require(trajectory.state(named: name)).values
        for k in 2..<largest.count {
            #expect(largest[k].x >= largest[k - 1].x && largest[k].y >= largest[k - 1].y)
        }
        let plain = try descend("adam", convention, [("lr", .number(0.05))], steps: 300)
        #expect(plain.points != trajectory.points)
    }

    @Test(arguments: Convention.allCases)
    func adagradsRateNeverGrows(_ convention: Convention) throws {
        let trajectory = try descend("adagrad", convention, [("lr", .number(0.5))])
        let rates = try #require(trajectory.state(named: "effective_lr")).values
        for k in 2..<rates.count { #expect(rates[k].x <= rates[k - 1].x && rates[k].y <= rates[k - 1].y) }
    }

    /// The recorded rate is the factor of the gradient, or of the corrected first moment, in the update made.
    @Test(
        arguments: ["adagrad", "adadelta", "rmsprop", "adam", "adabelief", "amsgrad", "yogi", "lamb"],
        Convention.allCases)
    func effectiveRateExplainsTheStep(_ id: String, _ convention: Convention) throws {
        let trajectory = try descend(id, convention, [("lr", .number(0.05))])
        let rates = try #require(trajectory.state(named: "effective_lr")).values
        for k in 1..<trajectory.points.count {
            let average = trajectory.state(named: "m_hat") ?? (id == "yogi" ? trajectory.state(named: "m") : nil)
            let push = average?.values[k] ?? trajectory.gradients[k - 1]
            let error = trajectory.points[k] - (trajectory.points[k - 1] - rates[k] * push)
            #expect(max(error.x.magnitude, error.y.magnitude) < 1e-9)
        }
    }

    /// The textbook's form against Sutskever's own: v ← μ v − ε ∇f(x + μ v), x ← x + v.
    @Test func textbookNesterovLooksAhead() throws {
        let settings: [Setting] = [("lr", .number(1e-4)), ("momentum", .number(0.9)), ("nesterov", .flag(true))]
        let trajectory = try descend("sgd", .textbook, settings, steps: 3)
        var point = SIMD2(-1.5, 2.0)
        var velocity = SIMD2<Double>.zero
        for k in 1...3 {
            velocity = 0.9 * velocity - 1e-4 * rosenbrock.gradient(at: point + 0.9 * velocity).gradient
            point += velocity
            let error = trajectory.points[k] - point
            #expect(max(error.x.magnitude, error.y.magnitude) < 1e-14)
        }
    }

    /// Correctly rounded powers, computed with rational numbers.
    @Test(arguments: [
        (0.9, 2, 0.81), (0.9, 100, 2.6561398887587544e-05), (0.999, 1000, 0.36769542477096373),
        (0.99, 12345, 1.307607210564518e-54), (0.1, 20, 1.0000000000000011e-20), (0, 1, 0), (0.5, 60, 0x1p-60),
    ])
    func runningPower(_ base: Double, _ exponent: Int, _ expected: Double) {
        var power = RunningPower(base)
        #expect(power.value == 1)
        for _ in 0..<exponent { power.advance() }
        #expect(power.value == expected)
    }
}
