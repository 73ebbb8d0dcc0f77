/// The loss of a small model on data, over its two parameters x and y.
///
/// Sample i has coefficients aᵢ, bᵢ and a target tᵢ, and zᵢ = x aᵢ + y bᵢ. With one feature, a is the feature and
/// b = 1: x is a slope and y an intercept. With two features, x and y are their weights and there is no intercept. The
/// model predicts pᵢ from zᵢ, the loss compares it with tᵢ, and the value at (x, y) is
///
///     reduction over i of loss(pᵢ, tᵢ)  +  l1 · Σ |w|  +  ½ · l2 · Σ w²
///
/// with both last sums over the weights: x alone with one feature (an intercept is not penalised), x and y with two.
/// The penalties are added once, whatever the reduction and the batch. The gradient of the last is l2 · w, as that of
/// `weight_decay` in torch.
///
/// Gradients and Hessians are exact. Where the loss has no derivative (`mae` at pᵢ = tᵢ, |w| at 0) that term counts 0
/// in both, as in torch; where it has no second derivative (`huber` at |pᵢ − tᵢ| = delta) the term counts as beyond
/// the kink. Sums go through the samples in their order.
public struct FittedLoss: BatchedField {
    /// What is predicted from z.
    public enum Model: String, CaseIterable, Sendable {
        /// p = z.
        case linear
        /// p = 1/(1 + e⁻ᶻ).
        case logistic
    }

    /// How a prediction p is compared with a target t. The factors are those of PyTorch 2.13.
    public enum Loss: Hashable, Sendable {
        /// (p − t)², without a ½ (`torch.nn.MSELoss`).
        case mse
        /// |p − t| (`torch.nn.L1Loss`).
        case mae
        /// ½ (p − t)² where |p − t| < delta, delta · (|p − t| − ½ delta) beyond (`torch.nn.HuberLoss`). delta > 0.
        case huber(delta: Double = 1)
        /// −t ln p − (1 − t) ln(1 − p) with targets in [0, 1], computed from z (`torch.nn.BCEWithLogitsLoss`); for the
        /// logistic model only.
        case crossEntropy
    }

    /// The numbers known of each sample.
    public enum Features: Sendable {
        /// One feature; the parameters are its slope and an intercept.
        case one([Double])
        /// Two features of equal count; the parameters are their weights.
        case two([Double], [Double])
    }

    /// How the losses of the samples become one number: their mean or their sum, over the batch where there is one.
    public enum Reduction: String, CaseIterable, Sendable {
        case mean, sum
    }

    public let model: Model
    public internal(set) var loss: Loss
    public let reduction: Reduction
    /// The factors of the penalties, 0 or more.
    public internal(set) var l1, l2: Double
    /// True with one feature: y is an intercept.
    public let hasIntercept: Bool
    var samples: [Sample]

    struct Sample: Sendable {
        var a, b, target: Double
    }

    /// - Parameters:
    ///   - features: Finite numbers, as many as there are targets.
    ///   - targets: Finite numbers, at least one; for cross-entropy in [0, 1].
    ///   - l1: The factor of Σ |w|, finite and at least 0.
    ///   - l2: Twice the factor of Σ w², finite and at least 0.
    public init(
        model: Model, loss: Loss, features: Features, targets: [Double], l1: Double = 0, l2: Double = 0,
        reduction: Reduction = .mean
    ) throws(FittedLossError) {
        try FittedLossError.check(model, loss, l1: l1, l2: l2)
        try FittedLossError.check(features, targets, for: loss)
        (self.model, self.loss, self.reduction) = (model, loss, reduction)
        (self.l1, self.l2) = (l1, l2)
        switch features {
        case .one(let a):
            hasIntercept = true
            samples = zip(a, targets).map { Sample(a: $0, b: 1, target: $1) }
        case .two(let a, let b):
            hasIntercept = false
            samples = zip(zip(a, b), targets).map { Sample(a: $0.0, b: $0.1, target: $1) }
        }
    }

    public var sampleCount: Int { samples.count }

    public var cost: Int { samples.count }

    public func value(at point: SIMD2<Double>) -> Double {
        value(of: samples, x: point.x, y: point.y)
    }

    public func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        (value(at: point), gradient(of: samples, at: point))
    }

    public func gradient(
        at point: SIMD2<Double>, over samples: [Int]
    ) -> (value: Double, gradient: SIMD2<Double>) {
        let batch = samples.compactMap { self.samples.indices.contains($0) ? self.samples[$0] : nil }
        return (value(of: batch, x: point.x, y: point.y), gradient(of: batch, at: point))
    }

    public func hessian(
        at point: SIMD2<Double>
    ) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        (value(at: point), gradient(of: samples, at: point), hessian(of: samples, at: point))
    }

    public func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>,
        into values: UnsafeMutableBufferPointer<Double>
    ) {
        var start = 0
        while start < values.count {
            // Lanes beyond the last point compute the value at (0, 0), which nobody reads.
            let count = Swift.min(8, values.count - start)
            var (eightX, eightY) = (SIMD8<Double>(repeating: 0), SIMD8<Double>(repeating: 0))
            for lane in 0..<count { (eightX[lane], eightY[lane]) = (x[start + lane], y[start + lane]) }
            let eight = value(of: samples, x: eightX, y: eightY)
            for lane in 0..<count { values[start + lane] = eight[lane] }
            start += count
        }
    }
}
