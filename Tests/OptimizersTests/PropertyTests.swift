import Optimizers
import Simulation
import Surfaces
import Testing

/// What must hold of a rule on any surface, whatever the settings.
@Suite struct PropertyTests {
    private func surface(_ name: String, _ transforms: [Transform] = []) throws -> Surface {
        try #require(SurfaceCatalogue.entry(named: name)).surface().transformed(by: transforms)
    }

    private func distance(_ a: [SIMD2<Double>], _ b: [SIMD2<Double>]) -> Double {
        zip(a, b).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }.max() ?? .infinity
    }

    /// Turning the surface and the start by 30 degrees turns the path of a rule that knows no axes, and of no other.
    @Test(arguments: [
        ("sgd", 0.0004, true), ("asgd", 0.0004, true), ("polyak_sgd", 0.0004, true), ("sam", 0.0004, true),
        ("fromage", 0.01, true), ("optimistic_gradient_descent", 0.0002, true), ("newton", 1, true),
        ("adam", 0.05, false), ("rmsprop", 0.01, false), ("adagrad", 0.5, false), ("lion", 0.01, false),
        ("rprop", 0.01, false), ("adamax", 0.05, false), ("yogi", 0.05, false),
    ])
    func rotation(_ name: String, _ rate: Double, _ follows: Bool) throws {
        let angle = Angle(30, .deg)
        let (c, s) = (angle.direction.x, angle.direction.y)
        func turned(_ p: SIMD2<Double>) -> SIMD2<Double> { SIMD2(c * p.x - s * p.y, s * p.x + c * p.y) }
        let start = SIMD2(-1.5, 2)
        let settings: [Setting] = [("lr", .number(rate))]
        let field = try surface("rosenbrock").field
        let other = try surface("rosenbrock", [.rotate(angle)]).field
        let plain = try descend(name, nil, settings, on: field, from: start, steps: 15).points.map(turned)
        let rotated = try descend(name, nil, settings, on: other, from: turned(start), steps: 15).points
        let error = distance(plain, rotated)
        #expect(follows ? error < 1e-9 : error > 1e-3, "\(error)")
    }

    /// Rules of signs take the same path on a surface eight times as high.
    @Test(arguments: ["sign_sgd", "signum", "lion", "rprop"])
    func signsDoNotSeeScale(_ name: String) throws {
        let settings: [Setting] = [("lr", .number(0.01))]
        let low = try Surface(formula: "(1 - x)^2 + 100*(y - x^2)^2").field
        let high = try Surface(formula: "8*((1 - x)^2 + 100*(y - x^2)^2)").field
        let path = try descend(name, nil, settings, on: low, steps: 200).points
        #expect(try descend(name, nil, settings, on: high, steps: 200).points == path)
        #expect(try descend("sgd", nil, settings, on: high, steps: 1).points != path.prefix(2).map { $0 })
    }

    /// Where ε is far below the gradients, rules that divide by their size hardly see a factor.
    @Test(arguments: ["adam", "rmsprop", "adagrad", "adamax", "nadam"])
    func divisionTakesScaleOut(_ name: String) throws {
        let settings: [Setting] = [("lr", .number(0.01)), ("eps", .number(1e-30))]
        let low = try Surface(formula: "x^2 + 3*y^2 + x*y").field
        let high = try Surface(formula: "64*(x^2 + 3*y^2 + x*y)").field
        let path = try descend(name, .torch, settings, on: low, steps: 100).points
        let scaled = try descend(name, .torch, settings, on: high, steps: 100).points
        #expect(distance(path, scaled) < 1e-12)
    }

    /// Adagrad's sum only grows, and AMSGrad's largest average never shrinks: their rates only fall.
    @Test(arguments: [("adagrad", Convention.torch), ("amsgrad", .optax), ("adagrad", .optax)])
    func ratesThatNeverGrow(_ name: String, _ convention: Convention) throws {
        for surfaceName in ["rosenbrock", "beale", "himmelblau", "rastrigin"] {
            let field = try surface(surfaceName).field
            let trajectory = try descend(name, convention, [("lr", .number(0.05))], on: field, steps: 300)
            let rates = try #require(trajectory.state(named: "effective_lr")).values.dropFirst()
            for (before, after) in zip(rates, rates.dropFirst()) {
                #expect(after.x <= before.x && after.y <= before.y)
            }
        }
        // RMSprop forgets: on the same way its rates rise again.
        let forgetful = try descend("rmsprop", .torch, [("lr", .number(0.05))], on: try surface("rosenbrock").field)
        let rates = try #require(forgetful.state(named: "effective_lr")).values.dropFirst()
        #expect(zip(rates, rates.dropFirst()).contains { $1.x > $0.x })
    }

    /// Settings that turn a part of a rule off leave the rule without it, to the bit.
    @Test(arguments: [
        ("sgd", "momentum", "sgd"), ("adamw", "weight_decay", "adam"), ("adam", "weight_decay", "adam"),
        ("rmsprop", "momentum", "rmsprop"), ("radam", "weight_decay", "radam"),
    ])
    func whatIsOffIsNotThere(_ name: String, _ off: String, _ other: String) throws {
        let rate: [Setting] = [("lr", .number(0.001))]
        let one = try descend(name, .torch, rate + [(off, .number(0))], steps: 100).points
        #expect(try descend(other, .torch, rate, steps: 100).points == one)
    }

    /// Shifting the surface and the start shifts the path of every rule but those that decay the parameters, or measure
    /// steps by their size.
    @Test func shift() throws {
        let bound: Set = ["adafactor", "adamw", "asgd", "fromage", "lamb", "lion", "sophia"]
        let field = try surface("beale").field
        let moved = try surface("beale", [.shift(SIMD2(8, -16))]).field
        for entry in OptimizerCatalogue.entries where !bound.contains(entry.id) {
            let settings = needed(entry.variant(nil))
            let start = SIMD2(1.0, 1.5)
            let path = try descend(entry.id, nil, settings, on: field, from: start, steps: 10).points
            let other = try descend(entry.id, nil, settings, on: moved, from: start + SIMD2(8, -16), steps: 10).points
            let error = distance(path.map { $0 + SIMD2(8, -16) }, other)
            #expect(path.count != 11 || error < 1e-6, "\(entry.id): \(error)")
        }
    }
}
