import Optimizers
import SceneFile
import Simulation
import Testing

@Suite struct SweepSceneTests {
    private func runs(_ entry: String) throws -> [Run] {
        let reading = read("surface: rosenbrock\nstart: [[0, 0], [1, 0]]\noptimizers:\n  - \(entry)\n")
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene).runs
    }

    @Test func listsMakeAGrid() throws {
        let runs = try runs("adam: { vary: { lr: [0.01, 0.1], betas: [[0.9, 0.999], [0.5, 0.9]] }, start: [0, 0] }")
        #expect(
            runs.map(\.id) == [
                "adam[lr=0.01,betas=[0.9,0.999]]", "adam[lr=0.01,betas=[0.5,0.9]]", "adam[lr=0.1,betas=[0.9,0.999]]",
                "adam[lr=0.1,betas=[0.5,0.9]]",
            ])
        #expect(runs.map(\.entry) == ["adam", "adam", "adam", "adam"] && runs.map(\.family) == runs.map(\.id))
        #expect(runs.map { $0.optimizer?.rule.learningRate } == [0.01, 0.01, 0.1, 0.1])
    }

    @Test func mappingsMakeRows() throws {
        let runs = try runs("sgd: { id: s, vary: [{ lr: 0.1, steps: 5 }, { lr: 0.2, steps: 9 }] }")
        #expect(
            runs.map(\.id) == ["s[lr=0.1,steps=5]", "s[lr=0.1,steps=5]@2", "s[lr=0.2,steps=9]", "s[lr=0.2,steps=9]@2"])
        #expect(runs.map(\.steps) == [5, 5, 9, 9])
        #expect(runs[1].family == "s[lr=0.1,steps=5]" && runs[1].entry == "s")
    }

    @Test func theFormatsOwnKeysVaryAsWell() throws {
        let runs = try runs("sgd: { lr: 0.1, seeds: 2, vary: { noise: [0.1, 0.5] }, start: [0, 0] }")
        #expect(runs.map(\.id) == ["sgd[noise=0.1]", "sgd[noise=0.1]#2", "sgd[noise=0.5]", "sgd[noise=0.5]#2"])
        #expect(runs.map(\.sampling.noise) == [0.1, 0.1, 0.5, 0.5])
    }

    @Test(arguments: [
        ("sgd: { vary: { lr: 0.1 } }", "'lr' must be a list of values, not 0.1"),
        ("sgd: { vary: {} }", "'vary' must be a mapping of lists, such as { lr: [0.01, 0.1] }, not a mapping"),
        ("sgd: { vary: [0.1, 0.2] }", "'vary' must be a list of mappings, each such as { lr: 0.01 }, not 0.1"),
        ("sgd: { vary: [{ lr: 0.1 }, { momentum: 0.2 }] }", "the rows of 'vary' must have the same keys"),
        ("sgd: { lr: 1, vary: { lr: [0.1] } }", "'lr' is varied as well"),
        ("sgd: { vary: { id: [a, b] } }", "'id' cannot be varied"),
        ("sgd: { vary: { lr: [0.1, a] } }", "lr must be a number"),
        ("sgd: { vary: { rate: [0.1] } }", "SGD has no hyperparameter 'rate' in torch"),
        (
            "sgd: { vary: { lr: [\((1...40).map(String.init).joined(separator: ","))], momentum: [\((1...40).map { "0.\($0)" }.joined(separator: ","))] } }",
            "the sweep makes 1600 runs; a scene can have 1000"
        ),
    ])
    func mistakesAreTold(_ entry: String, _ message: String) {
        let reading = read("surface: rosenbrock\noptimizers:\n  - \(entry)\n")
        #expect(reading.scene == nil)
        #expect(reading.diagnostics.map(\.message) == [message])
    }
}
