import Spelling

/// One mistake in the settings of an optimizer or a schedule.
public struct SettingError: Error, Hashable, Sendable {
    /// The offending key as typed; for a missing hyperparameter the name it should have.
    public let name: String
    public let message: String
    public let help: String?
    /// True where the key is wrong or missing, false where its value is.
    public let isAboutName: Bool
    /// The keys and places, as typed and from 0, that lead from the settings to the mapping or list with the mistake;
    /// empty where the settings themselves hold it.
    public let path: [String]

    public init(
        _ name: String, _ message: String, help: String? = nil, isAboutName: Bool = false, path: [String] = []
    ) {
        (self.name, self.message, self.help) = (name, message, help)
        (self.isAboutName, self.path) = (isAboutName, path)
    }

    /// The same mistake, seen from further outside.
    func inside(_ outer: [String]) -> Self {
        Self(name, message, help: help, isAboutName: isAboutName, path: outer + path)
    }
}

/// Every mistake in the settings of an optimizer or a schedule, in the order of the settings; missing ones last.
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
        let checked = CheckedSettings(
            settings, against: variant.hyperparameters, unknown: { Self.unknown($0, in: entry, variant) },
            missing: { Self.missing($0, in: entry, variant) })
        let complete = Settings(checked.values)
        let errors = checked.errors.isEmpty ? variant.conflicts(complete).map(checked.asTyped) : checked.errors
        guard errors.isEmpty else { throw SettingErrors(errors: errors) }

        self.entry = entry
        self.variant = variant
        hyperparameters = variant.hyperparameters.map { ($0.name, checked.values[$0.name] ?? .null) }
        given = Set(checked.typed.keys)
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

    /// The whole number of that name; nil where it is null.
    func optionalInteger(_ name: String) -> Int? { optional(name).flatMap { Int(exactly: $0) } }

    /// The whole numbers of the list of that name.
    func integers(_ name: String) -> [Int] {
        list(name).compactMap { if case .number(let number) = $0 { Int(exactly: number) } else { nil } }
    }

    /// The list of that name.
    func list(_ name: String) -> [HyperparameterValue] {
        if case .list(let list) = values[name] { list } else { [] }
    }

    /// The word of that name; nil where it is null.
    func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }

    /// The settings of that name, in an order that does not change.
    func settings(_ name: String) -> [(name: String, value: HyperparameterValue)] {
        guard case .settings(let settings) = values[name] else { return [] }
        return settings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
