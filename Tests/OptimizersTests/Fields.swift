import Surfaces

/// A field written by hand, with its gradient.
struct Handmade: ScalarField {
    let evaluate: @Sendable (_ x: Double, _ y: Double) -> (value: Double, x: Double, y: Double)

    func value(at point: SIMD2<Double>) -> Double { evaluate(point.x, point.y).value }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        let result = evaluate(point.x, point.y)
        return (result.value, SIMD2(result.x, result.y))
    }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        let (value, gradient) = gradient(at: point)
        return (value, gradient, Hessian(xx: .nan, xy: .nan, yy: .nan))  // no rule here asks for it
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
}
