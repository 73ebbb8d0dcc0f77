import Surfaces

/// A field written by hand, with its gradient; second derivatives are as given, else differences of gradients.
struct Handmade: ScalarField {
    let evaluate: @Sendable (_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double)
    var curvature: (@Sendable (_ x: Double, _ y: Double) -> Hessian)?

    func value(at point: SIMD2<Double>) -> Double { evaluate(point.x, point.y).value }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        let result = evaluate(point.x, point.y)
        return (result.value, SIMD2(result.x, result.y))
    }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        let (value, gradient) = gradient(at: point)
        if let curvature { return (value, gradient, curvature(point.x, point.y)) }
        let h = 0x1p-14
        let alongX = self.gradient(at: point + SIMD2(h, 0)).gradient - self.gradient(at: point - SIMD2(h, 0)).gradient
        let alongY = self.gradient(at: point + SIMD2(0, h)).gradient - self.gradient(at: point - SIMD2(0, h)).gradient
        return (value, gradient, Hessian(xx: alongX.x / (2 * h), xy: alongX.y / (2 * h), yy: alongY.y / (2 * h)))
    }

    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        for index in values.indices { values[index] = value(at: SIMD2(x[index], y[index])) }
    }
}

/// (1 − x)² + 100 (y − x²)².
let rosenbrock = Handmade { x, y in
    let a = 1 - x
    let b = y - x * x
    return (a * a + 100 * (b * b), -2 * a - 400 * x * b, 200 * b)
} curvature: { x, y in
    Hessian(xx: 2 + 1200 * (x * x) - 400 * y, xy: -400 * x, yy: 200)
}

/// 0.1 x² + 0.2 y².
let shallowBowl = Handmade { x, y in (0.1 * (x * x) + 0.2 * (y * y), 0.2 * x, 0.4 * y) }
