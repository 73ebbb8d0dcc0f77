import Optimizers

/// Fills a trajectory's columns by blocks: arrays check at each step what a block has to check once.
struct TrajectoryRecorder: DescentRecord {
    static let hasState = true

    private var trajectory: Trajectory
    private let places: [SlotPlace]
    private let block: StepBlock
    /// The steps in the block.
    private var count = 0

    init(_ run: Run, _ slots: [Slot]) {
        trajectory = Trajectory(run, recording: slots)
        places = slots.map(\.place)
        block = StepBlock(slots: slots.count)
    }

    var outcome: Outcome {
        get { trajectory.outcome }
        set { trajectory.outcome = newValue }
    }

    var endsOffSurface: Bool {
        get { trajectory.endsOffSurface }
        set { trajectory.endsOffSurface = newValue }
    }

    mutating func append(_ point: SIMD2<Double>, _ view: View, evaluations: Int, learningRate: Double) {
        if count == StepBlock.size { flush() }
        block.points[count] = point
        block.losses[count] = view.loss
        block.gradients[count] = view.seen.gradient
        block.fullGradients[count] = view.gradient
        block.evaluations[count] = evaluations
        block.learningRates[count] = learningRate
        count += 1
    }

    mutating func appendNoState() {
        for column in places.indices { block.state[column * StepBlock.size + count - 1] = SIMD2(repeating: .nan) }
    }

    mutating func append(_ state: State<Double>) {
        guard let row = block.state.baseAddress else { return }
        state.copy(places, to: row + (count - 1), stride: StepBlock.size)
    }

    /// The trajectory with all that was recorded.
    mutating func finish() -> Trajectory {
        flush()
        return trajectory
    }

    private mutating func flush() {
        trajectory.points.append(contentsOf: block.points.prefix(count))
        trajectory.losses.append(contentsOf: block.losses.prefix(count))
        trajectory.gradients.append(contentsOf: block.gradients.prefix(count))
        if trajectory.run.sampling.isStochastic {
            trajectory.fullGradients.append(contentsOf: block.fullGradients.prefix(count))
        }
        trajectory.evaluations.append(contentsOf: block.evaluations.prefix(count))
        trajectory.learningRates.append(contentsOf: block.learningRates.prefix(count))
        for column in places.indices {
            trajectory.state[column].values.append(contentsOf: block.column(column).prefix(count))
        }
        count = 0
    }
}

/// Room for some steps of a run, column by column. It is written before it is read.
private final class StepBlock {
    /// Few enough to stay in the cache.
    static let size = 256

    let points, gradients, fullGradients: UnsafeMutableBufferPointer<SIMD2<Double>>
    let losses, learningRates: UnsafeMutableBufferPointer<Double>
    let evaluations: UnsafeMutableBufferPointer<Int>
    /// The values of one slot after those of another.
    let state: UnsafeMutableBufferPointer<SIMD2<Double>>

    init(slots: Int) {
        func room<Element>(_ columns: Int = 1) -> UnsafeMutableBufferPointer<Element> {
            .allocate(capacity: columns * Self.size)
        }
        (points, gradients, fullGradients) = (room(), room(), room())
        (losses, learningRates, evaluations) = (room(), room(), room())
        state = room(slots)
    }

    deinit {
        for buffer in [points, gradients, fullGradients, state] { buffer.deallocate() }
        for buffer in [losses, learningRates] { buffer.deallocate() }
        evaluations.deallocate()
    }

    func column(_ column: Int) -> Slice<UnsafeMutableBufferPointer<SIMD2<Double>>> {
        state[column * Self.size..<(column + 1) * Self.size]
    }
}
