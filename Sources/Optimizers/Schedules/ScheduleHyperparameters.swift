import Lanes

// Hyperparameters that several schedules share under one meaning, and the arithmetic they share.

extension Hyperparameter {
    /// A number of updates; nil: it must be given.
    static func count(
        _ name: String, from least: Int = 1, _ value: Int?, symbol: String = "", _ summary: String
    ) -> Self {
        Self(
            name, .integer(least...largestCount), default: value.map { .number(Double($0)) }, symbol: symbol, summary)
    }

    /// A number of updates that may be left open.
    static func optionalCount(_ name: String, from least: Int = 1, _ summary: String) -> Self {
        Self(name, .integer(least...largestCount), isNullable: true, default: .null, summary)
    }

    /// The factor that a rate is multiplied by; nil: it must be given.
    static func gamma(_ value: Double?, _ summary: String) -> Self {
        Self("gamma", .number(.nonNegative), default: value.map { .number($0) }, symbol: "$\\gamma$", summary)
    }

    /// A factor of the base rate.
    static func factor(_ name: String, _ interval: Interval, _ value: Double, _ summary: String) -> Self {
        Self(name, .number(interval), default: .number(value), summary)
    }

    /// A learning rate of the schedule's own; nil: it must be given.
    static func rate(_ name: String, _ value: Double?, symbol: String, _ summary: String) -> Self {
        Self(name, .number(.nonNegative), default: value.map { .number($0) }, symbol: symbol, summary)
    }

    /// `cycle_momentum` and the two ends between which momentum runs.
    static func cycledMomentum(base: Double, largest: Double) -> [Self] {
        [
            Self(
                "cycle_momentum", .flag, default: .flag(true), "cycle the momentum, or \u{3B2}₁, against the rate"),
            Self(
                "base_momentum", .number(.belowOne), default: .number(base), symbol: "$\\mu_{\\min}$",
                "momentum where the rate is highest"),
            Self(
                "max_momentum", .number(.belowOne), default: .number(largest), symbol: "$\\mu_{\\max}$",
                "momentum where the rate is lowest"),
        ]
    }
}

extension Double {
    /// A base of at least 0 to a power, exactly for the powers 0 and 1 and correctly rounded for 2.
    func raised(to exponent: Double) -> Double {
        switch exponent {
        case 0: 1
        case 1: self
        case 2: self * self
        default: power(exponent)
        }
    }

    /// cos(π · count / length), in torch's order of operations.
    static func cosineOfTurn(_ count: Int, of length: Int) -> Double {
        (Double.pi * Double(count) / Double(length)).cosine()
    }
}
