import Drawings
import Export
import Figures
import Foundation
import SceneFile
import Simulation

/// From a scene to a film.
struct FilmPipeline {
    let film: Film
    /// What tells this film from any other, in letters and digits.
    let fingerprint: String
    /// The steps that are to be pictures of their own, as a film.
    let handouts: Film
    let handoutSteps: [Int]
    private let lettering: Lettering
    private let name: String

    /// - Throws: `Failure` with status 69 where a font is missing.
    init(_ scene: Scene, jobs: Int) throws {
        let trajectories = scene.trajectories(of: scene.runs, jobs: jobs)
        let lettering = try RenderPipeline.lettering(scene.figure.fonts)
        let dpi = scene.figure.page.dotsPerInch
        let moving = RenderPipeline.figure(of: scene, trajectories).film(
            lettering, pixelsPerPoint: dpi / 72, jobs: jobs)
        var page = scene.figure.page
        (page.width, page.height) = (moving.still.size.x, moving.still.size.y)
        let (width, height) = page.pixels
        let animation = scene.figure.animation ?? AnimationSpecification()
        let steps = trajectories.map { max(0, $0.points.count - 1) }.max() ?? 0
        film = Film(
            still: moving.still, frameCount: animation.frameCounts(steps: steps).all, rate: FrameRate(animation.fps),
            loops: animation.loops, width: width, height: height, scale: dpi / 72, dpi: dpi
        ) { frame in moving.commands(atStep: animation.step(atFrame: frame, steps: steps)) }
        handouts = Film(
            still: moving.still, frameCount: animation.stills.count, rate: FrameRate(animation.fps), width: width,
            height: height, scale: dpi / 72, dpi: dpi
        ) { moving.commands(atStep: Double(animation.stills[$0])) }
        handoutSteps = animation.stills
        fingerprint = Self.fingerprint(scene, trajectories, animation, moving.still)
        (self.lettering, name) = (lettering, scene.name)
    }

    /// A warning of characters that the fonts lack; nil where they have all.
    var missing: String? { RenderPipeline.missing(lettering, name) }

    /// FNV-1a of all that frames depend on: the runs' points, what stands still, size and pace.
    private static func fingerprint(
        _ scene: Scene, _ trajectories: [Trajectory], _ animation: AnimationSpecification, _ still: Drawing
    ) -> String {
        var hash = FNV1a()
        for trajectory in trajectories {
            hash.add(trajectory.run.id)
            for point in trajectory.points {
                hash.add(point.x.bitPattern)
                hash.add(point.y.bitPattern)
            }
            for loss in trajectory.losses { hash.add(loss.bitPattern) }
        }
        hash.add("\(animation)")
        hash.add("\(scene.figure)")
        hash.add(commands: still.commands)
        return hash.text
    }
}

/// The hash of Fowler, Noll and Vo (1991), variant 1a of 64 bits: the same on every machine and in every process.
struct FNV1a {
    private var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
    mutating func add(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    private mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

    mutating func add(commands: [Drawing.Command]) {
        for command in commands {
            switch command {
            case .fill(let path, let color, let rule):
                add(path)
                add("\(color)\(rule)")
            case .stroke(let path, let stroke, let color):
                add(path)
                add("\(stroke)\(color)")
            case .image(let image, let box): add("\(image.width)\(image.height)\(box)")
            case .clipped(let path, _, let inner):
                add(path)
                add(commands: inner)
            }
        }
    }

    private mutating func add(_ path: Path) {
        for point in path.points {
            add(point.x.bitPattern)
            add(point.y.bitPattern)
        }
    }

    var text: String { String(value, radix: 16) }
}
