/// A function that is put together from samples, so that it can be differentiated over some of them: what stochastic
/// optimizers see at each step.
public protocol BatchedField: ScalarField {
    /// How many samples there are; they are named 0..<sampleCount.
    var sampleCount: Int { get }

    /// Value and gradient of the loss of a mini-batch, as if its samples were all there are.
    ///
    /// - Parameter samples: The samples in the order of summation; one named twice counts twice. Names outside
    ///   0..<sampleCount are left out. A mean over none is NaN.
    func gradient(at point: SIMD2<Double>, over samples: [Int]) -> (value: Double, gradient: SIMD2<Double>)
}
