import Formulas
import Spelling
import Surfaces

/// How `surface` is read.
extension Reading {
    /// A surface by itself.
    ///
    /// - Parameter varied: the parameters that a member of a sweep has besides.
    mutating func surface(_ node: Node, varied: [Node.Entry]) -> Surface? {
        if let scalar = node.scalar, !node.isNull { return catalogueSurface(scalar.text, at: node, parameters: []) }
        guard let entries = node.entries else {
            mismatch(node, "surface", "a name, or a mapping with a name, a formula, a grid or data")
            return nil
        }
        let kinds = entries.compactMap { entry in
            KeyTable.surfaceKinds.first { Name.folded($0.names[0]) == Name.folded(entry.key.text) }.map { (entry, $0) }
        }
        guard let (_, table) = kinds.first else {
            if !entries.contains(where: { tellUnknown($0.key) }) {
                error(node.location, "'surface' has neither a name nor a formula, a grid or data")
            }
            return nil
        }
        if let (second, other) = kinds.dropFirst().first(where: { $1.names[0] != table.names[0] }) {
            error(
                second.key.location, "'surface' has a \(table.names[0]) and a \(other.names[0])",
                help: "keep one: they are different kinds of surfaces")
            return nil
        }
        return surface(entries, node, of: table, varied)
    }

    /// Tells a key that no kind of surface has.
    private mutating func tellUnknown(_ key: Node.Key) -> Bool {
        let tables = [.surface] + KeyTable.surfaceKinds
        guard tables.allSatisfy({ $0.key(named: key.text) == nil }) else { return false }
        diagnostics.add(.unknownKey(key, in: .surface))
        return true
    }

    private mutating func surface(
        _ entries: [Node.Entry], _ node: Node, of table: KeyTable, _ varied: [Node.Entry]
    ) -> Surface? {
        let known = diagnostics.count
        var own: [Node.Entry] = []
        for entry in entries {
            let others = KeyTable.surfaceKinds.filter { $0.key(named: entry.key.text) != nil }
            if table.key(named: entry.key.text) == nil, let other = others.first {
                let name = other.key(named: entry.key.text)?.name ?? entry.key.text
                error(
                    entry.key.location, "\(quoted(name)) belongs to a surface with '\(other.names[0])'",
                    help: "one with '\(table.names[0])' has \(table.names.dropFirst().joined(separator: ", "))")
            } else {
                own.append(entry)
            }
        }
        guard let fields = fields(Node(location: node.location, content: .mapping(own)), table) else { return nil }
        let surface: Surface?
        switch table.names[0] {
        case "name": surface = namedSurface(fields, varied)
        case "formula": surface = formulaSurface(fields, varied)
        case "grid": surface = gridSurface(fields)
        default: surface = fittedSurface(fields)
        }
        return diagnostics.count == known ? surface : nil
    }

    private mutating func namedSurface(_ fields: Fields, _ varied: [Node.Entry]) -> Surface? {
        let parameters = (fields["parameters"].flatMap { self.parameters($0) } ?? []) + self.parameters(varied)
        guard let node = fields["name"], let name = text(node, "name") else { return nil }
        return catalogueSurface(name, at: node, parameters: parameters).flatMap { transformed($0, fields) }
    }

    private mutating func catalogueSurface(_ name: String, at node: Node, parameters: [Parameter]) -> Surface? {
        guard let entry = SurfaceCatalogue.entry(named: name) else {
            let isFormula = name.contains { "+*/^()".contains($0) }
            let help =
                isFormula
                ? "a formula is written as surface: { formula: \"…\" }"
                : SurfaceCatalogue.suggestion(for: name) ?? "'ravine list surfaces' lists them"
            error(node.location, "unknown surface \(quoted(name))", help: help)
            return nil
        }
        var isGood = true
        for parameter in parameters {
            do {
                _ = try entry.surface(parameters: [(parameter.name, parameter.value)])
            } catch {
                let isKnown = entry.parameters.contains { Name.folded($0.name) == Name.folded(parameter.name) }
                self.error(isKnown ? parameter.location : parameter.key, error.message, help: error.help)
                isGood = false
            }
        }
        return isGood ? try? entry.surface(parameters: parameters.map { ($0.name, $0.value) }) : nil
    }

