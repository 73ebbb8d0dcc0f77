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
        /// Indices of operations and where, in `edges`, the edges of each end.
        fileprivate(set) var tasks: [(operation: Int, edgesEnd: Int)] = []
        fileprivate(set) var edges: [Edge] = []
    }

    private(set) var operations: [Operation] = []
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
        let edges = concurrentMap(items.count, jobs: jobs) { planned[$0].edges(scale: scale) }
        // Most edges lie in one stripe; room for them at once saves copying.
        let expected = edges.reduce(0) { $0 + $1.count } * 5 / 4 / stripes.count
        for stripe in stripes.indices { stripes[stripe].edges.reserveCapacity(expected) }
        for (item, edges) in zip(items, edges) { file(item, edges) }
    }

    /// Sorts an operation's edges into the stripes they cross.
    private mutating func file(_ item: Item, _ edges: [Edge]) {
        let index = operations.count
        operations.append(item.operation)
        let stripeUnit = stripeHeight * Lattice.unit
        for edge in edges {
            let (top, bottom) = (min(edge.y0, edge.y1), max(edge.y0, edge.y1))
            guard bottom > 0, top < page.bottom, min(edge.x0, edge.x1) < page.right else { continue }
            let first = Int(max(top, 0)) / stripeUnit
            let last = Int(min(bottom, page.bottom) - 1) / stripeUnit
            for stripe in first...last { stripes[stripe].edges.append(edge) }
        }
        for stripe in stripes.indices {
            let end = stripes[stripe].edges.count
            if item.isEverywhere || end > stripes[stripe].tasks.last?.edgesEnd ?? 0 {
                stripes[stripe].tasks.append((index, end))
            }
        }
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
