/// Turns the part of a graph that some outputs need into instructions, and hands out registers.
struct ProgramBuilder {
    private(set) var constants: [Double] = []
    private(set) var registerCount: Int

    private let graph: Graph
    private let order: [NodeID]
    private var slots: [Int32?]
    private var remainingUses: [Int]
    private var free: [Int32] = []
    /// The node that is computed in the same instruction, just before.
    private var predecessors: [NodeID: NodeID] = [:]
    private var isAbsorbed: [Bool]

    init(_ graph: Graph, _ outputs: [NodeID], isFused: Bool) {
        self.graph = graph
        order = graph.order(of: outputs)
        registerCount = 2 + outputs.count
        slots = Array(repeating: nil, count: graph.nodes.count)
        remainingUses = Array(repeating: 0, count: graph.nodes.count)
        isAbsorbed = Array(repeating: false, count: graph.nodes.count)
        for id in order {
            for operand in graph[id].operands { remainingUses[Int(operand)] += 1 }
        }
        // Outputs and variables stay to the end.
        for id in outputs { remainingUses[Int(id)] += 1 }
        for id in order where graph[id].operation.operandCount == 0 { remainingUses[Int(id)] += 1 }
        for (index, id) in outputs.enumerated() where graph[id].operation.operandCount > 0 && slots[Int(id)] == nil {
            slots[Int(id)] = Int32(index) + 2
        }
        if isFused {
            fuse()
            repeatInUsers()
        }
    }

    /// The register or constant of a node that the program computes.
    func slot(of id: NodeID) -> Int32 { slots[Int(id)] ?? 0 }

    mutating func build() -> [Instruction] {
        var instructions: [Instruction] = []
        for id in order where !isAbsorbed[Int(id)] {
            let node = graph[id]
            switch node.operation {
            case .constant:
                slots[Int(id)] = ~Int32(constants.count)
                constants.append(Double(bitPattern: node.bits))
            case .x: slots[Int(id)] = 0
            case .y: slots[Int(id)] = 1
            default: instructions.append(instruction(id, node))
            }
        }
        return instructions
    }

    /// Lets a sum, difference or product take in an operand of that kind which nobody else needs.
    private mutating func fuse() {
        for id in order where graph[id].operation.isArithmetic {
            let node = graph[id]
            let uses = node.isSquare ? 2 : 1
            let operand = [node.b, node.a].first {
                graph[$0].operation.isArithmetic && remainingUses[Int($0)] == uses && isOpen($0, to: node)
            }
            guard let operand, node.isSquare || node.a != node.b else { continue }
            predecessors[id] = operand
            isAbsorbed[Int(operand)] = true
        }
    }

    /// Lets the users of a sum, difference or product of variables and constants compute it each for itself, if all can:
    /// a variable is read as quickly as the result.
    private mutating func repeatInUsers() {
        var users: [NodeID: [NodeID]] = [:]
        for id in order { for operand in Set(graph[id].operands) { users[operand, default: []].append(id) } }
        for id in order where graph[id].operation.isArithmetic && isWhole(id) {
            let (leaves, users) = (graph[id].operands, users[id] ?? [])
            let uses = users.reduce(0) { $0 + (graph[$1].isSquare ? 2 : 1) }
            let canAll = users.allSatisfy {
                graph[$0].operation.isArithmetic && isWhole($0) && (graph[$0].isSquare || graph[$0].a != graph[$0].b)
            }
            guard canAll, remainingUses[Int(id)] == uses, leaves.allSatisfy({ graph[$0].operation.operandCount == 0 })
            else { continue }
            isAbsorbed[Int(id)] = true
            for user in users { predecessors[user] = id }
            for leaf in leaves { remainingUses[Int(leaf)] += users.count - 1 }
        }
    }

    /// Whether an instruction computes this node alone.
    private func isWhole(_ id: NodeID) -> Bool { predecessors[id] == nil && !isAbsorbed[Int(id)] }

    /// Whether an instruction that ends with one node can go on with another: after two operations only from a product
    /// to a sum or difference.
    private func isOpen(_ operand: NodeID, to node: Node) -> Bool {
        guard let predecessor = predecessors[operand] else { return true }
        guard predecessors[predecessor] == nil, !graph[operand].isSquare else { return false }
        return graph[operand].operation == .multiply && node.operation != .multiply
    }

    private mutating func instruction(_ id: NodeID, _ node: Node) -> Instruction {
        var instruction = Instruction(operation: node.operation, destination: 0, a: 0, b: 0, c: 0)
        var operands = node.operands
        var isSquare = node.isSquare
        if let second = predecessors[id] {
            let first = predecessors[second] ?? second
            instruction.operation = graph[first].operation
            isSquare = graph[first].isSquare
            operands = graph[first].operands
            if first != second { operands += graph[second].operands.filter { $0 != first } }
            instruction.next = Self.next(node, after: second, isThird: first != second)
            operands += node.operands.filter { $0 != second }
        }
        if isSquare { instruction.operation = .square }
        let places = operands.map { slot(of: $0) }
        func place(_ index: Int) -> Int32 { index < places.count ? places[index] : 0 }
        (instruction.a, instruction.b, instruction.c, instruction.d) = (place(0), place(1), place(2), place(3))
        // A register that is read for the last time may be written by the same instruction, if that reads but once.
        let early = slots[Int(id)] ?? (node.operation.isArithmetic ? nil : newRegister())
        for operand in operands {
            remainingUses[Int(operand)] -= 1
            if remainingUses[Int(operand)] == 0 { free.append(slot(of: operand)) }
        }
        instruction.destination = early ?? newRegister()
        slots[Int(id)] = instruction.destination
        return instruction
    }

    /// - Parameter isThird: Whether the predecessor is a product that has one itself.
    private static func next(_ node: Node, after predecessor: NodeID, isThird: Bool) -> Instruction.Next {
        if node.a == node.b { return .square }
        switch node.operation {
        case .add: return isThird ? .timesPlus : .plus
        case .subtract where node.a == predecessor: return isThird ? .timesMinus : .minus
        case .subtract: return isThird ? .timesFrom : .from
        default: return .times
        }
    }

    private mutating func newRegister() -> Int32 {
        if let old = free.popLast() { return old }
        registerCount += 1
        return Int32(registerCount - 1)
    }
}

extension Node {
    fileprivate var isSquare: Bool { operation == .multiply && a == b }
}