    private mutating func formulaSurface(_ fields: Fields, _ varied: [Node.Entry]) -> Surface? {
        let fixed = fields["parameters"].map { self.parameters($0) } ?? []
        let varied = self.parameters(varied)
        let minima = fields["minima"].flatMap { points($0, "minima") } ?? []
        let parts = fields["where"].map { namedParts($0) } ?? []
        guard let node = fields["formula"], let formula = text(node, "formula"), let fixed, let parts else {
            return nil
        }
        let parameters = fixed + varied
        var isGood = true
        for parameter in parameters {
            do {
                _ = try Formula("0", parameters: [(parameter.name, parameter.value)])
            } catch {
                self.error(parameter.key, error.message, help: error.help)
                isGood = false
            }
        }
        guard isGood else { return nil }
        let names = parts.map { (name: $0.key.text, text: $0.value.scalar?.text ?? "") }
        do {
            let surface = try Surface(
                formula: formula, parameters: parameters.map { ($0.name, $0.value) }, subexpressions: names,
                minima: minima, size: FormulaSize(operations: limits.operations))
            checkAreUsed(varied, besides: fixed, in: formula, names)
            return transformed(surface, fields)
        } catch {
            tell(error, formula: node, parts: parts)
            return nil
        }
    }

    /// Tells of parameters that are varied and that a formula does not have.
    private mutating func checkAreUsed(
        _ varied: [Parameter], besides fixed: [Parameter], in formula: String, _ parts: [(name: String, text: String)]
    ) {
        let parameters = (fixed + varied).map { ($0.name, $0.value) }
        let size = FormulaSize(operations: limits.operations)
        guard !varied.isEmpty,
            let formula = try? Formula(formula, parameters: parameters, where: parts, size: size)
        else { return }
        for parameter in varied where !formula.usedParameters.contains(parameter.name) {
            let near = Name.closest(to: parameter.name, among: fixed.map(\.name))
            error(
                parameter.key, "the formula has no parameter \(quoted(parameter.name)) to vary",
                help: near.map { "did you mean '\($0)'?" })
        }
    }

    /// Tells a mistake in a formula or in one of its named parts.
    private mutating func tell(_ mistake: FormulaError, formula: Node, parts: [Node.Entry]) {
        let part = parts.first { $0.key.text == mistake.definition }
        if let part, mistake.isDefinitionName {
            return error(part.key.location, mistake.message, help: mistake.help)
        }
        let place = (line: mistake.line, column: mistake.column, length: mistake.length)
        let help = mistake.isTooLarge ? Limits.advice("operations") : mistake.help
        error(within: part?.value ?? formula, "formula", at: place, mistake.message, help: help)
    }

    /// The names and texts of `where`.
    private mutating func namedParts(_ node: Node) -> [Node.Entry]? {
        guard let entries = node.entries else {
            mismatch(node, "where", "a mapping of names to formulas, such as { r: \"sqrt(x^2 + y^2)\" }")
            return nil
        }
        let texts = entries.map { text($0.value, $0.key.text) }
        return texts.contains(nil) ? nil : entries
    }

    struct Parameter {
        let name: String
        let key: Location
        let value: Double
        let location: Location
    }

    private mutating func parameters(_ node: Node) -> [Parameter]? {
        guard let entries = node.entries else {
            mismatch(node, "parameters", "a mapping of names to numbers, such as { b: 100 }")
            return nil
        }
        return parameters(entries)
    }

    private mutating func parameters(_ entries: [Node.Entry]) -> [Parameter] {
        entries.map { entry in
            // A number that is wrong has been told; its name is still known to the formula.
            let value = number(entry.value, entry.key.text) ?? 1
            return Parameter(
                name: entry.key.text, key: entry.key.location, value: value, location: entry.value.location)
        }
    }
}

extension SurfaceCatalogue {
    /// What was probably meant by a name that the catalogue lacks.
    public static func suggestion(for name: String) -> String? {
        Name.closest(to: name, among: entries.flatMap { [$0.id] + $0.names }).map { "did you mean '\($0)'?" }
    }
}
