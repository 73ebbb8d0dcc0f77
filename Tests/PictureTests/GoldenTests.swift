import Foundation
import Testing

@testable import ravine

/// Small pictures that were looked at and found good. A change that is meant: run the tests with
/// `RAVINE_GOLDENS=write`, look at the new pictures in Goldens/, and commit them.
@Suite struct GoldenTests {
    static let scenes: [(name: String, text: String)] = [
        (
            "race",
            """
            surface: { formula: "0.1*x^2 + 2*y^2", minima: [[0, 0]] }
            domain: { x: [-6, 2], y: [-3, 3] }
            start: [-5, -2]
            steps: 20
            convention: textbook
            optimizers:
              - adagrad: { lr: 0.4 }
              - rmsprop: { lr: 0.4 }
              - sgd: { lr: 0.6, label: 'too fast: $\\eta = 0.6$' }
            figure: { width: 100mm, dpi: 100 }
            """
        ),
        (
            "map",
            "surface: himmelblau\nmap: { aspect: equal, levels: log }\nfigure: { width: 100mm, dpi: 100 }\n"
        ),
        (
            "holes",
            """
            surface: { formula: "log(x) + y^2" }
            domain: { x: [-1, 3], y: [-2, 2] }
            title: 'A logarithm of $x$, undefined left of $0$'
            map: { levels: [-2, -1, 0, 1, 2, 3, 4] }
            figure: { width: 100mm, dpi: 100 }
            """
        ),
        (
            "leaving",
            """
            surface: saddle
            start: [[-1.5, 0.1], [-1.5, -0.2]]
            steps: 40
            optimizers: [sgd: { lr: 0.05 }, adam: { lr: 0.1 }]
            figure: { width: 100mm, dpi: 100 }
            """
        ),
        (
            "batches",
            """
            surface: { data: [[-1, -0.6], [0, 0.3], [0.5, 0.2], [1, 1.4], [2, 1.7]], loss: huber }
            start: [-1, 2]
            steps: 60
            optimizers: [sgd: { lr: 0.1, batch: 2, seeds: 6 }, sgd: { lr: 0.1, label: all }]
            figure: { width: 100mm, dpi: 100 }
            """
        ),
        (
            "transformed",
            """
            surface:
              formula: "r^2 - 2*cos(3*r)"
              where: { r: "sqrt(x^2 + y^2/4)" }
              transform: [{ rotate: 30deg }, { shift: [1, 0] }, { value: square }]
            domain: { x: [-3, 4], y: [-3, 3] }
            start: { circle: { radius: 2, count: 5 } }
            steps: 30
            optimizers: [adam: { lr: 0.05 }]
            figure: { width: 100mm, dpi: 100 }
            """
        ),
    ]

    /// The map's bands and lines must match to a step of 1 in 255. Where letters stand, another version of a font may
    /// move an edge: four in a thousand pixels may differ by more.
    @Test(arguments: scenes.map(\.name))
    func looksAsItDid(name: String) throws {
        let text = try #require(Self.scenes.first { $0.name == name }?.text)
        let file = project.appending(path: "Tests/PictureTests/Goldens/\(name).png")
        let bytes = try RenderPipeline.encode(scene(text), jobs: 2)
        if ProcessInfo.processInfo.environment["RAVINE_GOLDENS"] == "write" {
            try Data(bytes).write(to: file)
            return
        }
        let (seen, golden) = (try Picture(png: bytes), try Picture(png: Array(Data(contentsOf: file))))
        try #require(seen.width == golden.width && seen.height == golden.height)
        let differing = zip(seen.samples, golden.samples).count { max($0, $1) - min($0, $1) > 1 }
        #expect(differing * 1000 <= 4 * seen.samples.count, "\(differing) of \(seen.samples.count) samples differ")
    }
}
