import Drawings
import Export
import Figures
import Foundation
import SceneFile
import Testing

@testable import ravine

/// SVG and PDF look like our PNG where other programs draw them.
@Suite struct VectorTests {
    /// How far what a program draws may lie from our PNG: all in all, because each measures coverage its own way, and
    /// in the worst square.
    private static let tolerances: [(format: OutputFormat, viewer: Viewer, mean: Double, worstSquare: Double)] = [
        (.svg, .rsvg, 0.25, 18), (.pdf, .mupdf, 0.6, 18),
    ]

    private func encode(_ drawing: Drawing, as format: OutputFormat, on page: Page) throws -> [UInt8] {
        guard case .picture(let encode) = format.content else { throw CocoaError(.featureUnsupported) }
        return try encode(drawing, page, 2)
    }

    private func compare(_ drawing: Drawing, on page: Page) throws {
        let png = try Pixels(png: encode(drawing, as: .png, on: page))
        for (format, viewer, mean, worstSquare) in Self.tolerances {
            let file = try encode(drawing, as: format, on: page)
            let seen = try viewer.draw(file, width: png.width, height: png.height, dpi: page.dotsPerInch)
            let difference = try Difference(seen, png)
            #expect(difference.mean <= mean && difference.worstSquare <= worstSquare, "\(format.name): \(difference)")
        }
    }

    /// Same bytes for any number of threads; small enough for a page of notes; a title to find it by.
    @Test(arguments: [OutputFormat.svg.name, OutputFormat.pdf.name])
    func filesAreSmallAndAlwaysTheSame(name: String) throws {
        let format = try #require(OutputFormat(argument: name))
        for scene in ["rosenbrock", "rmsprop-vs-adagrad"] {
            let reading = try Scene.read(path: project.appending(path: "Scenes/\(scene).yaml").path)
            let scene = try #require(reading.scene)
            let one = try RenderPipeline.encode(scene, as: format, jobs: 1)
            #expect(try RenderPipeline.encode(scene, as: format, jobs: 3) == one)
            #expect(one.count < (name == "svg" ? 200_000 : 110_000))
        }
    }

    @Test func captionsSayWhatIsShown() throws {
        let text = """
            title: 'Small $\\beta_2 = 0.9$'
            surface: { formula: "x^2 + 2*y^2" }
            domain: { x: [-3, 0.12345678], y: [-1, 1] }
            start: [[1, -2], [2, 1]]
            steps: 2
            optimizers: [sgd: { lr: 0.25, label: 'A & B' }]
            """
        let caption = try RenderPipeline.drawing(of: scene(text), jobs: 1).drawing.caption
        #expect(caption.title == "Small β₂ = 0.9")
        #expect(
            caption.summary == "Contour map of f(x, y) = x² + 2y², for x from −3 to 0.1235 and y from −1 to 1. "
                + "Paths of A & B, 2 times (η = 0.25; f₂ = 0.0625 to 0.250).")
    }

    @Test(arguments: ["rosenbrock", "rmsprop-vs-adagrad", "himmelblau-starts", "digits-mlp", "diverging"])
    func scenesLookAlike(name: String) throws {
        let reading = try Scene.read(path: project.appending(path: "Scenes/\(name).yaml").path)
        var scene = try #require(reading.scene)
        (scene.figure.page.width, scene.figure.page.height, scene.figure.page.dotsPerInch) = (324, 243, 144)
        try compare(RenderPipeline.drawing(of: scene, jobs: 2).drawing, on: scene.figure.page)
    }

    @Test(arguments: [1, 0.5, 0])
    func everyCommandLooksAlike(alpha: Double) throws {
        var page = Page()
        (page.width, page.height, page.dotsPerInch) = (EveryCommand.size.x, EveryCommand.size.y, 144)
        try compare(EveryCommand.drawing(on: Color(0xFFFFFF, alpha: alpha)), on: page)
    }
}
