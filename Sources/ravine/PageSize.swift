import ArgumentParser
import Figures
import SceneFile

/// `WxH` on the command line, in pixels.
struct PixelSize: ExpressibleByArgument, Sendable {
    let width: Int
    let height: Int

    init?(argument: String) {
        let parts = argument.lowercased().split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let width = parts[0], let height = parts[1], width > 0, height > 0,
            width <= Page.longestSide, height <= Page.longestSide
        else { return nil }
        (self.width, self.height) = (width, height)
    }
}

/// What the command line says of pages.
struct PageOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The page's size in pixels at the scene's dpi; type keeps its size.", valueName: "WxH"))
    var size: PixelSize?

    @Option(help: ArgumentHelp("Multiplies the resolution; svg and pdf keep their size.", valueName: "S"))
    var scale: Double?

    func validate() throws {
        if let scale, !(scale.isFinite && scale > 0) { throw ValidationError("--scale must be greater than 0.") }
    }
}

extension Page {
    /// The page as the command line wants it: a size in pixels at the same resolution, then a multiple of that.
    ///
    /// - Throws: `Failure` with status 64 where the picture would be too large or too small.
    func adjusted(to size: PixelSize?, scale: Double?, mostPixels: Int = Self.mostPixels) throws -> Page {
        var page = self
        if let size {
            page.width = Double(size.width) * 72 / dotsPerInch
            page.height = Double(size.height) * 72 / dotsPerInch
            page.isHeightGiven = true
        }
        page.dotsPerInch *= scale ?? 1
        guard let objection = page.objection(mostPixels: mostPixels) else { return page }
        throw Failure(
            status: .usage, message: "the picture \(objection)",
            help: size == nil ? nil : "--size is in pixels at the scene's \(short(dotsPerInch)) dpi")
    }
}
