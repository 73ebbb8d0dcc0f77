import Optimizers
import Simulation

/// An item of `optimizers`, read but not yet named.
struct RunEntry {
    let id: String?
    let label: String?
    let optimizer: Optimizer
    let starts: [SIMD2<Double>]
    let steps: Int
}

/// Gives runs their ids and labels.
///
/// An id is the user's own, else the optimizer's, else `adam-2`, `adam-3`, …; the second start of an entry adds `@2`.
/// A label is the user's own, else the optimizer's name.
struct RunNames {
    private var claimed: [String: Location] = [:]

    /// Takes an id of the user's; the place where it stands already, if it does.
    mutating func claim(_ id: String, at place: Location) -> Location? {
        if let first = claimed[id] { return first }
        claimed[id] = place
        return nil
    }

    /// The runs of all entries, those of one entry's starts next to each other.
    func runs(of entries: [RunEntry]) -> [Run] {
        var taken = Set(claimed.keys)
        var last: [String: Int] = [:]
        return entries.flatMap { entry in
            let id = entry.id ?? free(entry.optimizer.entry.id, &taken, &last)
            let label = entry.label ?? entry.optimizer.entry.name
            return entry.starts.enumerated().map { index, start in
                Run(
                    id: index == 0 ? id : "\(id)@\(index + 1)", label: label, optimizer: entry.optimizer, start: start,
                    steps: entry.steps)
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
