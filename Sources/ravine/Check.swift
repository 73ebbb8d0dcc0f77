import ArgumentParser

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells every mistake in scenes and draws nothing.")

    @Argument(help: "Scene files; '-' is standard input.")
    var scenes: [String]

    func run() throws {
        var verdict = Verdict()
        for scene in scenes { _ = SceneInput(argument: scene).read(&verdict) }
        try verdict.finish()
    }
}
