import Drawings

/// Drawings as PDF 1.4: one page, vector shapes, text as outlines, streams compressed by zlib.
///
/// - The page has its exact size in points, whatever the resolution; coordinates are points, to 1/100 point.
/// - The caption becomes the document's title and subject. There is neither date nor identifier.
/// - Colours are DeviceRGB, which viewers show as sRGB, and are mixed in it where they are transparent. A transparent
///   background is left out.
/// - Images are samples without loss, coarse ones with repeated samples (`Image.repeated(for:)`).
/// - What is not finite or too large is treated as `Path.draw(with:isArea:)` says.
public enum PDFFile {
    /// The bytes of a PDF file, the same for the same drawing and zlib.
    ///
    /// - Throws: `ExportError.page` where a side is not between 0 and 30 000 points.
    public static func encode(_ drawing: Drawing) throws(ExportError) -> [UInt8] {
        try drawing.checkPage()
        var content = PDFContent(height: drawing.size.y)
        content.draw([.fill(Path(Box(from: .zero, to: drawing.size)), drawing.background)] + drawing.commands)

        var objects = PDFObjects()
        let stream = try objects.addStream(content.bytes)
        let isMixed = !content.alphas.isEmpty || content.images.contains(where: \.hasAlpha)
        let group = isMixed ? "/Group<</S/Transparency/CS/DeviceRGB/I true>>" : ""
        let resources = try resources(of: content, in: &objects)
        // The page comes first and its parent behind it.
        let (page, pages) = (objects.next, objects.next + 1)
        let sides = "\(VectorNumber.text(drawing.size.x)) \(VectorNumber.text(drawing.size.y))"
        objects.add(
            "<</Type/Page/Parent \(pages) 0 R/MediaBox[0 0 \(sides)]/Contents \(stream) 0 R"
                + "/Resources<<\(resources)>>\(group)>>")
        objects.add("<</Type/Pages/Count 1/Kids[\(page) 0 R]>>")
        let catalog = objects.add("<</Type/Catalog/Pages \(pages) 0 R>>")
        let information = objects.add("<<\(information(drawing.caption))/Producer(Ravine)>>")
        return objects.file(catalog: catalog, information: information)
    }

    private static func information(_ caption: Caption) -> String {
        [("Title", caption.title), ("Subject", caption.summary)].filter { !$0.1.isEmpty }
            .map { "/\($0.0)\(PDFText.literal($0.1))" }.joined()
    }

    /// The entries of the page's dictionary of resources.
    private static func resources(
        of content: PDFContent, in objects: inout PDFObjects
    ) throws(ExportError) -> String {
        var entries = ""
        if !content.alphas.isEmpty {
            let states = content.alphas.sorted().map { alpha in
                let value = VectorNumber.text(Double(alpha) / 255)
                return "/a\(alpha)<</ca \(value)/CA \(value)>>"
            }
            entries += "/ExtGState<<\(states.joined())>>"
        }
        if !content.images.isEmpty {
            var names = ""
            for (number, image) in content.images.enumerated() {
                names += "/i\(number) \(try add(image, to: &objects)) 0 R"
            }
            entries += "/XObject<<\(names)>>"
        }
        return entries
    }

    /// Adds an image, its alpha as a mask of its own, and returns its number.
    private static func add(_ image: Image, to objects: inout PDFObjects) throws(ExportError) -> Int {
        let common = "/Type/XObject/Subtype/Image/Width \(image.width)/Height \(image.height)/BitsPerComponent 8"
        var mask = ""
        if image.hasAlpha {
            let number = try objects.addStream(image.alphas, "\(common)/ColorSpace/DeviceGray")
            mask = "/SMask \(number) 0 R"
        }
        return try objects.addStream(image.colors, "\(common)/ColorSpace/DeviceRGB\(mask)")
    }
}
