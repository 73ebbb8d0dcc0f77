import ArgumentParser
import Foundation
import SceneFile

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draws scenes.",
        discussion: "Writes DIR/NAME.png, or another format's suffix, for each scene and prints each path written.")

    @Argument(help: "Scene files; '-' is standard input.")
    var scenes: [String]

    @Option(name: .customLong("out"), help: ArgumentHelp("The folder to write to (default: output).", valueName: "DIR"))
    var folder: String?

    @Option(
        name: .short,
        help: ArgumentHelp("The file to write, for a single scene; '-' is standard output.", valueName: "FILE"))
    var output: String?

    @Option(help: "The format to write (default: the one FILE's suffix names, else png).")
    var format: OutputFormat?

    @Option(help: ArgumentHelp("The page's size in pixels at the scene's dpi; type keeps its size.", valueName: "WxH"))
    var size: PixelSize?

    @Option(help: ArgumentHelp("Multiplies the resolution; svg and pdf keep their size.", valueName: "S"))
    var scale: Double?

    @Option(help: ArgumentHelp("How many threads to use (default: all cores).", valueName: "N"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The numbered frames to write, from 1: 1-3,5,7-20:2 (with --format frames).", valueName: "FRAMES"))
    var frames: FrameSelection?

    @Flag(help: "Writes the numbered frames that an interrupted run left out.")
    var resume = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if let scale, !(scale.isFinite && scale > 0) { throw ValidationError("--scale must be greater than 0.") }
    }

    func run() throws {
        try reporting {
            let plan = try RenderPlan(scenes: scenes, folder: folder, file: output, format: format)
            var verdict = Verdict()
            var pictures: [(scene: Scene, output: String)] = []
            for item in plan.items {
                guard var scene = item.input.read(&verdict) else { continue }
                do {
                    scene.figure.page = try scene.figure.page.adjusted(to: size, scale: scale)
                    pictures.append((scene, item.output))
                } catch let failure as Failure {
                    verdict.note(failure)
                }
            }
            for picture in pictures { draw(picture.scene, as: plan.format, to: picture.output, &verdict) }
            try verdict.finish()
        }
    }

    /// Draws one scene; where that fails, the others are still drawn.
    private func draw(_ scene: Scene, as format: OutputFormat, to output: String, _ verdict: inout Verdict) {
        do {
            let jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
            guard case .picture = format.content else {
                let film = try FilmRender(format: format, jobs: jobs, frames: frames, resumes: resume)
                return try film.write(scene, to: output, makesFolders: self.output == nil)
            }
            let bytes = try RenderPipeline.encode(scene, as: format, jobs: jobs)
            if self.output == nil { try OutputFolder.create(for: output) }
            try RenderPipeline.write(bytes, to: output)
            if output != "-" { try StandardOutput.print(output + "\n") }
        } catch let failure as Failure {
            verdict.note(failure)
        } catch {
            verdict.note(Failure(status: .defect, message: "\(scene.name): \(error)"))
        }
    }
}
