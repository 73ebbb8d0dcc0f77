/// The cubic Hermite basis on a cell, in both directions at once: what the values and slopes at the two ends weigh at a
/// point. At an end the weights are exactly 0 and 1, so that neighboring cells agree there to the bit.
struct HermiteBasis {
    /// From 0 to 1 across the cell.
    let place: SIMD2<Double>
    private let rest: SIMD2<Double>
    /// The cell's widths, in units.
    private let width: SIMD2<Double>

    @inline(__always)
    init(place: SIMD2<Double>, width: SIMD2<Double>) {
        (self.place, self.width, rest) = (place, width, 1 - place)
    }

    /// The weights of one order of derivative. Derivatives are per unit.
    struct Weights {
        var start, end, startSlope, endSlope: SIMD2<Double>
    }

    @inline(__always)
    var value: Weights {
        let near = rest * rest
        let far = place * place
        return Weights(
            start: near * (1 + 2 * place), end: far * (1 + 2 * rest),
            startSlope: near * place * width, endSlope: -(far * rest) * width)
    }

    @inline(__always)
    var derivative: Weights {
        let rise = 6 * (place * rest) / width
        return Weights(
            start: -rise, end: rise, startSlope: rest * (rest - 2 * place), endSlope: place * (place - 2 * rest))
    }

    @inline(__always)
    var secondDerivative: Weights {
        let turn = 6 * (rest - place) / width / width
        return Weights(
            start: -turn, end: turn, startSlope: 2 * (place - 2 * rest) / width,
            endSlope: 2 * (2 * place - rest) / width)
    }
}
