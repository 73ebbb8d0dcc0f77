/// The texts of a formula and its named parts, as tokens, and the order in which to read them.
struct Definitions: Sendable {
    let formula: [Token]
    let texts: [String: [Token]]
    /// The names as given.
    let names: [String]
    /// The names so that each comes after those its text uses.
    let order: [String]

    init(_ definitions: [(name: String, text: String)], of formula: String, _ size: FormulaSize) throws(FormulaError) {
        var lexer = try Lexer(formula, size)
        try Self.checkLength(of: formula, definitions, size)
        var texts: [String: [Token]] = [:]
        for (name, text) in definitions {
            do throws(FormulaError) {
                var lexer = try Lexer(text, size)
                texts[name] = try lexer.tokens()
            } catch { throw error.inDefinition(name) }
        }
        self.formula = try lexer.tokens()
        self.texts = texts
        names = definitions.map(\.name)
        order = try Self.order(of: names, texts)
    }

    private static func checkLength(
        of formula: String, _ definitions: [(name: String, text: String)], _ size: FormulaSize
    ) throws(FormulaError) {
        var room = size.room(for: formula)
        for (name, text) in definitions {
            room -= name.count + size.characters - size.room(for: text)
            if room < 0 { throw size.tooManyCharacters(definition: name) }
        }
    }

    /// Depth first, with a stack of its own: chains of definitions may be long.
    private static func order(of names: [String], _ texts: [String: [Token]]) throws(FormulaError) -> [String] {
        var order: [String] = []
        var done: Set<String> = []
        for name in names {
            var path = [(name: name, next: 0)]
            var open: Set = [name]
            while let (name, next) = path.last {
                guard !done.contains(name), let tokens = texts[name] else {
                    path.removeLast()
                    continue
                }
                guard let found = tokens[next...].firstIndex(where: { texts[$0.text] != nil && $0.kind == .name })
                else {
                    path.removeLast()
                    open.remove(name)
                    done.insert(name)
                    order.append(name)
                    continue
                }
                path[path.count - 1].next = found + 1
                let used = tokens[found].text
                guard !open.contains(used) else { throw cycle(path.map(\.name), at: tokens[found]) }
                guard !done.contains(used) else { continue }
                open.insert(used)
                path.append((used, 0))
            }
        }
        return order
    }

    /// The last of a path of names uses an earlier one again.
    private static func cycle(_ path: [String], at token: Token) -> FormulaError {
        var circle = path.drop { $0 != token.text } + [token.text]
        if circle.count > 8 { circle = circle.prefix(5) + ["…"] + circle.suffix(2) }
        return FormulaError(
            message: "the definitions go round in a circle: \(circle.joined(separator: " → "))",
            help: nil, at: token
        ).inDefinition(path.last)
    }
}

extension Parser {
    /// The whole formula, its definitions first, each put into the graph once.
    mutating func formula() throws(FormulaError) -> NodeID {
        for name in definitions.order {
            do throws(FormulaError) {
                nodes[name] = try whole(definitions.texts[name] ?? [])
                uses[name] = usedNames
            } catch { throw error == size.tooManyOperations ? error : error.inDefinition(name) }
        }
        return try whole(definitions.formula)
    }

    /// The names of the parameters that the formula uses, by itself or by the definitions it uses.
    var usedParameters: Set<String> {
        var found: Set<String> = []
        var open = Array(usedNames)
        while let name = open.popLast() {
            if found.insert(name).inserted { open += uses[name] ?? [] }
        }
        return found
    }
}
