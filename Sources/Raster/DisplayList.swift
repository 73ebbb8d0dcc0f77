import Drawings
import Workers

/// A drawing's commands with their edges, sorted into horizontal stripes that can be painted one without the other.
struct DisplayList {
    enum Operation {
        case fill(Paint, FillRule)
        case image(PlacedImage)
        /// Clips what follows, down to the matching `endClip`.
        case clip(FillRule)
        case endClip
    }

    /// What there is to paint in one stripe.
    struct Stripe {
        /// Indices of operations and where, in `runs`, the runs of each end.
        fileprivate(set) var tasks: [(operation: Int, runsEnd: Int)] = []
        /// Neighbouring edges of an operation that all cross the stripe: a path's edges come in its order, so that a few
        /// runs tell what would take many copies.
        fileprivate(set) var runs: [Range<Int>] = []
        /// From the leftmost to the rightmost edge of what is painted, on the lattice.
        private var (left, right) = (Int32.max, Int32.min)

        /// The columns of a page outside of which nothing is painted.
        func columns(ofPage width: Int) -> Range<Int> {
            guard left <= right else { return 0..<0 }
            let first = min(max(Int(left) >> Lattice.shift, 0), width)
            return first..<max(first, min((Int(right) >> Lattice.shift) + 1, width))
        }

        @inline(__always)
        fileprivate mutating func reach(from left: Int32, to right: Int32) {
            (self.left, self.right) = (min(self.left, left), max(self.right, right))
        }
    }

    private(set) var operations: [Operation] = []
    /// The edges of each operation.
    private(set) var edges: [[Edge]]
    private(set) var stripes: [Stripe]
    private let stripeHeight: Int
    private let page: (right: Int32, bottom: Int32)

    /// - Parameter jobs: threads to flatten and outline paths with; the list does not depend on it.
    init(_ drawing: Drawing, width: Int, height: Int, scale: Double, stripeHeight: Int, jobs: Int) {
        self.stripeHeight = stripeHeight
        page = (Int32(width * Lattice.unit), Int32(height * Lattice.unit))
        stripes = Array(repeating: Stripe(), count: (height + stripeHeight - 1) / stripeHeight)
        var items: [Item] = []
        Item.append(drawing.commands, scale: scale, to: &items)
        let planned = items
        edges = concurrentMap(items.count, jobs: jobs) { planned[$0].edges(scale: scale) }
        for (index, item) in items.enumerated() { file(item, edges[index]) }
    }

    /// Tells the stripes which edges of an operation cross them.
    private mutating func file(_ item: Item, _ edges: [Edge]) {
        let operation = operations.count
        operations.append(item.operation)
        let stripeUnit = stripeHeight * Lattice.unit
        for (index, edge) in edges.enumerated() {
            let (top, bottom) = (min(edge.y0, edge.y1), max(edge.y0, edge.y1))
            guard bottom > 0, top < page.bottom else { continue }
            let (left, right) = (min(edge.x0, edge.x1), max(edge.x0, edge.x1))
            let first = Int(max(top, 0)) / stripeUnit
            let last = Int(min(bottom, page.bottom) - 1) / stripeUnit
            for stripe in first...last {
                if item.isPainted { stripes[stripe].reach(from: left, to: right) }
                if left < page.right { stripes[stripe].add(index) }
            }
        }
        for stripe in stripes.indices { stripes[stripe].end(operation, isEverywhere: item.isEverywhere) }
    }
}

extension DisplayList.Stripe {
    /// Where, in `runs`, those of the operation being filed begin.
    private var begin: Int { tasks.last?.runsEnd ?? 0 }

    @inline(__always)
    fileprivate mutating func add(_ edge: Int) {
        if runs.count > begin, runs[runs.count - 1].upperBound == edge {
            runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<edge + 1
        } else {
            runs.append(edge..<edge + 1)
        }
    }

    fileprivate mutating func end(_ operation: Int, isEverywhere: Bool) {
        if isEverywhere || runs.count > begin { tasks.append((operation, runs.count)) }
    }
}

/// An operation with the shape whose edges it is about.
private struct Item: Sendable {
    enum Shape {
        case area(Path)
        case line(Path, Stroke)
        case nothing
    }

    let operation: DisplayList.Operation
    let shape: Shape
    /// Clips begin and end in every stripe, whether or not they have edges there.
    var isEverywhere = false

    /// Whether it leaves something on the page.
    var isPainted: Bool {
        switch operation {
        case .fill, .image: true
        case .clip, .endClip: false
        }
    }

    /// Adds a list of commands, those inside clips between their begin and end.
    static func append(_ commands: [Drawing.Command], scale: Double, to items: inout [Item]) {
        for command in commands {
            switch command {
            case .fill(let path, let color, let rule):
                items.append(Item(operation: .fill(Paint(color), rule), shape: .area(path)))
            case .stroke(let path, let stroke, let color):
                items.append(Item(operation: .fill(Paint(color), .nonZero), shape: .line(path, stroke)))
            case .image(let image, let box):
                let placed = PlacedImage(image: image, box: Box(from: box.min * scale, to: box.max * scale))
                items.append(Item(operation: .image(placed), shape: .area(Path(box))))
            case .clipped(let path, let rule, let inner):
                items.append(Item(operation: .clip(rule), shape: .area(path), isEverywhere: true))
                append(inner, scale: scale, to: &items)
                items.append(Item(operation: .endClip, shape: .nothing, isEverywhere: true))
            }
        }
    }

    func edges(scale: Double) -> [Edge] {
        switch shape {
        case .nothing: return []
        case .area(let path):
            var collector = EdgeCollector()
            path.flatten(scale: scale, into: &collector)
            return collector.edges
        case .line(let path, let stroke): return outline(path, stroke, scale)
        }
    }

    private func outline(_ path: Path, _ stroke: Stroke, _ scale: Double) -> [Edge] {
        let width = stroke.width * scale
        guard width > 0, width.isFinite else { return [] }
        var outliner = StrokeOutliner(width: width, cap: stroke.cap, join: stroke.join)
        let pattern = stroke.dash.map { $0 * scale }
        if var dasher = Dasher(pattern: pattern, phase: stroke.dashPhase * scale, outliner: outliner) {
            path.flatten(scale: scale, into: &dasher)
            return dasher.outliner.collector.edges
        }
        path.flatten(scale: scale, into: &outliner)
        return outliner.collector.edges
    }
}
