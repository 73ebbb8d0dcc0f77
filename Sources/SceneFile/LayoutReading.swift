import Figures
import Spelling

/// How `layout` is read.
extension Reading {
    mutating func ratios(_ node: Node, _ name: String) -> [Double]? {
        guard let nodes = list(node, name, of: "numbers") else { return nil }
        let values = nodes.map { number($0, name, in: 0.01...100) }
        return values.contains { $0 == nil } ? nil : values.compactMap(\.self)
    }

    mutating func layout(_ node: Node, _ panels: [PanelSpecification]) -> LayoutSpecification? {
        guard let rows = list(node, "layout", of: "rows, each a list of panels") else { return nil }
        guard !rows.isEmpty else {
            error(node.location, "'layout' has no rows", help: "a row is a list of panels' names: [[left, right]]")
            return nil
        }
        var cells: [[String?]] = []
        for row in rows {
            let elements = row.elements ?? [row]
            cells.append(elements.map { $0.isNull || $0.scalar?.text == "." ? nil : text($0, "layout") })
            for element in elements { checkName(element, panels) }
            if elements.count != cells[0].count {
                error(
                    row.location, "this row has \(elements.count) cells, and the first has \(cells[0].count)",
                    help: "'.' is an empty cell")
                return nil
            }
        }
        let most = LayoutSpecification.longestSide
        guard cells.count <= most, cells[0].count <= most, !cells[0].isEmpty else {
            error(node.location, "a layout has from 1 to \(most) rows and columns")
            return nil
        }
        return LayoutSpecification(cells: cells)
    }

    mutating func checkName(_ node: Node, _ panels: [PanelSpecification]) {
        guard let name = node.scalar?.text, !node.isNull, name != ".", name != PanelSpecification.legendName,
            !panels.contains(where: { $0.name == name }), !diagnostics.hasErrors
        else { return }
        let names = panels.map(\.name)
        let near = Name.closest(to: name, among: names + [PanelSpecification.legendName])
        error(
            node.location, "there is no panel \(quoted(name))",
            help: near.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))")
    }

    /// Each panel has a place, and the cells of one make a rectangle.
    mutating func checkPlaces(_ node: Node, _ panels: Node?, _ figure: FigureSpecification) {
        guard let layout = figure.layout else { return }
        for panel in figure.panels {
            let key = panels?.entries?.first { $0.key.text == panel.name }?.key
            guard let (rows, columns) = layout.span(of: panel.name) else {
                error(key?.location ?? node.location, "the panel \(quoted(panel.name)) has no place in the layout")
                continue
            }
            let isWhole = rows.allSatisfy { row in columns.allSatisfy { layout.cells[row][$0] == panel.name } }
            if !isWhole { error(node.location, "the cells of \(quoted(panel.name)) do not make a rectangle") }
        }
    }
}
