/// Exact derivatives of a graph's nodes with respect to one variable, added to the graph itself.
///
/// Where the derivative does not exist, rules keep it finite:
/// - a division in a derivative is 0 where its divisor is 0, so that √(x² + y²) has the gradient 0 at the origin;
/// - at a kink (abs, min, max) the derivative is the mean of both sides. sign has the derivative 0 everywhere;
/// - along the exponent of a power it is 0 where the base is not positive.
struct Differentiator {
    /// `.x` or `.y`.
    let variable: Operation
    /// The derivatives found, nil inside for those that are 0 throughout.
    private var known: [NodeID: NodeID?] = [:]

    init(variable: Operation) { self.variable = variable }

    /// The node of the derivative; a constant 0 where it is 0 throughout.
    mutating func derivative(of root: NodeID, in graph: inout Graph) -> NodeID {
        // In the order of the graph operands come first, so nothing recurses, however deep the expression.
        for id in graph.order(of: [root]) where known[id] == nil {
            known[id] = .some(derivative(of: graph[id], id: id, in: &graph))
        }
        return (known[root] ?? nil) ?? graph.constant(0)
    }

    private func derivative(of node: Node, id: NodeID, in graph: inout Graph) -> NodeID? {
        func inner(_ operand: NodeID) -> NodeID? { known[operand] ?? nil }
        if let (base, exponent) = graph.wholePowers[id] {
            guard let slope = inner(base) else { return nil }
            return graph.product(graph.wholePowerSlope(base, exponent), slope)
        }
        switch node.operation {
        case .constant: return nil
        case .x, .y: return node.operation == variable ? graph.constant(1) : nil
        case .add: return graph.sum(inner(node.a), inner(node.b))
        case .subtract: return graph.difference(inner(node.a), inner(node.b))
        case .multiply:
            let left = inner(node.a).map { graph.product(node.b, $0) }
            let right = inner(node.b).map { graph.product(node.a, $0) }
            return graph.sum(left, right)
        case .divide, .divideOrZero:
            let change = inner(node.b).map { graph.product(id, $0) }
            return graph.difference(inner(node.a), change).map { graph.ratio($0, node.b) }
        case .power: return powerDerivative(node, id, inner(node.a), inner(node.b), in: &graph)
        case .arcTangent2:
            let left = inner(node.a).map { graph.product(node.b, $0) }
            let right = inner(node.b).map { graph.product(node.a, $0) }
            let square = graph.apply(.add, graph.wholePower(node.a, 2), graph.wholePower(node.b, 2))
            return graph.difference(left, right).map { graph.ratio($0, square) }
        case .minimum: return choice(node.a, node.b, inner(node.a), inner(node.b), in: &graph)
        case .maximum: return choice(node.b, node.a, inner(node.a), inner(node.b), in: &graph)
        case .choose: return choice(on: node.a, inner(node.b), inner(node.c), in: &graph)
        default:
            guard let slope = inner(node.a) else { return nil }
            return graph.chain(node.operation, node.a, value: id, slope)
        }
    }

    /// d aᵇ = aᵇ (b a′/a + b′ ln a).
    private func powerDerivative(
        _ node: Node, _ id: NodeID, _ baseSlope: NodeID?, _ exponentSlope: NodeID?, in graph: inout Graph
    ) -> NodeID? {
        let left = baseSlope.map { graph.product(graph.product(node.b, graph.ratio(id, node.a)), $0) }
        let right = exponentSlope.map { slope in
            // 1 or 0, by which to divide: there is no slope along the exponent unless the base is positive.
            let isPositive = graph.apply(.maximum, graph.apply(.sign, node.a), graph.constant(0))
            let logarithm = graph.ratio(graph.apply(.logarithm, node.a), isPositive)
            return graph.product(graph.product(id, logarithm), slope)
        }
        return graph.sum(left, right)
    }

    /// `a` where p < q, `b` where p > q.
    private func choice(
        _ p: NodeID, _ q: NodeID, _ a: NodeID?, _ b: NodeID?, in graph: inout Graph
    ) -> NodeID? {
        choice(on: graph.apply(.sign, graph.apply(.subtract, p, q)), a, b, in: &graph)
    }

    private func choice(on side: NodeID, _ a: NodeID?, _ b: NodeID?, in graph: inout Graph) -> NodeID? {
        guard a != nil || b != nil else { return nil }
        let zero = graph.constant(0)
        return graph.apply(.choose, side, a ?? zero, b ?? zero)
    }
}

/// Arithmetic on derivatives, in which nil is a 0 known beforehand, a factor 1 is left out, and signs move outwards until
/// a difference takes them in, and constant factors become one.
extension Graph {
    private func opposite(of node: NodeID) -> NodeID? { self[node].operation == .negate ? self[node].a : nil }

