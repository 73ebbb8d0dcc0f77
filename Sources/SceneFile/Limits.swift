import Figures
import Formulas

/// How large what a scene asks for may be. All of it is checked before memory or time is spent on it.
public struct Limits: Hashable, Sendable {
    /// Of a picture.
    public var pixels = Page.mostPixels
    /// Of one run.
    public var steps = 1_000_000
    /// Updates of all runs together.
    public var updates = 10_000_000
    /// Samples of data that all updates look at together.
    public var samples = 2_000_000_000
    /// Every optimizer from every start with every seed is one.
    public var runs = 1000
    /// Each is a formula to take derivatives of, or a file.
    public var surfaces = 100
    /// Of one figure.
    public var panels = 36
    /// Of one film.
    public var frames = 100_000
    /// Of a formula with its derivatives.
    public var operations = FormulaSize().operations

    public init() {}
}

extension Limits {
    /// One of the bounds, as the command line knows it.
    public struct Entry: Sendable {
        public let name: String
        public let meaning: String
        /// The most it can be raised to: what sizes are computed from stays far from overflow.
        public let ceiling: Int
        let bound: WritableKeyPath<Limits, Int> & Sendable

        public func value(in limits: Limits) -> Int { limits[keyPath: bound] }
    }

    public static let catalogue: [Entry] = [
        Entry(name: "pixels", meaning: "of a picture", ceiling: Page.longestSide * Page.longestSide, bound: \.pixels),
        Entry(name: "steps", meaning: "of one run", ceiling: 1_000_000_000, bound: \.steps),
        Entry(name: "updates", meaning: "of all runs together", ceiling: 1_000_000_000_000, bound: \.updates),
        Entry(
            name: "samples", meaning: "of data that all updates look at together", ceiling: 1_000_000_000_000_000,
            bound: \.samples),
        Entry(name: "runs", meaning: "of a scene", ceiling: 1_000_000, bound: \.runs),
        Entry(name: "surfaces", meaning: "of a scene", ceiling: 10_000, bound: \.surfaces),
        Entry(name: "panels", meaning: "of a figure", ceiling: 10_000, bound: \.panels),
        Entry(name: "frames", meaning: "of a film", ceiling: 10_000_000, bound: \.frames),
        Entry(
            name: "operations", meaning: "of a formula with its derivatives; half as many characters",
            ceiling: 10_000_000, bound: \.operations),
    ]

    /// Every bound at its ceiling.
    public static let none: Limits = {
        var limits = Limits()
        for entry in catalogue { limits[keyPath: entry.bound] = entry.ceiling }
        return limits
    }()

    /// Sets a bound.
    ///
    /// - Returns: What is wrong with it, in words that follow the name; nil where nothing is.
    public mutating func set(_ entry: Entry, to value: Int) -> String? {
        guard (1...entry.ceiling).contains(value) else { return "must be a whole number from 1 to \(entry.ceiling)" }
        self[keyPath: entry.bound] = value
        return nil
    }

    /// How the command line raises a bound, for messages.
    static func advice(_ name: String, besides other: String? = nil) -> String {
        (other.map { "\($0), or " } ?? "") + "raise the bound: --limits \(name)=N"
    }
}
