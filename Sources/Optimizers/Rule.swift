import Lanes

/// How an optimizer moves a point: one trajectory, or eight side by side, to the same bits.
///
/// The updates are concrete because a generic requirement behind `any` costs five times as much. A rule is written once
/// as `LaneRule`, which forwards both to one generic update.
public protocol Rule: Sendable {
    /// The learning rate an observation carries while nothing schedules it.
    var learningRate: Double { get }

    /// Whether each update follows one gradient, which may be clipped; false for line searches and curvature.
    var isFirstOrder: Bool { get }

    /// What the state holds, in the order in which it is recorded.
    var slots: [Slot] { get }

    /// The state before the first update of one trajectory.
    func makeState() -> State<Double>
    /// Moves `point`, at which `seen` was made, and brings `state` up to date.
    func update(_ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    /// Fills the derived slots from the state that `update` left; for recording only.
    func derive(_ seen: borrowing Observation<Double>, _ state: inout State<Double>)

    /// Both at once: what a run that is recorded asks for at every step.
    func updateAndDerive(
        _ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)

    /// The state before the first update of eight trajectories.
    func makeStates() -> State<SIMD8<Double>>
    /// The same update for eight trajectories.
    func update(
        _ point: inout Pair<SIMD8<Double>>, _ seen: borrowing Observation<SIMD8<Double>>,
        _ state: inout State<SIMD8<Double>>)
}

extension Rule {
    public var isFirstOrder: Bool { true }

    public func updateAndDerive(
        _ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>
    ) {
        update(&point, seen, &state)
        derive(seen, &state)
    }
}

/// A rule written once for every lane.
///
/// Products and sums stand in the order of the source, and none is fused: `a + w * b * c` is `a + (w·b)·c`.
protocol LaneRule: Rule {
    func initialState<L: Lane>() -> State<L>
    func step<L: Lane>(_ x: inout Pair<L>, _ seen: borrowing Observation<L>, _ state: inout State<L>)
    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>)
}

extension LaneRule {
    func derived<L: Lane>(_ seen: borrowing Observation<L>, _ state: inout State<L>) {}

    public func makeState() -> State<Double> { initialState() }
    public func makeStates() -> State<SIMD8<Double>> { initialState() }

    public func update(_ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    {
        step(&point, seen, &state)
    }

    public func derive(_ seen: borrowing Observation<Double>, _ state: inout State<Double>) { derived(seen, &state) }

    public func update(
        _ point: inout Pair<SIMD8<Double>>, _ seen: borrowing Observation<SIMD8<Double>>,
        _ state: inout State<SIMD8<Double>>
    ) {
        step(&point, seen, &state)
    }
}
