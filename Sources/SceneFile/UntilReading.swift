import Simulation
import Surfaces

/// How `until` is read.
extension Reading {
    /// What ends runs, without the minima of the surface that each is on.
    ///
    /// - Returns: the rule, and where it asks for a distance to the minima.
    mutating func until(_ scene: Fields) -> (rule: StopRule, distance: Node.Key?) {
        var rule = StopRule()
        guard let node = scene["until"], let fields = fields(node, .until) else { return (rule, nil) }
        rule.loss = fields["loss"].flatMap { number($0, "loss") }
        rule.gradient = fields["gradient"].flatMap { number($0, "gradient", in: 0...1e300) }
        rule.distance = fields["distance"].flatMap { number($0, "distance", in: 0...1e300) }
        if fields.isEmpty { mismatch(node, "until", "a mapping with loss, gradient or distance") }
        return (rule, fields.entry("distance")?.key)
    }

    /// Tells of a surface that has no minima to measure a distance to.
    mutating func checkMinima(of ground: Ground, _ key: Node.Key) {
        guard let surface = ground.surface, surface.minima.isEmpty else { return }
        let isFormula = surface.id == "formula"
        let name = ground.inWords("this", isForFamily: isFormula)
        error(
            key.location, "no minimum of \(name) is known to measure a distance to",
            help: isFormula ? "tell it with 'minima: [[0, 0]]' beside the formula" : nil)
    }
}
