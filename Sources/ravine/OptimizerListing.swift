import Optimizers

extension OptimizerEntry {
    /// The optimizer, then a line for each convention with the defaults and the source.
    var lines: [String] {
        let name = name.lowercased() == id ? name : "\(id) (\(name))"
        return ["\(name): \(summary)"]
            + variants.map { variant in
                let defaults = variant.hyperparameters.map { "\($0.name)=\($0.defaultWords)" }.joined(separator: " ")
                return "  \(variant.convention): \(defaults)  [\(variant.source)]"
            }
    }

    var json: JSON {
        .object([
            ("id", .string(id)), ("name", .string(name)), ("summary", .string(summary)),
            ("variants", .array(variants.map(\.json))),
        ])
    }
}

extension OptimizerVariant {
    fileprivate var json: JSON {
        .object([
            ("convention", .string(convention.rawValue)), ("rule", .string(rule)), ("source", .string(source)),
            ("hyperparameters", .array(hyperparameters.map(\.json))),
        ])
    }
}

extension Hyperparameter {
    fileprivate var json: JSON {
        .object([
            ("name", .string(name)), ("aliases", .array(aliases.map(JSON.string))),
            ("default", defaultValue.map { JSON($0) } ?? .null), ("required", .bool(defaultValue == nil)),
            ("summary", .string(summary)),
        ])
    }

    fileprivate var defaultWords: String { defaultValue?.words ?? "(required)" }
}

extension HyperparameterValue {
    fileprivate var words: String {
        switch self {
        case .number(let number): short(number)
        case .flag(let flag): "\(flag)"
        case .list(let list): "[" + list.map(\.words).joined(separator: ",") + "]"
        case .text(let text): text
        case .null: "null"
        case .settings(let settings):
            "{" + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.words)" }.joined(separator: ",") + "}"
        }
    }
}

extension ScheduleEntry {
    /// The schedule, then its settings with their defaults.
    var lines: [String] {
        let defaults = hyperparameters.map { "\($0.name)=\($0.defaultWords)" }.joined(separator: " ")
        return ["\(id): \(summary)", "  \(defaults)"]
    }

    var json: JSON {
        .object([
            ("id", .string(id)), ("summary", .string(summary)), ("formula", .string(formula)),
            ("example", .string(example)), ("source", .string(source)),
            ("hyperparameters", .array(hyperparameters.map(\.json))),
        ])
    }
}
