import Lanes

extension OptimizerEntry {
    static let nelderMead = Self(
        "nelder_mead", "Nelder–Mead",
        "a triangle that flips, stretches and shrinks its way down, without gradients (Nelder and Mead 1965)",
        NelderMead.variant)
}

/// The simplex method of Nelder and Mead 1965 in the form of Lagarias et al. 1998: reflection 1, expansion 2,
/// contraction ½ and shrinkage ½. The point is the best vertex.
///
/// The first triangle has a right angle at the start and legs of `size` along the axes. A vertex whose loss is not a
/// number is worse than any other; of equal vertices the older is the better. A vertex keeps the loss it was found with.
struct NelderMead: BranchingRule {
    let size: Double
    /// There is none; a schedule changes nothing.
    /// There is none: the step is found.
    let learningRate = Double.nan

    static let variant = OptimizerVariant(
        .textbook, source: "Nelder and Mead 1965; Lagarias et al. 1998",
        rule: "the worst of three vertices is reflected, expanded or contracted, or all shrink towards the best",
        [
            Hyperparameter(
                "size", .number(.positive), default: .number(0.5), "length of the legs of the first triangle")
        ],
        makeRule: NelderMead.init)

    init(_ settings: Settings) { size = settings["size"] }

    static let vertices = [Slot(0, "simplex_1"), Slot(1, "simplex_2"), Slot(2, "simplex_3")]
    var slots: [Slot] { Self.vertices }
    /// Hidden: the losses of the vertices, the first two in one pair; the third's y is 1 once there is a simplex.
    func initialState() -> State<Double> { State(slots, hidden: 2) }

    private struct Vertex {
        var point: Pair<Double>
        var loss: Double
    }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        let surroundings = seen.surroundings
        func vertex(_ point: Pair<Double>) -> Vertex {
            let loss = point.isFinite ? surroundings.evaluate(point).loss : .infinity
            return Vertex(point: point, loss: loss.isNaN ? .infinity : loss)
        }

        var best: Vertex
        var middle: Vertex
        var worst: Vertex
        if state.hidden[1].y == 0 {
            best = Vertex(point: x, loss: seen.loss.isNaN ? .infinity : seen.loss)
            middle = vertex(x + Pair(x: size, y: 0))
            worst = vertex(x + Pair(x: 0, y: size))
            sort(&best, &middle, &worst)
        } else {
            best = Vertex(point: state[Self.vertices[0]], loss: state.hidden[0].x)
            middle = Vertex(point: state[Self.vertices[1]], loss: state.hidden[0].y)
            worst = Vertex(point: state[Self.vertices[2]], loss: state.hidden[1].x)
        }
        if let better = replacement(best, middle, worst, vertex) {
            worst = better
        } else {
            middle = vertex(best.point + 0.5 * (middle.point - best.point))
            worst = vertex(best.point + 0.5 * (worst.point - best.point))
        }
        sort(&best, &middle, &worst)
        for (slot, point) in zip(Self.vertices, [best.point, middle.point, worst.point]) { state[slot] = point }
        state.hidden[0] = Pair(x: best.loss, y: middle.loss)
        state.hidden[1] = Pair(x: worst.loss, y: 1)
        x = best.point
    }

    /// What takes the worst vertex's place; nil where the simplex has to shrink.
    private func replacement(
        _ best: Vertex, _ middle: Vertex, _ worst: Vertex, _ vertex: (Pair<Double>) -> Vertex
    ) -> Vertex? {
        let centroid = (best.point + middle.point) / 2
        let reflected = vertex(2 * centroid - worst.point)
        if reflected.loss < best.loss {
            let expanded = vertex(3 * centroid - 2 * worst.point)
            return expanded.loss < reflected.loss ? expanded : reflected
        }
        if reflected.loss < middle.loss { return reflected }
        if reflected.loss < worst.loss {
            let outside = vertex(1.5 * centroid - 0.5 * worst.point)
            return outside.loss <= reflected.loss ? outside : nil
        }
        let inside = vertex(0.5 * centroid + 0.5 * worst.point)
        return inside.loss < worst.loss ? inside : nil
    }

    /// Best first; equal ones keep their order.
    private func sort(_ a: inout Vertex, _ b: inout Vertex, _ c: inout Vertex) {
        if b.loss < a.loss { swap(&a, &b) }
        if c.loss < b.loss { swap(&b, &c) }
        if b.loss < a.loss { swap(&a, &b) }
    }
}
