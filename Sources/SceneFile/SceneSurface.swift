import Simulation
import Surfaces

/// One of a scene's surfaces.
public struct SceneSurface: Sendable {
    /// `main`, `main[b=10]` as a member of a sweep, or the name it has under `surfaces`.
    public let id: String
    /// The id without the values of a sweep: `main` means all members.
    public let family: String
    /// What tells it from the scene's other surfaces, as `MathText`: `$b = 10$`, or its name; empty for a main surface
    /// that is not varied.
    public let label: String
    public let surface: Surface
    /// What a map of it shows: the scene's domain for the main surface, its own for a further one, else the
    /// catalogue's; nil for a formula without one.
    public let domain: Domain?
}

extension Scene {
    /// The main surface; of a sweep over its parameters the first member.
    public var surface: Surface { surfaces[0].surface }

    /// The surface of this id.
    public func surface(_ id: String) -> SceneSurface? { surfaces.first { $0.id == id } }

    /// The runs on the surface of this id.
    public func runs(on id: String) -> [Run] { runs.filter { $0.surface == id } }

    /// Makes runs of this scene, each on its own surface, on at most `jobs` threads; the trajectories come in the order
    /// of the runs.
    public func trajectories(of runs: [Run], jobs: Int) -> [Trajectory] {
        let fields = Dictionary(surfaces.map { ($0.id, $0.surface.field) }) { first, _ in first }
        return simulate(runs, jobs: jobs) { fields[$0.surface] ?? surface.field }
    }
}
