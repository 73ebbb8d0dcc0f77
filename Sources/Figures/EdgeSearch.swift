import Surfaces

/// The search along one edge of the grid for the point where the surface has a level.
///
/// The two ends lie on different sides of the level. Each round evaluates the surface where a straight line through
/// the ends of the bracket would meet the level (regula falsi), halving the weight of an end that stays (Illinois). It
/// evaluates in the middle where a value is not finite, where an end lies exactly on the level (a plateau may begin
/// anywhere between) and where straight lines have not settled the matter after a few rounds (a spike or a step).
struct EdgeSearch {
    /// Whose vertex this is.
    let crossing: Int
    private let level: Double
    private let from: SIMD2<Double>
    private let to: SIMD2<Double>
    /// The bracket along the edge (0…1) and the surface's height over the level at its ends.
    private var low = 0.0
    private var high = 1.0
    private var lowHeight: Double
    private var highHeight: Double
    private var guess: Double
    private enum End { case low, high }
    private var lastMoved: End?
    private var isSettled = false
    private var rounds = 0
    /// A guess is good enough when the next would move it by less than this part of the edge …
    private static let tolerance = 0.002
    /// … and the surface there is so much closer to the level than at the end it replaces.
    private static let gain = 0.1
    private static let straightRounds = 5
    private static let maximumRounds = 14

    init(_ crossing: Int, _ from: SIMD2<Double>, _ start: Double, _ to: SIMD2<Double>, _ end: Double, _ level: Double) {
        (self.crossing, self.level, self.from, self.to) = (crossing, level, from, to)
        (lowHeight, highHeight) = (start - level, end - level)
        guess = 0.5
        guess = chord()
    }

    /// Where the level was found.
    var place: SIMD2<Double> { from * (1 - guess) + to * guess }

    private func chord() -> Double {
        let isStraight = lowHeight.isFinite && highHeight.isFinite && lowHeight != 0 && highHeight != 0
        guard isStraight, rounds < Self.straightRounds else { return (low + high) / 2 }
        return low + (high - low) * (lowHeight / (lowHeight - highHeight))
    }

    /// Narrows the bracket by the surface's value at the guess.
    private mutating func narrow(_ value: Double) {
        let height = value - level
        let isLowSide = (height >= 0) == (lowHeight >= 0)
        let isCloser = abs(height) < Self.gain * abs(isLowSide ? lowHeight : highHeight)
        if isLowSide {
            if lastMoved == .low { highHeight /= 2 }
            (low, lowHeight, lastMoved) = (guess, height, .low)
        } else {
            if lastMoved == .high { lowHeight /= 2 }
            (high, highHeight, lastMoved) = (guess, height, .high)
        }
        rounds += 1
        let next = chord()
        isSettled = abs(next - guess) < Self.tolerance && isCloser
        guess = next
    }

    /// Runs many searches together, so that the surface is evaluated in blocks.
    static func run(_ searches: inout [EdgeSearch], on field: any ScalarField) {
        var active = Array(searches.indices)
        var (x, y): ([Double], [Double]) = ([], [])
        for _ in 0..<maximumRounds where !active.isEmpty {
            x.removeAll(keepingCapacity: true)
            y.removeAll(keepingCapacity: true)
            for index in active {
                let place = searches[index].place
                x.append(place.x)
                y.append(place.y)
            }
            let values = field.values(x: x, y: y)
            for (position, index) in active.enumerated() { searches[index].narrow(values[position]) }
            active.removeAll { searches[$0].isSettled }
        }
    }
}
