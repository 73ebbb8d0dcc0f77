import Drawings
import Figures
import Spelling

/// How themes, colours and sizes are read.
extension Reading {
    mutating func style(_ fields: Fields, into figure: inout FigureSpecification) {
        if let node = fields["theme"] {
            figure.theme = choice(node, "theme", among: Theme.allCases.map { ($0.rawValue, $0) }) ?? .light
        }
        if let node = fields["background"] {
            let isNone = node.scalar.map { Name.folded($0.text) == "none" } ?? false
            figure.background = isNone ? Color(0xFFFFFF, alpha: 0) : color(node, "background", or: ["none"])
        }
        guard let node = fields["style"], let values = self.fields(node, .style) else { return }
        for key in StyleKey.all {
            if let node = values[key.name] { figure.style[key.name] = value(node, key) }
        }
    }

    private mutating func value(_ node: Node, _ key: StyleKey) -> StyleValue? {
        switch key.kind {
        case .color: return color(node, key.name).map { .color($0) }
        case .length: return number(node, key.name, in: key.range).map { .length($0) }
        case .colors:
            guard let elements = list(node, key.name, of: "colours") else { return nil }
            guard (1...StyleKey.mostColors).contains(elements.count) else {
                error(
                    node.location, "'\(key.name)' must have from 1 to \(StyleKey.mostColors), not \(elements.count)")
                return nil
            }
            let colors = elements.map { color($0, key.name) }
            return colors.contains(nil) ? nil : .colors(colors.compactMap(\.self))
        }
    }

    /// `style` in the entry of a run.
    mutating func runStyle(_ fields: Fields) -> RunStyle? {
        guard let node = fields["style"], let values = self.fields(node, .runStyle) else { return nil }
        var style = RunStyle()
        style.color = values["color"].flatMap { color($0, "color") }
        style.dash = values["dash"].flatMap { dash($0) }
        style.marker = values["marker"].flatMap { node in
            choice(node, "marker", among: Marker.allCases.map { ($0.rawValue, $0) })
        }
        style.width = values["width"].flatMap { number($0, "width", in: 0...100) }
        return style
    }

    private mutating func dash(_ node: Node) -> RunStyle.Dash? {
        guard let elements = node.elements else {
            return choice(node, "dash", among: RunStyle.Dash.named, or: ["a list such as [4, 2]"])
        }
        let lengths = elements.map { number($0, "dash", in: 0...100) }
        guard !lengths.contains(nil) else { return nil }
        guard (2...8).contains(lengths.count), lengths.contains(where: { $0 ?? 0 > 0 }) else {
            error(
                node.location, "'dash' must have from 2 to 8 lengths, not all 0",
                help: "lengths drawn and left out in turn, in widths of the line: [4, 2]")
            return nil
        }
        return .lengths(lengths.compactMap(\.self))
    }

    /// - Parameter other: what else it may be, for the message.
    mutating func color(_ node: Node, _ name: String, or other: [String] = []) -> Color? {
        let wanted = (["a colour such as '#0072B2' or tab:blue"] + other).joined(separator: " or ")
        guard let scalar = node.scalar, !node.isNull else {
            // An unquoted '#' begins a comment, so that nothing is left of the value.
            mismatch(node, name, wanted, help: node.isNull ? "quote it: '#0072B2'" : nil)
            return nil
        }
        if let color = Color(scalar.text) { return color }
        let near = Name.closest(to: scalar.text, among: Color.names.map(\.name) + other)
        let help =
            scalar.text.hasPrefix("#") ? "colours are #rgb, #rrggbb or #rrggbbaa" : near.map { "did you mean '\($0)'?" }
        mismatch(node, name, wanted, help: help)
        return nil
    }

    mutating func colormap(_ node: Node) -> Colormap? {
        guard let name = text(node, "colormap") else { return nil }
        if let colormap = Colormap.named(name) { return colormap }
        let near = Name.closest(to: name, among: Colormap.all.map(\.name))
        error(
            node.location, "unknown colormap \(quoted(name))",
            help: near.map { "did you mean '\($0)'?" } ?? "'ravine list colormaps' lists them")
        return nil
    }
}
