import Formulas
import Spelling
import Surfaces

/// How `surface` is read.
extension Reading {
    mutating func surface(_ node: Node) -> Surface? {
        if let scalar = node.scalar, !node.isNull { return catalogueSurface(scalar.text, at: node, parameters: []) }
        guard node.entries != nil else {
            mismatch(node, "surface", "a name, { name, parameters } or { formula, parameters, minima }")
            return nil
        }
        guard let fields = fields(node, .surface) else { return nil }
        let parameters = fields["parameters"].flatMap { self.parameters($0) }
        switch (fields["name"], fields["formula"]) {
        case (let name?, nil):
            if let minima = fields.entry("minima") {
                error(
                    minima.key.location, "'minima' belongs to a formula",
                    help: "those of the catalogue's surfaces are known")
            }
            guard let text = text(name, "name") else { return nil }
            return catalogueSurface(text, at: name, parameters: parameters ?? [])
        case (nil, let formula?):
            let minima = fields["minima"].flatMap { points($0, "minima") } ?? []
            guard let text = text(formula, "formula"), parameters != nil || fields["parameters"] == nil else {
                return nil
            }
            return formulaSurface(text, at: formula, parameters: parameters ?? [], minima: minima)
        case (_?, let formula?):
            error(
                fields.entry("formula")?.key.location ?? formula.location, "'surface' has a name and a formula",
                help: "keep one: a name stands for a formula of the catalogue")
            return nil
        case (nil, nil):
            let isLater = node.entries?.contains { KeyTable.surface.key(named: $0.key.text)?.isLater == true }
            if isLater != true { error(node.location, "'surface' has neither a name nor a formula") }
            return nil
        }
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

    private mutating func formulaSurface(
        _ text: String, at node: Node, parameters: [Parameter], minima: [SIMD2<Double>]
    ) -> Surface? {
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
        do {
            return try Surface(formula: text, parameters: parameters.map { ($0.name, $0.value) }, minima: minima)
        } catch {
            let place = (line: error.line, column: error.column, length: error.length)
            self.error(within: node, "formula", at: place, error.message, help: error.help)
            return nil
        }
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
        return entries.map { entry in
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
