import Lanes

/// A line search for the strong Wolfe conditions: f(x + αp) ≤ f(x) + c₁ α φ′(0) and |φ′(α)| ≤ c₂ |φ′(0)|.
///
/// Algorithms 3.5 (bracketing, by doubling) and 3.6 (zoom, by the cubic (3.59) or else by halves) of Nocedal and Wright
/// 2006. At most 71 evaluations; a search that reaches its limit settles for sufficient decrease.
struct StrongWolfe: Sendable {
    let c1, c2: Double

    private static let doublings = 30
    private static let zooms = 40
    /// A trial of the cubic nearer to an end than this part of the interval gives way to the middle.
    private static let margin = 1.0 / 128

    init(_ settings: Settings) {
        c1 = settings["c1"]
        c2 = settings["c2"]
    }

    /// The two constants as hyperparameters; `curvature` is the customary c₂.
    static func hyperparameters(curvature: Double) -> [Hyperparameter] {
        [
            .sufficientDecrease(),
            Hyperparameter(
                "c2", .number(.inside), default: .number(curvature), symbol: "$c_2$",
                "the slope, relative to the first, that ends the line search"),
        ]
    }

    static func conflicts(_ settings: Settings) -> [SettingError] {
        settings["c1"] < settings["c2"] ? [] : [SettingError("c1", "c1 must be less than c2")]
    }

    /// A sample that fulfils the conditions, or at least the first; nil where no step found does.
    func search(_ line: Line, first: Double) -> Line.Sample? {
        var previous = line.start
        var alpha = first
        for trial in 0...Self.doublings {
            guard alpha.isFinite, alpha > 0 else { break }
            let current = line.sample(alpha)
            if !current.isFinite || !line.decreasesEnough(current, c1: c1)
                || (trial > 0 && current.loss >= previous.loss)
            {
                return zoom(line, low: previous, high: current)
            }
            if isFlatEnough(current, line) { return current }
            if current.slope >= 0 { return zoom(line, low: current, high: previous) }
            previous = current
            alpha = 2 * alpha
        }
        return previous.alpha > 0 ? previous : nil
    }

    /// `low` has sufficient decrease and the lowest loss so far, and falls towards `high`.
    private func zoom(_ line: Line, low: Line.Sample, high: Line.Sample) -> Line.Sample? {
        var (low, high) = (low, high)
        for _ in 0..<Self.zooms {
            let alpha = trial(low, high)
            guard alpha != low.alpha, alpha != high.alpha else { break }
            let current = line.sample(alpha)
            if !current.isFinite || !line.decreasesEnough(current, c1: c1) || current.loss >= low.loss {
                high = current
            } else {
                if isFlatEnough(current, line) { return current }
                if current.slope * (high.alpha - low.alpha) >= 0 { high = low }
                low = current
            }
        }
        return low.alpha > 0 ? low : nil
    }

    private func isFlatEnough(_ sample: Line.Sample, _ line: Line) -> Bool {
        sample.slope.magnitude <= -c2 * line.start.slope
    }

    /// The minimizer (3.59) of the cubic through both ends, if it lies well inside; else the middle.
    private func trial(_ low: Line.Sample, _ high: Line.Sample) -> Double {
        let width = high.alpha - low.alpha
        let middle = low.alpha + 0.5 * width
        guard high.isFinite else { return middle }
        let d1 = low.slope + high.slope - 3 * ((low.loss - high.loss) / (low.alpha - high.alpha))
        let square = d1 * d1 - low.slope * high.slope
        guard square >= 0 else { return middle }
        let root = square.squareRoot()
        let d2 = width > 0 ? root : -root
        let part = 1 - (high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2)
        guard part > Self.margin, part < 1 - Self.margin else { return middle }
        return low.alpha + part * width
    }
}

extension Hyperparameter {
    /// Armijo's constant.
    static func sufficientDecrease() -> Self {
        Self(
            "c1", aliases: ["c"], .number(.inside), default: .number(1e-4), symbol: "$c_1$",
            "the part of the decrease that the slope promises which a step must reach")
    }
}
