import SceneFile

/// A scene's way from its text to a picture, with what the command line says of it.
struct ScenePainter: Sendable {
    let format: OutputFormat
    var overrides: [SceneOverride] = []
    var limits = Limits()
    var size: PixelSize?
    var scale: Double?

    /// A picture, or none, with all that was found on the way.
    struct Picture: Sendable {
        var bytes: [UInt8]?
        var findings = Findings()
    }

    func paint(_ input: SceneInput, jobs: Int) -> Picture {
        var picture = Picture()
        guard let scene = scene(input, &picture.findings) else { return picture }
        do {
            var warnings: [String] = []
            picture.bytes = try RenderPipeline.encode(scene, as: format, jobs: jobs) { warnings.append($0) }
            for warning in warnings { picture.findings.warn(warning) }
            picture.findings.inputs += try RenderPipeline.fontFiles(scene.figure.fonts).all
        } catch let failure as Failure {
            picture.findings.note(failure)
        } catch {
            picture.findings.note(Failure(status: .defect, message: "\(scene.name): \(error)"))
        }
        return picture
    }

    /// A scene on the page that the command line asks for; nil where it cannot be drawn.
    func scene(_ input: SceneInput, _ findings: inout Findings) -> Scene? {
        guard var scene = input.read(&findings, overrides, limits: limits) else { return nil }
        do {
            scene.figure.page = try scene.figure.page.adjusted(to: size, scale: scale, mostPixels: limits.pixels)
            return scene
        } catch let failure as Failure {
            findings.note(failure)
        } catch {
            findings.note(Failure(status: .defect, message: "\(scene.name): \(error)"))
        }
        return nil
    }
}
