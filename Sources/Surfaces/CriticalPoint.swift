/// A point where the gradient vanishes, by what the surface does around it.
public struct CriticalPoint: Hashable, Sendable {
    /// Told apart by the signs of the Hessian's eigenvalues.
    public enum Kind: Hashable, Sendable, CaseIterable {
        /// Both positive.
        case minimum
        /// One of each sign.
        case saddle
        /// Both negative.
        case maximum
    }

    public let point: SIMD2<Double>
    public let kind: Kind
}

extension ScalarField {
    /// The critical points in a rectangle that a search finds: Newton's method on the gradient from the nodes of a grid.
    ///
    /// Points with an eigenvalue that is 0 or nearly so are left out: there the Hessian does not tell what they are, and
    /// flat parts of a surface have nothing else. The order is that of the plane: by y, then by x.
    ///
    /// - Parameter starts: nodes along each side, at least 2; nil for 48, or fewer on costly fields.
    public func criticalPoints(in domain: Domain, starts: Int? = nil) -> [CriticalPoint] {
        let usual = Int(exactly: (48 / Double(cost).squareRoot().squareRoot()).rounded()) ?? 12
        return CriticalPointSearch(field: self, domain: domain).points(fromGridOf: Swift.max(2, starts ?? usual))
    }
}

/// Newton's method in coordinates in which the domain is the unit square, so that its tolerances have a meaning.
private struct CriticalPointSearch {
    let field: any ScalarField
    let domain: Domain

    private var origin: SIMD2<Double> { SIMD2(domain.x.lowerBound, domain.y.lowerBound) }
    private var size: SIMD2<Double> {
        SIMD2(domain.x.upperBound - domain.x.lowerBound, domain.y.upperBound - domain.y.lowerBound)
    }

    /// The longest step: farther off another critical point would be as near.
    private static let longestStep = 0.05
    private static let mostSteps = 60
    /// Steps this short have arrived.
    private static let arrived = 1e-9
    /// Points nearer to each other are one.
    private static let same = 1e-6
    /// An eigenvalue smaller than this part of the other counts as 0.
    private static let degenerate = 1e-7
    /// And so do both where they are smaller than this part of the largest at any start.
    private static let flat = 1e-12

    func points(fromGridOf count: Int) -> [CriticalPoint] {
        var found: [(place: SIMD2<Double>, eigenvalues: (low: Double, high: Double))] = []
        var largest = 0.0
        for row in 0..<count {
            for column in 0..<count {
                let start = (SIMD2(Double(column), Double(row)) + 0.5) / Double(count)
                let (low, high) = eigenvalues(derivatives(at: start).hessian)
                if low.isFinite, high.isFinite { largest = Swift.max(largest, low.magnitude, high.magnitude) }
                guard let (place, eigenvalues) = descend(from: start) else { continue }
                if !found.contains(where: { isSame($0.place, place) }) { found.append((place, eigenvalues)) }
            }
        }
        let ordered = found.sorted { ($0.place.y, $0.place.x) < ($1.place.y, $1.place.x) }
        return ordered.compactMap { place, eigenvalues in
            kind(eigenvalues, largest).map { CriticalPoint(point: origin + place * size, kind: $0) }
        }
    }

    private func isSame(_ a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool {
        (a.x - b.x).magnitude < Self.same && (a.y - b.y).magnitude < Self.same
    }

    private func derivatives(at place: SIMD2<Double>) -> (gradient: SIMD2<Double>, hessian: Hessian) {
        let (_, gradient, hessian) = field.hessian(at: origin + place * size)
        let scaled = Hessian(
            xx: hessian.xx * size.x * size.x, xy: hessian.xy * size.x * size.y, yy: hessian.yy * size.y * size.y)
        return (gradient * size, scaled)
    }

    /// Where the method arrives, within the domain; nil where it leaves or does not settle.
    private func descend(
        from start: SIMD2<Double>
    ) -> (place: SIMD2<Double>, eigenvalues: (low: Double, high: Double))? {
        var place = start
        for _ in 0..<Self.mostSteps {
            let (gradient, hessian) = derivatives(at: place)
            guard var step = step(gradient, hessian) else { return nil }
            let length = (step * step).sum().squareRoot()
            if length < Self.arrived {
                let end = place + step
                guard isInside(end) else { return nil }
                return (end, eigenvalues(hessian))
            }
            if length > Self.longestStep { step *= Self.longestStep / length }
            place += step
            // A little way out and back in is fine.
            guard place.x > -0.1, place.x < 1.1, place.y > -0.1, place.y < 1.1 else { return nil }
        }
        return nil
    }

    private func isInside(_ place: SIMD2<Double>) -> Bool {
        let slack = 1e-9
        return place.x >= -slack && place.x <= 1 + slack && place.y >= -slack && place.y <= 1 + slack
    }

    /// The solution of H · step = −gradient; nil where there is none.
    private func step(_ gradient: SIMD2<Double>, _ hessian: Hessian) -> SIMD2<Double>? {
        let determinant = hessian.xx * hessian.yy - hessian.xy * hessian.xy
        guard determinant != 0 else { return nil }
        let step =
            SIMD2(
                hessian.xy * gradient.y - hessian.yy * gradient.x, hessian.xy * gradient.x - hessian.xx * gradient.y)
            / determinant
        return step.x.isFinite && step.y.isFinite ? step : nil
    }

    private func eigenvalues(_ hessian: Hessian) -> (low: Double, high: Double) {
        let mean = (hessian.xx + hessian.yy) / 2
        let difference = (hessian.xx - hessian.yy) / 2
        let radius = (difference * difference + hessian.xy * hessian.xy).squareRoot()
        return (mean - radius, mean + radius)
    }

    private func kind(_ eigenvalues: (low: Double, high: Double), _ largest: Double) -> CriticalPoint.Kind? {
        let (low, high) = eigenvalues
        let scale = Swift.max(low.magnitude, high.magnitude)
        guard scale > Self.flat * largest,
            Swift.min(low.magnitude, high.magnitude) > Self.degenerate * scale
        else { return nil }
        return low > 0 ? .minimum : high < 0 ? .maximum : .saddle
    }
}
