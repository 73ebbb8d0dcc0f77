import Simulation
import Surfaces

/// How `until` is read.
extension Reading {
    mutating func until(_ scene: Fields, _ surface: Surface?) -> StopRule {
        var rule = StopRule()
        guard let node = scene["until"], let fields = fields(node, .until) else { return rule }
        rule.loss = fields["loss"].flatMap { number($0, "loss") }
        rule.gradient = fields["gradient"].flatMap { number($0, "gradient", in: 0...1e300) }
        rule.distance = fields["distance"].flatMap { number($0, "distance", in: 0...1e300) }
        rule.minima = surface?.minima ?? []
        if let entry = fields.entry("distance"), let surface, surface.minima.isEmpty {
            error(
                entry.key.location, "no minimum of this surface is known to measure a distance to",
                help: surface.id == "formula" ? "tell it with 'minima: [[0, 0]]' beside the formula" : nil)
        }
        if fields.isEmpty { mismatch(node, "until", "a mapping with loss, gradient or distance") }
        return rule
    }
}
