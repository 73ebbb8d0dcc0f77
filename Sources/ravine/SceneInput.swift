import SceneFile

/// A scene as the command line names it.
struct SceneInput {
    /// A path, or `-` for standard input.
    let argument: String

    /// The scene's name in output files.
    var name: String { argument == "-" ? "scene" : InputFile.stem(of: argument) }

    /// Reads the scene and tells every mistake in it; nil where there is an error, which is then noted.
    func read(_ verdict: inout Verdict) -> Scene? {
        let reading: SceneReading
        do {
            if argument == "-" {
                reading = Scene.read(try InputFile.readStandardInput(), name: name, file: "<stdin>")
            } else {
                reading = try Scene.read(path: argument)
            }
        } catch {
            verdict.note(Failure(status: .noInput, message: "cannot read \(argument): \(error.reason)"))
            return nil
        }
        for diagnostic in reading.diagnostics { tell(diagnostic.description) }
        if reading.omitted > 0 { tell("ravine: and \(reading.omitted) more in \(argument)\n") }
        for diagnostic in reading.diagnostics where diagnostic.severity == .error {
            verdict.note(diagnostic.isMissingFile ? .noInput : .data)
        }
        return reading.scene
    }
}
