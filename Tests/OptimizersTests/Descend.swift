import Optimizers
import Simulation
import Surfaces
import Testing

typealias Setting = (name: String, value: HyperparameterValue)

/// One run from an optimizer's name and settings.
func descend(
    _ name: String, _ convention: Convention?, _ settings: [Setting] = [], on field: any ScalarField = rosenbrock,
    from start: SIMD2<Double> = SIMD2(-1.5, 2), steps: Int = 100
) throws -> Trajectory {
    let entry = try #require(OptimizerCatalogue.entry(named: name))
    let optimizer = try Optimizer(entry, convention: convention, settings: settings)
    return simulate(Run(id: name, label: name, optimizer: optimizer, start: start, steps: steps), on: field)
}

/// A variant's settings that a run needs at least: the learning rate where there is no default, its own or, for a wrapper,
/// that of the optimizer inside.
func needed(_ variant: OptimizerVariant) -> [Setting] {
    variant.hyperparameters.filter { $0.defaultValue == nil }.map {
        ($0.name, $0.kind == .settings ? .settings(["lr": .number(0.01)]) : .number(0.01))
    }
}

/// A value other than the default, valid for the hyperparameter.
func another(_ hyperparameter: Hyperparameter) -> HyperparameterValue {
    switch hyperparameter.name {
    case "etas": return .list([.number(0.25), .number(1.5)])
    case "max_eval": return .number(2)
    case "epsilon_2": return .number(4)  // more than the size of the parameters
    default: break
    }
    return switch (hyperparameter.kind, hyperparameter.defaultValue) {
    case (.flag, .flag(let value)): .flag(!value)
    case (.flag, _): .flag(true)
    case (.number(.nonPositive), _): .number(-0.5)
    case (.number(.atLeastOne), _), (.number(.aboveOne), _): .number(1.5)
    case (.number, .number(0.5)): .number(0.25)
    case (.number(.inside), .number(0.1)): .number(0.75)  // leaves room for constants below it
    case (.number, _): .number(0.5)
    case (.numbers(let count, _), _): .list(Array(repeating: .number(0.5), count: count))
    case (.nullableNumbers(let count, _), _): .list(Array(repeating: .number(4), count: count))
    case (.integer(let range), .number(let number)):
        .number(Double(range.upperBound) == number ? number - 1 : number + 1)
    case (.integer(let range), _): .number(Double(min(range.lowerBound + 1, range.upperBound)))
    case (.choice(let words), .text(let word)): .text(words.first { $0 != word } ?? word)
    case (.choice(let words), _): .text(words.first ?? "")
    case (.optimizer, _): .text("adam")
    case (.settings, _): .settings(["momentum": .number(0.5)])
    case (.milestones, _), (.schedules, _): .list([])
    case (.formula, _): .text("1")
    }
}

/// Every valid choice of settings that departs from a variant's defaults in at most two places.
func choices(_ entry: OptimizerEntry, _ variant: OptimizerVariant) -> [[Setting]] {
    let changes = variant.hyperparameters.filter { $0.defaultValue != nil }.map { Setting($0.name, another($0)) }
    let base = needed(variant)
    var choices = [base]
    for first in changes.indices {
        choices.append(base + [changes[first]])
        for second in changes.indices where second > first { choices.append(base + [changes[first], changes[second]]) }
    }
    return choices.filter { (try? Optimizer(entry, convention: variant.convention, settings: $0)) != nil }
}
