/// The line search of `torch.optim.LBFGS` (`_strong_wolfe`): a step that meets the strong Wolfe conditions with
/// c₁ = 10⁻⁴ and c₂ = 0.9, bracketed and then narrowed by cubic interpolation (Nocedal and Wright 2006, algorithms 3.5
/// and 3.6).
///
/// Comparisons are written so that a number that is not one takes the branch it takes in the source.
struct TorchStrongWolfe {
    /// A point of the line.
    struct Trial {
        /// How far along the direction, in multiples of it.
        var length: Double
        var loss: Double
        var gradient: Pair<Double>
        /// The derivative along the direction.
        var slope: Double
    }

    /// The point with length 0.
    let start: Trial
    let origin, direction: Pair<Double>
    /// A bracket shorter than this is not narrowed.
    let toleranceChange: Double
    /// How many lengths are tried after the first.
    let limit: Int
    let surroundings: Surroundings<Double>
    /// How many lengths were tried.
    private(set) var evaluations = 0

    init(
        from origin: Pair<Double>, loss: Double, gradient: Pair<Double>, along direction: Pair<Double>,
        toleranceChange: Double, limit: Int,
        surroundings: Surroundings<Double>
    ) {
        start = Trial(length: 0, loss: loss, gradient: gradient, slope: gradient.dot(direction))
        (self.origin, self.direction, self.surroundings) = (origin, direction, surroundings)
        (self.toleranceChange, self.limit) = (toleranceChange, limit)
    }

    /// The step found, from the first length to try.
    mutating func search(first length: Double) -> Trial {
        var previous = start
        var current = attempt(length)
        while evaluations - 1 < limit {
            if isTooHigh(current) || (evaluations > 2 && current.loss >= previous.loss) {
                return narrow(previous, current)
            }
            if isFlatEnough(current) { return current }
            if current.slope >= 0 { return narrow(previous, current) }

            let least = current.length + 0.01 * (current.length - previous.length)
            let next = Self.interpolate(previous, current, between: least, and: current.length * 10)
            previous = current
            current = attempt(next)
        }
        return start.loss <= current.loss ? start : current
    }

    /// The better end of a bracket after narrowing it.
    private mutating func narrow(_ first: Trial, _ second: Trial) -> Trial {
        var (low, high) = first.loss <= second.loss ? (first, second) : (second, first)
        // The source interpolates from the place of each end in the bracket, which an end keeps as its role changes.
        var lowIsFirst = first.loss <= second.loss
        var hadStalled = false
        while evaluations - 1 < limit {
            let width = (high.length - low.length).magnitude
            if width * max(direction.x.magnitude, direction.y.magnitude) < toleranceChange { break }

            let (one, other) = lowIsFirst ? (low, high) : (high, low)
            let (left, right) = (min(one.length, other.length), max(one.length, other.length))
            let cubic = Self.interpolate(one, other, between: left, and: right)
            let next = Self.keptAway(cubic, from: left, and: right, &hadStalled)
            let trial = attempt(next)
            if isTooHigh(trial) || trial.loss >= low.loss {
                high = trial
                let (one, other) = lowIsFirst ? (low, high) : (high, low)
                lowIsFirst = one.loss <= other.loss
                (low, high) = lowIsFirst ? (one, other) : (other, one)
            } else {
                if isFlatEnough(trial) { return trial }
                if trial.slope * (high.length - low.length) >= 0 { high = low }
                low = trial
            }
        }
        return low
    }

    private mutating func attempt(_ length: Double) -> Trial {
        evaluations += 1
        let (loss, gradient) = surroundings.evaluate(origin + length * direction)
        return Trial(length: length, loss: loss, gradient: gradient, slope: gradient.dot(direction))
    }

    private func isTooHigh(_ trial: Trial) -> Bool { trial.loss > start.loss + 1e-4 * trial.length * start.slope }

    private func isFlatEnough(_ trial: Trial) -> Bool { trial.slope.magnitude <= -0.9 * start.slope }

    /// A length that would make too little progress twice in a row is moved a tenth of the bracket away from its end.
    private static func keptAway(
        _ length: Double, from left: Double, and right: Double, _ hadStalled: inout Bool
    ) -> Double {
        let margin = 0.1 * (right - left)
        guard min(right - length, length - left) < margin else {
            hadStalled = false
            return length
        }
        guard hadStalled || length >= right || length <= left else {
            hadStalled = true
            return length
        }
        hadStalled = false
        return (length - right).magnitude < (length - left).magnitude ? right - margin : left + margin
    }

    /// The least point of the cubic through two trials and their slopes, kept between bounds; the middle of the bounds
    /// where the cubic has none.
    private static func interpolate(_ a: Trial, _ b: Trial, between least: Double, and most: Double) -> Double {
        let secant = 3 * (a.loss - b.loss) / (a.length - b.length)
        let d1 = a.slope + b.slope - secant
        let square = d1 * d1 - a.slope * b.slope
        guard square >= 0 else { return (least + most) / 2 }
        let d2 = square.squareRoot()
        let position: Double
        if a.length <= b.length {
            let part = (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2)
            position = b.length - (b.length - a.length) * part
        } else {
            let part = (a.slope + d2 - d1) / (a.slope - b.slope + 2 * d2)
            position = a.length - (a.length - b.length) * part
        }
        let raised = least > position ? least : position
        return most < raised ? most : raised
    }
}
