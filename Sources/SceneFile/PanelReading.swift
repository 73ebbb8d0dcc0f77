import Figures
import Optimizers
import Simulation
import Spelling
import Surfaces

/// How `panels` and `layout` are read: against the runs, so that what cannot be shown is told at once.
struct PanelContext {
    /// nil where they could not be read.
    let runs: [Run]?
    /// What a map can show.
    let surfaces: [Ground]
    /// What maps have that say nothing else.
    let map: MapSpecification
}

extension Reading {
    mutating func panels(_ fields: Fields, _ context: PanelContext, into figure: inout FigureSpecification) {
        if let node = fields["panels"] { figure.panels = panels(node, context) }
        if let node = fields["layout"] {
            if fields["panels"] == nil {
                error(
                    fields.entry("layout")?.key.location ?? node.location, "'layout' places panels, and there are none",
                    help: "add 'panels: { NAME: { map: {} }, … }'")
            }
            figure.layout = layout(node, figure.panels)
            checkPlaces(node, fields["panels"], figure)
        }
        for (name, direction) in [("width_ratios", "column"), ("height_ratios", "row")] {
            guard let node = fields[name], let values = ratios(node, name) else { continue }
            guard var layout = figure.layout else {
                if fields["layout"] == nil {
                    error(fields.entry(name)?.key.location ?? node.location, "'\(name)' needs a 'layout'")
                }
                continue
            }
            let count = direction == "row" ? layout.cells.count : layout.cells.first?.count ?? 0
            guard values.count == count else {
                error(node.location, "'\(name)' has \(values.count) numbers, and the layout \(count) \(direction)s")
                continue
            }
            if direction == "row" { layout.heightRatios = values } else { layout.widthRatios = values }
            figure.layout = layout
        }
    }

    private mutating func panels(_ node: Node, _ context: PanelContext) -> [PanelSpecification] {
        guard let entries = node.entries else {
            mismatch(node, "panels", "a mapping of names to panels, such as { left: { map: {} } }")
            return []
        }
        guard entries.count <= limits.panels else {
            error(
                node.location, "a figure can have \(limits.panels) panels, not \(entries.count)",
                help: Limits.advice("panels"))
            return []
        }
        return entries.compactMap { panel($0, context) }
    }

    /// `NAME: { KIND: { … } }`, or `NAME: KIND`.
    private mutating func panel(_ entry: Node.Entry, _ context: PanelContext) -> PanelSpecification? {
        let kinds = KeyTable.panelKinds
        guard let (key, value) = kind(entry) else { return nil }
        guard let kind = kinds.first(where: { Name.folded($0.name) == Name.folded(key.text) }) else {
            let near = Name.closest(to: key.text, among: kinds.map(\.name))
            error(
                key.location, "unknown kind of panel \(quoted(key.text))",
                help: near.map { "did you mean '\($0)'?" } ?? "kinds are \(kinds.map(\.name).joined(separator: ", "))")
            return nil
        }
        guard let fields = fields(value, kind.table) else { return nil }
        let title = fields["title"].flatMap { $0.isNull ? "" : mathText($0, "title") }
        let runs = fields["runs"].map { runNames($0, context) }
        let shown = context.runs.flatMap { all -> [Run]? in
            guard let runs else { return all }
            // Of runs that nobody knows nothing more can be said.
            return runs.map { names in
                all.filter { run in names.contains { $0 == run.id || $0 == run.family || $0 == run.entry } }
            }
        }
        guard let content = content(kind.name, fields, key, shown, context) else { return nil }
        return PanelSpecification(name: entry.key.text, kind: content, title: title, runs: runs ?? nil)
    }

    private mutating func kind(_ entry: Node.Entry) -> (key: Node.Key, value: Node)? {
        let empty = Node(location: entry.value.location, content: .mapping([]))
        if let scalar = entry.value.scalar, !entry.value.isNull {
            return (Node.Key(text: scalar.text, location: entry.value.location), empty)
        }
        guard let entries = entry.value.entries, let first = entries.first else {
            mismatch(entry.value, entry.key.text, "a panel, such as { map: {} } or { curve: { y: loss } }")
            return nil
        }
        if let second = entries.dropFirst().first {
            error(
                second.key.location, "a panel is of one kind, and here is a second key",
                help: "put its settings inside '\(first.key.text)'")
            return nil
        }
        return (first.key, first.value.isNull ? empty : first.value)
    }

