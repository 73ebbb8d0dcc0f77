import ArgumentParser
import Foundation
import SceneFile

struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Writes a commented scene to start from.")

    @Argument(help: "The file to make; '-' is standard output.")
    var file = "scene.yaml"

    func run() throws {
        try reporting {
            if file == "-" { return try StandardOutput.print(TemplateScene.text) }
            guard access(file, F_OK) != 0 else {
                throw Failure(
                    status: .cannotCreate, message: "\(file) is there already",
                    help: "give another name: 'ravine init FILE'")
            }
            try RenderPipeline.write(Array(TemplateScene.text.utf8), to: file)
            tell("\(file): a scene to start from; draw it with 'ravine render \(file)'\n")
        }
    }
}
