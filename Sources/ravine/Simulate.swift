import ArgumentParser
import Foundation
import SceneFile
import Simulation

struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Prints the trajectories of a scene's runs.")

    enum Format: String, CaseIterable, ExpressibleByArgument { case json, csv }

    @Argument(help: "A scene file; '-' is standard input.")
    var scene: String

    @Option(help: "How to print them.")
    var format = Format.json

    func run() throws {
        var verdict = Verdict()
        guard let scene = SceneInput(argument: scene).read(&verdict, needsFonts: false) else {
            return try verdict.finish()
        }
        let jobs = ProcessInfo.processInfo.activeProcessorCount
        let trajectories = scene.trajectories(of: scene.runs, jobs: jobs)
        try reporting {
            var output = StandardOutput()
            switch format {
            case .json: TrajectoryJSON(scene: scene, trajectories: trajectories).document.write(to: &output)
            case .csv: TrajectoryCSV(scene: scene, trajectories: trajectories).write(to: &output)
            }
            try output.finish()
        }
    }
}