    private mutating func content(
        _ kind: String, _ fields: Fields, _ key: Node.Key, _ runs: [Run]?, _ context: PanelContext
    ) -> PanelSpecification.Kind? {
        switch kind {
        case "map": return .map(panelMap(fields, runs, context))
        case "curve": return curve(fields, key, runs).map { .curve($0) }
        case "multiples":
            var multiples = MultiplesSpecification()
            multiples.map = panelMap(fields, runs, context)
            if let node = fields["by"] {
                let parts = MultiplesSpecification.Part.allCases.map { ($0.rawValue, $0) }
                multiples.by = choice(node, "by", among: parts) ?? .run
            }
            multiples.columns = fields["columns"].flatMap { integer($0, "columns", in: 1...16) }
            checkCount(multiples, runs, key)
            return .multiples(multiples)
        case "table": return .table(table(fields, runs))
        default: return .legend
        }
    }

    private mutating func panelMap(_ fields: Fields, _ runs: [Run]?, _ context: PanelContext) -> MapSpecification {
        var map = map(fields, runs, from: context.map)
        guard let node = fields["surface"], let name = text(node, "surface") else { return map }
        let known = context.surfaces.flatMap { [$0.id, $0.family] }
        guard known.contains(name) else {
            let near = Name.closest(to: name, among: known)
            let names = context.surfaces.map(\.id).joined(separator: ", ")
            error(
                node.location, "there is no surface \(quoted(name))",
                help: near.map { "did you mean '\($0)'?" } ?? "there are \(names)")
            return map
        }
        map.surface = name
        return map
    }

    private mutating func checkCount(_ multiples: MultiplesSpecification, _ runs: [Run]?, _ key: Node.Key) {
        guard let runs else { return }
        let count =
            switch multiples.by {
            case .run: Set(runs.map(\.family)).count
            case .start: Set(runs.map(\.start)).count
            case .surface: Set(runs.map(\.surface)).count
            }
        if count == 0 { error(key.location, "there are no runs to show", help: "add 'optimizers'") }
        if count > MultiplesSpecification.most {
            error(key.location, "these are \(count) small maps; a panel can have \(MultiplesSpecification.most)")
        }
    }

    /// The runs a panel shows: an id or a list of them, each of a run, a family or an entry; nil where one is unknown.
    private mutating func runNames(_ node: Node, _ context: PanelContext) -> [String]? {
        let nodes = node.elements ?? [node]
        guard !nodes.isEmpty else {
            mismatch(node, "runs", "a run's id, or a list of them")
            return nil
        }
        var names: [String] = []
        for node in nodes {
            if let name = runName(node, "runs", among: context.runs) { names.append(name) }
        }
        return names.count == nodes.count ? names : nil
    }

    // MARK: Curves and tables

    private mutating func curve(_ fields: Fields, _ key: Node.Key, _ runs: [Run]?) -> CurveSpecification? {
        if let runs, runs.isEmpty { error(key.location, "there are no runs to show", help: "add 'optimizers'") }
        guard let node = fields["y"] else {
            error(key.location, "'curve' has no 'y'", help: "write { curve: { y: loss } }")
            return nil
        }
        var curve = CurveSpecification(y: quantities(node, runs))
        if let node = fields["x"] { curve.x = abscissa(node, runs) ?? curve.x }
        let scales = CurveSpecification.Scale.allCases.map { ($0.rawValue, $0) }
        curve.scale = fields["scale"].flatMap { choice($0, "scale", among: scales) }
        curve.xScale = fields["x_scale"].flatMap { choice($0, "x_scale", among: scales) }
        curve.yRange = fields["range"].flatMap { ascending($0, "range") }
        curve.xRange = fields["x_range"].flatMap { ascending($0, "x_range") }
        checkPositive(curve.scale, fields["range"], curve.yRange)
        checkPositive(curve.xScale, fields["x_range"], curve.xRange)
        if let node = fields["parameter"] {
            let parameters = CurveSpecification.Parameter.allCases.map { ($0.rawValue, $0) }
            curve.parameter = choice(node, "parameter", among: parameters) ?? .both
        }
        curve.labels = fields["labels"].flatMap { flag($0, "labels") }
        if let node = fields["lines"] { curve.lines = lines(node) }
        if let node = fields["axes"], let titles = axisTitles(node) { curve.axes = titles }
        return curve.y.isEmpty ? nil : curve
    }

