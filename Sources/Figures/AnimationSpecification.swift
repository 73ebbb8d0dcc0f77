import Lanes

/// How a figure moves, as far as its author said.
public struct AnimationSpecification: Hashable, Sendable {
    public enum Pace: String, Hashable, Sendable, CaseIterable {
        /// As many steps in each second.
        case linear
        /// Slowly at first, then ever faster: each second shows about so many times the steps of all before.
        case log
    }

    /// Frames a second, in `rates`.
    public var fps = 30.0
    /// How long the runs take, in seconds; nil where `stepsPerFrame` says it.
    public var duration: Double? = 8
    /// How many steps a frame adds; only where there is no duration.
    public var stepsPerFrame = 1.0
    /// How long the last frame stands, in seconds.
    public var hold = 0.0
    public var pace = Pace.linear
    /// How often the film is shown; 0 for endlessly.
    public var loops = 0
    /// Over how many steps a trail fades behind its head; nil for trails that stay.
    public var fade: Int?
    /// Whether the number of the step is written on maps.
    public var hasCounter = true
    /// Steps to draw as pictures of their own, for handouts.
    public var stills: [Int] = []

    public init() {}

    /// Rates that can be asked for, in frames a second.
    public static let rates = 0.1...240.0
    /// Durations that can be asked for, in seconds.
    public static let durations = 0.0...3600.0
}

extension AnimationSpecification {
    /// How many frames the runs take, at least 1, and how many there are in all.
    ///
    /// - Parameter steps: of the longest run.
    public func frameCounts(steps: Int) -> (moving: Int, all: Int) {
        let held = Self.whole(fps * hold)
        guard let duration else {
            let moving = Self.whole((Double(steps) / stepsPerFrame).rounded(.up)) + 1
            return (moving, moving + held)
        }
        // fps · (duration + hold), exactly.
        let all = max(1, Self.whole(fps * (duration + hold)))
        return (max(1, all - held), all)
    }

    private static func whole(_ number: Double) -> Int { Int(exactly: number.rounded()) ?? Int.max / 4 }

    /// The step that a frame shows, between whole ones where there are more frames than steps.
    ///
    /// - Parameters:
    ///   - frame: from 0.
    ///   - steps: of the longest run.
    public func step(atFrame frame: Int, steps: Int) -> Double {
        let (moving, _) = frameCounts(steps: steps)
        guard frame < moving - 1 else { return Double(steps) }
        if duration == nil { return min(Double(frame) * stepsPerFrame, Double(steps)) }
        let part = Double(frame) / Double(moving - 1)
        switch pace {
        case .linear: return part * Double(steps)
        case .log:
            // (steps + 1)^part − 1, from 0 to all steps.
            return min(Double(steps), max(0, (part * (Double(steps) + 1).logarithm()).exponential() - 1))
        }
    }
}

/// The time a frame shows.
struct Moment: Hashable, Sendable {
    /// From 0; between whole numbers on the way from one point to the next. nil at the end of all runs.
    var step: Double?
    /// Over how many steps a trail fades behind its head; nil for trails that stay.
    var fade: Int?
    /// The last step of the longest run.
    var lastStep = 0

    /// When all runs have ended, without anything that only films have.
    static let end = Moment()
}
