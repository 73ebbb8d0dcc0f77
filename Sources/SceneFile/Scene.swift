import Figures
import Optimizers
import Simulation
import Surfaces

/// What a scene file says, checked and complete: all that a simulation and a figure need.
public struct Scene: Sendable {
    /// The file's name without its suffix.
    public var name: String
    /// The main surface first, or all members of a sweep over its parameters; then those of `surfaces`. At least one.
    public var surfaces: [FigureSurface]
    /// What all randomness comes from.
    public var seed: Int
    /// In the order of the file; the starts of one entry follow each other.
    public var runs: [Run]
    /// Title, axes, map and page. Its domain is the scene's, else the catalogue's; nil for a formula without one.
    public var figure: FigureSpecification
}

/// A scene as far as it could be read, with every mistake in it.
public struct SceneReading: Sendable {
    /// nil where there is an error.
    public let scene: Scene?
    /// By file, line and column.
    public let diagnostics: [Diagnostic]
    /// How many mistakes there are beyond those told; 0 but for files with hundreds.
    public let omitted: Int
    /// The files it was read from besides its own, and those it names that are not there: extended scenes, data, fonts
    /// given by their path.
    public let inputs: [String]
}

extension Scene {
    /// The number of updates where the scene gives none.
    public static let defaultSteps = 300

    /// Reads a scene from its bytes.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 text in YAML or JSON.
    ///   - name: The scene's name, for output files.
    ///   - file: The file's name in diagnostics.
    ///   - folder: The folder that paths in the scene are relative to; empty for the working folder.
    ///   - needsFonts: Whether fonts that the scene names must be on the machine; they are not looked for otherwise.
    ///   - overrides: Values that hold in place of the scene's own, the later over the earlier.
    ///   - limits: How large what the scene asks for may be.
    public static func read(
        _ bytes: [UInt8], name: String, file: String, folder: String = "", needsFonts: Bool = true,
        overrides: [SceneOverride] = [], limits: Limits = Limits()
    ) -> SceneReading {
        var reading = Reading()
        reading.needsFonts = needsFonts
        reading.limits = limits
        let root = SceneTree.read(bytes, file: file, folder: folder, overrides: overrides, &reading)
        let scene = root.flatMap { SceneReader(name: name).read($0, &reading) }
        return SceneReading(
            scene: reading.diagnostics.hasErrors ? nil : scene, diagnostics: reading.diagnostics.sorted,
            omitted: reading.diagnostics.omitted, inputs: reading.inputs.paths)
    }

    /// Reads a scene file.
    public static func read(
        path: String, needsFonts: Bool = true, overrides: [SceneOverride] = [], limits: Limits = Limits()
    ) throws(InputError) -> SceneReading {
        read(
            try InputFile.read(path), name: InputFile.stem(of: path), file: path, folder: InputFile.folder(of: path),
            needsFonts: needsFonts, overrides: overrides, limits: limits)
    }
}
