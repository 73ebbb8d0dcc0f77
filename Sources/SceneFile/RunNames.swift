import Figures
import Optimizers
import Simulation

/// An item of `optimizers`, read but not yet named.
struct RunEntry {
    enum Content {
        /// One, or the members of a sweep.
        case descents([Descent])
        case recorded(Recording, Ground)
    }

    let id: String?
    let label: String?
    let style: RunStyle?
    let content: Content

    /// How many runs it makes.
    var runs: Int {
        if case .descents(let descents) = content { descents.reduce(0) { $0 + $1.runs } } else { 1 }
    }

    /// How many updates they make together, as a number that cannot overflow.
    var updates: Double {
        switch content {
        case .descents(let descents): descents.reduce(0) { $0 + Double($1.runs) * Double($1.steps) }
        case .recorded(let recording, _): Double(recording.points.count)
        }
    }

    /// How many samples of data these updates look at, one each on a surface without data.
    var samples: Double {
        switch content {
        case .descents(let descents):
            descents.reduce(0) { sum, descent in
                sum + Double(descent.runs) * Double(descent.steps) * Double(descent.ground.surface?.sampleCount ?? 1)
            }
        case .recorded(let recording, let ground):
            Double(recording.points.count) * Double(ground.surface?.sampleCount ?? 1)
        }
    }
}

/// An optimizer with everything that is said of its runs.
struct Descent {
    /// What tells it from other members of a sweep in ids: `[lr=0.01]`, `[lr=0.01][b=10]`.
    let suffix: String
    /// The surface it is on.
    let ground: Ground
    let optimizer: Optimizer
    let starts: [SIMD2<Double>]
    let steps: Int
    /// The repetition is that of the first run.
    let sampling: Sampling
    let seeds: Int
    let until: StopRule
    let schedule: Schedule?
    let clipping: Clipping?

    var runs: Int { starts.count * seeds }
}

/// Gives runs their ids and labels.
///
/// An id is the user's own, else the optimizer's, else `adam-2`, `adam-3`, …; a member of a sweep adds `[lr=0.01]`, the
/// second start `@2`, the second seed `#2`. A label is the user's own, else the optimizer's name, with what tells the
/// surface from others where the user's words cannot.
struct RunNames {
    private var claimed: [String: Location] = [:]

    /// Takes an id of the user's; the place where it stands already, if it does.
    mutating func claim(_ id: String, at place: Location) -> Location? {
        if let first = claimed[id] { return first }
        claimed[id] = place
        return nil
    }

    /// The runs of each entry: for each start all seeds.
    func runs(of entries: [RunEntry]) -> [[Run]] {
        var taken = Set(claimed.keys)
        var last: [String: Int] = [:]
        return entries.map { entry in
            switch entry.content {
            case .recorded(let recording, let ground):
                let id = entry.id ?? free("recorded", &taken, &last)
                return [Run(id: id, label: entry.label ?? id, recording: recording, surface: ground.id)]
            case .descents(let descents):
                guard let optimizer = descents.first?.optimizer.entry else { return [] }
                let id = entry.id ?? free(optimizer.id, &taken, &last)
                let isOnSeveral = descents.contains { $0.ground.id != descents[0].ground.id }
                return descents.flatMap { descent in
                    var label = entry.label ?? optimizer.name
                    if entry.label == nil || isOnSeveral, !descent.ground.label.isEmpty {
                        label += ", \(descent.ground.label)"
                    }
                    return runs(of: descent, id: id, label: label)
                }
            }
        }
    }

    private func runs(of descent: Descent, id entry: String, label: String) -> [Run] {
        let id = entry + descent.suffix
        return descent.starts.enumerated().flatMap { index, start in
            (0..<descent.seeds).map { repetition in
                var sampling = descent.sampling
                sampling.repetition = repetition
                let place = index == 0 ? "" : "@\(index + 1)"
                let seed = repetition == 0 ? "" : "#\(repetition + 1)"
                return Run(
                    id: id + place + seed, family: id, entry: entry, label: label, optimizer: descent.optimizer,
                    surface: descent.ground.id, start: start, steps: descent.steps, sampling: sampling,
                    until: descent.until, schedule: descent.schedule,
                    clipping: descent.clipping)
            }
        }
    }

    private func free(_ name: String, _ taken: inout Set<String>, _ last: inout [String: Int]) -> String {
        var number = last[name] ?? 0
        var id: String
        repeat {
            number += 1
            id = number == 1 ? name : "\(name)-\(number)"
        } while !taken.insert(id).inserted
        last[name] = number
        return id
    }
}
