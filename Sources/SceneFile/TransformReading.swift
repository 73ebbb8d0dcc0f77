import Surfaces

/// How `transform` is read.
extension Reading {
    /// A surface after the transforms it asks for.
    mutating func transformed(_ surface: Surface, _ fields: Fields) -> Surface? {
        guard let node = fields["transform"] else { return surface }
        guard let transforms = transforms(node) else { return nil }
        guard Transform.reachesNoFarther(than: 1e100, transforms) else {
            error(node.location, "together these changes stretch or shift by more than 1e100")
            return nil
        }
        return surface.transformed(by: transforms)
    }

    private static let mostTransforms = 100

    private mutating func transforms(_ node: Node) -> [Transform]? {
        let elements = node.entries != nil ? [node] : node.elements
        guard let elements else {
            mismatch(node, "transform", "a list such as [{ rotate: 30deg }, { shift: [1, 0] }]")
            return nil
        }
        guard elements.count <= Self.mostTransforms else {
            error(node.location, "'transform' has more than \(Self.mostTransforms) changes")
            return nil
        }
        let transforms = elements.map { transform($0) }
        return transforms.contains { $0 == nil } ? nil : transforms.compactMap(\.self)
    }

    private mutating func transform(_ node: Node) -> Transform? {
        guard let entries = node.entries else {
            mismatch(node, "transform", "a list of changes, each as { rotate: 30deg }")
            return nil
        }
        guard let fields = fields(node, .transform) else { return nil }
        if entries.count > 1 {
            error(
                entries[1].key.location, "a change has one key, and here is a second",
                help: "give each a line of its own, so that their order is clear: '- \(entries[1].key.text): …'")
            return nil
        }
        if let node = fields["rotate"] { return angle(node).map(Transform.rotate) }
        if let node = fields["stretch"] { return factors(node).map(Transform.stretch) }
        if let node = fields["shift"] { return vector(node).map(Transform.shift) }
        if let node = fields["value"] {
            let choices = ValueTransform.allCases.map { (name: $0.rawValue, value: $0) }
            return choice(node, "value", among: choices).map(Transform.value)
        }
        if entries.isEmpty { mismatch(node, "transform", "a list of changes, each as { rotate: 30deg }") }
        return nil
    }

    /// `30deg` or `0.5rad`.
    private mutating func angle(_ node: Node) -> Angle? {
        let text = node.scalar?.text.filter { $0 != " " } ?? ""
        for unit in Angle.Unit.allCases where text.hasSuffix(unit.rawValue) {
            let digits = String(text.dropLast(unit.rawValue.count))
            if let value = Double(digits), value.magnitude <= 1e9, digits.first?.isLetter == false {
                return Angle(value, unit)
            }
        }
        let isBare = Double(text) != nil
        mismatch(
            node, "rotate", "an angle with its unit, such as 30deg or 0.5rad",
            help: isBare ? "write \(text)deg or \(text)rad" : nil)
        return nil
    }

    private mutating func factors(_ node: Node) -> SIMD2<Double>? {
        guard let factors = pair(node, "stretch") else { return nil }
        let magnitudes = [factors.x.magnitude, factors.y.magnitude]
        guard magnitudes.allSatisfy((1e-100...1e100).contains) else {
            let isZero = magnitudes.contains(0)
            error(
                node.location, "the factors of 'stretch' must \(isZero ? "not be 0" : "lie from 1e-100 to 1e100")",
                help: "[1, 10] is ten times as long along y")
            return nil
        }
        return factors
    }

    private mutating func vector(_ node: Node) -> SIMD2<Double>? {
        guard let vector = pair(node, "shift") else { return nil }
        guard max(vector.x.magnitude, vector.y.magnitude) <= 1e100 else {
            error(node.location, "'shift' reaches farther than 1e100")
            return nil
        }
        return vector
    }
}
