import SceneFile

/// A scene as the command line names it.
struct SceneInput: Sendable {
    /// A path, or `-` for standard input.
    let argument: String
    /// Whether a mistake on the command line must say which scene it is one in.
    var isOneOfMany = false

    /// The scene's name in output files.
    var name: String { argument == "-" ? "scene" : InputFile.stem(of: argument) }

    /// Reads the scene and notes every mistake in it, and the files it was read from; nil where there is an error.
    ///
    /// - Parameter needsFonts: whether fonts that the scene names must be on the machine.
    func read(
        _ findings: inout Findings, _ overrides: [SceneOverride] = [], limits: Limits = Limits(),
        needsFonts: Bool = true
    ) -> Scene? {
        let reading: SceneReading
        if argument != "-" { findings.inputs.append(argument) }
        do {
            if argument == "-" {
                reading = Scene.read(
                    try InputFile.readStandardInput(), name: name, file: "<stdin>", needsFonts: needsFonts,
                    overrides: overrides, limits: limits)
            } else {
                reading = try Scene.read(path: argument, needsFonts: needsFonts, overrides: overrides, limits: limits)
            }
        } catch {
            findings.note(Failure(status: .noInput, message: "cannot read \(argument): \(error.reason)"))
            return nil
        }
        for diagnostic in reading.diagnostics {
            findings.note(isOneOfMany && diagnostic.file == SceneOverride.file ? diagnostic.of(argument) : diagnostic)
        }
        if reading.omitted > 0 { findings.remark("and \(reading.omitted) more in \(argument)") }
        findings.inputs += reading.inputs
        return reading.scene
    }
}
