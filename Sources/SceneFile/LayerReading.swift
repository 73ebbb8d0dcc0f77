import Figures
import Simulation
import Spelling
import Surfaces

/// How the layers of a map are read. What is missing stays as it is.
extension Reading {
    /// - Parameter runs: those that annotations may name; nil where they could not be read.
    mutating func layers(_ fields: Fields, _ runs: [Run]?, into map: inout MapSpecification) {
        switchOn(fields, "bands", &map.bands)
        switchOn(fields, "isolines", &map.isolines)
        switchOn(fields, "critical", &map.critical)
        switchOn(fields, "minima", &map.minima)
        switchOn(fields, "starts", &map.starts)
        if let node = fields["labels"] { map.labels = flag(node, "labels") ?? map.labels }
        if let node = fields["arrows"] { map.arrows = arrows(node) }
        if let node = fields["trails"] { map.trails = trails(node) }
        if let node = fields["steps"] { map.steps = stepMarks(node) ?? .automatic }
        if let node = fields["ends"] { map.ends = ends(node) ?? .markers }
        if let node = fields["inset"] { map.inset = inset(node) }
        if let node = fields["annotations"] { map.annotations = annotations(node, runs) }
    }

    private mutating func switchOn(_ fields: Fields, _ name: String, _ value: inout Bool) {
        if let node = fields[name], let wanted = flag(node, name) { value = wanted }
    }

    private mutating func arrows(_ node: Node) -> MapSpecification.GradientArrows? {
        var arrows = MapSpecification.GradientArrows()
        if case .boolean(let isOn)? = node.scalar?.value { return isOn ? arrows : nil }
        guard node.entries != nil else {
            mismatch(node, "arrows", "true, false or a mapping with count and normalize")
            return nil
        }
        guard let fields = fields(node, .arrows) else { return nil }
        if let node = fields["count"] {
            arrows.count = integer(node, "count", in: MapSpecification.GradientArrows.counts) ?? arrows.count
        }
        switchOn(fields, "normalize", &arrows.normalize)
        return arrows
    }

    private mutating func trails(_ node: Node) -> MapSpecification.TrailColoring? {
        if case .boolean(let isOn)? = node.scalar?.value { return isOn ? .plain : nil }
        guard node.entries != nil else {
            mismatch(node, "trails", "true, false or a mapping with fade or color")
            return nil
        }
        guard let fields = fields(node, .trails) else { return nil }
        var isFading = false
        switchOn(fields, "fade", &isFading)
        let colors: [(String, MapSpecification.TrailColoring)] = [("run", .plain), ("step", .byStep)]
        let color = fields["color"].flatMap { choice($0, "color", among: colors) }
        if isFading, color == .byStep {
            error(
                fields.entry("fade")?.key.location ?? node.location, "trails fade or are coloured by step, not both",
                help: "remove 'fade' or 'color'")
        }
        return color == .byStep ? .byStep : isFading ? .fading : .plain
    }

    private mutating func stepMarks(_ node: Node) -> MapSpecification.StepMarks? {
        if node.entries != nil {
            guard let fields = fields(node, .steps) else { return nil }
            guard let every = fields["every"] else {
                error(fields.location, "'steps' has no 'every'", help: "write { every: 10 }")
                return nil
            }
            return integer(every, "every", in: 1...limits.steps, bound: "steps").map { .every($0) }
        }
        let choices: [(String, MapSpecification.StepMarks)] = [
            ("auto", .automatic), ("dots", .dots), ("arrows", .arrows), ("none", .none),
        ]
        return choice(node, "steps", among: choices, or: ["{ every: 10 }"])
    }

    private mutating func ends(_ node: Node) -> MapSpecification.EndMarks? {
        if case .boolean(let isOn)? = node.scalar?.value { return isOn ? .markers : MapSpecification.EndMarks.none }
        return choice(node, "ends", among: [("loss", .losses)], or: ["true", "false"])
    }

    private mutating func inset(_ node: Node) -> MapSpecification.Inset? {
        if node.isNull { return nil }
        guard let fields = fields(node, .inset) else { return nil }
        guard let part = fields["domain"] else {
            error(
                fields.location, "'inset' has no 'domain'",
                help: "write { domain: { x: [0, 1], y: [0, 1] } }, the part to be magnified")
            return nil
        }
        guard let domain = domain(part) else { return nil }
        var inset = MapSpecification.Inset(domain: domain)
        if let node = fields["at"] {
            let places = MapSpecification.Inset.Place.allCases.map { ($0.rawValue, $0) }
            inset.place = choice(node, "at", among: places) ?? .auto
        }
        if let node = fields["size"] {
            inset.size = number(node, "size", in: MapSpecification.Inset.sizes) ?? inset.size
        }
        return inset
    }

    // MARK: Annotations

    private mutating func annotations(_ node: Node, _ runs: [Run]?) -> [MapSpecification.Annotation] {
        if node.isNull { return [] }
        guard let nodes = list(node, "annotations", of: "words with places, each { text: …, at: [x, y] }") else {
            return []
        }
        let most = MapSpecification.Annotation.most
        guard nodes.count <= most else {
            error(node.location, "a map can have \(most) annotations, not \(nodes.count)")
            return []
        }
        return nodes.compactMap { annotation($0, runs) }
    }

    private mutating func annotation(_ node: Node, _ runs: [Run]?) -> MapSpecification.Annotation? {
        guard let fields = fields(node, .annotation) else { return nil }
        for name in ["text", "at"] where fields[name] == nil {
            error(
                fields.location, "an annotation has no '\(name)'",
                help: "write { text: slows, at: { run: adam, step: 6 } } or { text: minimum, at: [1, 1] }")
        }
        guard let words = fields["text"], let place = fields["at"] else { return nil }
        let text = mathText(words, "text")
        let target = target(place, runs)
        guard let text, let target else { return nil }
        return MapSpecification.Annotation(text: text, target: target)
    }

    private mutating func target(_ node: Node, _ runs: [Run]?) -> MapSpecification.Annotation.Target? {
        guard node.entries != nil else {
            guard node.elements != nil else {
                mismatch(node, "at", "a point, such as [1, 2], or that of a run: { run: adam, step: 6 }")
                return nil
            }
            return pair(node, "at").map { .point($0) }
        }
        guard let fields = fields(node, .runStep) else { return nil }
        for name in ["run", "step"] where fields[name] == nil {
            error(fields.location, "'at' has no '\(name)'", help: "write { run: adam, step: 6 }")
        }
        guard let runNode = fields["run"], let stepNode = fields["step"] else { return nil }
        guard let name = runName(runNode, "run", among: runs) else { return nil }
        let known = runs?.first { $0.id == name } ?? runs?.first { [$0.family, $0.entry].contains(name) }
        return integer(stepNode, "step", in: 0...(known?.steps ?? limits.steps)).map {
            .step($0, ofRun: name)
        }
    }

    /// The id of a run, a family or an entry that there is.
    ///
    /// - Parameter key: what names it, for messages.
    mutating func runName(_ node: Node, _ key: String, among runs: [Run]?) -> String? {
        guard let name = text(node, key) else { return nil }
        guard let runs else { return name }
        let known = Set(runs.flatMap { [$0.id, $0.family, $0.entry] })
        guard !known.contains(name) else { return name }
        let near = Name.closest(to: name, among: known.sorted())
        let list = Array(Set(runs.map(\.entry))).sorted().prefix(12).joined(separator: ", ")
        error(
            node.location, "no run has the id \(quoted(name))",
            help: near.map { "did you mean '\($0)'?" } ?? (list.isEmpty ? nil : "there are \(list)"))
        return nil
    }
}
