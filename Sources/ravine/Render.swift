import ArgumentParser
import Foundation

struct Render: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draws scenes.",
        discussion: "Writes DIR/NAME.png, or another format's suffix, for each scene and prints each path written.")

    @Argument(help: "Scene files; '-' is standard input.", completion: .file(extensions: SceneOptions.suffixes))
    var scenes: [String]

    @Option(
        name: .customLong("out"), help: ArgumentHelp("The folder to write to (default: output).", valueName: "DIR"),
        completion: .directory)
    var folder: String?

    @Option(
        name: .short,
        help: ArgumentHelp("The file to write, for a single scene; '-' is standard output.", valueName: "FILE"),
        completion: .file())
    var output: String?

    @Option(help: "The format to write (default: the one FILE's suffix names, else png).")
    var format: OutputFormat?

    @OptionGroup var page: PageOptions

    @Option(help: ArgumentHelp("How many threads to use (default: all cores).", valueName: "N"))
    var jobs: Int?

    @Option(
        help: ArgumentHelp(
            "The numbered frames to write, from 1: 1-3,5,7-20:2 (with --format frames).", valueName: "FRAMES"))
    var frames: FrameSelection?

    @Flag(help: "Writes the numbered frames that an interrupted run left out.")
    var resume = false

    @Flag(help: "Stops at the first scene that fails.")
    var failFast = false

    @Option(
        help: ArgumentHelp("Writes what each output was made from, for Make and Ninja.", valueName: "FILE"),
        completion: .file())
    var depfile: String?

    @OptionGroup var options: SceneOptions

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if depfile != nil, output == "-" { throw ValidationError("--depfile needs an output that has a name.") }
    }

    func run() throws {
        try reporting(as: options.diagnostics) {
            let plan = try RenderPlan(scenes: scenes, folder: folder, file: output, format: format)
            if let depfile, plan.items.contains(where: { [$0.output, $0.input.argument].contains(depfile) }) {
                throw Failure(status: .usage, message: "--depfile would overwrite \(depfile)")
            }
            let painter = ScenePainter(
                format: plan.format, overrides: options.overrides, limits: options.bounds, size: page.size,
                scale: page.scale)
            let film = try FilmRender(
                format: plan.format, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, frames: frames,
                resumes: resume)
            let batch = RenderBatch(
                plan: plan, painter: painter, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
                stopsAtFailure: failFast, depfile: depfile, film: film)
            var verdict = Verdict(options.diagnostics)
            batch.run(&verdict)
            try verdict.finish()
        }
    }
}
