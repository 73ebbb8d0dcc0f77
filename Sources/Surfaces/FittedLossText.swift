extension FittedLoss {
    /// What x and y are: `slope` and `intercept`, or the weights `w_1` and `w_2`.
    public var parameterNames: (x: String, y: String) {
        hasIntercept ? ("slope", "intercept") : ("w_1", "w_2")
    }

    /// What a lecture calls it: `Linear regression`, `Logistic regression`, else model and loss.
    public var name: String {
        switch (model, loss) {
        case (.linear, .mse): "Linear regression"
        case (.logistic, .crossEntropy): "Logistic regression"
        case (_, .mse): "\(modelName), mean squared error"
        case (_, .mae): "\(modelName), mean absolute error"
        case (_, .huber): "\(modelName), Huber loss"
        case (_, .crossEntropy): "\(modelName), cross-entropy"
        }
    }

    private var modelName: String { model == .linear ? "Linear model" : "Logistic model" }

    /// The value in plain text, with a, b and t for a sample's numbers: `mean((x*a + y - t)^2) + 0.5*0.1*x^2`.
    public var formula: String {
        "\(reduction.rawValue)(\(sampleFormula))" + penaltyFormula
    }

    private var sampleFormula: String {
        let z = hasIntercept ? "x*a + y" : "x*a + y*b"
        let residual = model == .linear ? "\(z) - t" : "sigmoid(\(z)) - t"
        return switch loss {
        case .mse: "(\(residual))^2"
        case .mae: "abs(\(residual))"
        case .huber(let delta): "huber(\(residual), \(Self.text(delta)))"
        case .crossEntropy: "log(1 + exp(\(z))) - t*(\(z))"
        }
    }

    private var penaltyFormula: String {
        var text = ""
        if l1 > 0 { text += " + \(Self.text(l1))*" + (hasIntercept ? "abs(x)" : "(abs(x) + abs(y))") }
        if l2 > 0 { text += " + 0.5*\(Self.text(l2))*" + (hasIntercept ? "x^2" : "(x^2 + y^2)") }
        return text
    }

    /// A number as one writes it: 1 rather than 1.0.
    private static func text(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
