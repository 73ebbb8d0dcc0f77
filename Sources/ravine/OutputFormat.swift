import ArgumentParser
import Drawings
import Export
import Figures
import SceneFile

/// A format a figure can be written in. The catalogue is what `--format`, suffixes of files, lists and messages know:
/// a further format is a file of its own and an entry here.
struct OutputFormat: Sendable {
    /// The suffix of its files, and its name on the command line.
    let name: String
    /// What it is for, in a few words.
    let summary: String
    /// The bytes of a file with a drawing, on a page with a resolution, made by so many threads.
    let encode: @Sendable (Drawing, Page, _ jobs: Int) throws(ExportError) -> [UInt8]

    static let catalogue = [png, svg, pdf]

    static let png = OutputFormat(name: "png", summary: "pixels, as many as the page's dpi says") {
        drawing, page, jobs throws(ExportError) in
        // A figure may end above the page's height.
        var page = page
        (page.width, page.height) = (drawing.size.x, drawing.size.y)
        let (width, height) = page.pixels
        return try PNGFile.encode(
            drawing, width: width, height: height, scale: page.dotsPerInch / 72, dpi: page.dotsPerInch, jobs: jobs)
    }

    static let svg = OutputFormat(name: "svg", summary: "vectors for web pages, text as outlines") {
        drawing, _, _ throws(ExportError) in try SVGFile.encode(drawing)
    }

    static let pdf = OutputFormat(name: "pdf", summary: "vectors for print and LaTeX, text as outlines") {
        drawing, _, _ throws(ExportError) in try PDFFile.encode(drawing)
    }
}

extension OutputFormat: ExpressibleByArgument {
    static var allValueStrings: [String] { catalogue.map(\.name) }

    init?(argument: String) {
        guard let format = Self.catalogue.first(where: { $0.name == argument }) else { return nil }
        self = format
    }

    /// The format a file's suffix names; nil where it names none.
    init?(pathSuffix path: String) {
        let name = InputFile.lastPart(of: path)
        guard let dot = name.lastIndex(of: ".") else { return nil }
        self.init(argument: name[name.index(after: dot)...].lowercased())
    }
}
