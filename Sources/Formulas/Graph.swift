/// A node of a graph, by its place.
typealias NodeID = Int32

/// One operation on earlier nodes. Unused operands are −1.
struct Node: Hashable, Sendable {
    var operation: Operation
    var a: NodeID = -1
    var b: NodeID = -1
    var c: NodeID = -1
    /// The value of a constant, as its bits: NaN equals itself, and −0 is not 0.
    var bits: UInt64 = 0

    var operands: [NodeID] { Array([a, b, c].prefix(operation.operandCount)) }
}

/// An expression as a graph in which each distinct subexpression exists once and operands come before their users.
///
/// An operation on constants becomes a constant, computed by the very code that would compute it later; nothing else is
/// simplified, so that the graph's value is the text's value to the bit.
struct Graph: Sendable {
    private let limit: Int
    private(set) var nodes: [Node] = []
    /// Set once more than `limit` nodes were asked for; the graph is then worthless.
    private(set) var isTooLarge = false
    private var places: [Node: NodeID] = [:]
    /// The nodes that are whole powers, for the derivative n aⁿ⁻¹ a′.
    private(set) var wholePowers: [NodeID: (base: NodeID, exponent: Int)] = [:]

    /// - Parameter limit: the most nodes there may be.
    init(limit: Int) { self.limit = limit }

    subscript(id: NodeID) -> Node { nodes[Int(id)] }

    /// The value of a constant node, nil for any other.
    func constantValue(_ id: NodeID) -> Double? {
        self[id].operation == .constant ? Double(bitPattern: self[id].bits) : nil
    }

    mutating func constant(_ value: Double) -> NodeID { place(Node(operation: .constant, bits: value.bitPattern)) }
    mutating func variable(_ operation: Operation) -> NodeID { place(Node(operation: operation)) }

    /// The node of an operation on one to three operands.
    mutating func apply(_ operation: Operation, _ a: NodeID, _ b: NodeID = -1, _ c: NodeID = -1) -> NodeID {
        var node = Node(operation: operation, a: a, b: b, c: c)
        if operation.isCommutative, b < a { (node.a, node.b) = (b, a) }
        let values = node.operands.compactMap(constantValue)
        if values.count == operation.operandCount { return constant(Program.value(of: operation, values)) }
        return place(node)
    }

    /// A base to a power: whole exponents up to ±1024 by multiplication, halves with one square root more, e to
    /// anything as the exponential function, the rest by the general power.
    mutating func power(_ base: NodeID, _ exponent: NodeID) -> NodeID {
        if let value = constantValue(exponent), value.magnitude <= 1024 {
            if let whole = Int(exactly: value) { return wholePower(base, whole) }
            if let twice = Int(exactly: 2 * value) { return halfPower(base, twice) }
        }
        if constantValue(base) == Constant.e { return apply(.exponential, exponent) }
        return apply(.power, base, exponent)
    }

    /// baseⁿ by squaring, from the exponent's second leading bit down: square, and multiply by the base where the bit
    /// is 1. base⁰ is 1, and a negative exponent divides 1 by the positive power.
    mutating func wholePower(_ base: NodeID, _ exponent: Int) -> NodeID {
        guard exponent != 0 else { return constant(1) }
        let size = exponent.magnitude
        var result = base
        for bit in stride(from: size.bitWidth - size.leadingZeroBitCount - 2, through: 0, by: -1) {
            result = apply(.multiply, result, result)
            if size >> bit & 1 == 1 { result = apply(.multiply, result, base) }
        }
        if exponent < 0 { result = apply(.divide, constant(1), result) }
        if exponent != 1, constantValue(result) == nil { wholePowers[result] = (base, exponent) }
        return result
    }

    /// base to the power of half an odd number.
    private mutating func halfPower(_ base: NodeID, _ twice: Int) -> NodeID {
        var result = apply(.squareRoot, base)
        let size = Int(twice.magnitude)
        if size > 1 { result = apply(.multiply, wholePower(base, size / 2), result) }
        return twice < 0 ? apply(.divide, constant(1), result) : result
    }

    private mutating func place(_ node: Node) -> NodeID {
        if let known = places[node] { return known }
        guard nodes.count < limit else {
            isTooLarge = true
            return 0
        }
        let id = NodeID(nodes.count)
        nodes.append(node)
        places[node] = id
        return id
    }
}

extension Graph {
    /// Some nodes and all that they are made of, each after its operands.
    func order(of roots: [NodeID]) -> [NodeID] {
        var order: [NodeID] = []
        var isPlaced = [Bool](repeating: false, count: nodes.count)
        var stack = roots.reversed().map { (id: $0, isReady: false) }
        while let (id, isReady) = stack.popLast() {
            if isPlaced[Int(id)] { continue }
            if isReady {
                isPlaced[Int(id)] = true
                order.append(id)
                continue
            }
            stack.append((id, true))
            for operand in self[id].operands.reversed() { stack.append((operand, false)) }
        }
        return order
    }
}

/// The constants a formula knows by name.
enum Constant {
    static let e = 0x1.5bf0a8b145769p1
    static let named: [(name: String, value: Double)] = [("pi", Double.pi), ("e", e)]
}
