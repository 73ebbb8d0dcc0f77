import Figures
import Surfaces

/// Levels as a scene asks for them, to be held against the surface once it is known.
struct AskedLevels {
    let levels: LevelSpecification
    /// The map's own; nil for the scene's.
    let domain: Domain?
    let place: Location
}

/// How `levels` is read: a scale's name, a list, or a mapping.
extension Reading {
    mutating func levels(_ node: Node) -> LevelSpecification? {
        if node.entries != nil { return fields(node, .levels).flatMap { levels($0) } }
        if let elements = node.elements { return explicitLevels(node, elements) }
        let others = ["a list of numbers", "a mapping such as { scale: log, count: 12 }"]
        return choice(node, "levels", among: LevelSpecification.named, or: others).map { LevelSpecification($0) }
    }

    private mutating func levels(_ fields: Fields) -> LevelSpecification? {
        var levels = LevelSpecification.automatic
        if let node = fields["scale"] {
            guard let scale = choice(node, "scale", among: LevelSpecification.named) else { return nil }
            levels.scale = scale
        }
        levels.count = fields["count"].flatMap { integer($0, "count", in: LevelSpecification.counts) }
        levels.from = fields["from"].flatMap { number($0, "from") }
        levels.to = fields["to"].flatMap { number($0, "to") }
        if let from = levels.from, let to = levels.to, from >= to, let node = fields["to"] {
            error(node.location, "'to' must be greater than 'from'")
            return nil
        }
        for (name, end) in [("from", levels.from), ("to", levels.to)] {
            guard levels.scale == .logarithmic, let end, end <= 0, let node = fields[name] else { continue }
            error(
                node.location, "a logarithmic scale has no place for \(node.inWords)",
                help: "give a number above 0, or use 'symlog'")
            return nil
        }
        return levels
    }

    private mutating func explicitLevels(_ node: Node, _ elements: [Node]) -> LevelSpecification? {
        let numbers = elements.map { number($0, "levels") }
        guard !numbers.contains(where: { $0 == nil }) else { return nil }
        let levels = numbers.compactMap(\.self)
        guard levels.count >= 2 else {
            error(node.location, "'levels' needs at least two numbers")
            return nil
        }
        guard levels.count <= LevelSpecification.mostLevels else {
            error(node.location, "'levels' has more than \(LevelSpecification.mostLevels) numbers")
            return nil
        }
        for (index, pair) in zip(levels, levels.dropFirst()).enumerated() where pair.0 >= pair.1 {
            error(elements[index + 1].location, "the numbers of 'levels' must ascend")
            return nil
        }
        return .explicit(levels)
    }

    /// Warns where a logarithmic scale was asked for that the surface has no place on.
    ///
    /// Where nothing says what is shown, that is known after the runs only, and nothing can be told here.
    mutating func checkLevels(on ground: Ground) {
        guard let surface = ground.surface else { return }
        for asked in askedLevels {
            guard let domain = asked.domain ?? ground.domain,
                asked.levels.isSymmetricInstead(on: surface, over: domain)
            else { continue }
            warn(
                asked.place, "the surface is negative in places, so its levels are symmetric logarithmic",
                help: "write 'symlog' to say so, or { scale: log, from: 0.01 } for levels above 0 alone")
        }
    }
}
