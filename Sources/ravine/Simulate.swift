import ArgumentParser
import Foundation
import SceneFile
import Simulation

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Prints the trajectories of a scene's runs.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case json, csv }

    @Argument(help: "A scene file; '-' is standard input.", completion: .file(extensions: SceneOptions.suffixes))
    var scene: String

    @Option(help: "How to print them.")
    var format = Format.json

    @OptionGroup var options: SceneOptions

    func run() throws {
        var findings = Findings()
        let scene = SceneInput(argument: scene)
            .read(&findings, options.overrides, limits: options.bounds, needsFonts: false)
        var verdict = Verdict(options.diagnostics)
        verdict.tell(findings)
        guard let scene else { return try verdict.finish() }
        let jobs = ProcessInfo.processInfo.activeProcessorCount
        let trajectories = scene.trajectories(of: scene.runs, jobs: jobs)
        try reporting(as: options.diagnostics) {
            var output = StandardOutput()
            switch format {
            case .json: TrajectoryJSON(scene: scene, trajectories: trajectories).document.write(to: &output)
            case .csv: TrajectoryCSV(scene: scene, trajectories: trajectories).write(to: &output)
            }
            try output.finish()
        }
    }
}
