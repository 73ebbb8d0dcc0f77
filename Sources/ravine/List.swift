import ArgumentParser
import Drawings
import Figures
import Optimizers
import SceneFile
import Surfaces

struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists what scenes can name.")

    enum Topic: String, CaseIterable, ExpressibleByArgument {
        case surfaces, optimizers, schedules, colormaps, styles, formats, limits
    }
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, png }

    @Argument(help: "What to list.")
    var topic: Topic

    @Option(help: "How to print it; png, a contour map of each, is for surfaces.")
    var format = Format.text

    func run() throws {
        try reporting {
            if format == .png { return try printPicture() }
            let listing = listing
            if listing.lines.isEmpty { tell("ravine: no \(topic) are available yet\n") }
            switch format {
            case .text: try StandardOutput.print(listing.lines.map { $0 + "\n" }.joined())
            case .json, .png: try StandardOutput.print(.array(listing.values))
            }
        }
    }

    private func printPicture() throws {
        guard topic == .surfaces else {
            throw Failure(
                status: .usage, message: "there is no picture of \(topic)",
                help: "\(topic) are listed as text or json, surfaces as text, json or png")
        }
        try SurfaceSheet.print()
    }

    private var listing: (lines: [String], values: [JSON]) {
        switch topic {
        case .surfaces: (SurfaceListing.lines, SurfaceCatalogue.entries.map(\.json))
        case .optimizers: (OptimizerCatalogue.entries.flatMap(\.lines), OptimizerCatalogue.entries.map(\.json))
        case .schedules: (ScheduleCatalogue.entries.flatMap(\.lines), ScheduleCatalogue.entries.map(\.json))
        case .colormaps: (Colormap.catalogue.map(\.line), Colormap.catalogue.map(\.json))
        case .styles: (StyleKey.all.map(\.line), StyleKey.all.map(\.json))
        case .limits: (Limits.catalogue.map(\.line), Limits.catalogue.map(\.json))
        case .formats: (OutputFormat.catalogue.map { "\($0.name)  \($0.summary)" }, OutputFormat.catalogue.map(\.json))
        }
    }
}

extension OutputFormat {
    fileprivate var json: JSON { .object([("id", .string(name)), ("summary", .string(summary))]) }
}

extension Limits.Entry {
    fileprivate var line: String { "\(name)=\(value(in: Limits()))  \(meaning), at most \(ceiling)" }

    fileprivate var json: JSON {
        .object([
            ("id", .string(name)), ("value", .integer(value(in: Limits()))), ("most", .integer(ceiling)),
            ("meaning", .string(meaning)),
        ])
    }
}

/// Numbers as lists show them: without `.0`.
func short(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
