import Spelling

/// Reads a formula by recursive descent, straight into a graph.
///
///     expression = term { ("+" | "-") term }
///     term       = signed { ("*" | "/") signed }
///     signed     = ("+" | "-") signed | power
///     power      = operand [ "^" signed ]
///     operand    = number | name | name "(" expression { "," expression } ")" | "(" expression ")"
///                | "sum" "(" name "," expression "," expression "," expression ")"
struct Parser {
    static let nestingLimit = 64
    static let sumLimit = 1000

    let size: FormulaSize
    var graph: Graph

    var tokens: [Token] = []
    var position = 0
    /// Parameters and the indices of the sums around.
    var values: [String: Double]
    /// The definitions, and those of them that are in the graph already.
    let definitions: Definitions
    var nodes: [String: NodeID] = [:]
    /// The names of parameters and definitions that the text at hand uses.
    var usedNames: Set<String> = []
    /// The same for the definitions read before.
    var uses: [String: Set<String>] = [:]
    let parameterNames: [String]
    private var nesting = 0
    private var work = 0

    init(
        _ text: String, parameters: [(name: String, value: Double)], definitions: [(name: String, text: String)],
        size: FormulaSize = FormulaSize()
    ) throws(FormulaError) {
        self.size = size
        graph = Graph(limit: size.operations)
        self.definitions = try Definitions(definitions, of: text, size)
        parameterNames = parameters.map(\.name)
        values = Dictionary(parameters.map { ($0.name, $0.value) }) { $1 }
    }

    /// The whole of one text.
    mutating func whole(_ text: [Token]) throws(FormulaError) -> NodeID {
        (tokens, position, nesting, usedNames) = (text, 0, 0, [])
        if current.kind == .end { throw error("the formula is empty", help: "write an expression in x and y") }
        let root = try expression()
        guard current.kind == .end else { throw unexpected() }
        return root
    }

    var current: Token { tokens[position] }

    func error(_ message: String, help: String? = nil, at token: Token? = nil) -> FormulaError {
        FormulaError(message: message, help: help, at: token ?? current)
    }

    mutating func accept(_ symbol: Character) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        position += 1
        return true
    }

    mutating func expression() throws(FormulaError) -> NodeID {
        var result = try term()
        while true {
            if accept("+") {
                result = graph.apply(.add, result, try term())
            } else if accept("-") {
                result = graph.apply(.subtract, result, try term())
            } else {
                return result
            }
        }
    }

    private mutating func term() throws(FormulaError) -> NodeID {
        var result = try signed()
        while true {
            if accept("*") {
                result = graph.apply(.multiply, result, try signed())
            } else if accept("/") {
                result = graph.apply(.divide, result, try signed())
            } else {
                return result
            }
        }
    }

    private mutating func signed() throws(FormulaError) -> NodeID {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.nestingLimit else {
            throw error("the formula is nested more than \(Self.nestingLimit) deep")
        }
        if accept("-") { return graph.apply(.negate, try signed()) }
        if accept("+") { return try signed() }
        return try power()
    }

    private mutating func power() throws(FormulaError) -> NodeID {
        let base = try operand()
        guard accept("^") else { return base }
        return graph.power(base, try signed())
    }

    private mutating func operand() throws(FormulaError) -> NodeID {
        work += 1
        if graph.isTooLarge || work > size.work { throw size.tooManyOperations }
        let token = current
        let result: NodeID
        switch token.kind {
        case .number(let value):
            position += 1
            result = graph.constant(value)
        case .name:
            position += 1
            result = current.kind == .symbol("(") ? try call(token) : try value(token)
        case .symbol("("):
            position += 1
            result = try expression()
            try close(token)
        case .symbol, .end:
            throw missingValue()
        }
        try refuseImplicitMultiplication(after: token)
        return result
    }

    /// The `)` that belongs to an earlier `(`.
    mutating func close(_ opening: Token) throws(FormulaError) {
        if accept(")") { return }
        guard current.kind == .end else { throw unexpected() }
        throw error("'(' is never closed", help: "add ')'", at: opening)
    }

    /// A variable, constant, parameter or index.
    private mutating func value(_ token: Token) throws(FormulaError) -> NodeID {
        let name = token.text
        if let variable = Vocabulary.variables.first(where: { $0.name == name }) {
            return graph.variable(variable.operation)
        }
        if let value = values[name] {
            usedNames.insert(name)
            return graph.constant(value)
        }
        if let node = nodes[name] {
            usedNames.insert(name)
            return node
        }
        if let named = Constant.named.first(where: { $0.name == name }) { return graph.constant(named.value) }
        throw unknown(token)
    }
}
