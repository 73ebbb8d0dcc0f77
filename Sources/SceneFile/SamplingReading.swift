import Simulation
import Surfaces

/// How `batch`, `noise` and `seeds` are read.
extension Reading {
    /// What an optimizer sees of the gradients, and how often its runs are repeated; by default as the scene says.
    mutating func sampling(_ fields: Fields, _ defaults: RunDefaults) -> (sampling: Sampling, seeds: Int) {
        var sampling = defaults.sampling
        if let entry = fields.entry("batch") {
            sampling.batch = integer(entry.value, "batch", in: 1...limits.steps, bound: "steps")
        }
        if let node = fields["noise"] { sampling.noise = number(node, "noise", in: 0...1e100) ?? 0 }
        let ownSeeds = fields["seeds"].flatMap { integer($0, "seeds", in: 1...limits.runs, bound: "runs") }
        let seeds = ownSeeds ?? defaults.seeds
        if let entry = fields.entry("seeds"), seeds > 1, !sampling.isStochastic, fields.entry("optimizers") == nil {
            warn(
                entry.key.location, "nothing in these runs is random: all of them will be the same",
                help: "'noise', or 'batch' for data, makes them differ")
        }
        return (sampling, seeds)
    }

    /// Tells of mini-batches on a surface that has no data, asked for by an entry or by the scene.
    mutating func checkBatch(_ own: Fields, on ground: Ground, _ defaults: RunDefaults) {
        guard let entry = own.entry("batch") ?? defaults.batch, let surface = ground.surface, surface.id != "data"
        else { return }
        error(
            entry.key.location,
            "'batch' needs data to draw from, and \(ground.inWords("this", isForFamily: true)) has none",
            help: "'noise' makes the gradients of any surface random")
    }
}
