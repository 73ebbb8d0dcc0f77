import Lanes

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
    /// Whether it is a slot of the rule that the state's owner goes around.
    private(set) var isInner = false

    init(_ index: Int, _ name: String, moment: Moment? = nil, isPerParameter: Bool = true, isDerived: Bool = false) {
        (self.index, self.name, self.moment) = (index, name, moment)
        (self.isPerParameter, self.isDerived) = (isPerParameter, isDerived)
    }

    /// The same slot as the rule around this slot's rule sees it.
    var ofInnerRule: Slot {
        var slot = self
        slot.isInner = true
        return slot
    }
}

/// A rule's memory: a flat buffer of pairs, read through the rule's slots.
public struct State<L: Lane>: Sendable {
    private var pairs: [Pair<L>]
    /// What the rule remembers but does not tell: histories, counters.
    var hidden: [Pair<L>]
    /// The states of the rules that this one goes around.
    var inner: [State<L>] = []
    /// Powers of the decay rates, for bias corrections. They depend on the step alone, so all lanes share them.
    var powers: [RunningPower]

    /// Zero everywhere.
    ///
    /// - Parameter hidden: How many pairs there are room for besides the slots.
    init(_ slots: [Slot], powersOf bases: [Double] = [], hidden count: Int = 0) {
        hidden = Array(repeating: Pair(repeating: 0), count: count)
        pairs = Array(repeating: Pair(repeating: 0), count: (slots.map(\.index).max() ?? -1) + 1)
        powers = bases.map(RunningPower.init)
    }

    public internal(set) subscript(slot: Slot) -> Pair<L> {
        get { slot.isInner ? inner[0].pairs[slot.index] : pairs[slot.index] }
        set { pairs[slot.index] = newValue }
    }
}

extension State where L == Double {
    /// Copies the slots at some places to memory, the first to `target` and each further one `stride` elements on.
    public func copy(_ places: [SlotPlace], to target: UnsafeMutablePointer<SIMD2<Double>>, stride: Int) {
        var target = target
        for place in places {
            target.pointee = place.isInner ? inner[0].pairs[place.index].point : pairs[place.index].point
            target += stride
        }
    }
}

/// Where a state keeps a slot.
public struct SlotPlace: Sendable {
    fileprivate let index: Int
    fileprivate let isInner: Bool
}

extension Slot {
    /// Where the state keeps it.
    public var place: SlotPlace { SlotPlace(index: index, isInner: isInner) }
}

extension State where L == SIMD8<Double> {
    /// The memory of one of eight trajectories.
    func lane(_ index: Int) -> State<Double> {
        State<Double>(copying: self) { $0.lane(index) }
    }

    /// Takes over the memory of one of eight trajectories.
    mutating func replace(lane index: Int, with one: State<Double>) {
        for place in pairs.indices { pairs[place].replace(lane: index, with: one.pairs[place]) }
        for place in hidden.indices { hidden[place].replace(lane: index, with: one.hidden[place]) }
        for place in inner.indices { inner[place].replace(lane: index, with: one.inner[place]) }
        powers = one.powers
    }
}

extension State {
    /// Another state's memory, pair by pair in another form.
    init<Other: Lane>(copying other: State<Other>, _ convert: (Pair<Other>) -> Pair<L>) {
        self.init(
            pairs: other.pairs.map(convert), hidden: other.hidden.map(convert),
            inner: other.inner.map { State(copying: $0, convert) }, powers: other.powers)
    }

    fileprivate init(pairs: [Pair<L>], hidden: [Pair<L>], inner: [State<L>], powers: [RunningPower]) {
        (self.pairs, self.hidden, self.inner, self.powers) = (pairs, hidden, inner, powers)
    }
}
