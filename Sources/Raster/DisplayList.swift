import Drawings

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
    private let scale: Double
    private let stripeHeight: Int
    private let page: (right: Int32, bottom: Int32)
    private var collector = EdgeCollector()

    init(_ drawing: Drawing, width: Int, height: Int, scale: Double, stripeHeight: Int) {
        self.scale = scale
        self.stripeHeight = stripeHeight
        page = (Int32(width * Lattice.unit), Int32(height * Lattice.unit))
        stripes = Array(repeating: Stripe(), count: (height + stripeHeight - 1) / stripeHeight)
        add(drawing.commands)
    }

    private mutating func add(_ commands: [Drawing.Command]) {
        for command in commands {
            switch command {
            case .fill(let path, let color, let rule):
                path.flatten(scale: scale, into: &collector)
                file(.fill(Paint(color), rule))
            case .stroke(let path, let stroke, let color):
                outline(path, stroke)
                file(.fill(Paint(color), .nonZero))
            case .image(let image, let box):
                Path(box).flatten(scale: scale, into: &collector)
                let corners = (box.min * scale, box.max * scale)
                file(.image(PlacedImage(image: image, box: Box(from: corners.0, to: corners.1))))
            case .clipped(let path, let rule, let inner):
                path.flatten(scale: scale, into: &collector)
                file(.clip(rule), everywhere: true)
                add(inner)
                file(.endClip, everywhere: true)
            }
        }
    }

    private mutating func outline(_ path: Path, _ stroke: Stroke) {
        let width = stroke.width * scale
        guard width > 0, width.isFinite else { return }
        var outliner = StrokeOutliner(width: width, cap: stroke.cap, join: stroke.join)
        swap(&outliner.collector, &collector)
        let pattern = stroke.dash.map { $0 * scale }
        if var dasher = Dasher(pattern: pattern, phase: stroke.dashPhase * scale, outliner: outliner) {
            outliner.collector = EdgeCollector()
            path.flatten(scale: scale, into: &dasher)
            outliner = dasher.outliner
        } else {
            path.flatten(scale: scale, into: &outliner)
        }
        swap(&outliner.collector, &collector)
    }

    /// Sorts the collected edges into the stripes they cross and empties the collector.
    private mutating func file(_ operation: Operation, everywhere: Bool = false) {
        let index = operations.count
        operations.append(operation)
        let stripeUnit = stripeHeight * Lattice.unit
        for edge in collector.edges {
            let (top, bottom) = (min(edge.y0, edge.y1), max(edge.y0, edge.y1))
            guard bottom > 0, top < page.bottom, min(edge.x0, edge.x1) < page.right else { continue }
            let first = Int(max(top, 0)) / stripeUnit
            let last = Int(min(bottom, page.bottom) - 1) / stripeUnit
            for stripe in first...last { stripes[stripe].edges.append(edge) }
        }
        collector.removeAll()
        for stripe in stripes.indices {
            let end = stripes[stripe].edges.count
            if everywhere || end > stripes[stripe].tasks.last?.edgesEnd ?? 0 {
                stripes[stripe].tasks.append((index, end))
            }
        }
    }
}
