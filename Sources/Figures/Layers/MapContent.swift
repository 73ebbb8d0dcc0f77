import Simulation
import Surfaces

/// What a map shows, wherever it stands.
struct MapContent {
    let surface: Surface
    let families: [RunFamily]
    let specification: MapSpecification
    /// Found in the shown part of the plane; empty where they are not asked for.
    let criticalPoints: [CriticalPoint]

    init(
        surface: Surface, families: [RunFamily], specification: MapSpecification, criticalPoints: [CriticalPoint]
    ) {
        (self.surface, self.families) = (surface, families)
        (self.specification, self.criticalPoints) = (specification, criticalPoints)
    }

    /// Searches the critical points where they are wanted.
    init(surface: Surface, families: [RunFamily], specification: MapSpecification, domain: Domain) {
        self.init(
            surface: surface, families: families, specification: specification,
            criticalPoints: specification.critical ? surface.field.criticalPoints(in: domain) : [])
    }

    /// The signs that a legend has to explain beside the runs' own.
    func signs(in domain: Domain) -> MapSigns {
        let minima = specification.minima ? surface.minima.filter(domain.contains) : []
        let shown = CriticalPoint.shown(of: criticalPoints, besides: minima, in: domain)
        let steps = families.flatMap(\.trajectories).map { $0.points.count - 1 }.max()
        return MapSigns(
            hasStarts: specification.starts && specification.trails != nil, hasMinima: !minima.isEmpty,
            critical: CriticalPoint.Kind.allCases.filter { kind in shown.contains { $0.kind == kind } },
            lastStep: specification.trails == .byStep ? steps : nil)
    }
}

/// Signs on maps that are not those of single runs.
struct MapSigns {
    var hasStarts = false
    var hasMinima = false
    /// In the order of the kinds.
    var critical: [CriticalPoint.Kind] = []
    /// What the last colour stands for where paths are coloured by step; nil where they are not.
    var lastStep: Int?

    /// Signs of both.
    func merged(with other: MapSigns) -> MapSigns {
        MapSigns(
            hasStarts: hasStarts || other.hasStarts, hasMinima: hasMinima || other.hasMinima,
            critical: CriticalPoint.Kind.allCases.filter { critical.contains($0) || other.critical.contains($0) },
            lastStep: [lastStep, other.lastStep].compactMap(\.self).max())
    }
}
