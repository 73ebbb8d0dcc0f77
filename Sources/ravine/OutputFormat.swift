import ArgumentParser
import Drawings
import Export
import Figures
import SceneFile

/// A format a figure can be written in. The catalogue is what `--format`, suffixes of files, lists and messages know:
/// a further format is a file of its own and an entry here.
struct OutputFormat: Sendable {
    /// What a file of the format is made from.
    enum Content: Sendable {
        /// The bytes of a file with a drawing, on a page with a resolution, made by so many threads.
        case picture(@Sendable (Drawing, Page, _ jobs: Int) throws(ExportError) -> [UInt8])
        /// A file with a film, which is told how many frames are done.
        case film(@Sendable (Film, _ path: String, _ jobs: Int, (Int) -> Void) throws(ExportError) -> Void)
        /// A folder of numbered pictures, one a frame.
        case frames
        /// A folder of pictures of the steps that a scene names.
        case stills
    }

    /// Its name on the command line.
    let name: String
    /// What its files end in, behind a dot; nil for a folder.
    let suffix: String?
    /// What they may end in where the format is asked for by name.
    var otherSuffix: String? = nil
    /// What it is for, in a few words.
    let summary: String
    let content: Content

    static let catalogue = [png, svg, pdf, frames, stills, apng] + VideoFormat.allCases.map(video)

    static let png = picture("png", "pixels, as many as the page's dpi says") {
        drawing, page, jobs throws(ExportError) in
        // A figure may end above the page's height.
        var page = page
        (page.width, page.height) = (drawing.size.x, drawing.size.y)
        let (width, height) = page.pixels
        return try PNGFile.encode(
            drawing, width: width, height: height, scale: page.dotsPerInch / 72, dpi: page.dotsPerInch, jobs: jobs)
    }

    static let svg = picture("svg", "vectors for web pages, text as outlines") {
        drawing, _, _ throws(ExportError) in try SVGFile.encode(drawing)
    }

    static let pdf = picture("pdf", "vectors for print and LaTeX, text as outlines") {
        drawing, _, _ throws(ExportError) in try PDFFile.encode(drawing)
    }

    private static func picture(
        _ name: String, _ summary: String,
        _ encode: @escaping @Sendable (Drawing, Page, _ jobs: Int) throws(ExportError) -> [UInt8]
    ) -> OutputFormat {
        OutputFormat(name: name, suffix: name, summary: summary, content: .picture(encode))
    }

    static let frames = OutputFormat(
        name: "frames", suffix: nil, summary: "a film as numbered PNG files in a folder", content: .frames)

    static let stills = OutputFormat(
        name: "stills", suffix: nil, summary: "the steps of 'animation: { stills }' as PNG files in a folder",
        content: .stills)

    static let apng = OutputFormat(
        name: "apng", suffix: "apng", otherSuffix: "png", summary: "a film as animated PNG, exact in every pixel",
        content: .film { film, path, jobs, progress throws(ExportError) in
            try film.writeAnimatedPNG(to: path, jobs: jobs, progress: progress)
        })

    private static func video(_ format: VideoFormat) -> OutputFormat {
        OutputFormat(
            name: format.rawValue, suffix: format.rawValue, summary: format.summary,
            content: .film { film, path, jobs, progress throws(ExportError) in
                try film.writeVideo(format, to: path, jobs: jobs, progress: progress)
            })
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
        let suffix = name[name.index(after: dot)...].lowercased()
        guard let format = Self.catalogue.first(where: { $0.suffix == suffix }) else { return nil }
        self = format
    }
}
