import Figures
import Optimizers
import Simulation
import Spelling
import Surfaces

/// Reads a scene from its tree.
struct SceneReader {
    let name: String

    func read(_ root: Node, _ reading: inout Reading) -> Scene? {
        guard let fields = reading.fields(root, .scene) else { return nil }
        checkVersion(fields, &reading)
        let grounds = reading.grounds(fields, domain: fields["domain"].flatMap { reading.domain($0) })
        let seed = fields["seed"].flatMap { reading.integer($0, "seed", in: 0...Int.max) } ?? 0
        let until = reading.until(fields)
        var defaults = RunDefaults(
            grounds: grounds, start: fields["start"], batch: fields.entry("batch"), distance: until.distance,
            seed: seed, steps: reading.steps(fields) ?? Scene.defaultSteps, convention: reading.convention(fields),
            sampling: Sampling(seed: seed), stopRule: until.rule)
        (defaults.sampling, defaults.seeds) = reading.sampling(fields, defaults)
        let runs = fields["optimizers"].map { reading.runs($0, &defaults) } ?? []
        let figure = reading.figure(fields, domain: grounds[0].domain, surfaces: grounds, runs: runs)
        // What the scene says of its runs is checked where there are none, too.
        if defaults.starts.isEmpty { _ = reading.starts(on: grounds[0], &defaults) }
        if defaults.until.isEmpty {
            _ = reading.until(on: grounds[0], &defaults)
            reading.checkBatch(Fields(location: fields.location), on: grounds[0], defaults)
        }
        for ground in grounds { reading.checkIsSeen(ground) }
        reading.checkLevels(on: grounds[0])
        let surfaces = grounds.compactMap(\.asFigureSurface)
        guard surfaces.count == grounds.count, let runs else { return nil }
        return Scene(name: name, surfaces: surfaces, seed: seed, runs: runs, figure: figure)
    }

    private func checkVersion(_ fields: Fields, _ reading: inout Reading) {
        guard let node = fields["ravine"], let version = reading.integer(node, "ravine", in: 1...Int.max) else {
            return
        }
        guard version == 1 else {
            return reading.error(
                node.location, "the scene is of format \(version), and this Ravine reads format 1",
                help: "a newer Ravine may read it")
        }
    }
}

/// What holds for runs that say nothing else.
struct RunDefaults {
    /// The scene's surfaces, the main one or its sweep first.
    let grounds: [Ground]
    /// What the scene says of starts and batches, to be seen with the surfaces there are runs on.
    let start: Node?
    let batch: Node.Entry?
    /// Where the scene asks for a distance to the minima.
    let distance: Node.Key?
    let seed: Int
    let steps: Int
    let convention: Convention?
    var sampling: Sampling
    var seeds = 1
    /// Without the minima.
    let stopRule: StopRule
    /// Where runs start, by the ids of surfaces that have been asked for: empty where there is no start, nil where it is
    /// unknown for a mistake that has been told.
    var starts: [String: [SIMD2<Double>]?] = [:]
    /// What ends runs, by the ids of surfaces that have been asked for.
    var until: [String: StopRule] = [:]
}

extension Reading {
    /// Where runs on a surface start that do not say it.
    mutating func starts(on ground: Ground, _ defaults: inout RunDefaults) -> [SIMD2<Double>]? {
        if let known = defaults.starts[ground.id] { return known }
        let starts: [SIMD2<Double>]?
        if let node = defaults.start {
            starts = self.starts(node, StartContext(ground, seed: defaults.seed))
        } else {
            starts = ground.surface.map { surface in surface.start.map { [$0] } ?? [] }
        }
        defaults.starts.updateValue(starts, forKey: ground.id)
        return starts
    }

    /// What ends runs on a surface.
    mutating func until(on ground: Ground, _ defaults: inout RunDefaults) -> StopRule {
        if let known = defaults.until[ground.id] { return known }
        if let key = defaults.distance { checkMinima(of: ground, key) }
        var rule = defaults.stopRule
        rule.minima = ground.surface?.minima ?? []
        defaults.until[ground.id] = rule
        return rule
    }

    mutating func steps(_ fields: Fields) -> Int? {
        fields["steps"].flatMap { integer($0, "steps", in: 1...limits.steps, bound: "steps") }
    }

    mutating func convention(_ fields: Fields) -> Convention? {
        fields["convention"].flatMap { choice($0, "convention", among: Convention.allCases.map { ($0.rawValue, $0) }) }
    }

    /// A rectangle: the scene's domain, or another that is written like it.
    mutating func domain(_ node: Node, named name: String = "domain") -> Domain? {
        guard let fields = fields(node, .domain) else { return nil }
        let x = interval(fields, "x", of: name)
        let y = interval(fields, "y", of: name)
        guard let x, let y else { return nil }
        return Domain(x: x, y: y)
    }

    private mutating func interval(_ fields: Fields, _ name: String, of box: String) -> ClosedRange<Double>? {
        guard let node = fields[name] else {
            error(fields.location, "'\(box)' has no '\(name)'", help: "write { x: [-2, 2], y: [-1, 3] }")
            return nil
        }
        guard let ends = pair(node, name) else { return nil }
        guard ends.x < ends.y else {
            error(node.location, "'\(name)' must ascend: the first number is the smaller one")
            return nil
        }
        guard (ends.y - ends.x).isFinite, ends.x.magnitude <= 1e100, ends.y.magnitude <= 1e100 else {
            error(node.location, "'\(name)' reaches farther than 1e100")
            return nil
        }
        return ends.x...ends.y
    }
}
