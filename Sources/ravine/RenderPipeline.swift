import Drawings
import Export
import Figures
import Foundation
import SceneFile
import Simulation

/// From a scene to bytes, and from bytes to a file.
enum RenderPipeline {
    /// The picture of a scene, on the page it asks for, as a file of a format.
    ///
    /// - Throws: `Failure` with status 69 where a font is missing.
    ///
    /// - Parameter warn: is told what the fonts lack.
    static func encode(
        _ scene: Scene, as format: OutputFormat = .png, jobs: Int, warn: (String) -> Void = { _ in }
    ) throws -> [UInt8] {
        let (drawing, lettering) = try drawing(of: scene, jobs: jobs)
        return try encode(
            drawing, as: format, on: scene.figure.page, lettering, name: scene.name, jobs: jobs, warn: warn)
    }

    /// The picture of a scene, its contours traced for the page's resolution, and what its text was set with.
    ///
    /// - Throws: `Failure` with status 69 where a font is missing.
    static func drawing(of scene: Scene, jobs: Int) throws -> (drawing: Drawing, lettering: Lettering) {
        let figure = figure(of: scene, scene.trajectories(of: scene.runs, jobs: jobs))
        let lettering = try lettering(scene.figure.fonts)
        let scale = scene.figure.page.dotsPerInch / 72
        return (figure.drawing(lettering, pixelsPerPoint: scale, jobs: jobs), lettering)
    }

    /// The figure of a scene's runs, which may be on several surfaces.
    static func figure(of scene: Scene, _ trajectories: [Trajectory]) -> Figure {
        Figure(surfaces: scene.surfaces, trajectories: trajectories, specification: scene.figure)
    }

    /// A drawing as a picture of a page's size.
    ///
    /// - Parameters:
    ///   - lettering: what the drawing was set with.
    ///   - name: how messages call the picture.
    ///   - warn: is told what the fonts lack.
    static func encode(
        _ drawing: Drawing, as format: OutputFormat, on page: Page, _ lettering: Lettering, name: String, jobs: Int,
        warn: (String) -> Void = { _ in }
    ) throws -> [UInt8] {
        if let missing = missing(lettering, name) { warn(missing) }
        guard case .picture(let encode) = format.content else {
            throw Failure(status: .usage, message: "\(name) is a picture, and \(format.name) is a format of films")
        }
        do {
            return try encode(drawing, page, jobs)
        } catch { throw Failure(status: .defect, message: "\(name): \(error)") }
    }

    /// A warning of characters that the fonts lack.
    static func missing(_ lettering: Lettering, _ name: String) -> String? {
        guard !lettering.missing.isEmpty else { return nil }
        let characters = lettering.missing.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
        return "\(name): the fonts have no \(characters); boxes stand in their place"
    }

    /// The fonts that a scene asks for, else STIX from the folders in `RAVINE_FONTS` where it is set.
    static func lettering(_ fonts: FontFiles? = nil) throws -> Lettering {
        do {
            return try Lettering(try fontFiles(fonts))
        } catch {
            throw Failure(status: .unavailable, message: error.message, help: error.help)
        }
    }

    /// The files of these fonts.
    static func fontFiles(_ fonts: FontFiles? = nil) throws(FontError) -> FontFiles {
        if let fonts { return fonts }
        return try FontFiles.find(in: FontFiles.foldersAskedFor)
    }

    /// Writes a file that appears whole or not at all; `-` is standard output.
    static func write(_ bytes: [UInt8], to path: String) throws {
        try exporting { () throws(ExportError) in try WholeFile.write(bytes, to: path) }
    }

    /// Says of an export that failed what the command line has to hear.
    static func exporting(_ work: () throws(ExportError) -> Void) throws {
        do {
            try work()
        } catch {
            switch error {
            case .cannotCreate: throw Failure(status: .cannotCreate, message: "\(error)")
            case .writing, .program: throw Failure(status: .output, message: "\(error)")
            case .missingProgram(let name):
                throw Failure(
                    status: .unavailable, message: "\(error)",
                    help: "install it (apt install \(name), brew install \(name)); frames and apng do without it")
            case .raster, .page, .encoding: throw Failure(status: .defect, message: "\(error)")
            }
        }
    }
}
