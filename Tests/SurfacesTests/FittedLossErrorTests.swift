import Testing

@testable import Surfaces

@Suite struct FittedLossErrorTests {
    struct Mistake: Sendable {
        var model = FittedLoss.Model.linear
        var loss = FittedLoss.Loss.mse
        var features = FittedLoss.Features.one([1, 2])
        var targets = [0.0, 1]
        var l1 = 0.0
        var l2 = 0.0
        var error: FittedLossError
    }

    static let mistakes = [
        Mistake(
            loss: .crossEntropy,
            error: FittedLossError(
                "cross-entropy needs a logistic model", help: "a linear model takes mse, mae or huber")),
        Mistake(loss: .huber(delta: 0), error: FittedLossError("delta must be greater than 0")),
        Mistake(loss: .huber(delta: .nan), error: FittedLossError("delta must be greater than 0")),
        Mistake(l1: -1, error: FittedLossError("l1 must be at least 0")),
        Mistake(l2: .infinity, error: FittedLossError("l2 must be at least 0")),
        Mistake(features: .one([]), targets: [], error: FittedLossError("there are no samples")),
        Mistake(
            features: .one([1, 2, 3]), error: FittedLossError("there are 3 values of a feature but 2 targets")),
        Mistake(
            features: .two([1, 2], [1]), error: FittedLossError("there are 1 values of a feature but 2 targets")),
        Mistake(
            features: .two([1, 2], [1, .nan]), error: FittedLossError("a feature must be a finite number", sample: 1)),
        Mistake(targets: [.infinity, 0], error: FittedLossError("a target must be a finite number", sample: 0)),
        Mistake(
            model: .logistic, loss: .crossEntropy, targets: [0, 2],
            error: FittedLossError(
                "a target of cross-entropy must be from 0 to 1", help: "labels are 0 and 1", sample: 1)),
    ]

    @Test(arguments: mistakes)
    func mistake(_ mistake: Mistake) {
        #expect(throws: mistake.error) {
            try FittedLoss(
                model: mistake.model, loss: mistake.loss, features: mistake.features, targets: mistake.targets,
                l1: mistake.l1, l2: mistake.l2)
        }
    }

    static let formulas: [(FittedLoss.Model, FittedLoss.Loss, Bool, Double, Double, FittedLoss.Reduction, String)] = [
        (.linear, .mse, true, 0, 0.1, .mean, "mean((x*a + y - t)^2) + 0.5*0.1*x^2"),
        (.linear, .huber(delta: 2), false, 0.5, 0, .sum, "sum(huber(x*a + y*b - t, 2)) + 0.5*(abs(x) + abs(y))"),
        (.logistic, .mae, true, 1, 1, .mean, "mean(abs(sigmoid(x*a + y) - t)) + 1*abs(x) + 0.5*1*x^2"),
        (
            .logistic, .crossEntropy, false, 0, 3, .mean,
            "mean(log(1 + exp(x*a + y*b)) - t*(x*a + y*b)) + 0.5*3*(x^2 + y^2)"
        ),
    ]

    @Test(arguments: 0..<4)
    func formula(index: Int) throws {
        let (model, kind, isOne, l1, l2, reduction, text) = Self.formulas[index]
        let loss = try FittedLoss(
            model: model, loss: kind, features: isOne ? .one([1]) : .two([1], [2]), targets: [0], l1: l1, l2: l2,
            reduction: reduction)
        #expect(loss.formula == text)
        #expect(loss.parameterNames == (isOne ? ("slope", "intercept") : ("w_1", "w_2")))
    }
}
