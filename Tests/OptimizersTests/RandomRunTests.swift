import Foundation
import Optimizers
import Simulation
import Surfaces
import Testing

/// Any optimizer on any surface from anywhere with any settings, absurd ones included: nothing traps or hangs, and what
/// is not a number is reported.
@Suite struct RandomRunTests {
    /// The generator of Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, 2014.
    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }

    /// Numbers of all sizes, the usual ones among them.
    private func number(_ random: inout SplitMix) -> Double {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: [0, 1, 0.5, 0.9, 0.999, 2, 1e-8, 10][Int.random(in: 0..<8, using: &random)]
        case 1: [1e-300, 1e300, 5e-324, 1.7e308, 1e100, 1e-16][Int.random(in: 0..<6, using: &random)]
        case 2: -Double.random(in: 0...2, using: &random)
        case 3, 4: Double.random(in: 0..<1, using: &random)
        default: pow(10, Double.random(in: -12...6, using: &random))
        }
    }

    private func value(_ hyperparameter: Hyperparameter, _ random: inout SplitMix) -> HyperparameterValue {
        if hyperparameter.isNullable, Bool.random(using: &random) { return .null }
        switch hyperparameter.kind {
        case .number: return .number(number(&random))
        case .flag: return .flag(Bool.random(using: &random))
        case .numbers(let count, _): return .list((0..<count).map { _ in .number(number(&random)) })
        case .nullableNumbers(let count, _):
            return .list((0..<count).map { _ in Bool.random(using: &random) ? .null : .number(number(&random)) })
        case .integer(let range):
            return .number(
                Double(Int.random(in: range.lowerBound...min(range.upperBound, range.lowerBound + 30), using: &random)))
        case .choice(let words): return .text(words.randomElement(using: &random) ?? "")
        case .optimizer: return .text(OptimizerCatalogue.entries.randomElement(using: &random)?.id ?? "sgd")
        case .settings: return .settings(["lr": .number(number(&random))])
        case .milestones, .schedules: return .list([])
        case .formula: return .text("1")
        }
    }

    /// An optimizer with random settings; nil where they are refused.
    private func optimizer(_ random: inout SplitMix) -> Optimizer? {
        guard let entry = OptimizerCatalogue.entries.randomElement(using: &random),
            let variant = entry.variants.randomElement(using: &random)
        else { return nil }
        let settings = variant.hyperparameters.compactMap {
            hyperparameter -> (name: String, value: HyperparameterValue)? in
            let isGiven = hyperparameter.defaultValue == nil || Int.random(in: 0..<3, using: &random) == 0
            return isGiven ? (hyperparameter.name, value(hyperparameter, &random)) : nil
        }
        return try? Optimizer(entry, convention: variant.convention, settings: settings)
    }

    private func start(_ domain: Domain, _ random: inout SplitMix) -> SIMD2<Double> {
        guard Int.random(in: 0..<10, using: &random) > 0 else { return SIMD2(number(&random), number(&random)) }
        return SIMD2(Double.random(in: domain.x, using: &random), Double.random(in: domain.y, using: &random))
    }

    /// So many runs; `RAVINE_RUNS` asks for another number.
    private static let count = ProcessInfo.processInfo.environment["RAVINE_RUNS"].flatMap { Int($0) } ?? 20_000

    @Test func nothingTrapsOrLies() throws {
        var random = SplitMix(state: 20_261_122)
        let surfaces = try SurfaceCatalogue.entries.map { (try $0.surface().field, $0.domain) }
        var (made, diverged) = (0, 0)
        while made < Self.count {
            guard let optimizer = optimizer(&random), let (field, domain) = surfaces.randomElement(using: &random)
            else {
                continue
            }
            let start = start(domain, &random)
            let run = Run(id: "", label: "", optimizer: optimizer, start: start, steps: 40)
            let trajectory = simulate(run, on: field)
            made += 1
            let words = "\(optimizer.entry.id) \(optimizer.convention) \(optimizer.hyperparameters) from \(start)"
            let isSound =
                trajectory.points.allSatisfy { $0.x.magnitude <= 1e100 && $0.y.magnitude <= 1e100 }
                && trajectory.losses.allSatisfy(\.isFinite)
            if !isSound { Issue.record("not finite: \(words)") }
            if case .diverged(let step) = trajectory.outcome {
                diverged += 1
                #expect(trajectory.points.count == step)
            } else if trajectory.points.count != 41 {
                Issue.record("\(trajectory.points.count) points: \(words)")
            }
        }
        #expect(diverged > made / 50 && diverged < made)
    }
}
