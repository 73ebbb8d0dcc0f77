import ArgumentParser

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Tells every mistake in scenes and draws nothing.")

    @Argument(help: "Scene files; '-' is standard input.", completion: .file(extensions: SceneOptions.suffixes))
    var scenes: [String]

    @OptionGroup var options: SceneOptions

    func run() throws {
        var verdict = Verdict(options.diagnostics)
        for scene in scenes {
            var findings = Findings()
            _ = SceneInput(argument: scene).read(&findings, options.overrides, limits: options.bounds)
            verdict.tell(findings)
        }
        try verdict.finish()
    }
}
