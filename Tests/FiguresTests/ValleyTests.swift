import Surfaces
import Testing

@testable import Figures

/// Valleys and ridges narrower than a step of the grid.
@Suite struct ValleyTests {
    private func loops(_ formula: String, _ parameters: [(name: String, value: Double)], level: Double) throws -> Int {
        let field = try Surface(formula: formula, parameters: parameters).field
        let domain = Domain(x: -1...1, y: -1...1)
        let grid = SampleGrid(field, over: domain, columns: 101, rows: 101, jobs: 1)
        let contours = ContourTracer(grid: grid, field: field, levels: [level]).contours(jobs: 1)
        return contours[0].loops.count
    }

    /// A straight valley from border to border parts what is above it into two pieces, whatever its width and turn.
    @Test(arguments: [0.5, 0.65, 0.8, 1.1, 1.5, 3])
    func straightValleysStayWhole(width: Double) throws {
        for turn in stride(from: 0.0, to: 3.14, by: 0.083) {
            let parameters = [("t", turn), ("w", 0.5 * width * 0.02)]
            #expect(try loops("((x*sin(t) + y*cos(t) + 0.013)/w)^2", parameters, level: 1) == 2, "turn \(turn)")
            #expect(try loops("-((x*sin(t) + y*cos(t) + 0.013)/w)^2", parameters, level: -1) == 1, "turn \(turn)")
        }
    }

    @Test(arguments: [0.5, 0.65, 0.8, 1.1, 1.5, 3])
    func bentValleysStayWhole(width: Double) throws {
        for bend in stride(from: 0.2, to: 4, by: 0.31) {
            let parameters = [("b", bend), ("w", 0.5 * width * 0.02)]
            #expect(try loops("((y - 0.3*sin(b*x) - 0.1)/w)^2", parameters, level: 1) == 2, "bend \(bend)")
            #expect(try loops("log(1e-9 + ((y - 0.3*sin(b*x) - 0.1)/w)^2)", parameters, level: 0) == 2, "bend \(bend)")
            #expect(try loops("abs((y - 0.3*sin(b*x) - 0.1)/w)", parameters, level: 1) == 2, "bend \(bend)")
        }
    }
}
