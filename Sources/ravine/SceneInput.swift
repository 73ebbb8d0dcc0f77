import SceneFile

/// A scene as the command line names it.
struct SceneInput {
    /// A path, or `-` for standard input.
    let argument: String

    /// The scene's name in output files.
    var name: String { argument == "-" ? "scene" : InputFile.stem(of: argument) }

    /// Reads the scene and tells every mistake in it; nil where there is an error, which is then noted.
    ///
    /// - Parameter needsFonts: whether fonts that the scene names must be on the machine.
    func read(_ verdict: inout Verdict, needsFonts: Bool = true) -> Scene? {
        let reading: SceneReading
        do {
            if argument == "-" {
                reading = Scene.read(
                    try InputFile.readStandardInput(), name: name, file: "<stdin>", needsFonts: needsFonts)
            } else {
                reading = try Scene.read(path: argument, needsFonts: needsFonts)
            }
        } catch {
            verdict.note(Failure(status: .noInput, message: "cannot read \(argument): \(error.reason)"))
            return nil
        }
        for diagnostic in reading.diagnostics { tell(diagnostic.description) }
        if reading.omitted > 0 { tell("ravine: and \(reading.omitted) more in \(argument)\n") }
        for diagnostic in reading.diagnostics where diagnostic.severity == .error {
            verdict.note(diagnostic.isMissingFont ? .unavailable : diagnostic.isMissingFile ? .noInput : .data)
        }
        return reading.scene
    }
}
