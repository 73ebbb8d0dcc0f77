import Formulas

/// A formula as a field.
struct FormulaField: ScalarField {
    let formula: Formula

    func value(at point: SIMD2<Double>) -> Double { formula.value(at: point) }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) { formula.gradient(at: point) }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        let (value, gradient, second) = formula.hessian(at: point)
        return (value, gradient, Hessian(xx: second.xx, xy: second.xy, yy: second.yy))
    }

    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        formula.values(x: x, y: y, into: values)
    }
}
