import Testing

@testable import Surfaces

/// Whether the stated minima are all there are: a fine grid over the domain, and a descent from its lowest places.
@Suite struct GlobalSearchTests {
    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func nothingLowerAndNothingLeftOut(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        try search(entry.surface(), over: entry.domain)
    }

    /// Parameters that move the minima, or leave them in place.
    static let variants: [(String, [(name: String, value: Double)])] = [
        ("quadratic_k100", [("k", 3)]), ("quadratic_rot30_k50", [("angle", -1), ("k", 0.2)]),
        ("rosenbrock", [("a", -1.2), ("b", 30)]), ("long_valley", [("a", 3), ("b", 0.1)]),
        ("perm_d_beta", [("beta", 2)]), ("perm_d_beta", [("beta", -0.5)]), ("perm_0", [("beta", 0)]),
        ("branin", [("b", 0.12), ("c", 1.4), ("r", 5.5), ("s", 7), ("t", 0.3)]),
        ("tilted_two_well", [("tilt", -0.7)]), ("tilted_two_well", [("tilt", 1.4)]),
        ("rastrigin", [("a", 3)]), ("ackley", [("a", 5), ("b", 0.5), ("c", 2)]), ("griewank", [("d", 200)]),
        ("drop_wave", [("k", 3)]),
    ]

    @Test(arguments: variants)
    func parametersMoveTheMinimaWithThem(id: String, parameters: [(name: String, value: Double)]) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        let surface = try entry.surface(parameters: parameters)
        #expect(!surface.minima.isEmpty)
        try search(surface, over: entry.domain)
    }

    @Test(arguments: [("michalewicz", "m", 5.0), ("tilted_two_well", "tilt", 2), ("branin", "t", 1.5)])
    func unknownMinimaAreWithheld(id: String, parameter: String, value: Double) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        #expect(try entry.surface(parameters: [(parameter, value)]).minima.isEmpty)
    }

    @Test func printedValuesAreNearTheTrueOnes() {
        for entry in SurfaceCatalogue.entries {
            guard let printed = entry.printedMinimum, let minimum = entry.minimum else { continue }
            #expect(
                printed != minimum && (printed - minimum).magnitude <= 5e-4 * max(1, minimum.magnitude), "\(entry.id)")
        }
    }

    private func search(_ surface: Surface, over domain: Domain) throws {
        guard let first = surface.minima.first else { return }
        let lowest = surface.field.value(at: first)
        let scale = max(1, lowest.magnitude)
        for start in lowPlaces(of: surface.field, over: domain) {
            let (place, value) = descend(surface.field, from: start.place, step: start.pitch, in: domain)
            #expect(value >= lowest - 1e-9 * scale, "\(value) at \(place)")
            guard value <= lowest + 1e-9 * scale else { continue }
            let nearest = surface.minima.map { ($0 - place) / start.pitch }.map { ($0 * $0).sum() }.min() ?? .infinity
            #expect(nearest < 0.25, "\(value) also at \(place)")
        }
    }

    /// Nodes of a grid of 401 × 401 that lie no higher than their neighbours, the 60 lowest.
    private func lowPlaces(
        of field: any ScalarField, over domain: Domain
    ) -> [(place: SIMD2<Double>, pitch: SIMD2<Double>)] {
        let side = 401
        let low = SIMD2(domain.x.lowerBound, domain.y.lowerBound)
        let pitch = (SIMD2(domain.x.upperBound, domain.y.upperBound) - low) / Double(side - 1)
        func place(_ column: Int, _ row: Int) -> SIMD2<Double> { low + pitch * SIMD2(Double(column), Double(row)) }
        let x = (0..<side * side).map { place($0 % side, 0).x }
        let y = (0..<side * side).map { place(0, $0 / side).y }
        var values = [Double](repeating: .nan, count: x.count)
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                values.withUnsafeMutableBufferPointer { field.values(x: x, y: y, into: $0) }
            }
        }
        let dips = values.indices.filter { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: side)
            for r in max(0, row - 1)...min(side - 1, row + 1) {
                for c in max(0, column - 1)...min(side - 1, column + 1) where values[r * side + c] < values[index] {
                    return false
                }
            }
            return true
        }
        return dips.sorted { values[$0] < values[$1] }.prefix(60).map { (place($0 % side, $0 / side), pitch) }
    }

    /// A compass search (Hooke and Jeeves 1961) with Newton steps where they help: slow, but at home on kinks and
    /// borders.
    private func descend(
        _ field: any ScalarField, from start: SIMD2<Double>, step: SIMD2<Double>, in domain: Domain
    ) -> (place: SIMD2<Double>, value: Double) {
        let low = SIMD2(domain.x.lowerBound, domain.y.lowerBound)
        let high = SIMD2(domain.x.upperBound, domain.y.upperBound)
        var (place, step) = (start, step)
        var value = field.value(at: place)
        let compass = [
            SIMD2(1.0, 0), SIMD2(-1, 0), SIMD2(0, 1), SIMD2(0, -1), SIMD2(1, 1), SIMD2(-1, -1), SIMD2(1, -1),
            SIMD2(-1, 1),
        ]
        for _ in 0..<3000 where step.max() > 1e-13 {
            let (_, gradient, hessian) = field.hessian(at: place)
            let determinant = hessian.xx * hessian.yy - hessian.xy * hessian.xy
            let newton = SIMD2(
                hessian.yy * gradient.x - hessian.xy * gradient.y, hessian.xx * gradient.y - hessian.xy * gradient.x)
            var trials = compass.map { place + $0 * step }
            if determinant > 0 { trials.append(place - newton / determinant) }
            var isLower = false
            for trial in trials.map({ $0.clamped(lowerBound: low, upperBound: high) }) {
                let height = field.value(at: trial)
                if height < value { (place, value, isLower) = (trial, height, true) }
            }
            if !isLower { step /= 2 }
        }
        return (place, value)
    }
}
