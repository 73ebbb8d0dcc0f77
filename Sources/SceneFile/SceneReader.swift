import Figures
import Optimizers
import Simulation
import Spelling
import Surfaces

/// Reads a scene from its tree.
struct SceneReader {
    let name: String

    /// The most points that all runs of a scene may record.
    static let mostPoints = 10_000_000
    /// The most samples of data that all updates of a scene may look at.
    static let mostWork = 2e9
    /// Every optimizer from every start is a run.
    static let mostRuns = 1000

    func read(_ root: Node, _ reading: inout Reading) -> Scene? {
        guard let fields = reading.fields(root, .scene) else { return nil }
        checkVersion(fields, &reading)
        let surface = surface(fields, &reading)
        let domain = fields["domain"].flatMap { reading.domain($0) }
        let seed = fields["seed"].flatMap { reading.integer($0, "seed", in: 0...Int.max) } ?? 0
        let context = StartContext(domain: domain ?? surface?.domain, isUnknown: surface == nil, seed: seed)
        var defaults = RunDefaults(
            surface: surface, startContext: context,
            steps: reading.steps(fields) ?? Scene.defaultSteps, convention: reading.convention(fields))
        defaults.starts = starts(fields, defaults, &reading)
        defaults.startPlace = fields["start"]?.location
        defaults.sampling.seed = seed
        defaults.until = reading.until(fields, surface)
        (defaults.sampling, defaults.seeds) = reading.sampling(fields, defaults)
        let runs = fields["optimizers"].map { reading.runs($0, defaults) } ?? []
        let figure = reading.figure(fields, domain: domain ?? surface?.domain, runs: runs)
        if let surface, let node = fields["surface"] {
            reading.checkIsSeen(surface, in: figure.map.domain, node.location)
        }
        guard let surface, let runs else { return nil }
        return Scene(name: name, surface: surface, seed: seed, runs: runs, figure: figure)
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

    private func surface(_ fields: Fields, _ reading: inout Reading) -> Surface? {
        guard let node = fields["surface"] else {
            reading.error(
                fields.location, "the scene has no surface", help: "add a line such as 'surface: rosenbrock'")
            return nil
        }
        return reading.surface(node)
    }

    /// Where runs start that say nothing of it; empty where each has to say it, nil where it could not be read.
    private func starts(
        _ fields: Fields, _ defaults: RunDefaults, _ reading: inout Reading
    ) -> [SIMD2<Double>]? {
        if let node = fields["start"] { return reading.starts(node, defaults.startContext) }
        return defaults.surface.map { surface in surface.start.map { [$0] } ?? [] }
    }
}

/// What holds for runs that say nothing else.
struct RunDefaults {
    /// nil where it could not be read.
    var surface: Surface?
    var startContext: StartContext
    /// Empty where there is none; nil where it is unknown for a mistake that has been told.
    var starts: [SIMD2<Double>]?
    /// Where the scene gives them.
    var startPlace: Location?
    var steps: Int
    var convention: Convention?
    var sampling = Sampling()
    var until = StopRule()
    var seeds = 1
}

extension Reading {
    mutating func steps(_ fields: Fields) -> Int? {
        fields["steps"].flatMap { integer($0, "steps", in: Scene.stepRange) }
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
