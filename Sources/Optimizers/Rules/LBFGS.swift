import Lanes

extension OptimizerEntry {
    static let lbfgs = Self(
        "lbfgs", "LBFGS", "Newton's step with a curvature guessed from the last gradients (Liu and Nocedal 1989)",
        TorchLBFGS.variant)
}

/// `torch.optim.LBFGS`: each update is one `step(closure)`.
///
/// The library's own defaults are 20 iterations and 100 remembered steps; here an update is one iteration unless more
/// are asked for, so that every point of the way is seen.
struct TorchLBFGS: BranchingRule {
    let learningRate, toleranceGrad, toleranceChange: Double
    let maxIter, maxEval, historySize: Int
    let searchesLine: Bool

    static let variant = OptimizerVariant(
        .torch, source: "torch.optim.LBFGS, PyTorch 2.13",
        rule: "x ← x − t H g, H from the last differences of points and gradients; t = η or by line search",
        [
            .learningRate("lr", 1),
            Hyperparameter("max_iter", .integer(1...1000), default: .number(1), "iterations an update"),
            Hyperparameter(
                "max_eval", .integer(1...10_000), default: .number(25), "most evaluations of the loss an update"),
            tolerance("tolerance_grad", 1e-7, "stop where no part of the gradient is larger"),
            tolerance("tolerance_change", 1e-9, "stop where loss or parameters change less"),
            Hyperparameter("history_size", .integer(1...100), default: .number(10), symbol: "$m$", "remembered steps"),
            Hyperparameter(
                "line_search_fn", .choice(["strong_wolfe"]), isNullable: true, default: .null,
                "line search; null: the learning rate is the step's length"),
        ],
        makeRule: TorchLBFGS.init)

    private static func tolerance(_ name: String, _ value: Double, _ summary: String) -> Hyperparameter {
        Hyperparameter(name, .number(.nonNegative), default: .number(value), summary)
    }

    init(_ settings: Settings) {
        learningRate = settings["lr"]
        maxIter = max(1, settings.integer("max_iter"))
        maxEval = settings.integer("max_eval")
        toleranceGrad = settings["tolerance_grad"]
        toleranceChange = settings["tolerance_change"]
        historySize = settings.integer("history_size")
        searchesLine = settings.text("line_search_fn") == "strong_wolfe"
    }

    static let direction = Slot(0, "d")
    static let length = Slot(1, "t", isPerParameter: false)
    static let scale = Slot(2, "H_diag", isPerParameter: false)
    var slots: [Slot] { [Self.direction, Self.length, Self.scale] }
    func initialState() -> State<Double> { State(slots, hidden: Memory.pairs(for: historySize)) }

    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>) {
        var (loss, g) = (seen.loss, seen.gradient)
        guard !isFlat(g) else { return }
        var memory = Memory(state.hidden)
        var (d, t, scale) = (state[Self.direction], state[Self.length].x, state[Self.scale].x)
        var evaluations = 1

        for iteration in 1...maxIter {
            memory.iterations += 1
            if memory.iterations == 1 {
                (d, scale) = (-g, 1)
                let whole = 1 / (g.x.magnitude + g.y.magnitude)
                t = (whole < 1 ? whole : 1) * seen.learningRate
            } else {
                let change = g - memory.gradient
                memory.learn(change, t * d, limit: historySize, &scale)
                d = memory.direction(against: g, scale)
                t = seen.learningRate
            }
            memory.gradient = g
            let lossBefore = loss
            if g.dot(d) > -toleranceChange { break }

            if searchesLine {
                var line = TorchStrongWolfe(
                    from: x, loss: loss, gradient: g, along: d, toleranceChange: toleranceChange,
                    limit: maxEval - evaluations, surroundings: seen.surroundings)
                let found = line.search(first: t)
                (loss, g, t) = (found.loss, found.gradient, found.length)
                evaluations += line.evaluations
                x = x + t * d
            } else {
                x = x + t * d
                if iteration != maxIter {
                    (loss, g) = seen.evaluate(x)
                    evaluations += 1
                }
            }
            if iteration == maxIter || evaluations >= maxEval || isFlat(g) { break }
            let move = t * d
            if max(move.x.magnitude, move.y.magnitude) <= toleranceChange { break }
            if (loss - lossBefore).magnitude < toleranceChange { break }
        }
        state[Self.direction] = d
        state[Self.length] = Pair(repeating: t)
        state[Self.scale] = Pair(repeating: scale)
        memory.write(to: &state.hidden)
    }

    private func isFlat(_ g: Pair<Double>) -> Bool {
        g.x.magnitude <= toleranceGrad && g.y.magnitude <= toleranceGrad
    }
}

/// What L-BFGS remembers from update to update besides its slots.
private struct Memory {
    /// A step and the change of the gradient along it.
    struct Entry {
        let change, step: Pair<Double>
        /// 1 over their inner product.
        let ro: Double
    }

    /// All iterations so far.
    var iterations = 0
    /// The gradient of the iteration before.
    var gradient: Pair<Double>
    /// The oldest first.
    private var entries: [Entry] = []

    /// The room a history needs: the counters and the gradient, then three pairs an entry.
    static func pairs(for historySize: Int) -> Int { 2 + 3 * historySize }

    init(_ pairs: [Pair<Double>]) {
        guard pairs.count >= 2 else {
            gradient = Pair(repeating: 0)
            return
        }
        iterations = Int(exactly: pairs[0].x) ?? 0
        gradient = pairs[1]
        let count = Int(exactly: pairs[0].y) ?? 0
        for start in stride(from: 2, to: 2 + 3 * count, by: 3) where start + 2 < pairs.count {
            entries.append(Entry(change: pairs[start], step: pairs[start + 1], ro: pairs[start + 2].x))
        }
    }

    func write(to pairs: inout [Pair<Double>]) {
        var all = [Pair(x: Double(iterations), y: Double(entries.count)), gradient]
        for entry in entries { all += [entry.change, entry.step, Pair(x: entry.ro, y: 0)] }
        for (index, pair) in all.enumerated() where index < pairs.count { pairs[index] = pair }
    }

    /// Takes in a step along which the gradient grew, and scales the first guess of the inverse Hessian by it.
    mutating func learn(
        _ change: Pair<Double>, _ step: Pair<Double>, limit: Int, _ scale: inout Double
    ) {
        let product = change.dot(step)
        guard product > 1e-10 else { return }
        if entries.count == limit { entries.removeFirst() }
        entries.append(Entry(change: change, step: step, ro: 1 / product))
        scale = product / change.dot(change)
    }

    /// −H g by the two loops of Nocedal 1980.
    func direction(against gradient: Pair<Double>, _ scale: Double) -> Pair<Double> {
        var q = -gradient
        var shares: [Double] = []
        for entry in entries.reversed() {
            let share = entry.step.dot(q) * entry.ro
            q = q + -share * entry.change
            shares.append(share)
        }
        var r = scale * q
        for (entry, share) in zip(entries, shares.reversed()) {
            let other = entry.change.dot(r) * entry.ro
            r = r + (share - other) * entry.step
        }
        return r
    }
}
