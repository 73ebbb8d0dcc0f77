import ArgumentParser
import Figures
import SceneFile

/// `WxH` on the command line, in pixels.
struct PixelSize: ExpressibleByArgument {
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

extension Page {
    /// The page as the command line wants it: a size in pixels at the same resolution, then a multiple of that.
    ///
    /// - Throws: `Failure` with status 64 where the picture would be too large or vanish.
    func adjusted(to size: PixelSize?, scale: Double?) throws -> Page {
        var page = self
        if let size {
            page.width = Double(size.width) * 72 / dotsPerInch
            page.height = Double(size.height) * 72 / dotsPerInch
        }
        guard page.width >= Self.least.width, page.height >= Self.least.height else {
            throw Failure(
                status: .usage,
                message: "a page of \(Self.whole(page.width)) × \(Self.whole(page.height)) points has no room for type",
                help:
                    "at \(Self.whole(dotsPerInch)) dpi take at least \(Self.leastPixels(at: dotsPerInch)), or lower the resolution "
                    + "with --scale")
        }
        page.dotsPerInch *= scale ?? 1
        if let excess = page.excess { throw Failure(status: .usage, message: "the picture would have \(excess)") }
        return page
    }

    /// The smallest page on which axes with numbers and a map find room, in points.
    private static let least = (width: 108.0, height: 81.0)

    private static func leastPixels(at dotsPerInch: Double) -> String {
        "\(whole(least.width * dotsPerInch / 72))x\(whole(least.height * dotsPerInch / 72))"
    }

    private static func whole(_ value: Double) -> Int { Int(exactly: value.rounded(.up)) ?? 0 }
}
