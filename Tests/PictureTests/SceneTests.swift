import Foundation
import SceneFile
import Testing

@testable import ravine

/// Every example scene, and what holds for every picture.
@Suite struct SceneTests {
    static let names: [String] = {
        let folder = project.appending(path: "Scenes").path
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    private func example(_ name: String) throws -> Scene {
        let reading = try Scene.read(path: project.appending(path: "Scenes/\(name)").path)
        #expect(reading.diagnostics.isEmpty)
        return try #require(reading.scene)
    }

    @Test func thereAreEnough() { #expect(Self.names.count >= 8) }

    @Test(arguments: names)
    func saysWhatToSee(name: String) throws {
        let text = try String(contentsOf: project.appending(path: "Scenes/\(name)"), encoding: .utf8)
        #expect(text.hasPrefix("# What to see: "))
    }

    /// At the default size, at a third of it, and on a wide and a tall page: nothing leaves the page.
    @Test(arguments: names)
    func staysOnThePage(name: String) throws {
        for (width, height) in [(576.0, 432.0), (288.0, 216.0), (720.0, 300.0), (330.0, 480.0)] {
            var scene = try example(name)
            (scene.figure.page.width, scene.figure.page.height) = (width, height)
            scene.figure.page.dotsPerInch = 100
            #expect(try Picture(of: scene).hasEmptyMargin(4), "\(width) × \(height)")
        }
    }

    @Test(arguments: names)
    func jobsDoNotChangeABit(name: String) throws {
        let scene = try example(name)
        let one = try RenderPipeline.encode(scene, jobs: 1)
        #expect(try RenderPipeline.encode(scene, jobs: 2) == one)
        #expect(try RenderPipeline.encode(scene, jobs: 8) == one)
    }

    @Test func theDefaultPictureHas1600By1200PixelsAt200DotsAnInch() throws {
        let bytes = try RenderPipeline.encode(scene("surface: sphere\n"), jobs: 2)
        let picture = try Picture(png: bytes)
        #expect((picture.width, picture.height) == (1600, 1200))
        // pHYs: 7874 pixels a metre both ways.
        let chunk = Array("pHYs".utf8) + [0, 0, 0x1E, 0xC2, 0, 0, 0x1E, 0xC2, 1]
        #expect(bytes.firstRange(of: chunk) != nil)
    }

    @Test func zoomingOutChangesNoNumber() throws {
        let near = try scene("surface: rosenbrock\nsteps: 50\noptimizers: [adam]\n")
        let far = try scene("surface: rosenbrock\ndomain: { x: [-9, 9], y: [-9, 9] }\nsteps: 50\noptimizers: [adam]\n")
        #expect(near.runs[0].start == far.runs[0].start)
        #expect(try RenderPipeline.encode(near, jobs: 1) != RenderPipeline.encode(far, jobs: 1))
    }

    /// Surfaces and runs at the edge of what can be drawn.
    @Test(arguments: [
        "surface: { formula: '3' }", "surface: { formula: 0/0 }", "surface: { formula: 1/x }",
        "surface: { formula: x }\ndomain: { x: [0, 1e-12], y: [1, 1.000000001] }",
        "surface: { formula: x^2 + y^2 }\ndomain: { x: [-1e99, 1e99], y: [-1, 1] }",
        "surface: { formula: exp(x^2) }\ndomain: { x: [-100, 100], y: [-1, 1] }",
        "surface: sphere\nsteps: 400\noptimizers: [sgd: { lr: 3 }, sgd: { lr: 1e300 }, adam: { lr: 1e300 }]",
        "surface: sphere\nstart: [1e99, 1]\noptimizers: [adagrad]",
        "surface: { formula: log(x) }\nstart: [-1, -1]\noptimizers: [adam]",
        "surface: { formula: x^2 }\nstart: [0, 0]\nsteps: 1\noptimizers: [adam]",
        "surface: { formula: 1e-310*x^3 }",
        "surface: sphere\nmap: { levels: [\((1...250).map(String.init).joined(separator: ", "))] }",
        "surface: sphere\ntitle: \(String(repeating: "word ", count: 4000))",
        "surface: { formula: x^2 }\nstart: [1e6, 0]\nsteps: 1\noptimizers: [sgd: { lr: 1e-16 }]",
        "surface:\n  formula: |\n    x^2 +\n    y^2\n",
        "surface: ackley\nstart: [0, 0]\nsteps: 5\noptimizers: [adam, sgd]",
    ])
    func oddScenesAreDrawn(text: String) throws {
        let picture = try Picture(of: scene(text + "\nfigure: { width: 100mm, dpi: 72 }\n"))
        #expect(picture.hasEmptyMargin(2))
    }
}
