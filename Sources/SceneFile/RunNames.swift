import Optimizers
import Simulation

/// An item of `optimizers`, read but not yet named.
struct RunEntry {
    enum Content {
        case descent(Descent)
        case recorded(Recording)
    }

    let id: String?
    let label: String?
    let content: Content

    /// How many runs it makes.
    var runs: Int {
        if case .descent(let descent) = content { descent.starts.count * descent.seeds } else { 1 }
    }

    /// How many updates they make together, as a number that cannot overflow.
    var updates: Double {
        switch content {
        case .descent(let descent): Double(descent.starts.count) * Double(descent.seeds) * Double(descent.steps)
        case .recorded(let recording): Double(recording.points.count)
        }
    }
}

/// An optimizer with everything that is said of its runs.
struct Descent {
    let optimizer: Optimizer
    let starts: [SIMD2<Double>]
    let steps: Int
    /// The repetition is that of the first run.
    let sampling: Sampling
    let seeds: Int
    let until: StopRule
}

/// Gives runs their ids and labels.
///
/// An id is the user's own, else the optimizer's, else `adam-2`, `adam-3`, …; the second start of an entry adds `@2`, the
/// second seed `#2`. A label is the user's own, else the optimizer's name.
struct RunNames {
    private var claimed: [String: Location] = [:]

    /// Takes an id of the user's; the place where it stands already, if it does.
    mutating func claim(_ id: String, at place: Location) -> Location? {
        if let first = claimed[id] { return first }
        claimed[id] = place
        return nil
    }

    /// The runs of all entries, those of one entry next to each other: for each start all seeds.
    func runs(of entries: [RunEntry]) -> [Run] {
        var taken = Set(claimed.keys)
        var last: [String: Int] = [:]
        return entries.flatMap { entry in
            switch entry.content {
            case .recorded(let recording):
                let id = entry.id ?? free("recorded", &taken, &last)
                return [Run(id: id, label: entry.label ?? id, recording: recording)]
            case .descent(let descent):
                let id = entry.id ?? free(descent.optimizer.entry.id, &taken, &last)
                return runs(of: descent, id: id, label: entry.label ?? descent.optimizer.entry.name)
            }
        }
    }

    private func runs(of descent: Descent, id: String, label: String) -> [Run] {
        descent.starts.enumerated().flatMap { index, start in
            (0..<descent.seeds).map { repetition in
                var sampling = descent.sampling
                sampling.repetition = repetition
                let place = index == 0 ? "" : "@\(index + 1)"
                let seed = repetition == 0 ? "" : "#\(repetition + 1)"
                return Run(
                    id: id + place + seed, family: id, label: label, optimizer: descent.optimizer, start: start,
                    steps: descent.steps, sampling: sampling, until: descent.until)
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
