import Optimizers
import Randomness
import Surfaces

/// A point as a run sees it.
struct View {
    /// The surface's own loss and gradient.
    var loss: Double
    var gradient: SIMD2<Double>
    /// What the optimizer is told.
    var seen: (loss: Double, gradient: SIMD2<Double>)
}

/// Tells an optimizer losses and gradients: the surface's own, a mini-batch's, or with noise.
///
/// Within one step every evaluation meets the same batch and the same noise, so that a line search is consistent.
/// Mini-batches run through the samples in an order that each epoch shuffles anew; the last of an epoch may be smaller
/// (as in torch's DataLoader with `shuffle=True`).
final class GradientOracle {
    private let field: any ScalarField
    private let batched: (any BatchedField)?
    private let sampling: Sampling
    private let clipping: Clipping?
    private var order: [Int] = []
    private var epoch = -1
    private var samples: [Int] = []
    private var noise = SIMD2<Double>.zero
    /// Whether an optimizer sees the field as it is.
    private let isPlain: Bool
    /// How often the field has been asked for a gradient or a Hessian.
    private(set) var evaluations = 0

    init(_ field: any ScalarField, _ sampling: Sampling, _ clipping: Clipping?) {
        (self.field, self.sampling, self.clipping) = (field, sampling, clipping)
        batched = sampling.batch == nil ? nil : field as? any BatchedField
        isPlain = batched == nil && !(sampling.noise > 0)
        begin(step: 1)
    }

    /// Draws what the update with this number (from 1) meets.
    func begin(step: Int) { if !isPlain { draw(step) } }

    private func draw(_ step: Int) {
        if sampling.noise > 0 {
            var stream = RandomStream(
                seed: sampling.seed, purpose: .gradientNoise, repetition: sampling.repetition, step: step)
            noise = sampling.noise * stream.normalPair()
        }
        guard let batched, let size = sampling.batch, size > 0, batched.sampleCount > 0 else { return }
        let batchesPerEpoch = (batched.sampleCount - 1) / size + 1
        let (epoch, batch) = (step - 1).quotientAndRemainder(dividingBy: batchesPerEpoch)
        if epoch != self.epoch {
            var stream = RandomStream(
                seed: sampling.seed, purpose: .shuffle, repetition: sampling.repetition, step: epoch)
            order = stream.permutation(batched.sampleCount)
            self.epoch = epoch
        }
        let first = batch * size
        samples = Array(order[first..<min(order.count, first + min(size, order.count))])
    }

    /// The point as it is, and as the optimizer sees it in the step that was begun.
    @inline(__always) func view(_ point: SIMD2<Double>) -> View {
        evaluations += 1
        let (loss, gradient) = field.gradient(at: point)
        if isPlain { return View(loss: loss, gradient: gradient, seen: (loss, gradient)) }
        let seen = batched.map { $0.gradient(at: point, over: samples) } ?? (loss, gradient)
        return View(loss: loss, gradient: gradient, seen: (seen.0, withNoise(seen.1)))
    }

    /// A gradient as the rule gets it.
    @inline(__always) func clipped(_ gradient: SIMD2<Double>) -> Pair<Double> {
        guard let clipping else { return Pair(gradient) }
        return Pair(clipping.apply(gradient))
    }

    /// What a rule is told at further points.
    func evaluate(_ point: Pair<Double>) -> (loss: Double, gradient: Pair<Double>) {
        evaluations += 1
        let (loss, gradient) =
            batched?.gradient(at: point.point, over: samples) ?? field.gradient(at: point.point)
        return (loss, clipped(withNoise(gradient)))
    }

    /// The surface's own second derivatives, also where gradients are a mini-batch's.
    func hessian(_ point: Pair<Double>) -> Curvature<Double> {
        evaluations += 1
        let hessian = field.hessian(at: point.point).hessian
        return Curvature(xx: hessian.xx, xy: hessian.xy, yy: hessian.yy)
    }

    private func withNoise(_ gradient: SIMD2<Double>) -> SIMD2<Double> {
        sampling.noise > 0 ? gradient + noise : gradient
    }
}
