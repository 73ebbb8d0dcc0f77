import Drawings
import Export
import Figures
import SceneFile
import Testing

@testable import ravine

@Suite struct ThemePictureTests {
    private static let panels = """
        surface: six_hump_camel
        steps: 30
        optimizers: [sgd: { lr: 0.01, style: { color: '#123456' } }, adam: { vary: { lr: [0.1, 0.2] } }]
        title: A title
        caption: A caption

        """

    private func figure(_ figure: String, panels: Bool = true) throws -> Scene {
        let parts = panels ? ", panels: { m: map, c: { curve: { y: loss } }, s: { multiples: {} }, t: table }" : ""
        return try scene(Self.panels + "figure: { width: 120mm, dpi: 72, \(figure)\(parts) }\n")
    }

    @Test(arguments: [("light", [255, 255, 255]), ("dark", [0x14, 0x16, 0x1A]), ("print", [255, 255, 255])])
    func thePageIsTheThemes(theme: String, page: [UInt8]) throws {
        let picture = try Picture(of: figure("theme: \(theme)"))
        for (x, y) in [(0, 0), (picture.width - 1, 0), (0, picture.height - 1)] { #expect(picture.pixel(x, y) == page) }
    }

    @Test func printIsGrey() throws {
        let picture = try Picture(
            of: scene(
                "surface: beale\nsteps: 30\noptimizers: [sgd: { lr: 0.001 }, adam]\nfigure: { theme: print, dpi: 60 }\n"
            ))
        let isGrey = stride(from: 0, to: picture.samples.count, by: 3).allSatisfy { first in
            let pixel = picture.samples[first..<first + 3]
            return pixel.min() == pixel.max()
        }
        #expect(isGrey)
    }

    @Test(arguments: [
        ("background: none", 6), ("background: '#ffff0080'", 6), ("background: ivory", 2), ("theme: dark", 2),
    ])
    func alphaIsWrittenWhereItIsNeeded(figure: String, colourType: UInt8) throws {
        let bytes = try RenderPipeline.encode(self.figure(figure, panels: false), jobs: 1)
        // The colour type stands in IHDR after width, height and bit depth: 2 is RGB, 6 RGBA.
        #expect(bytes[25] == colourType)
    }

    @Test func whatIsDrawnOnNoBackgroundIsOpaque() throws {
        func drawing(_ settings: String) throws -> Drawing {
            let scene = try figure(settings, panels: false)
            let whole = Figure(surface: scene.surface, trajectories: [], specification: scene.figure)
            return whole.drawing(try RenderPipeline.lettering(), pixelsPerPoint: 1, jobs: 1)
        }
        let (clear, white) = (try drawing("background: none"), try drawing("theme: light"))
        #expect(clear.background.alpha == 0 && white.background == .white)
        #expect(clear.commands == white.commands)
    }

    /// Every length at its bounds, and all of them together.
    @Test func noSizeIsTooMuch() throws {
        let lengths = StyleKey.all.filter { $0.kind == .length }
        var scene = try self.figure("theme: dark")
        scene.figure.page.dotsPerInch = 20
        for bound in [lengths.map(\.range.lowerBound), lengths.map(\.range.upperBound)] {
            let all = Dictionary(uniqueKeysWithValues: zip(lengths.map(\.name), bound.map(StyleValue.length)))
            for style in all.map({ [$0.key: $0.value] }) + [all] {
                scene.figure.style = style
                _ = try RenderPipeline.encode(scene, jobs: 1)
            }
        }
    }
}
