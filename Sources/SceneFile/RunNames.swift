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
            let label = entry.label ?? Self.label(of: entry.optimizer)
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

    /// The optimizer's name and the hyperparameters the user set: `Adam, $\eta$ = 0.05`.
    static func label(of optimizer: Optimizer) -> String {
        let given = optimizer.hyperparameters.filter { optimizer.given.contains($0.name) }
        let settings = given.map { item in
            let symbol = optimizer.variant.hyperparameter(named: item.name)?.symbol ?? ""
            if item.value == .flag(true) { return item.name }
            return "\(symbol.isEmpty ? item.name : symbol) = \(words(for: item.value))"
        }
        return ([optimizer.entry.name] + settings).joined(separator: ", ")
    }

    private static func words(for value: HyperparameterValue) -> String {
        switch value {
        case .number(let number): words(for: number)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let list): "(" + list.map(words).joined(separator: ", ") + ")"
        case .text(let text): text
        case .null: "none"
        }
    }

    /// The shortest digits that read back, with a power of ten where Swift writes an exponent.
    private static func words(for number: Double) -> String {
        let parts = "\(number)".split(separator: "e")
        var digits = parts[0]
        if digits.hasSuffix(".0") { digits.removeLast(2) }
        guard parts.count == 2, let exponent = Int(parts[1]) else { return String(digits) }
        let power = "$10^{\(exponent)}$"
        return digits == "1" ? power : "\(digits) × \(power)"
    }
}
