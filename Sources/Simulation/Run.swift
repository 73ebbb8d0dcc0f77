import Optimizers

/// One path over a surface: what makes it, where it starts, and for how long.
public struct Run: Sendable {
    /// The surface of a run that is told nothing else.
    public static let mainSurface = "main"

    /// Where the points of a run come from.
    public enum Motion: Sendable {
        /// A rule with its settings, to be followed step by step.
        case optimizer(Optimizer)
        /// A training run that was made elsewhere.
        case recorded(Recording)
    }

    /// Names the run in data: `rms`, `adam-2`, `adam@2` for a second start, `adam#2` for a second seed.
    public let id: String
    /// The id without start and seed: a figure draws one family in one colour.
    public let family: String
    /// The id of the entry it belongs to, also without the values of a sweep: `adam`.
    public let entry: String
    /// Names the run in figures, as `MathText`.
    public let label: String
    /// Which of several surfaces it is on, by the name it has among them.
    public let surface: String
    public let motion: Motion
    /// The first point.
    public let start: SIMD2<Double>
    /// The number of updates, at least 0.
    public let steps: Int
    /// What the optimizer sees of the gradient.
    public let sampling: Sampling
    /// What ends the run before its last step.
    public let until: StopRule
    /// How the learning rate changes; nil where it does not.
    public let schedule: Schedule?
    /// What is done to a gradient before the rule sees it; nil for nothing.
    public let clipping: Clipping?

    /// A descent to be made.
    ///
    /// - Parameters:
    ///   - family: The id without start and seed; the run's own where it is nil.
    ///   - entry: The entry's id; the family's where it is nil.
    ///   - surface: Which of several surfaces it is on.
    public init(
        id: String, family: String? = nil, entry: String? = nil, label: String, optimizer: Optimizer,
        surface: String = Run.mainSurface, start: SIMD2<Double>, steps: Int,
        sampling: Sampling = Sampling(), until: StopRule = StopRule(),
        schedule: Schedule? = nil, clipping: Clipping? = nil
    ) {
        (self.id, self.label, self.surface) = (id, label, surface)
        self.family = family ?? id
        self.entry = entry ?? self.family
        (motion, self.start, self.steps) = (.optimizer(optimizer), start, Swift.max(0, steps))
        (self.sampling, self.until) = (sampling, until)
        (self.schedule, self.clipping) = (schedule, clipping)
    }

    /// A run that was made elsewhere.
    public init(id: String, label: String, recording: Recording, surface: String = Run.mainSurface) {
        (self.id, family, entry, self.label, self.surface) = (id, id, id, label, surface)
        motion = .recorded(recording)
        start = recording.points.first ?? SIMD2(.nan, .nan)
        steps = max(0, recording.points.count - 1)
        (sampling, until, schedule, clipping) = (Sampling(), StopRule(), nil, nil)
    }

    /// The optimizer; nil for a recorded run.
    public var optimizer: Optimizer? {
        if case .optimizer(let optimizer) = motion { optimizer } else { nil }
    }
}

/// The points of a training run that was made elsewhere.
public struct Recording: Sendable {
    /// The name of the file they come from.
    public let file: String
    /// One a step, the start first.
    public let points: [SIMD2<Double>]
    /// The loss at each point; nil where the file has none, and the surface's own stands in.
    public let losses: [Double]?

    public init(file: String, points: [SIMD2<Double>], losses: [Double]?) {
        (self.file, self.points, self.losses) = (file, points, losses)
    }
}

/// What an optimizer sees of a gradient: all of it, a mini-batch's, or with noise.
///
/// Everything random is a function of seed, repetition and step alone, so that a run does not depend on the runs beside
/// it, and all optimizers of a scene meet the same batches and the same noise.
public struct Sampling: Hashable, Sendable {
    /// How many samples an update sees; nil for all of them. Only on fields fitted to data (`BatchedField`).
    public var batch: Int?
    /// The standard deviation of Gaussian noise added to each component of the gradient; 0 for none.
    public var noise: Double
    /// At least 0.
    public var seed: Int
    /// 0 for the first of several repetitions with the same settings.
    public var repetition: Int

    public init(batch: Int? = nil, noise: Double = 0, seed: Int = 0, repetition: Int = 0) {
        (self.batch, self.noise, self.seed, self.repetition) = (batch, noise, seed, repetition)
    }

    /// Whether the optimizer sees something else than the surface's own gradient.
    public var isStochastic: Bool { batch != nil || noise > 0 }
}
