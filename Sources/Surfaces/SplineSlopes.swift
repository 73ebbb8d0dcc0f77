/// The slopes at the nodes of a cubic spline through samples on a line, with not-a-knot ends (the first two pieces are
/// one cubic, and so are the last two), which keeps the fourth order up to the ends: de Boor, A Practical Guide to
/// Splines, chapter IV.
///
/// Samples that are not finite break the line into pieces with splines of their own; the slope there is NaN, and also
/// at a sample without neighbors. Three samples make a parabola, two a straight line.
///
/// - Parameters:
///   - samples: One a node.
///   - isSound: For each sample, whether it is as exact as samples are.
///   - widths: The distances between nodes, one fewer.
/// - Returns: The slopes, and for each whether it is of the full order: from a piece of at least four samples (or of all
///   there are on the line), all of them sound.
func splineSlopes(
    _ samples: [Double], isSound: [Bool], widths: [Double]
) -> (slopes: [Double], isSound: [Bool]) {
    var slopes = [Double](repeating: .nan, count: samples.count)
    var sound = [Bool](repeating: false, count: samples.count)
    var start = 0
    while start < samples.count {
        guard samples[start].isFinite else {
            start += 1
            continue
        }
        let end = samples[start...].firstIndex { !$0.isFinite } ?? samples.count
        if end - start > 1 {
            let piece = slopesOfPiece(Array(samples[start..<end]), Array(widths[start..<end - 1]))
            slopes.replaceSubrange(start..<end, with: piece)
            let isFull = end - start >= min(4, samples.count) && isSound[start..<end].allSatisfy { $0 }
            for index in start..<end { sound[index] = isFull }
        }
        start = end
    }
    return (slopes, sound)
}

/// The slopes along one unbroken piece of at least two samples.
private func slopesOfPiece(_ samples: [Double], _ widths: [Double]) -> [Double] {
    let count = widths.count
    let secants = (0..<count).map { (samples[$0 + 1] - samples[$0]) / widths[$0] }
    switch count {
    case 1: return [secants[0], secants[0]]
    case 2:
        let (left, right) = weights(widths, 1)
        let middle = left * secants[0] + right * secants[1]
        return [2 * secants[0] - middle, middle, 2 * secants[1] - middle]
    default:
        let inner = innerSlopes(secants, widths)
        let first = endSlope(inner[0], inner[1], secants[0], secants[1], widths[0] / widths[1])
        let last = endSlope(
            inner[count - 2], inner[count - 3], secants[count - 1], secants[count - 2],
            widths[count - 1] / widths[count - 2])
        return [first] + inner + [last]
    }
}

/// How much the secants to the left and to the right of a node count: the nearer neighbor's more. They add up to 1 and
/// depend on ratios of widths alone.
private func weights(_ widths: [Double], _ node: Int) -> (left: Double, right: Double) {
    let both = widths[node - 1] + widths[node]
    return (widths[node] / both, widths[node - 1] / both)
}

/// The slopes at all nodes but the two ends, of at least four.
///
/// The conditions at the ends are eliminated by hand, so that the system is diagonally dominant whatever the widths,
/// and Thomas's algorithm needs no pivoting.
private func innerSlopes(_ secants: [Double], _ widths: [Double]) -> [Double] {
    let count = secants.count - 1
    var slopes: [Double] = []
    var factors: [Double] = []  // of the next slope in each equation, once the previous one is eliminated
    slopes.reserveCapacity(count)
    factors.reserveCapacity(count)
    for node in 1...count {
        let (left, right) = weights(widths, node)
        var (before, diagonal, after) = (left, 2.0, right)
        var side = 3 * (left * secants[node - 1] + right * secants[node])
        if node == 1 {
            (before, diagonal) = (0, 1)
            side = left * left * secants[0] + right * (2 + left) * secants[1]
        } else if node == count {
            (diagonal, after) = (1, 0)
            side = left * (2 + right) * secants[node - 1] + right * right * secants[node]
        }
        let pivot = diagonal - before * (factors.last ?? 0)
        slopes.append((side - before * (slopes.last ?? 0)) / pivot)
        factors.append(after / pivot)
    }
    for index in (0..<count - 1).reversed() { slopes[index] -= factors[index] * slopes[index + 1] }
    return slopes
}

/// The slope at an end from those at the next two nodes: both pieces have the same third derivative.
private func endSlope(
    _ next: Double, _ second: Double, _ secant: Double, _ nextSecant: Double, _ ratio: Double
) -> Double {
    let third = next + second - 2 * nextSecant
    return 2 * secant - next + ratio * ratio * third
}