    fileprivate mutating func negative(_ node: NodeID) -> NodeID {
        if let opposite = opposite(of: node) { return opposite }
        if let (factor, rest) = scaled(node) { return apply(.multiply, constant(-factor), rest) }
        return apply(.negate, node)
    }

    /// A constant times something.
    private func scaled(_ node: NodeID) -> (factor: Double, rest: NodeID)? {
        guard self[node].operation == .multiply else { return nil }
        if let factor = constantValue(self[node].a) { return (factor, self[node].b) }
        if let factor = constantValue(self[node].b) { return (factor, self[node].a) }
        return nil
    }

    /// The product of two factors, nil where it comes near the limits of a number.
    private mutating func merged(_ a: Double, _ b: Double) -> NodeID? {
        let product = a * b
        return (0x1p-300...0x1p300).contains(product.magnitude) ? constant(product) : nil
    }

    fileprivate mutating func sum(_ a: NodeID?, _ b: NodeID?) -> NodeID? {
        guard let a else { return b }
        guard let b else { return a }
        switch (opposite(of: a), opposite(of: b)) {
        case (nil, nil): return apply(.add, a, b)
        case (nil, let b?): return apply(.subtract, a, b)
        case (let a?, nil): return apply(.subtract, b, a)
        case (let a?, let b?): return negative(apply(.add, a, b))
        }
    }

    fileprivate mutating func difference(_ a: NodeID?, _ b: NodeID?) -> NodeID? {
        guard let b else { return a }
        guard let a else { return negative(b) }
        return sum(a, negative(b))
    }

    fileprivate mutating func product(_ a: NodeID, _ b: NodeID) -> NodeID {
        if constantValue(a) == 1 { return b }
        if constantValue(b) == 1 { return a }
        if constantValue(a) == -1 { return negative(b) }
        if constantValue(b) == -1 { return negative(a) }
        if let c = constantValue(a), let (k, z) = scaled(b), let m = merged(c, k) { return apply(.multiply, m, z) }
        if let c = constantValue(b), let (k, z) = scaled(a), let m = merged(c, k) { return apply(.multiply, m, z) }
        if let (c, z) = scaled(a), let (k, w) = scaled(b), let m = merged(c, k) {
            return apply(.multiply, m, apply(.multiply, z, w))
        }
        if let a = opposite(of: a) { return negative(product(a, b)) }
        if let b = opposite(of: b) { return negative(product(a, b)) }
        return apply(.multiply, a, b)
    }

    fileprivate mutating func ratio(_ a: NodeID, _ b: NodeID) -> NodeID {
        if let divisor = constantValue(b), divisor != 0 { return apply(.divide, a, b) }
        return apply(.divideOrZero, a, b)
    }

    /// n aⁿ⁻¹; for n < 0 as n aⁿ / a, whose division is 0 at a = 0.
    fileprivate mutating func wholePowerSlope(_ base: NodeID, _ exponent: Int) -> NodeID {
        let factor = constant(Double(exponent))
        if exponent > 0 { return product(factor, wholePower(base, exponent - 1)) }
        return ratio(factor, wholePower(base, 1 - exponent))
    }

    /// f′(a) a′ for a function of one argument; nil where f′ is 0 throughout.
    fileprivate mutating func chain(
        _ function: Operation, _ a: NodeID, value: NodeID, _ slope: NodeID
    ) -> NodeID? {
        switch function {
        case .negate: return negative(slope)
        case .squareRoot: return ratio(slope, apply(.add, value, value))
        case .exponential: return product(value, slope)
        case .logarithm: return ratio(slope, a)
        case .decimalLogarithm: return ratio(slope, product(a, apply(.logarithm, constant(10))))
        case .sine: return product(apply(.cosine, a), slope)
        case .cosine: return negative(product(apply(.sine, a), slope))
        case .tangent: return product(apply(.add, constant(1), wholePower(value, 2)), slope)
        case .arcSine: return ratio(slope, circle(a))
        case .arcCosine: return negative(ratio(slope, circle(a)))
        case .arcTangent: return ratio(slope, apply(.add, constant(1), wholePower(a, 2)))
        case .hyperbolicSine: return product(apply(.hyperbolicCosine, a), slope)
        case .hyperbolicCosine: return product(apply(.hyperbolicSine, a), slope)
        case .hyperbolicTangent: return product(apply(.subtract, constant(1), wholePower(value, 2)), slope)
        case .magnitude: return product(apply(.sign, a), slope)
        default: return nil  // sign
        }
    }

    /// √(1 − a²).
    private mutating func circle(_ a: NodeID) -> NodeID {
        apply(.squareRoot, apply(.subtract, constant(1), wholePower(a, 2)))
    }
}
