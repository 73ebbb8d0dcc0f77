/// Turns the part of a graph that some outputs need into instructions, and hands out registers.
struct ProgramBuilder {
    private(set) var constants: [Double] = []
    private(set) var registerCount = 2

    private let graph: Graph
    private let order: [NodeID]
    private var slots: [Int32?]
    private var remainingUses: [Int]
    private var free: [Int32] = []

    init(_ graph: Graph, _ outputs: [NodeID]) {
        self.graph = graph
        order = graph.order(of: outputs)
        slots = Array(repeating: nil, count: graph.nodes.count)
        remainingUses = Array(repeating: 0, count: graph.nodes.count)
        for id in order {
            for operand in graph[id].operands { remainingUses[Int(operand)] += 1 }
        }
        // Outputs and variables stay to the end.
        for id in outputs { remainingUses[Int(id)] += 1 }
        for id in order where graph[id].operation.operandCount == 0 { remainingUses[Int(id)] += 1 }
    }

    /// The register or constant of a node that the program computes.
    func slot(of id: NodeID) -> Int32 { slots[Int(id)] ?? 0 }

    mutating func build() -> [Instruction] {
        var instructions: [Instruction] = []
        for id in order {
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

    private mutating func instruction(_ id: NodeID, _ node: Node) -> Instruction {
        let operands = node.operands.map { slot(of: $0) }
        // A register that is read for the last time may be written by the same instruction.
        for operand in node.operands {
            remainingUses[Int(operand)] -= 1
            if remainingUses[Int(operand)] == 0 { free.append(slot(of: operand)) }
        }
        let destination = free.popLast() ?? newRegister()
        slots[Int(id)] = destination
        func operand(_ index: Int) -> Int32 { index < operands.count ? operands[index] : 0 }
        return Instruction(
            operation: node.operation, destination: destination, a: operand(0), b: operand(1), c: operand(2))
    }

    private mutating func newRegister() -> Int32 {
        registerCount += 1
        return Int32(registerCount - 1)
    }
}
