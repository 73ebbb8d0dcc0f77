import Spelling

/// Whose rule, defaults and names of hyperparameters apply.
public enum Convention: String, CaseIterable, Sendable {
    /// torch.optim of PyTorch 2.13.
    case torch
    /// optax 0.2.8.
    case optax
    /// keras.optimizers of Keras 3.
    case keras
    /// The rule as papers and lectures write it.
    case textbook
}

/// A hyperparameter's value as a user writes it.
public enum HyperparameterValue: Hashable, Sendable {
    case number(Double)
    case flag(Bool)
    case list([HyperparameterValue])
    case text(String)
    case null
    /// Settings of another rule inside this one.
    case settings([String: HyperparameterValue])
}

/// A hyperparameter of one optimizer in one convention: the source of validation, listings, schema and labels.
public struct Hyperparameter: Sendable {
    /// What a value must be.
    public enum Kind: Hashable, Sendable {
        case number(Interval)
        case flag
        /// Exactly `count` numbers.
        case numbers(count: Int, Interval)
        /// A pair of which each element may be null.
        case nullableNumbers(count: Int, Interval)
        /// A whole number in the range.
        case integer(ClosedRange<Int>)
        /// One of a few words.
        case choice([String])
        /// The id of an optimizer of the catalogue.
        case optimizer
        /// The settings of the optimizer named beside it.
        case settings
        /// Ascending whole numbers of at least 0, any number of them.
        case milestones
        /// A formula as text.
        case formula
        /// A list of schedules, each a mapping of one name to its settings.
        case schedules
    }

    /// Where a number must lie. Every number must also be finite.
    public enum Interval: Hashable, Sendable {
        case nonNegative
        case positive
        /// 0 included, 1 not.
        case belowOne
        /// 0 and 1 included.
        case unit
        /// Any finite number.
        case any
        /// 0 and below.
        case nonPositive
        /// 1 not included.
        case aboveOne
        /// Between 0 and 1, neither included.
        case inside
        /// Up to 1, which is included; 0 is not.
        case aboveZeroToOne
        /// 1 included.
        case atLeastOne

        func contains(_ value: Double) -> Bool {
            guard value.isFinite else { return false }
            return switch self {
            case .nonNegative: value >= 0
            case .positive: value > 0
            case .belowOne: 0 <= value && value < 1
            case .unit: 0 <= value && value <= 1
            case .any: true
            case .nonPositive: value <= 0
            case .aboveOne: value > 1
            case .inside: 0 < value && value < 1
            case .aboveZeroToOne: 0 < value && value <= 1
            case .atLeastOne: value >= 1
            }
        }

        /// The condition in words, to follow "must be".
        public var condition: String {
            switch self {
            case .nonNegative: "at least 0"
            case .positive: "greater than 0"
            case .belowOne: "at least 0 and less than 1"
            case .unit: "from 0 to 1"
            case .any: "a finite number"
            case .nonPositive: "at most 0"
            case .aboveOne: "greater than 1"
            case .inside: "between 0 and 1"
            case .aboveZeroToOne: "greater than 0 and at most 1"
            case .atLeastOne: "at least 1"
            }
        }
    }

    public let name: String
    /// Other names it answers to.
    public let aliases: [String]
    public let kind: Kind
    /// True where the source also takes `None`.
    public let isNullable: Bool
    /// nil: it must be given.
    public let defaultValue: HyperparameterValue?
    /// TeX for figures, such as `$\eta$`; empty where the name has to do.
    public let symbol: String
    public let summary: String

    init(
        _ name: String, aliases: [String] = [], _ kind: Kind, isNullable: Bool = false,
        default defaultValue: HyperparameterValue?, symbol: String = "", _ summary: String
    ) {
        (self.name, self.aliases, self.kind, self.isNullable) = (name, aliases, kind, isNullable)
        (self.defaultValue, self.symbol, self.summary) = (defaultValue, symbol, summary)
    }

    /// Whether this is the hyperparameter meant by a name, whatever its spelling.
    func answers(to name: String) -> Bool {
        let folded = Name.folded(name)
        return ([self.name] + aliases).contains { Name.folded($0) == folded }
    }

    /// What is wrong with a value, or nil.
    func complaint(about value: HyperparameterValue) -> String? {
        switch (kind, value) {
        case (_, .null) where isNullable: nil
        case (.flag, .flag): nil
        case (.number(let interval), .number(let number)):
            interval.contains(number) ? nil : "\(name) must be \(interval.condition)"
        case (.numbers(let count, let interval), .list(let values)):
            complaint(aboutList: values, count: count, interval)
        case (.nullableNumbers(let count, let interval), .list(let values)):
            complaint(aboutNullables: values, count: count, interval)
        case (.integer(let range), .number(let number)):
            Int(exactly: number).map(range.contains) == true ? nil : integerCondition(range)
        case (.integer(let range), _): integerCondition(range)
        case (.choice(let words), .text(let text)) where words.contains(text): nil
        case (.choice(let words), _): "\(name) must be \(words.joined(separator: " or "))" + orNull
        case (.optimizer, .text): nil
        case (.optimizer, _): "\(name) must be the name of an optimizer"
        case (.settings, .settings): nil
        case (.settings, _): "\(name) must be a mapping of settings"
        case (.milestones, .list(let values)) where Self.areMilestones(values): nil
        case (.milestones, _): "\(name) must be a list of whole numbers from 0 to \(Self.largestCount), ascending"
        case (.formula, .text): nil
        case (.formula, _): "\(name) must be a formula"
        case (.schedules, .list(let values)) where !values.isEmpty: nil
        case (.schedules, _): "\(name) must be a list of schedules"
        case (.flag, _): "\(name) must be true or false"
        case (.number, _): "\(name) must be a number" + orNull
        case (.numbers(let count, _), _): "\(name) must be a list of \(count) numbers"
        case (.nullableNumbers(let count, _), _): "\(name) must be a list of \(count) numbers or nulls"
        }
    }

    private func complaint(
        aboutNullables values: [HyperparameterValue], count: Int, _ interval: Interval
    ) -> String? {
        let given = values.filter { $0 != .null }
        guard values.count == count else { return "\(name) must be a list of \(count) numbers or nulls" }
        return complaint(aboutList: given, count: given.count, interval)
    }

    /// The largest number of steps, epochs or iterations that any hyperparameter takes: products of two fit an `Int`.
    public static let largestCount = 1_000_000_000

    private static func areMilestones(_ values: [HyperparameterValue]) -> Bool {
        var earlier = 0
        for value in values {
            guard case .number(let number) = value, let epoch = Int(exactly: number), earlier <= epoch,
                epoch <= largestCount
            else { return false }
            earlier = epoch
        }
        return true
    }

    private var orNull: String { isNullable ? " or null" : "" }

    private func integerCondition(_ range: ClosedRange<Int>) -> String {
        "\(name) must be a whole number from \(range.lowerBound) to \(range.upperBound)" + orNull
    }

    private func complaint(aboutList values: [HyperparameterValue], count: Int, _ interval: Interval) -> String? {
        var numbers: [Double] = []
        for case .number(let number) in values { numbers.append(number) }
        guard numbers.count == count, values.count == count else { return "\(name) must be a list of \(count) numbers" }
        return numbers.allSatisfy(interval.contains) ? nil : "each number of \(name) must be \(interval.condition)"
    }
}
