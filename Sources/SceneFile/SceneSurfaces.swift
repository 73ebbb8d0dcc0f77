import Figures
import Simulation
import Surfaces

extension Scene {
    /// The main surface; of a sweep over its parameters the first member.
    public var surface: Surface { surfaces[0].surface }

    /// The surface of this id.
    public func surface(_ id: String) -> FigureSurface? { surfaces.first { $0.id == id } }

    /// The runs on the surface of this id.
    public func runs(on id: String) -> [Run] { runs.filter { $0.surface == id } }

    /// Makes runs of this scene, each on its own surface, on at most `jobs` threads; the trajectories come in the order
    /// of the runs.
    public func trajectories(of runs: [Run], jobs: Int) -> [Trajectory] {
        let fields = Dictionary(surfaces.map { ($0.id, $0.surface.field) }) { first, _ in first }
        return simulate(runs, jobs: jobs) { fields[$0.surface] ?? surface.field }
    }
}
