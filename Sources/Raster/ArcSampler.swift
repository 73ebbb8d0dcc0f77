import Drawings

/// Samples circular arcs of one radius for round joins and caps, by halving: only square roots, so the same vertices
/// everywhere.
struct ArcSampler {
    let radius: Double
    /// Unit vectors whose dot product is at least this are joined by one chord.
    private let chordCosine: Double

    init(radius: Double) {
        self.radius = radius
        let depth = max(1 - flatteningTolerance / radius, 0)
        chordCosine = 2 * depth * depth - 1
    }

    /// Adds the vertices strictly between two unit vectors.
    ///
    /// - Parameter middle: a unit vector at a right angle to `from` that an arc beyond a right angle passes on its way.
    func append(around center: Point, from: Point, to: Point, by middle: Point, into list: inout [Point]) {
        if from.x * to.x + from.y * to.y < 0 {
            halve(around: center, from: from, to: middle, depth: 0, into: &list)
            list.append(center + middle * radius)
            halve(around: center, from: middle, to: to, depth: 0, into: &list)
        } else {
            halve(around: center, from: from, to: to, depth: 0, into: &list)
        }
    }

    private func halve(around center: Point, from: Point, to: Point, depth: Int, into list: inout [Point]) {
        guard from.x * to.x + from.y * to.y < chordCosine, depth < 16 else { return }
        let sum = from + to
        let middle = sum / length(sum)
        halve(around: center, from: from, to: middle, depth: depth + 1, into: &list)
        list.append(center + middle * radius)
        halve(around: center, from: middle, to: to, depth: depth + 1, into: &list)
    }
}
