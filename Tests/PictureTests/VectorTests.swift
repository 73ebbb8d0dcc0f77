import Drawings
import Export
import Figures
import Foundation
import SceneFile
import Testing

@testable import ravine

/// SVG and PDF look like our PNG where other programs draw them.
///
/// Of the samples (0…255, multiplied by alpha) the mean difference is at most `mean`, and at most the share `share` of
/// the pixels differs by more than 32: other rasterizers measure coverage otherwise, a misplaced or missing letter shows.
@Suite struct VectorTests {
    private static let tolerances: [(format: OutputFormat, viewer: Viewer, mean: Double, share: Double)] = [
        (.svg, .rsvg, 0.3, 0.001), (.pdf, .mupdf, 0.8, 0.002),
    ]

    private func compare(_ drawing: Drawing, on page: Page) throws {
        let png = try Pixels(png: OutputFormat.png.encode(drawing, page, 2))
        for (format, viewer, mean, share) in Self.tolerances {
            let seen = try viewer.draw(
                format.encode(drawing, page, 2), width: png.width, height: png.height, dpi: page.dotsPerInch)
            let difference = Difference(seen, png)
            #expect(difference.isOfOneSize, "\(format.name): \(seen.width) × \(seen.height)")
            print(format.name, difference.mean, difference.share)
            try Data(format.encode(drawing, page, 2)).write(to: URL(filePath: "/tmp/hv/e-\(Int(page.height))-\(drawing.background.alpha).\(format.name)"))
            try Data(OutputFormat.png.encode(drawing, page, 2)).write(to: URL(filePath: "/tmp/hv/e-\(Int(page.height))-\(drawing.background.alpha).png"))
            #expect(difference.mean <= mean && difference.share <= share, "\(format.name): \(difference)")
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
        (scene.figure.page.width, scene.figure.page.height, scene.figure.page.dotsPerInch) = (324, 243, 120)
        try compare(RenderPipeline.drawing(of: scene, jobs: 2).drawing, on: scene.figure.page)
    }

    @Test(arguments: [1, 0.5, 0])
    func everyCommandLooksAlike(alpha: Double) throws {
        var page = Page()
        (page.width, page.height, page.dotsPerInch) = (EveryCommand.size.x, EveryCommand.size.y, 144)
        try compare(EveryCommand.drawing(on: Color(0xFFFFFF, alpha: alpha)), on: page)
    }
}
