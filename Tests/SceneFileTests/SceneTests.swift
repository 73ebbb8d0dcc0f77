import Figures
import Optimizers
import SceneFile
import Simulation
import Surfaces
import Testing

@Suite struct SceneTests {
    private func scene(_ text: String) throws -> Scene {
        let reading = read(text)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene)
    }

    @Test func aSurfaceIsEnough() throws {
        let scene = try scene("surface: rosenbrock\n")
        #expect(scene.name == "scene")
        #expect(scene.runs.isEmpty)
        #expect(scene.seed == 0)
        #expect(scene.figure.page == Page())
        #expect(scene.figure.map.domain == SurfaceCatalogue.entry(named: "rosenbrock")?.domain)
        #expect(scene.figure.title == nil)
    }

    @Test func everyKeyOfTheContract() throws {
        let scene = try scene(
            """
            ravine: 1
            title: RMSprop keeps moving where Adagrad stalls
            surface: { name: Rosenbrock, parameters: { b: 10 } }
            domain: { x: [-2, 2], y: [-1, 3] }
            start: [-1.5, 2]
            steps: 20
            seed: 7
            convention: torch
            optimizers:
              - adagrad: { lr: 0.5 }
              - rmsprop: { id: rms, lr: 0.01, alpha: 0.9, label: "RMSprop, β = 0.9" }
              - adam
              - adam:
              - RMS-prop: { convention: optax, learning_rate: 0.01, decay: 0.9 }
              - sgd: { lr: 0.0002, momentum: 0.9, nesterov: true, steps: 3, start: [[0, 1], [1, 0]] }
            axes: { x: '$x_1$', y: '$x_2$' }
            map: { aspect: equal, levels: log }
            figure: { width: 160mm }
            """)
        #expect(scene.runs.map(\.id) == ["adagrad", "rms", "adam", "adam-2", "rmsprop", "sgd", "sgd@2"])
        #expect(scene.runs.map(\.steps) == [20, 20, 20, 20, 20, 3, 3])
        #expect(scene.runs[1].label == "RMSprop, β = 0.9")
        #expect(scene.runs[2].label == "Adam")
        #expect(scene.runs[4].optimizer?.convention == .optax)
        #expect(scene.runs.suffix(2).map(\.start) == [SIMD2(0, 1), SIMD2(1, 0)])
        #expect(scene.seed == 7)
        #expect(scene.surface.parameters.first { $0.name == "b" }?.value == 10)
        #expect(scene.figure.title == "RMSprop keeps moving where Adagrad stalls")
        #expect(scene.figure.axes.x == "$x_1$")
        #expect(scene.figure.map.aspect == .equal)
        #expect(scene.figure.map.levels == .logarithmic)
        #expect(scene.figure.page.width == 160 * 72 / 25.4)
        #expect(scene.figure.page.height == scene.figure.page.width * 0.75)
    }

    @Test func aFormulaIsASurface() throws {
        let scene = try scene(
            """
            surface: { formula: "(1 - x)^2 + b*(y - x^2)^2", parameters: { b: 100 }, minima: [[1, 1]] }
            start: [0, 0]
            optimizers: [sgd]
            """)
        #expect(scene.surface.id == "formula")
        #expect(scene.surface.minima == [SIMD2(1, 1)])
        #expect(scene.figure.map.domain == nil)
        #expect(scene.surface.field.value(at: SIMD2(0, 2)) == 401)
    }

    @Test func aFormulaMayStartEachRunByItself() throws {
        let text = "surface: { formula: x*y }\noptimizers:\n  - sgd: { start: [1, 2] }\n"
        #expect(try scene(text).runs.map(\.start) == [SIMD2(1, 2)])
    }

    @Test func theCatalogueHasACustomaryStart() throws {
        let start = SurfaceCatalogue.entry(named: "rosenbrock")?.start
        #expect(try scene("surface: rosenbrock\noptimizers: [adam]\n").runs.first?.start == start)
    }

    @Test func defaultIdsMakeRoomForGivenOnes() throws {
        let text =
            "surface: rosenbrock\noptimizers:\n  - adam\n  - adam\n  - sgd: { id: adam, lr: 1 }\n  - adam: { id: adam-3 }\n"
        #expect(try scene(text).runs.map(\.id) == ["adam-2", "adam-4", "adam", "adam-3"])
    }

    @Test func aLabelIsTheOptimizersNameUnlessGiven() throws {
        let text = "surface: rosenbrock\noptimizers:\n  - adam: { lr: 0.05 }\n  - sgd: { lr: 1, label: Steep }\n"
        #expect(try scene(text).runs.map(\.label) == ["Adam", "Steep"])
    }

    private static let lengths: [(text: String, points: Double?)] = [
        ("127mm", 360), ("12.7 cm", 360), ("6.5in", 468), ("300pt", 300), ("1600px", 576), ("'3in'", 216),
        ("1e2mm", nil), ("-3in", nil), ("3", nil), ("mm", nil),
    ]

    @Test(arguments: lengths) func lengthsHaveUnits(_ text: String, _ points: Double?) {
        let reading = read("surface: rosenbrock\nfigure: { width: \(text) }\n")
        let width = reading.scene?.figure.page.width
        #expect((width == nil) == (points == nil))
        if let width, let points { #expect(abs(width - points) < 1e-9) }
        #expect(reading.diagnostics.isEmpty == (points != nil))
    }

    @Test func levelsMayBeListed() throws {
        let scene = try scene("surface: rosenbrock\nmap: { levels: [0.1, 1, 10] }\n")
        #expect(scene.figure.map.levels == .explicit([0.1, 1, 10]))
    }

    @Test(arguments: ["0x10", "0o20", "16", "+16", "1.6e1", "16.", ".16e2"]) func numbersOfYAML12(_ text: String) throws
    {
        let scene = try scene("surface: rosenbrock\nsteps: \(text)\noptimizers: [adam]\n")
        #expect(scene.runs.map(\.steps) == [16])
    }

    @Test func theTemplateIsAGoodScene() throws {
        let scene = try scene(TemplateScene.text)
        #expect(scene.runs.count == 3)
        for key in KeyTable.all.flatMap(\.names) { #expect(TemplateScene.text.contains("\(key):")) }
    }

    @Test func keysOfAnEntryAreNoHyperparameters() throws {
        let reserved = try #require(KeyTable.all.first { $0.subject == "an optimizer's entry" }).keys.map(\.name)
        #expect(
            Set([
                "id", "label", "style", "convention", "surface", "schedule", "start", "steps", "batch", "noise",
                "seeds",
                "vary",
            ])
            .isSubset(of: reserved))
        for variant in OptimizerCatalogue.entries.flatMap(\.variants) {
            for key in reserved { #expect(variant.hyperparameter(named: key) == nil) }
        }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id)) func everySurfaceCanBeNamed(_ id: String) throws {
        #expect(try scene("surface: \(id)\noptimizers: [sgd]\n").surface.id == id)
    }

    @Test(arguments: OptimizerCatalogue.entries.map(\.id)) func everyOptimizerCanBeNamed(_ id: String) throws {
        let variant = try #require(OptimizerCatalogue.entry(named: id)).variant(nil)
        let needed = variant.hyperparameters.filter { $0.defaultValue == nil }.map {
            "\($0.name): " + ($0.kind == .settings ? "{ lr: 0.01 }" : "0.01")
        }
        let optimizer = "\(id): { \(needed.joined(separator: ", ")) }"
        #expect(try scene("surface: rosenbrock\noptimizers: [{ \(optimizer) }]\n").runs.map(\.id) == [id])
    }
}
