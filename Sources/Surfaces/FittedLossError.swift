/// Why a loss cannot be fitted to some data.
public struct FittedLossError: Error, Hashable, Sendable {
    /// What is wrong, a clause without a full stop.
    public let message: String
    /// What to do about it, where something useful can be said.
    public let help: String?
    /// The sample that is wrong, from 0, where it is one.
    public let sample: Int?

    init(_ message: String, help: String? = nil, sample: Int? = nil) {
        (self.message, self.help, self.sample) = (message, help, sample)
    }

    /// Refuses settings that do not go together or are out of range.
    static func check(
        _ model: FittedLoss.Model, _ loss: FittedLoss.Loss, l1: Double, l2: Double
    ) throws(FittedLossError) {
        if case .crossEntropy = loss, model != .logistic {
            throw FittedLossError(
                "cross-entropy needs a logistic model", help: "a linear model takes mse, mae or huber")
        }
        if case .huber(let delta) = loss, !(delta > 0 && delta.isFinite) {
            throw FittedLossError("delta must be greater than 0")
        }
        for (name, factor) in [("l1", l1), ("l2", l2)] where !(factor >= 0 && factor.isFinite) {
            throw FittedLossError("\(name) must be at least 0")
        }
    }

    /// Refuses data that do not make samples.
    static func check(
        _ features: FittedLoss.Features, _ targets: [Double], for loss: FittedLoss.Loss
    ) throws(FittedLossError) {
        let columns =
            switch features {
            case .one(let a): [a]
            case .two(let a, let b): [a, b]
            }
        for column in columns where column.count != targets.count {
            throw FittedLossError("there are \(column.count) values of a feature but \(targets.count) targets")
        }
        guard !targets.isEmpty else { throw FittedLossError("there are no samples") }
        for column in columns {
            if let index = column.firstIndex(where: { !$0.isFinite }) {
                throw FittedLossError("a feature must be a finite number", sample: index)
            }
        }
        if let index = targets.firstIndex(where: { !$0.isFinite }) {
            throw FittedLossError("a target must be a finite number", sample: index)
        }
        if case .crossEntropy = loss, let index = targets.firstIndex(where: { !(0...1).contains($0) }) {
            throw FittedLossError(
                "a target of cross-entropy must be from 0 to 1", help: "labels are 0 and 1", sample: index)
        }
    }
}
