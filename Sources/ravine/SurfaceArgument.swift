import ArgumentParser
import Formulas
import SceneFile
import Surfaces

/// A surface named on the command line, a formula written there, or the surface of a scene.
enum SurfaceArgument {
    static func surface(_ text: String) throws -> Surface {
        if let entry = SurfaceCatalogue.entry(named: text), let surface = try? entry.surface() { return surface }
        if text == "-" || sceneSuffixes.contains(where: text.hasSuffix) { return try surface(ofScene: text) }
        do {
            return try Surface(formula: text)
        } catch {
            let isName =
                text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
            guard isName, let suggestion = SurfaceCatalogue.suggestion(for: text) else {
                tell(Diagnostic(formula: text, error).description)
                throw ExitCode(ExitStatus.usage.rawValue)
            }
            throw Failure(status: .usage, message: "unknown surface '\(text)'", help: suggestion)
        }
    }

    private static let sceneSuffixes = [".yaml", ".yml", ".json"]

    private static func surface(ofScene path: String) throws -> Surface {
        var findings = Findings()
        let scene = SceneInput(argument: path).read(&findings, needsFonts: false)
        var verdict = Verdict()
        verdict.tell(findings)
        try verdict.finish()
        guard let scene else { throw Failure(status: .defect, message: "\(path): no scene and no mistake in it") }
        return scene.surface
    }
}
