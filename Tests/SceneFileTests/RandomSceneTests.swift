import SceneFile
import Simulation
import Surfaces
import Testing

@Suite struct RandomSceneTests {
    private func scene(_ text: String) throws -> Scene {
        let reading = read(text)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene)
    }

    private func starts(_ start: String, more: String = "") throws -> [SIMD2<Double>] {
        try scene("surface: rosenbrock\nstart: \(start)\n\(more)\noptimizers: [sgd]\n").runs.map(\.start)
    }

    @Test func aGridOfStartsFillsTheDomain() throws {
        #expect(
            try starts("{ grid: [2, 3], within: { x: [0, 4], y: [0, 6] } }") == [
                SIMD2(1, 1), SIMD2(3, 1), SIMD2(1, 3), SIMD2(3, 3), SIMD2(1, 5), SIMD2(3, 5),
            ])
        let whole = try starts("{ grid: [5, 5] }")
        #expect(whole.count == 25 && whole[0] == SIMD2(-1.6, -0.6) && whole[12] == SIMD2(0, 1))
        #expect(try starts("{ grid: [1, 1] }", more: "domain: { x: [0, 1], y: [0, 2] }") == [SIMD2(0.5, 1)])
    }

    @Test func randomStartsComeFromTheSeed() throws {
        let five = try starts("{ random: 5 }", more: "seed: 3")
        let twenty = try starts("{ random: 20 }", more: "seed: 3")
        #expect(Array(twenty[..<5]) == five)
        #expect(Set(twenty).count == 20)
        #expect(twenty.allSatisfy { (-2...2).contains($0.x) && (-1...3).contains($0.y) })
        #expect(try starts("{ random: 5 }", more: "seed: 4") != five)
    }

    @Test func startsOnACircle() throws {
        let circle = try starts("{ circle: { radius: 2, count: 4, center: [1, -1] } }")
        #expect(circle == [SIMD2(3, -1), SIMD2(1, 1), SIMD2(-1, -1), SIMD2(1, -3)])
        let twelve = try starts("{ circle: { radius: 2, count: 12 } }")
        #expect(twelve.count == 12 && twelve.allSatisfy { abs(($0 * $0).sum() - 4) < 1e-14 })
    }

    @Test func seedsAndStartsMakeRuns() throws {
        let scene = try scene(
            """
            surface: rosenbrock
            start: [[0, 0], [1, 0]]
            seed: 9
            seeds: 2
            noise: 0.5
            optimizers: [sgd, adam: { id: a, seeds: 1, noise: 0, start: [2, 2] }]
            """)
        #expect(scene.runs.map(\.id) == ["sgd", "sgd#2", "sgd@2", "sgd@2#2", "a"])
        #expect(scene.runs.map(\.family) == ["sgd", "sgd", "sgd", "sgd", "a"])
        #expect(scene.runs.map(\.sampling.repetition) == [0, 1, 0, 1, 0])
        #expect(scene.runs.allSatisfy { $0.sampling.seed == 9 })
        #expect(scene.runs.map(\.sampling.noise) == [0.5, 0.5, 0.5, 0.5, 0])
    }

    @Test func lossesFittedToData() throws {
        let inline = try scene(
            """
            surface: { data: [[0, 1], [1, 3], [2, 5]] }
            batch: 2
            optimizers: [sgd]
            """)
        #expect(inline.surface.name == "Linear regression" && inline.surface.start == .zero)
        let minimum = try #require(inline.surface.minima.first)
        #expect(abs(minimum.x - 2) < 1e-14 && abs(minimum.y - 1) < 1e-14)
        #expect(inline.surface.field.value(at: .zero) == 35.0 / 3)
        #expect(inline.runs[0].sampling.batch == 2)
        let table = "label,height,weight\n0,1,2\n1,2,1\n1,3,1\n0,0,3\n"
        let named = try SceneFolder([
            "scene.yaml":
                "surface: { data: p.csv, model: logistic, features: [height, weight], target: label, l2: 0.1 }\n",
            "p.csv": table,
        ]).scene()
        #expect(named.surface.name == "Logistic regression")
        #expect(named.surface.axisTitles?.x == "$w_1$")
        let (_, gradient) = named.surface.field.gradient(at: .zero)
        #expect(gradient == SIMD2(-0.5, 0.375))
    }

    @Test func untilHoldsForAllRuns() throws {
        let scene = try scene(
            "surface: rosenbrock\nuntil: { loss: 1.0e-3, distance: 0.1 }\noptimizers: [sgd, adam: { steps: 5 }]\n")
        #expect(scene.runs.map(\.until.loss) == [1e-3, 1e-3])
        #expect(scene.runs[0].until.minima == [SIMD2(1, 1)] && scene.runs[0].until.gradient == nil)
        #expect(
            read("surface: { formula: x }\nuntil: { distance: 1 }\n").diagnostics.map(\.message)
                == ["no minimum of this surface is known to measure a distance to"])
        #expect(read("surface: rosenbrock\nuntil: 1.0e-6\n").scene == nil)
        #expect(read("surface: rosenbrock\nuntil: {}\n").scene == nil)
    }

    @Test func transforms() throws {
        let surface = try scene(
            """
            surface:
              name: sphere
              transform:
                - stretch: [1, 10]
                - rotate: -0.5 rad
                - shift: [1, 0]
                - value: log1p
            """
        ).surface
        #expect(
            surface.transforms == [
                .stretch(SIMD2(1, 10)), .rotate(Angle(-0.5, .rad)), .shift(SIMD2(1, 0)), .value(.log1p),
            ])
        #expect(surface.minima == [SIMD2(1, 0)])
        let single = try scene("surface: { formula: x, transform: { rotate: 30deg } }\n").surface
        #expect(single.transforms == [.rotate(Angle(30, .deg))])
    }
}
