import Randomness
import Surfaces

/// What `start` is read against.
struct StartContext {
    /// Where random starts and grids of starts lie unless they say so; nil where the scene does not show it.
    var domain: Domain?
    /// Whether the surface is unknown for a mistake that has been told, and its domain with it.
    var isUnknown: Bool
    var seed: Int

    init(_ ground: Ground, seed: Int) {
        (domain, isUnknown, self.seed) = (ground.domain, ground.surface == nil, seed)
    }
}

/// How `start` is read: points, or a rule that makes some.
extension Reading {
    mutating func starts(_ node: Node, _ context: StartContext) -> [SIMD2<Double>]? {
        guard let entries = node.entries else { return points(node, "start") }
        guard let fields = fields(node, .start) else { return nil }
        let rules = ["grid", "random", "circle"].filter { fields.entry($0) != nil }
        guard rules.count == 1, let rule = fields.entry(rules[0]) else {
            if let second = rules.dropFirst().first.flatMap({ fields.entry($0) }) {
                error(second.key.location, "'start' has two rules: '\(rules[0])' and '\(rules[1])'", help: "keep one")
            } else if entries.isEmpty || fields.entry("within") != nil {
                mismatch(node, "start", "a pair of numbers, such as [1, 2], or { grid }, { random } or { circle }")
            }
            return nil
        }
        if rules[0] == "circle" {
            if let within = fields.entry("within") {
                error(within.key.location, "a circle of starts has no 'within'", help: "it has a center and a radius")
            }
            return circle(rule.value)
        }
        guard let box = box(fields, for: rule.key, context) else { return nil }
        return rules[0] == "grid" ? gridOfStarts(rule.value, box) : randomStarts(rule.value, box, seed: context.seed)
    }

    /// The rectangle in which starts are made.
    private mutating func box(_ fields: Fields, for rule: Node.Key, _ context: StartContext) -> Domain? {
        if let within = fields["within"] { return domain(within, named: "within") }
        if let domain = context.domain { return domain }
        if context.isUnknown { return nil }
        error(
            rule.location, "there is no domain for these starts to lie in",
            help: "add 'within: { x: [-2, 2], y: [-1, 3] }', or a 'domain' to the scene")
        return nil
    }

    /// The centres of equal cells, row by row from the lower left: so that no start lies on the frame.
    private mutating func gridOfStarts(_ node: Node, _ box: Domain) -> [SIMD2<Double>]? {
        guard let elements = node.elements, elements.count == 2 else {
            mismatch(node, "grid", "two whole numbers, such as [5, 5]")
            return nil
        }
        let columns = integer(elements[0], "grid", in: 1...limits.runs, bound: "runs")
        let rows = integer(elements[1], "grid", in: 1...limits.runs, bound: "runs")
        guard let columns, let rows else { return nil }
        guard columns * rows <= limits.runs else {
            error(
                node.location, "these are \(columns * rows) starts; a scene can have \(limits.runs) runs",
                help: Limits.advice("runs"))
            return nil
        }
        return (0..<rows).flatMap { row in
            (0..<columns).map { column in
                box.point(
                    (Double(column) + 0.5) / Double(columns), (Double(row) + 0.5) / Double(rows))
            }
        }
    }

    /// Uniform in the rectangle; start k is the same whatever their number.
    private mutating func randomStarts(_ node: Node, _ box: Domain, seed: Int) -> [SIMD2<Double>]? {
        guard let count = integer(node, "random", in: 1...limits.runs, bound: "runs") else { return nil }
        return (0..<count).map { index in
            var stream = RandomStream(seed: seed, purpose: .start, repetition: 0, step: index)
            let x = stream.uniform()
            return box.point(x, stream.uniform())
        }
    }

    private mutating func circle(_ node: Node) -> [SIMD2<Double>]? {
        guard let fields = fields(node, .circle) else { return nil }
        let center = fields["center"].map { pair($0, "center") } ?? SIMD2(0, 0)
        guard
            let radius = required(fields, "radius", "a number", read: { $0.number($1, "radius", in: 1e-100...1e100) }),
            let count = required(
                fields, "count", "a whole number",
                read: { $0.integer($1, "count", in: 1...$0.limits.runs, bound: "runs") }),
            let center
        else { return nil }
        return (0..<count).map { index in
            let angle = Angle(360 * Double(index) / Double(count), .deg)
            return center + radius * angle.direction
        }
    }

    /// Warns of a surface without a value anywhere in its picture.
    mutating func checkIsSeen(_ ground: Ground) {
        guard let domain = ground.domain, let surface = ground.surface else { return }
        let parts = (0...20).map { Double($0) / 20 }
        let isSeen = parts.contains { y in parts.contains { surface.field.value(at: domain.point($0, y)).isFinite } }
        guard !isSeen else { return }
        warn(
            ground.place, "\(ground.inWords("the")) has no value anywhere in the domain",
            help: "the picture will be empty")
    }

    /// Warns of starts at which the surface has no value: their runs end before the first step.
    mutating func checkValues(of ground: Ground, at starts: [SIMD2<Double>], _ place: Location) {
        guard let surface = ground.surface else { return }
        let off = starts.filter { !surface.field.value(at: $0).isFinite }
        guard let first = off.first else { return }
        let which = starts.count == 1 ? "the start" : "\(off.count) of the \(starts.count) starts, such as"
        warn(
            place, "\(ground.inWords("the")) has no value at \(which) [\(first.x), \(first.y)]",
            help: "a run from there ends before its first step")
    }

    private mutating func required<Value>(
        _ fields: Fields, _ name: String, _ wanted: String, read: (inout Reading, Node) -> Value?
    ) -> Value? {
        guard let node = fields[name] else {
            error(fields.location, "'circle' has no '\(name)'", help: "write { radius: 2, count: 12 }")
            return nil
        }
        return read(&self, node)
    }
}

extension Domain {
    /// The point at these parts of the way from the lower left corner, each in 0...1.
    fileprivate func point(_ x: Double, _ y: Double) -> SIMD2<Double> {
        SIMD2(
            self.x.lowerBound * (1 - x) + self.x.upperBound * x, self.y.lowerBound * (1 - y) + self.y.upperBound * y)
    }
}
