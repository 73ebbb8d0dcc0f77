import Drawings

/// A colour as vector formats state it: eight bits a component, so that all formats agree with the rasterizer.
struct VectorPaint: Hashable {
    /// Red, green and blue.
    let components: [UInt8]
    let alpha: UInt8

    init(_ color: Color) {
        components = [color.red, color.green, color.blue].map(Self.byte)
        alpha = Self.byte(color.alpha)
    }

    /// To the nearest; what is not a number counts as 0.
    private static func byte(_ component: Double) -> UInt8 {
        UInt8(exactly: (min(max(component, 0), 1) * 255).rounded()) ?? 0
    }
}

/// A stroke as vector formats state it: numbers within what they allow.
struct VectorStroke: Hashable {
    /// In points, positive.
    let width: Double
    let cap: Stroke.Cap
    let join: Stroke.Join
    /// An even count of lengths, not all zero; or none.
    let dash: [Double]
    /// At least 0 and less than the pattern's length.
    let dashPhase: Double

    /// Patterns shorter than this, in points, are drawn solid: no eye could tell their dashes apart.
    private static let shortestPattern = 0.01

    /// Nil where nothing is drawn: a width that is not positive, not finite or rounds to 0.
    init?(_ stroke: Stroke) {
        guard stroke.width.isFinite, VectorNumber.steps(stroke.width) > 0 else { return nil }
        width = stroke.width
        cap = stroke.cap
        switch stroke.join {
        case .miter(let limit): join = limit >= 1 ? .miter(limit: min(limit, 1e6)) : .bevel
        case .round, .bevel: join = stroke.join
        }
        let pattern = stroke.dash.count.isMultiple(of: 2) ? stroke.dash : stroke.dash + stroke.dash
        let length = pattern.reduce(0, +)
        guard length >= Self.shortestPattern, length.isFinite, pattern.allSatisfy({ $0 >= 0 }) else {
            (dash, dashPhase) = ([], 0)
            return
        }
        dash = pattern
        let phase = stroke.dashPhase.isFinite ? stroke.dashPhase.truncatingRemainder(dividingBy: length) : 0
        dashPhase = phase < 0 ? phase + length : phase
    }
}

extension Drawing {
    /// Whether the page has sides a vector format can state.
    func checkPage() throws(ExportError) {
        guard size.x > 0, size.y > 0, size.x.isFinite, size.y.isFinite, size.x <= Subpath.reach, size.y <= Subpath.reach
        else { throw .page(width: size.x, height: size.y) }
    }
}

extension Box {
    /// Whether an image can be placed in it.
    var isPlaceable: Bool {
        let limit = 1e9
        return width > 0 && height > 0 && min.x >= -limit && min.y >= -limit && max.x <= limit && max.y <= limit
    }
}
