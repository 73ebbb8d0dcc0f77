/// A field moved in the plane and changed in its values: g(p) = φ(f(A p + b)), with exact derivatives by the chain rule.
struct TransformedField<Base: ScalarField>: ScalarField {
    private let base: Base
    /// From a point of the new landscape to the one it came from.
    private let origin: AffineMap
    /// The changes of values, the first one first.
    private let values: [ValueTransform]

    init(_ base: Base, _ transforms: [Transform]) {
        self.base = base
        origin = transforms.compactMap(\.inverse).reduce(.identity) { $0.after($1) }
        values = transforms.compactMap { if case .value(let value) = $0 { value } else { nil } }
    }

    var cost: Int { base.cost }

    func value(at point: SIMD2<Double>) -> Double {
        values.reduce(base.value(at: origin(point))) { $1.apply($0) }
    }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        let (value, gradient) = base.gradient(at: origin(point))
        return transformed(value, gradient)
    }

    /// A value and a gradient of the base, as this field's.
    private func transformed(_ value: Double, _ gradient: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) {
        var (value, gradient) = (value, origin.pulledBack(gradient))
        for transform in values {
            gradient *= transform.slopes(value).first
            value = transform.apply(value)
        }
        return (value, value.isFinite ? gradient : SIMD2(repeating: .nan))
    }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        var (value, gradient, hessian) = base.hessian(at: origin(point))
        gradient = origin.pulledBack(gradient)
        hessian = origin.pulledBack(hessian)
        for transform in values {
            // φ″ g gᵀ + φ′ H.
            let (first, second) = transform.slopes(value)
            hessian = Hessian(
                xx: second * gradient.x * gradient.x + first * hessian.xx,
                xy: second * gradient.x * gradient.y + first * hessian.xy,
                yy: second * gradient.y * gradient.y + first * hessian.yy)
            gradient *= first
            value = transform.apply(value)
        }
        guard value.isFinite else {
            return (value, SIMD2(repeating: .nan), Hessian(xx: .nan, xy: .nan, yy: .nan))
        }
        return (value, gradient, hessian)
    }

    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        let points = zip(x, y).map { origin(SIMD2($0, $1)) }
        points.map(\.x).withUnsafeBufferPointer { x in
            points.map(\.y).withUnsafeBufferPointer { y in base.values(x: x, y: y, into: values) }
        }
        for transform in self.values { transform.apply(to: values) }
    }
}

extension TransformedField: BatchedField where Base: BatchedField {
    var sampleCount: Int { base.sampleCount }

    func gradient(at point: SIMD2<Double>, over samples: [Int]) -> (value: Double, gradient: SIMD2<Double>) {
        let (value, gradient) = base.gradient(at: origin(point), over: samples)
        return transformed(value, gradient)
    }
}

extension ScalarField {
    /// This field after some transforms.
    func transformed(by transforms: [Transform]) -> any ScalarField { TransformedField(self, transforms) }
}

extension ValueTransform {
    /// Eight values at a time; the bits are those of one at a time.
    fileprivate func apply(to values: UnsafeMutableBufferPointer<Double>) {
        let whole = values.count & ~7
        for start in stride(from: 0, to: whole, by: 8) {
            var eight = SIMD8<Double>()
            for lane in 0..<8 { eight[lane] = values[start + lane] }
            eight = apply(eight)
            for lane in 0..<8 { values[start + lane] = eight[lane] }
        }
        for index in whole..<values.count { values[index] = apply(values[index]) }
    }
}
