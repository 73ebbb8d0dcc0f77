import Figures
import Simulation
import Spelling
import Surfaces

/// One of a scene's surfaces while the scene is read.
struct Ground {
    let id: String
    let family: String
    let label: String
    /// What it adds to the ids of runs: `[b=10]` for a member of a sweep, else nothing.
    let suffix: String
    /// nil where it could not be read; that has been told.
    let surface: Surface?
    let domain: Domain?
    /// The samples it has, where it comes from a grid.
    let grid: GridSurface?
    /// Where the scene says what it is.
    let place: Location

    /// The surface in a message.
    ///
    /// - Parameters:
    ///   - article: how the scene's own surface is called: this, or the.
    ///   - isForFamily: whether the message holds for all members of a sweep alike.
    func inWords(_ article: String, isForFamily: Bool = false) -> String {
        let name = isForFamily ? family : id
        return name == Run.mainSurface ? "\(article) surface" : "the surface \(quoted(name))"
    }

    var asFigureSurface: FigureSurface? {
        surface.map { FigureSurface(id: id, family: family, label: label, surface: $0, domain: domain) }
    }
}

/// How `surface` with its sweep and `surfaces` are read.
extension Reading {
    /// All surfaces of a scene, the main one or its sweep first, also those that could not be read.
    ///
    /// - Parameter domain: what the scene shows of its main surface.
    mutating func grounds(_ scene: Fields, domain: Domain?) -> [Ground] {
        mainGrounds(scene, domain) + furtherGrounds(scene)
    }

    // MARK: The main surface

    private mutating func mainGrounds(_ scene: Fields, _ domain: Domain?) -> [Ground] {
        guard let node = scene["surface"] else {
            error(scene.location, "the scene has no surface", help: "add a line such as 'surface: rosenbrock'")
            return [mainGround(nil, SweepMember(suffix: "", settings: []), domain, scene.location)]
        }
        if let entry = node.entries?.first(where: { Self.isKey("domain", $0) }) {
            error(
                entry.key.location, "'domain' belongs to one of 'surfaces'",
                help: "the domain of the scene's own surface is a key of the scene")
        }
        guard let members = surfaceSweep(node) else {
            return [mainGround(nil, SweepMember(suffix: "", settings: []), domain, node.location)]
        }
        return members.map { member in
            grid = nil
            let surface = surface(node, varied: member.settings)
            return mainGround(surface, member, domain, node.location)
        }
    }

    private func mainGround(
        _ surface: Surface?, _ member: SweepMember, _ domain: Domain?, _ place: Location
    ) -> Ground {
        let varied = member.settings.compactMap { setting in
            surface?.parameters.first { Name.folded($0.name) == Name.folded(setting.key.text) }
        }
        let label = varied.map { SurfaceText.parameter($0.name, $0.value) }.joined(separator: ", ")
        return Ground(
            id: Run.mainSurface + member.suffix, family: Run.mainSurface, label: label, suffix: member.suffix,
            surface: surface, domain: domain ?? surface?.domain, grid: grid, place: place)
    }

    /// The members of a sweep over the parameters of a surface, where it is of a kind that has some.
    private mutating func surfaceSweep(_ node: Node) -> [SweepMember]? {
        let entries = node.entries ?? []
        let canVary = entries.contains { Self.isKey("name", $0) || Self.isKey("formula", $0) }
        let parameters = entries.first { Self.isKey("parameters", $0) }?.value.entries ?? []
        return sweep(canVary ? entries : [], besides: parameters, of: .surface)
    }

    // MARK: Further surfaces

    private mutating func furtherGrounds(_ scene: Fields) -> [Ground] {
        guard let node = scene["surfaces"] else { return [] }
        guard let entries = node.entries else {
            mismatch(node, "surfaces", "a mapping of names to surfaces, such as { bowl: sphere }")
            return []
        }
        guard entries.count <= limits.surfaces else {
            error(
                node.location, "these are \(entries.count) surfaces; a scene can have \(limits.surfaces)",
                help: Limits.advice("surfaces"))
            return []
        }
        var known = [Name.folded(Run.mainSurface): Location?.none]
        return entries.map { entry in
            checkName(entry.key, &known)
            return furtherGround(entry)
        }
    }

    private mutating func checkName(_ key: Node.Key, _ known: inout [String: Location?]) {
        guard key.text.isIdentifier else {
            return error(
                key.location, "\(quoted(key.text)) cannot name a surface", help: Self.identifierAdvice("a name"))
        }
        guard let first = known.updateValue(key.location, forKey: Name.folded(key.text)) else { return }
        error(
            key.location, "two surfaces have the name \(quoted(key.text))",
            help: first.map { "it first stands at line \($0.line), column \($0.column)" }
                ?? "'\(Run.mainSurface)' is the scene's own 'surface'")
    }

    private mutating func furtherGround(_ entry: Node.Entry) -> Ground {
        let node = entry.value
        if let vary = node.entries?.first(where: Self.isVary) {
            error(
                vary.key.location, "'vary' belongs to the scene's own 'surface'",
                help: "give each surface here a name of its own")
        }
        grid = nil
        let surface = surface(node, varied: [])
        let domain = node.entries?.first { Self.isKey("domain", $0) }.flatMap { self.domain($0.value) }
        return Ground(
            id: entry.key.text, family: entry.key.text, label: entry.key.text, suffix: "", surface: surface,
            domain: domain ?? surface?.domain, grid: grid, place: node.location)
    }

    private static func isKey(_ name: String, _ entry: Node.Entry) -> Bool { Name.folded(entry.key.text) == name }

    // MARK: The surface of an optimizer's entry

    /// The surfaces that an entry runs on: as it says, else the main one with all its members.
    mutating func grounds(of own: Fields, among all: [Ground]) -> [Ground]? {
        guard let node = own["surface"] else { return all.filter { $0.family == Run.mainSurface } }
        guard let name = text(node, "surface") else { return nil }
        let found = all.filter { $0.id == name || Name.folded($0.family) == Name.folded(name) }
        guard found.isEmpty else { return found }
        var names: [String] = []
        for name in all.flatMap({ [$0.family, $0.id] }) where !names.contains(name) { names.append(name) }
        let help: String
        if let near = Name.closest(to: name, among: names) {
            help = "did you mean '\(near)'?"
        } else if let entry = SurfaceCatalogue.entry(named: name) {
            help = "name it in the scene: 'surfaces: { \(entry.id): \(entry.id) }'"
        } else {
            help = "the scene has " + names.prefix(10).map { "'\($0)'" }.joined(separator: ", ")
        }
        error(node.location, "unknown surface \(quoted(name)) in this scene", help: help)
        return nil
    }
}
