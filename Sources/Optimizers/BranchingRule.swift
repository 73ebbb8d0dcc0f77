import Lanes

/// A rule whose control flow depends on numbers, such as a line search: written for one trajectory, and taken lane by
/// lane for eight.
protocol BranchingRule: Rule {
    func initialState() -> State<Double>
    func step(_ x: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    func derived(_ seen: borrowing Observation<Double>, _ state: inout State<Double>)
}

extension BranchingRule {
    public var isFirstOrder: Bool { false }

    func derived(_ seen: borrowing Observation<Double>, _ state: inout State<Double>) {}

    public func makeState() -> State<Double> { initialState() }

    public func update(_ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    {
        step(&point, seen, &state)
    }

    public func derive(_ seen: borrowing Observation<Double>, _ state: inout State<Double>) { derived(seen, &state) }

    public func makeStates() -> State<SIMD8<Double>> { State(spreading: initialState()) }

    public func update(
        _ point: inout Pair<SIMD8<Double>>, _ seen: borrowing Observation<SIMD8<Double>>,
        _ state: inout State<SIMD8<Double>>
    ) {
        for index in 0..<8 {
            let surroundings = seen.surroundings.lane(index)
            let one = Observation<Double>(
                step: seen.step, learningRate: seen.learningRate, momentum: seen.momentum, loss: seen.loss[index],
                gradient: seen.gradient.lane(index), surroundings: surroundings)
            var lanePoint = point.lane(index)
            var laneState = state.lane(index)
            withExtendedLifetime(surroundings) { step(&lanePoint, one, &laneState) }
            point.replace(lane: index, with: lanePoint)
            state.replace(lane: index, with: laneState)
        }
    }
}

extension Surroundings where L == SIMD8<Double> {
    /// Those of one of eight points.
    fileprivate func lane(_ index: Int) -> Surroundings<Double> {
        Surroundings<Double>(
            evaluate: { point in
                let (loss, gradient) = self.evaluate(Pair(spreading: point))
                return (loss[index], gradient.lane(index))
            },
            hessian: { point in
                let curvature = self.hessian(Pair(spreading: point))
                return Curvature(xx: curvature.xx[index], xy: curvature.xy[index], yy: curvature.yy[index])
            })
    }
}

extension Pair where Element == SIMD8<Double> {
    /// The same pair eight times.
    fileprivate init(spreading one: Pair<Double>) {
        self.init(x: SIMD8(repeating: one.x), y: SIMD8(repeating: one.y))
    }
}

extension State where L == SIMD8<Double> {
    /// The same memory for eight trajectories.
    fileprivate init(spreading one: State<Double>) {
        self.init(copying: one) { Pair(spreading: $0) }
    }
}
