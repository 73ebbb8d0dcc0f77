import Surfaces

/// One of the surfaces that a figure shows runs on.
public struct FigureSurface: Sendable {
    /// `main`, `main[b=10]` as a member of a sweep, or the name it has under `surfaces`.
    public let id: String
    /// The id without the values of a sweep: `main` means all members.
    public let family: String
    /// What tells it from the figure's other surfaces, as `MathText`: `$b = 10$`, or its name; empty for a main surface
    /// that is not varied.
    public let label: String
    public let surface: Surface
    /// What a map of it shows: the scene's domain for the main surface, its own for a further one, else the
    /// catalogue's; nil for a formula without one.
    public let domain: Domain?

    public init(id: String, family: String, label: String, surface: Surface, domain: Domain?) {
        (self.id, self.family, self.label, self.surface, self.domain) = (id, family, label, surface, domain)
    }
}
