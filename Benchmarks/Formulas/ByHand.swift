// The three functions as one would write them by hand, to measure the formulas against.
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Rosenbrock on eight points at a time, in the order of the formula.
func plainRosenbrock(_ points: Measurement) {
    vectors(points) { x, y in
        let a = 1 - x
        let b = y - x * x
        return a * a + 100 * (b * b)
    }
}

/// The same with the products placed so that a machine with a fused multiply-add could use it.
func orderedRosenbrock(_ points: Measurement) {
    vectors(points) { x, y in
        let a = 1 - x
        let b = x * x - y
        return (100 * b) * b + a * a
    }
}

@inline(__always)
private func vectors(
    _ points: Measurement, _ body: (SIMD8<Double>, SIMD8<Double>) -> SIMD8<Double>
) {
    guard let x = points.x.baseAddress, let y = points.y.baseAddress, let result = points.results[0].baseAddress else {
        return
    }
    let whole = points.count / 8
    x.withMemoryRebound(to: SIMD8<Double>.self, capacity: whole) { x in
        y.withMemoryRebound(to: SIMD8<Double>.self, capacity: whole) { y in
            result.withMemoryRebound(to: SIMD8<Double>.self, capacity: whole) { result in
                for k in 0..<whole { result[k] = body(x[k], y[k]) }
            }
        }
    }
}

func scalarRastrigin(_ points: Measurement) {
    scalars(points) { x, y in 20 + x * x - 10 * cos(2 * .pi * x) + y * y - 10 * cos(2 * .pi * y) }
}

func scalarAckley(_ points: Measurement) {
    scalars(points) { x, y in
        let cone = -20 * exp(-0.2 * sqrt(0.5 * (x * x + y * y)))
        return cone - exp(0.5 * (cos(2 * .pi * x) + cos(2 * .pi * y))) + M_E + 20
    }
}

@inline(__always)
private func scalars(_ points: Measurement, _ body: (Double, Double) -> Double) {
    guard let x = points.x.baseAddress, let y = points.y.baseAddress, let result = points.results[0].baseAddress else {
        return
    }
    for index in 0..<points.count { result[index] = body(x[index], y[index]) }
}
