extension FittedLoss {
    /// Whether the loss is convex in x and y: every linear model, and the logistic one with cross-entropy.
    public var isConvex: Bool { model == .linear || loss == .crossEntropy }

    /// The point of the lowest value, computed anew at each call; nil where there is none, more than one, or none that
    /// can be found.
    ///
    /// Squared errors of a linear model without l1 are solved as least squares; other convex losses by Newton's method
    /// with backtracking, until the gradient is 10⁻¹² of the terms that make it up. nil for losses that are not convex,
    /// for `mae`, for a logistic model without penalty on data that a line separates (the loss then falls for ever),
    /// for coefficients that are multiples of each other without l2, and now and then for `huber` where nearly all
    /// residuals lie beyond delta.
    public var minimum: SIMD2<Double>? {
        guard isConvex, loss != .mae else { return nil }
        // A slope is found from centred features, which keeps its digits where they are far from 0: z = x (a − m) + y'
        // with y' = y + m x.
        var centred = self
        let shift = hasIntercept ? samples.reduce(0) { $0 + $1.a / Double(sampleCount) } : 0
        for index in samples.indices { centred.samples[index].a -= shift }
        guard let found = centred.minimumOfCentred else { return nil }
        let point = SIMD2(found.x, found.y - shift * found.x)
        return point.x.isFinite && point.y.isFinite ? point : nil
    }

    private var minimumOfCentred: SIMD2<Double>? {
        if l1 == 0 {
            return loss == .mse ? leastSquares : NewtonSearch(loss: self, slopes: .zero, freedom: SIMD2(1, 1)).minimum
        }
        return minimumByOrthants
    }

    /// The minimum with l1: |w| is w, −w or held at 0, and the combination that agrees with its own signs is the one,
    /// as the loss is convex.
    private var minimumByOrthants: SIMD2<Double>? {
        var smooth = self
        smooth.l1 = 0
        for x in [0, 1, -1] {
            for y in hasIntercept ? [1] : [0, 1, -1] {
                let signs = SIMD2(Double(x), hasIntercept ? 0 : Double(y))
                let freedom = SIMD2(x == 0 ? 0.0 : 1, y == 0 ? 0 : 1)
                let search = NewtonSearch(loss: smooth, slopes: l1 * signs, freedom: freedom)
                guard let point = search.minimum, agrees(point, with: signs, smooth) else { continue }
                return point
            }
        }
        return nil
    }

    private func agrees(_ point: SIMD2<Double>, with signs: SIMD2<Double>, _ smooth: FittedLoss) -> Bool {
        let pull = smooth.gradient(at: point).gradient
        let isPenalised = [true, !hasIntercept]
        return (0..<2).allSatisfy { axis in
            guard isPenalised[axis] else { return true }
            return signs[axis] == 0 ? pull[axis].magnitude <= l1 : signs[axis] == point[axis].signOrZero
        }
    }

    /// The minimum of squared errors, the l2 penalty being a row of its own for each weight.
    private var leastSquares: SIMD2<Double>? {
        var rows = LeastSquares()
        for sample in samples { rows.add(sample.b, sample.a, sample.target) }
        let weight = (0.5 * l2 * (reduction == .mean ? Double(sampleCount) : 1)).squareRoot()
        rows.add(0, weight, 0)
        if !hasIntercept { rows.add(weight, 0, 0) }
        return rows.solution.map { SIMD2($0.v, $0.u) }
    }
}
