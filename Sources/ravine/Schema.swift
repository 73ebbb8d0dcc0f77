import ArgumentParser

struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Prints a JSON Schema of scenes (draft-07), for editors and scripts.")

    func run() throws {
        try reporting { try StandardOutput.print(SceneSchema.document) }
    }
}