    private mutating func checkPositive(
        _ scale: CurveSpecification.Scale?, _ node: Node?, _ range: ClosedRange<Double>?
    ) {
        guard scale == .log, let node, let range, range.lowerBound <= 0 else { return }
        error(
            node.location, "a logarithmic scale has no place for \(range.lowerBound)",
            help: "begin above 0, or use 'symlog'")
    }

    private mutating func quantities(_ node: Node, _ runs: [Run]?) -> [String] {
        let nodes = node.elements ?? [node]
        if nodes.isEmpty { mismatch(node, "y", "the name of something that runs record, or a list of them") }
        return nodes.compactMap { node in
            guard let name = text(node, "y") else { return nil }
            guard let runs else { return name }
            let known = Quantity.available(for: runs).map(\.name)
            if let match = known.first(where: { Name.folded($0) == Name.folded(name) }) { return match }
            let near = Name.closest(to: name, among: known)
            error(
                node.location, "these runs have no \(quoted(name))",
                help: near.map { "did you mean '\($0)'?" } ?? "they have \(known.joined(separator: ", "))")
            return nil
        }
    }

    private mutating func abscissa(_ node: Node, _ runs: [Run]?) -> String? {
        guard let name = text(node, "x") else { return nil }
        let numbers = (runs ?? []).compactMap(\.optimizer).flatMap(\.hyperparameters).filter {
            if case .number = $0.value { true } else { false }
        }
        let known = CurveSpecification.courses + Set(numbers.map(\.name)).sorted()
        if let match = known.first(where: { Name.folded($0) == Name.folded(name) }) { return match }
        guard runs != nil else { return name }
        let near = Name.closest(to: name, among: known)
        error(
            node.location, "curves cannot be shown against \(quoted(name))",
            help: near.map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))")
        return nil
    }

    private mutating func ascending(_ node: Node, _ name: String) -> ClosedRange<Double>? {
        guard let ends = pair(node, name) else { return nil }
        guard ends.x < ends.y else {
            error(node.location, "'\(name)' must ascend: the first number is the smaller one")
            return nil
        }
        guard (ends.y - ends.x).isFinite else {
            error(node.location, "'\(name)' is wider than the largest number")
            return nil
        }
        return ends.x...ends.y
    }

    /// A number, a mapping of a number and its label, or a list of these.
    private mutating func lines(_ node: Node) -> [CurveSpecification.Line] {
        (node.elements ?? [node]).compactMap { node in
            guard node.entries != nil else { return number(node, "lines").map { CurveSpecification.Line(value: $0) } }
            guard let fields = fields(node, .line) else { return nil }
            guard let place = fields["y"] else {
                error(fields.location, "a line has no 'y'", help: "write { y: 0.5, label: text }")
                return nil
            }
            let label = fields["label"].flatMap { mathText($0, "label") }
            return number(place, "y").map { CurveSpecification.Line(value: $0, label: label) }
        }
    }

    private mutating func table(_ fields: Fields, _ runs: [Run]?) -> TableSpecification {
        var table = TableSpecification()
        table.threshold = fields["threshold"].flatMap { number($0, "threshold") }
        guard let node = fields["columns"] else { return table }
        guard let nodes = list(node, "columns", of: "names") else { return table }
        let own = (runs ?? []).compactMap(\.optimizer).flatMap(\.hyperparameters).map(\.name)
        let known = TableSpecification.results + Set(own).sorted()
        table.columns = nodes.compactMap { node in
            guard let name = text(node, "columns") else { return nil }
            if let match = known.first(where: { Name.folded($0) == Name.folded(name) }) { return match }
            guard runs != nil else { return nil }
            let near = Name.closest(to: name, among: known)
            error(
                node.location, "a table has no column \(quoted(name))",
                help: near.map { "did you mean '\($0)'?" } ?? "there are \(known.joined(separator: ", "))")
            return nil
        }
        return table
    }
}
