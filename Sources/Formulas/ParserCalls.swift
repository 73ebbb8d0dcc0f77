/// Calls of functions, and the sum, which is none: its body is read once for each value of the index.
extension Parser {
    /// A call; the parser stands at the `(`.
    mutating func call(_ name: Token) throws(FormulaError) -> NodeID {
        if name.text == "sum" { return try sum(name) }
        guard let function = Vocabulary.functions.first(where: { $0.name == name.text }) else {
            throw unknownFunction(name)
        }
        let arguments = try arguments()
        guard function.arguments.map({ $0 == arguments.count }) ?? (arguments.count >= 2) else {
            throw wrongCount(name, takes: function.arguments.map(String.init) ?? "at least 2", given: arguments.count)
        }
        var result = arguments[0]
        guard arguments.count > 1 else { return graph.apply(function.operation, result) }
        for argument in arguments.dropFirst() { result = graph.apply(function.operation, result, argument) }
        return result
    }

    /// What stands between `(` and `)`.
    private mutating func arguments() throws(FormulaError) -> [NodeID] {
        let opening = current
        position += 1
        if accept(")") { return [] }
        var arguments = [try expression()]
        while accept(",") { arguments.append(try expression()) }
        try close(opening)
        return arguments
    }

    /// `sum(i, first, last, body)`.
    private mutating func sum(_ name: Token) throws(FormulaError) -> NodeID {
        let opening = current
        position += 1
        let index = current
        guard index.kind == .name else {
            throw error("a sum begins with its index", help: "write sum(i, 1, 5, …)")
        }
        if let objection = Vocabulary.objection(to: index.text) {
            throw error("\(objection) and cannot be an index", help: "call it i", at: index)
        }
        if values[index.text] != nil || nodes[index.text] != nil {
            throw error(
                "the index '\(index.text)' hides a value of the same name", help: "call it otherwise", at: index)
        }
        position += 1
        try comma(in: name, after: 1)
        let first = try bound()
        try comma(in: name, after: 2)
        let beforeLast = current
        let last = try bound()
        try comma(in: name, after: 3)
        guard first <= last else {
            throw error("the sum is empty: it runs from \(first) to \(last)", help: nil, at: beforeLast)
        }
        guard last - first < Self.sumLimit else {
            throw error("the sum has more than \(Self.sumLimit) terms", help: nil, at: beforeLast)
        }
        let result = try terms(of: index.text, first...last)
        if current.kind == .symbol(",") { throw wrongCount(name, takes: "4", given: "more") }
        try close(opening)
        return result
    }

    private mutating func terms(of index: String, _ range: ClosedRange<Int>) throws(FormulaError) -> NodeID {
        let start = position
        defer { values[index] = nil }
        values[index] = Double(range.lowerBound)
        var result = try expression()
        for value in range.dropFirst() {
            position = start
            values[index] = Double(value)
            result = graph.apply(.add, result, try expression())
        }
        return result
    }

    /// A whole number known beforehand.
    private mutating func bound() throws(FormulaError) -> Int {
        let token = current
        let bound = try expression()
        guard let value = graph.constantValue(bound), value.magnitude <= 0x1p53, let whole = Int(exactly: value) else {
            throw error("the bounds of a sum are whole numbers", help: "write sum(i, 1, 5, …)", at: token)
        }
        return whole
    }

    private mutating func comma(in name: Token, after count: Int) throws(FormulaError) {
        if accept(",") { return }
        if current.kind == .symbol(")") { throw wrongCount(name, takes: "4", given: String(count)) }
        throw unexpected()
    }
}
