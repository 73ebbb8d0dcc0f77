import Drawings
import Optimizers
import Simulation
import Surfaces

/// Something a run recorded, or that follows from it, with a value at each of its points.
public struct Quantity: Sendable {
    /// As scenes, `simulate` and its CSV call it.
    public let name: String
    /// As an axis calls it, as `MathText`.
    public let title: String
    /// Whether each parameter has a value of its own.
    public let isPerParameter: Bool
    let values: @Sendable (Trajectory, Surface) -> [SIMD2<Double>]

    /// Quantities of every run.
    static let common: [Quantity] = [
        single("loss", "loss $f$") { run, _ in run.losses },
        single("loss_gap", "$f - f_{\\min}$") { run, surface in
            let least = surface.minima.map { surface.field.value(at: $0) }.min() ?? .nan
            return run.losses.map { $0 - least }
        },
        single("distance", "distance to the minimum") { run, surface in
            run.points.map { point in surface.minima.map { length($0 - point) }.min() ?? .nan }
        },
        single("grad_norm", "gradient norm $|g_t|$") { run, _ in run.gradientNorms },
        single("update_norm", "length of the update") { run, _ in run.updateNorms },
        single("lr", "learning rate $\\eta_t$") { run, _ in run.learningRates },
        single("evaluations", "evaluations") { run, _ in run.evaluations.map(Double.init) },
        pair("point", "parameter") { run, _ in run.points },
        pair("grad", "gradient $g_t$") { run, _ in run.gradients },
        pair("full_grad", "gradient of all samples") { run, _ in
            run.fullGradients.isEmpty ? run.gradients : run.fullGradients
        },
        moment("m", "$m_t$", .first),
        moment("v", "$v_t$", .second),
    ]

    private static func single(
        _ name: String, _ title: String, _ values: @escaping @Sendable (Trajectory, Surface) -> [Double]
    ) -> Quantity {
        Quantity(name: name, title: title, isPerParameter: false) { values($0, $1).map { SIMD2(repeating: $0) } }
    }

    private static func pair(
        _ name: String, _ title: String, _ values: @escaping @Sendable (Trajectory, Surface) -> [SIMD2<Double>]
    ) -> Quantity {
        Quantity(name: name, title: title, isPerParameter: true, values: values)
    }

    /// What a rule says is an average of gradients or of their squares, whatever its name.
    private static func moment(_ name: String, _ title: String, _ moment: Slot.Moment) -> Quantity {
        pair(name, title) { run, _ in run.state.first { $0.slot.moment == moment }?.values ?? [] }
    }

    /// A part of a rule's state, by its own name.
    private static func state(_ slot: Slot) -> Quantity {
        let words = slot.name == "effective_lr" ? "effective learning rate" : slot.name.replacing("_", with: " ")
        return Quantity(name: slot.name, title: words, isPerParameter: slot.isPerParameter) { run, _ in
            run.state(named: slot.name)?.values ?? []
        }
    }

    /// What can be shown of some runs: the common quantities, then every part of their rules' state.
    public static func available(for runs: [Run]) -> [Quantity] {
        let slots = runs.flatMap { $0.optimizer?.rule.slots ?? [] }
        var quantities = common.filter { quantity in
            switch quantity.name {
            case "m": slots.contains { $0.moment == .first }
            case "v": slots.contains { $0.moment == .second }
            default: true
            }
        }
        for slot in slots where !quantities.contains(where: { $0.name == slot.name }) { quantities.append(state(slot)) }
        return quantities
    }
}

private func length(_ vector: SIMD2<Double>) -> Double { Point(vector.x, vector.y).length }
