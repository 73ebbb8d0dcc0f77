import ArgumentParser
import Foundation

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Draws a scene again whenever it is saved, until it is stopped with Ctrl-C.",
        discussion: """
            Scenes that it extends, its data and its fonts are watched as well. Mistakes are told, and the picture stays \
            as it was until they are mended.
            """)

    @Argument(help: "A scene file.", completion: .file(extensions: SceneOptions.suffixes))
    var scene: String

    @Option(
        name: .customLong("out"), help: ArgumentHelp("The folder to write to (default: output).", valueName: "DIR"),
        completion: .directory)
    var folder: String?

    @Option(name: .short, help: ArgumentHelp("The file to write.", valueName: "FILE"), completion: .file())
    var output: String?

    @Option(help: "The format to write (default: the one FILE's suffix names, else png).")
    var format: OutputFormat?

    @OptionGroup var page: PageOptions

    @OptionGroup var options: SceneOptions

    func validate() throws {
        if scene == "-" { throw ValidationError("Standard input cannot be watched.") }
    }

    func run() throws {
        try reporting(as: options.diagnostics) {
            let plan = try RenderPlan(scenes: [scene], folder: folder, file: output, format: format)
            let painter = ScenePainter(
                format: plan.format, overrides: options.overrides, limits: options.bounds, size: page.size,
                scale: page.scale)
            let batch = RenderBatch(
                plan: plan, painter: painter, jobs: ProcessInfo.processInfo.activeProcessorCount,
                stopsAtFailure: false, depfile: nil)
            var watched = WatchedFiles([scene])
            while true {
                var verdict = Verdict(options.diagnostics)
                let inputs = batch.run(&verdict)
                // A reader of the paths who has gone will not come back.
                if verdict.status == .output { return try verdict.finish() }
                watched.watch([scene] + inputs)
                watched.wait()
            }
        }
    }
}
