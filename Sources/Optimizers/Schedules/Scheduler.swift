/// The numbers a schedule changes and schedules share: torch's group of parameters with all its keys.
struct ParameterGroup {
    /// The learning rate now.
    var rate: Double
    /// The rate that schedules start from; the first schedule fixes it, OneCycleLR replaces it.
    var initialRate: Double?
    var largestRate = 0.0
    var smallestRate = 0.0
    /// The momentum or β₁ now; nil while no schedule has set one.
    var momentum: Double?
    var baseMomentum = 0.0
    var largestMomentum = 0.0

    init(rate: Double) { self.rate = rate }
}

/// A schedule at work, with the stages of life that `LRScheduler` of torch 2.13 has.
///
/// SequentialLR makes every schedule, takes their first steps back and starts the one whose turn it is; what a schedule
/// left in the group by being made stays there. The stages are kept apart here so that sequences agree with torch's.
protocol Scheduler: Sendable {
    /// Made: `__init__`, the first step included.
    mutating func attach(to group: inout ParameterGroup)
    /// The first step: `_initial_step()`.
    mutating func begin(_ group: inout ParameterGroup)
    /// One update later: `step()`.
    mutating func advance(_ group: inout ParameterGroup)
    /// From epoch 0 again, its turn having come: `_update_lr(0)`.
    mutating func restart(_ group: inout ParameterGroup)
    /// One epoch back, leaving the group alone.
    mutating func undo()

    /// The most updates it knows a rate for, where its own clock runs some steps ahead; nil without a bound.
    func longest(ahead: Int) -> Int?
    /// Why torch cannot restart it, after "torch"; nil where it can.
    var obstacleToRestart: String? { get }
}

extension Scheduler {
    func longest(ahead: Int) -> Int? { nil }
    var obstacleToRestart: String? { nil }
}

/// What every simple schedule keeps: `last_epoch` and `base_lrs`.
struct Clock {
    var epoch = -1
    var baseRate = 0.0
}

/// A schedule whose rate follows from its epoch and the rate before.
protocol EpochScheduler: Scheduler {
    var clock: Clock { get set }
    /// What making it writes into the group before the first step.
    func prepare(_ group: inout ParameterGroup)
    /// The rate of the clock's epoch, the group's rate being that of the epoch before: `get_lr()`.
    func rate(_ group: inout ParameterGroup, isInitial: Bool) -> Double
    /// The rate of epoch 0 without the one before: `_get_closed_form_lr()`; nil where torch has no such form.
    var rateAtStart: Double? { get }
}

extension EpochScheduler {
    func prepare(_ group: inout ParameterGroup) {}
    var rateAtStart: Double? { nil }

    mutating func attach(to group: inout ParameterGroup) {
        prepare(&group)
        let initial = group.initialRate ?? group.rate
        group.initialRate = initial
        clock = Clock(epoch: -1, baseRate: initial)
        begin(&group)
    }

    mutating func begin(_ group: inout ParameterGroup) {
        clock.epoch += 1
        group.rate = rate(&group, isInitial: true)
    }

    mutating func advance(_ group: inout ParameterGroup) {
        clock.epoch += 1
        group.rate = rate(&group, isInitial: false)
    }

    mutating func restart(_ group: inout ParameterGroup) {
        clock.epoch = 0
        group.rate = rateAtStart ?? rate(&group, isInitial: false)
    }

    mutating func undo() { clock.epoch -= 1 }
}
