import Testing

@testable import Surfaces

@Suite struct CriticalPointTests {
    private func points(_ surface: Surface, _ domain: Domain? = nil) throws -> [CriticalPoint] {
        surface.field.criticalPoints(in: try #require(domain ?? surface.domain))
    }

    private func points(_ formula: String, _ reach: Double = 2) throws -> [CriticalPoint] {
        try points(Surface(formula: formula), Domain(x: -reach...reach, y: -reach...reach))
    }

    private func counts(_ points: [CriticalPoint]) -> [Int] {
        CriticalPoint.Kind.allCases.map { kind in points.count { $0.kind == kind } }
    }

    /// Minima, saddles, maxima.
    @Test(arguments: [
        ("himmelblau", [4, 4, 1]), ("rosenbrock", [1, 0, 0]), ("booth", [1, 0, 0]), ("three_hump_camel", [3, 2, 0]),
    ])
    func theCatalogueHas(id: String, expected: [Int]) throws {
        let surface = try #require(SurfaceCatalogue.entry(named: id)).surface()
        let found = try points(surface)
        #expect(counts(found) == expected)
        // Each known minimum is one of them, to the digits it is known with.
        for known in surface.minima {
            #expect(
                found.contains {
                    $0.kind == .minimum && abs($0.point.x - known.x) < 1e-4 && abs($0.point.y - known.y) < 1e-4
                })
        }
    }

    @Test(arguments: [
        ("x^2 + 3*y^2 + x*y", [1, 0, 0]), ("x^2 - y^2 - 1.6*y", [0, 1, 0]), ("-x^2 - y^2", [0, 0, 1]),
        ("x*y", [0, 1, 0]), ("sin(pi*x)*sin(pi*y)", [8, 25, 8]),
        // Nothing to find, or nothing the Hessian tells.
        ("x + y", [0, 0, 0]), ("3", [0, 0, 0]), ("x^2", [0, 0, 0]), ("x^4 + y^4", [0, 0, 0]),
        ("abs(x) + abs(y)", [0, 0, 0]),
        ("0/0", [0, 0, 0]), ("exp(800*x)", [0, 0, 0]), ("log(x) - y^2", [0, 0, 0]),
    ])
    func formulasHave(formula: String, expected: [Int]) throws {
        #expect(counts(try points(formula)) == expected)
    }

    @Test func gradientsVanishThere() throws {
        let surface = try #require(SurfaceCatalogue.entry(named: "himmelblau")).surface()
        for critical in try points(surface) {
            let gradient = surface.field.gradient(at: critical.point).gradient
            #expect(abs(gradient.x) < 1e-9 && abs(gradient.y) < 1e-9)
        }
    }

    @Test func farAwayAndTinyDomainsWork() throws {
        let far = try points(Surface(formula: "(x - 1000000)^2 + y^2"), Domain(x: 999_999...1_000_002, y: -1...1))
        #expect(counts(far) == [1, 0, 0])
        let tiny = try points(Surface(formula: "x^2 - y^2"), Domain(x: -1e-9...2e-9, y: -1e-9...1e-9))
        #expect(counts(tiny) == [0, 1, 0])
    }
}
