import Drawings

/// Finds room for words among the lines of a panel.
struct FreePlaces {
    private let box: Box
    /// Places along the lines, near each other.
    private let points: [Point]
    private var taken: [Box] = []

    /// How far the places along a line lie apart, and how near words may come to them, in points.
    private static let (step, margin) = (2.0, 1.5)

    /// - Parameter lines: what the words should not cover, as polylines; parts outside the box do not matter.
    init(in box: Box, among lines: [[Point]]) {
        self.box = box
        points = lines.flatMap { line in
            zip(line, line.dropFirst()).flatMap { Self.places(from: $0, to: $1, near: box) }
        }
    }

    private static func places(from start: Point, to end: Point, near box: Box) -> [Point] {
        let (low, high) = (pointwiseMin(start, end), pointwiseMax(start, end))
        guard high.x >= box.min.x, low.x <= box.max.x, high.y >= box.min.y, low.y <= box.max.y else { return [] }
        let length = min((end - start).length, 4 * (box.width + box.height))
        let count = max(1, Int(exactly: (length / step).rounded(.up)) ?? 1)
        return (0...count).map { start + (Double($0) / Double(count)) * (end - start) }
    }

    /// Takes the first of the boxes that cover least of the lines, of those inside the panel that cover no other words.
    ///
    /// - Parameter most: how many points of line may be covered, about.
    /// - Returns: its index; nil where there is none.
    mutating func take(_ candidates: [Box], covering most: Double = .infinity) -> Int? {
        let free = candidates.indices.filter { index in
            let words = candidates[index]
            return box.contains(words.min) && box.contains(words.max) && !taken.contains { $0.overlaps(words) }
        }
        let costs = free.map { index in (index, covered(candidates[index])) }
        guard let best = costs.min(by: { $0.1 < $1.1 }), Self.step * Double(best.1) <= most else { return nil }
        taken.append(candidates[best.0])
        return best.0
    }

    private func covered(_ words: Box) -> Int {
        let area = words.grown(by: Self.margin)
        return points.count(where: area.contains)
    }
}

extension Box {
    fileprivate func overlaps(_ other: Box) -> Bool {
        min.x < other.max.x && other.min.x < max.x && min.y < other.max.y && other.min.y < max.y
    }
}
