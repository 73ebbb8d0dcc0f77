import Foundation
import Optimizers
import Surfaces
import Testing

/// Paths from `Fixtures/analysis.py`, which owe nothing to Ravine.
@Suite struct AnalysisReferenceTests {
    struct Path: Decodable, Sendable, CustomTestStringConvertible {
        let optimizer, surface: String
        let points: [[Double]]
        var testDescription: String { "\(optimizer) \(surface)" }

        private struct File: Decodable { let cases: [Path] }

        static let all: [Path] = {
            guard let url = Bundle.module.url(forResource: "analysis", withExtension: "json", subdirectory: "Fixtures"),
                let data = try? Data(contentsOf: url), let file = try? JSONDecoder().decode(File.self, from: data)
            else { return [] }
            return file.cases
        }()
    }

    @Test func everyPathIsThere() {
        #expect(Path.all.count == 9)
    }

    /// The simplex agrees to rounding; Newton's iterations solve their systems in another way.
    @Test(arguments: Path.all)
    func agrees(_ path: Path) throws {
        let field = try #require(SurfaceCatalogue.entry(named: path.surface)).surface().field
        let start = SIMD2(path.points[0][0], path.points[0][1])
        let steps = path.points.count - 1
        let trajectory = try descend(path.optimizer, .textbook, on: field, from: start, steps: steps)
        try #require(trajectory.points.count == path.points.count)
        let tolerance = path.optimizer == "nelder_mead" ? 1e-13 : 1e-10
        for (step, expected) in path.points.enumerated() {
            let error = trajectory.points[step] - SIMD2(expected[0], expected[1])
            #expect(max(error.x.magnitude, error.y.magnitude) <= tolerance, "step \(step)")
        }
    }
}
