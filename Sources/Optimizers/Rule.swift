import Lanes

/// How an optimizer moves a point: one trajectory, or eight side by side, to the same bits.
///
/// The updates are concrete because a generic requirement behind `any` costs five times as much. A rule is written once
/// as `LaneRule`, which forwards both to one generic update.
public protocol Rule: Sendable {
    /// The learning rate an observation carries while nothing schedules it.
    var learningRate: Double { get }

    /// What the state holds, in the order in which it is recorded.
    var slots: [Slot] { get }

    /// The state before the first update of one trajectory.
    func makeState() -> State<Double>
    /// Moves `point`, at which `seen` was made, and brings `state` up to date.
    func update(_ point: inout Pair<Double>, _ seen: borrowing Observation<Double>, _ state: inout State<Double>)
    /// Fills the derived slots from the state that `update` left; for recording only.
    func derive(_ seen: borrowing Observation<Double>, _ state: inout State<Double>)

    /// The state before the first update of eight trajectories.
    func makeStates() -> State<SIMD8<Double>>
    /// The same update for eight trajectories.
    func update(
        _ point: inout Pair<SIMD8<Double>>, _ seen: borrowing Observation<SIMD8<Double>>,
        _ state: inout State<SIMD8<Double>>)
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

/// What a rule may see before it moves.
///
/// It can grow (a Hessian, a momentum that a schedule cycles) without a new signature for the rules there are.
public struct Observation<L: Lane> {
    /// The number of the update to come, 1 for the first.
    public var step: Int
    /// The learning rate of this update.
    public var learningRate: Double
    /// The loss at the point.
    public var loss: L
    /// The gradient at the point.
    public var gradient: Pair<L>
    /// A further evaluation anywhere, for rules that look ahead or search a line.
    public let evaluate: (Pair<L>) -> (loss: L, gradient: Pair<L>)

    public init(
        step: Int, learningRate: Double, loss: L, gradient: Pair<L>,
        evaluate: @escaping (Pair<L>) -> (loss: L, gradient: Pair<L>)
    ) {
        (self.step, self.learningRate, self.loss, self.gradient) = (step, learningRate, loss, gradient)
        self.evaluate = evaluate
    }
}

/// A named part of a rule's state.
public struct Slot: Hashable, Sendable {
    /// What an exponential average estimates.
    public enum Moment: Sendable { case first, second }

    /// The source's own name: `square_avg`, `exp_avg`, `nu`, …
    public let name: String
    /// Its place in the state.
    let index: Int
    /// False where both parameters share one number, which is then the pair's `x`.
    public let isPerParameter: Bool
    /// Whether it estimates the gradient's mean (m), its uncentred square (v), or neither.
    public let moment: Moment?
    /// Computed from the rest of the state for the reader, not needed by the rule.
    public let isDerived: Bool

    init(_ index: Int, _ name: String, moment: Moment? = nil, isPerParameter: Bool = true, isDerived: Bool = false) {
        (self.index, self.name, self.moment) = (index, name, moment)
        (self.isPerParameter, self.isDerived) = (isPerParameter, isDerived)
    }
}

/// A rule's memory: a flat buffer of pairs, read through the rule's slots.
public struct State<L: Lane>: Sendable {
    private var pairs: [Pair<L>]
    /// Powers of the decay rates, for bias corrections. They depend on the step alone, so all lanes share them.
    var powers: [RunningPower]

    /// Zero everywhere.
    init(_ slots: [Slot], powersOf bases: [Double] = []) {
        pairs = Array(repeating: Pair(repeating: 0), count: (slots.map(\.index).max() ?? -1) + 1)
        powers = bases.map(RunningPower.init)
    }

    public internal(set) subscript(slot: Slot) -> Pair<L> {
        get { pairs[slot.index] }
        set { pairs[slot.index] = newValue }
    }
}
