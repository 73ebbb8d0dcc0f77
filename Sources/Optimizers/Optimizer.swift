import Spelling

/// One mistake in an optimizer's settings.
public struct SettingError: Error, Hashable, Sendable {
    /// The offending key as typed; for a missing hyperparameter the name it should have.
    public let name: String
    public let message: String
    public let help: String?
    /// True where the key is wrong or missing, false where its value is.
    public let isAboutName: Bool

    init(_ name: String, _ message: String, help: String? = nil, isAboutName: Bool = false) {
        (self.name, self.message, self.help, self.isAboutName) = (name, message, help, isAboutName)
    }
}

/// Every mistake in an optimizer's settings, in the order of the settings; missing ones last.
public struct SettingErrors: Error, Hashable, Sendable {
    public let errors: [SettingError]
}

/// An optimizer ready to run: an entry, a convention and complete settings.
public struct Optimizer: Sendable {
    public let entry: OptimizerEntry
    /// Every hyperparameter of the variant with its value, in the catalogue's order.
    public let hyperparameters: [(name: String, value: HyperparameterValue)]
    /// The hyperparameters the user set, by their proper names.
    public let given: Set<String>
    /// The update itself.
    public let rule: any Rule
    /// Where the rule, the defaults and the names come from.
    public let variant: OptimizerVariant

    /// The convention that applies, which is another than the one asked for where that one lacks the optimizer.
    public var convention: Convention { variant.convention }

    /// Checks the settings against the catalogue and completes them with the convention's defaults.
    ///
    /// - Throws: every mistake at once: unknown and repeated keys, wrong types, numbers out of range, missing values, and
    ///   combinations that the library forbids.
    public init(
        _ entry: OptimizerEntry, convention: Convention? = nil,
        settings: [(name: String, value: HyperparameterValue)] = []
    ) throws(SettingErrors) {
        let variant = entry.variant(convention)
        var errors: [SettingError] = []
        var typed: [String: String] = [:]
        var values: [String: HyperparameterValue] = [:]
        for (name, value) in settings {
            guard let hyperparameter = variant.hyperparameter(named: name) else {
                errors.append(Self.unknown(name, in: entry, variant))
                continue
            }
            if let earlier = typed[hyperparameter.name] {
                let message = "'\(name)' sets \(hyperparameter.name), which '\(earlier)' has already set"
                errors.append(SettingError(name, message, isAboutName: true))
                continue
            }
            typed[hyperparameter.name] = name
            values[hyperparameter.name] = value
            if let complaint = hyperparameter.complaint(about: value) { errors.append(SettingError(name, complaint)) }
        }
        for hyperparameter in variant.hyperparameters where values[hyperparameter.name] == nil {
            values[hyperparameter.name] = hyperparameter.defaultValue
            guard hyperparameter.defaultValue == nil else { continue }
            errors.append(Self.missing(hyperparameter, in: entry, variant))
        }
        let complete = Settings(values)
        if errors.isEmpty {
            errors = variant.conflicts(complete).map {
                SettingError(typed[$0.name] ?? $0.name, $0.message, help: $0.help, isAboutName: $0.isAboutName)
            }
        }
        guard errors.isEmpty else { throw SettingErrors(errors: errors) }

        self.entry = entry
        self.variant = variant
        hyperparameters = variant.hyperparameters.map { ($0.name, values[$0.name] ?? .null) }
        given = Set(typed.keys)
        rule = variant.makeRule(complete)
    }

    private static func unknown(_ name: String, in entry: OptimizerEntry, _ variant: OptimizerVariant) -> SettingError {
        let names = variant.hyperparameters.map(\.name)
        let known = variant.hyperparameters.flatMap { [$0.name] + $0.aliases }
        let help: String
        if let near = Name.closest(to: name, among: known) {
            help = "did you mean '\(near)'?"
        } else if let other = entry.variants.first(where: { $0.hyperparameter(named: name) != nil }) {
            help = "\(other.convention) has '\(name)'; \(variant.convention) has \(names.joined(separator: ", "))"
        } else {
            help = "it has \(names.joined(separator: ", "))"
        }
        return SettingError(
            name, "\(entry.name) has no hyperparameter '\(name)' in \(variant.convention)", help: help,
            isAboutName: true)
    }

    private static func missing(
        _ hyperparameter: Hyperparameter, in entry: OptimizerEntry, _ variant: OptimizerVariant
    ) -> SettingError {
        let name = hyperparameter.name
        let example = hyperparameter.kind == .settings ? "{lr: 0.01}" : "0.01"
        return SettingError(
            name, "\(entry.name) needs \(name): \(variant.convention) has no default for it",
            help: "add '\(name): \(example)', say", isAboutName: true)
    }
}

/// Checked and complete values, as a variant reads them to make its rule.
struct Settings: Sendable {
    private let values: [String: HyperparameterValue]

    init(_ values: [String: HyperparameterValue]) { self.values = values }

    /// The number of that name; nil where it is null.
    func optional(_ name: String) -> Double? {
        guard case .number(let number) = values[name] else { return nil }
        return number
    }

    /// The number of that name.
    subscript(name: String) -> Double { optional(name) ?? .nan }

    /// The number at a place of the list of that name.
    subscript(name: String, index: Int) -> Double {
        guard case .list(let list) = values[name], list.indices.contains(index), case .number(let number) = list[index]
        else { return .nan }
        return number
    }

    /// The number at a place of the list of that name; nil where it is null.
    func optional(_ name: String, _ index: Int) -> Double? {
        guard case .list(let list) = values[name], list.indices.contains(index), case .number(let number) = list[index]
        else { return nil }
        return number
    }

    func flag(_ name: String) -> Bool { values[name] == .flag(true) }

    /// The whole number of that name, 0 where it is none.
    func integer(_ name: String) -> Int { optional(name).flatMap { Int(exactly: $0) } ?? 0 }

    /// The word of that name; nil where it is null.
    func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }

    /// The settings of that name, in an order that does not change.
    func settings(_ name: String) -> [(name: String, value: HyperparameterValue)] {
        guard case .settings(let settings) = values[name] else { return [] }
        return settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
