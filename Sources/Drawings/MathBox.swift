/// Something set: its outline with the beginning of its baseline at the origin, and its measures, in points.
struct MathBox {
    var outline = Path()
    /// How far the pen moves, without the lean of a slanted letter.
    var width = 0.0
    /// How far it reaches above the baseline.
    var height = 0.0
    /// How far it reaches below the baseline.
    var depth = 0.0
    /// How far a slanted letter leans over the pen's place behind it.
    var italicCorrection = 0.0
    /// Whether scripts stand as they do beside a single character, whatever its height.
    var isCharacter = false
    /// Where along x an accent stands; nil for the middle.
    var attachment: Double?

    /// Empty space.
    init(width: Double = 0) { self.width = width }

    /// An outline as high and deep as its ink.
    init(_ outline: Path, width: Double) {
        self.outline = outline
        self.width = width
        if let ink = outline.bounds { (height, depth) = (-ink.min.y, ink.max.y) }
    }

    /// Takes up another box with the beginning of its baseline at a place (y down).
    mutating func add(_ box: MathBox, at place: Point) {
        let isFirst = outline.isEmpty && width == 0 && height == 0 && depth == 0
        outline.append(box.outline.moved(by: place))
        height = isFirst ? box.height - place.y : max(height, box.height - place.y)
        depth = isFirst ? box.depth + place.y : max(depth, box.depth + place.y)
        width = max(width, place.x + box.width)
    }

    /// Adds a filled rectangle, wound like what it may overlap, so that no hole is left there.
    mutating func addRule(_ box: Box) {
        var rule = Path(box)
        if outline.turnsLeft {
            let corners = [box.min, Point(box.min.x, box.max.y), box.max, Point(box.max.x, box.min.y)]
            rule = Path(through: corners, closed: true)
        }
        outline.append(rule)
        height = max(height, -box.min.y)
        depth = max(depth, box.max.y)
        width = max(width, box.max.x)
    }
}

extension Path {
    /// Whether the shape is wound against the clock, as seen on the page (measured over all its points).
    fileprivate var turnsLeft: Bool {
        var area = 0.0
        var (start, index) = (0, 0)
        func addContour(upTo end: Int) {
            guard end > start else { return }
            for place in start..<end {
                let (a, b) = (points[place], points[place + 1 < end ? place + 1 : start])
                area += a.x * b.y - a.y * b.x
            }
            start = end
        }
        for verb in verbs {
            if verb == .move { addContour(upTo: index) }
            index += verb.pointCount
        }
        addContour(upTo: index)
        return area < 0
    }
}
