import Drawings
import Figures
import Foundation

/// The catalogue of surfaces as a picture.
enum SurfaceSheet {
    /// A PNG of the contact sheet, the same bytes for any number of threads.
    ///
    /// - Throws: `Failure` with status 69 where a font is missing.
    static func png(jobs: Int) throws -> [UInt8] {
        let sheet = ContactSheet()
        let lettering = try RenderPipeline.lettering()
        let page = sheet.page
        let drawing = sheet.drawing(lettering, pixelsPerPoint: page.dotsPerInch / 72, jobs: jobs)
        return try RenderPipeline.encode(drawing, as: .png, on: page, lettering, name: "surfaces", jobs: jobs)
    }

    /// Writes the sheet to standard output.
    ///
    /// - Throws: `Failure` with status 64 where that is a terminal.
    static func print() throws {
        guard isatty(STDOUT_FILENO) == 0 else {
            throw Failure(
                status: .usage, message: "a picture cannot be shown on a terminal",
                help: "send it to a file: 'ravine list surfaces --format png > surfaces.png'")
        }
        try RenderPipeline.write(png(jobs: ProcessInfo.processInfo.activeProcessorCount), to: "-")
    }
}
