import Drawings

/// Drawings as SVG 1.1: one shape a command, text as outlines, no scripts, no fonts, no references to other files.
///
/// - The page has its exact size in points, whatever the resolution; coordinates are points, to 1/100 point.
/// - The caption becomes `<title>` and `<desc>`. Characters that XML cannot hold become U+FFFD.
/// - Colours are sRGB, as SVG's are. A transparent background is left out.
/// - Images are PNG inside the file, coarse ones with repeated samples (`Image.repeated(for:)`).
/// - Clips are named after what they are, so that several files can stand in one HTML page.
/// - What is not finite or too large is treated as `Path.draw(with:isArea:)` says.
public enum SVGFile {
    /// The bytes of an SVG file, the same for the same drawing (images: and the same zlib).
    ///
    /// - Throws: `ExportError.page` where a side is not between 0 and 30 000 points.
    public static func encode(_ drawing: Drawing) throws(ExportError) -> [UInt8] {
        try drawing.checkPage()
        var writer = SVGWriter()
        try writer.write(drawing)
        return writer.bytes
    }
}

private struct SVGWriter {
    private(set) var bytes: [UInt8] = []
    /// Clips written so far.
    private var clips: Set<String> = []

    mutating func write(_ drawing: Drawing) throws(ExportError) {
        let (width, height) = (VectorNumber.text(drawing.size.x), VectorNumber.text(drawing.size.y))
        bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"")
        if drawing.commands.contains(where: \.hasImage) {
            bytes.append(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        }
        bytes.append(" width=\"\(width)pt\" height=\"\(height)pt\" viewBox=\"0 0 \(width) \(height)\" role=\"img\">\n")
        write(drawing.caption.title, as: "title")
        write(drawing.caption.summary, as: "desc")
        try write([.fill(Path(Box(from: .zero, to: drawing.size)), drawing.background)] + drawing.commands)
        bytes.append("</svg>\n")
    }

    private mutating func write(_ commands: [Drawing.Command]) throws(ExportError) {
        for command in commands {
            switch command {
            case .fill(let path, let color, let rule): fill(path, VectorPaint(color), rule)
            case .stroke(let path, let stroke, let color): self.stroke(path, stroke, VectorPaint(color))
            case .image(let image, let box): try place(image, in: box)
            case .clipped(let path, let rule, let inner): try clip(inner, to: path, rule)
            }
        }
    }

    private mutating func fill(_ path: Path, _ paint: VectorPaint, _ rule: FillRule) {
        let data = Self.data(path, isArea: true)
        guard !data.isEmpty, paint.alpha > 0 else { return }
        var attributes = ""
        if paint.hex != "#000" { attributes += Self.attribute("fill", paint.hex) }
        attributes += paint.opacity("fill")
        if rule == .evenOdd { attributes += Self.attribute("fill-rule", "evenodd") }
        shape(attributes, data)
    }

    private mutating func stroke(_ path: Path, _ stroke: Stroke, _ paint: VectorPaint) {
        let data = Self.data(path, isArea: false)
        guard let stroke = VectorStroke(stroke), !data.isEmpty, paint.alpha > 0 else { return }
        shape(
            Self.attribute("fill", "none") + Self.attribute("stroke", paint.hex) + paint.opacity("stroke")
                + stroke.attributes, data)
    }

    private mutating func shape(_ attributes: String, _ data: [UInt8]) {
        bytes.append("<path\(attributes) d=\"")
        bytes += data
        bytes.append("\"/>\n")
    }

    private mutating func clip(_ commands: [Drawing.Command], to path: Path, _ rule: FillRule) throws(ExportError) {
        let data = Self.data(path, isArea: true)
        guard !data.isEmpty, !commands.isEmpty else { return }
        let name = "clip-" + Self.digest(data, seed: rule == .evenOdd ? 1 : 0)
        if clips.insert(name).inserted {
            bytes.append("<clipPath id=\"\(name)\">")
            shape(rule == .evenOdd ? Self.attribute("clip-rule", "evenodd") : "", data)
            bytes.append("</clipPath>\n")
        }
        bytes.append("<g clip-path=\"url(#\(name))\">\n")
        try write(commands)
        bytes.append("</g>\n")
    }

    private mutating func place(_ image: Image, in box: Box) throws(ExportError) {
        guard box.isPlaceable else { return }
        let sides = zip(["x", "y", "width", "height"], [box.min.x, box.min.y, box.width, box.height])
        bytes.append("<image" + sides.map { Self.attribute($0, VectorNumber.text($1)) }.joined())
        bytes.append(" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" xlink:href=\"data:image/png;base64,")
        bytes.append(base64: try PNGFile.encode(image.repeated(for: box)))
        bytes.append("\"/>\n")
    }

    private mutating func write(_ text: String, as element: String) {
        guard !text.isEmpty else { return }
        bytes.append("<\(element)>\(Self.escaped(text))</\(element)>\n")
    }
}

extension SVGWriter {
    private static func data(_ path: Path, isArea: Bool) -> [UInt8] {
        var pen = SVGPathData()
        path.draw(with: &pen, isArea: isArea)
        return pen.bytes
    }

    fileprivate static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(value)\"" }

    /// FNV-1a in hexadecimal digits.
    private static func digest(_ bytes: [UInt8], seed: UInt64) -> String {
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 ^ seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 16)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\t", "\n", "\r": result += " "
            case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension VectorPaint {
    fileprivate var hex: String {
        let digits = components.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }
        let isShort = components.allSatisfy { $0 / 16 == $0 % 16 }
        return "#" + digits.map { isShort ? String($0.prefix(1)) : $0 }.joined()
    }

    fileprivate func opacity(_ use: String) -> String {
        alpha == 255 ? "" : SVGWriter.attribute("\(use)-opacity", VectorNumber.text(Double(alpha) / 255))
    }
}

extension VectorStroke {
    /// Those that differ from what SVG takes for granted.
    fileprivate var attributes: String {
        var text = width == 1 ? "" : SVGWriter.attribute("stroke-width", VectorNumber.text(width))
        if cap != .butt { text += SVGWriter.attribute("stroke-linecap", cap == .round ? "round" : "square") }
        switch join {
        case .miter(let limit):
            if limit != 4 { text += SVGWriter.attribute("stroke-miterlimit", VectorNumber.text(limit)) }
        case .round: text += SVGWriter.attribute("stroke-linejoin", "round")
        case .bevel: text += SVGWriter.attribute("stroke-linejoin", "bevel")
        }
        guard !dash.isEmpty else { return text }
        text += SVGWriter.attribute("stroke-dasharray", dash.map(VectorNumber.text).joined(separator: " "))
        return text + (dashPhase == 0 ? "" : SVGWriter.attribute("stroke-dashoffset", VectorNumber.text(dashPhase)))
    }
}

extension Drawing.Command {
    fileprivate var hasImage: Bool {
        switch self {
        case .image: true
        case .fill, .stroke: false
        case .clipped(_, _, let inner): inner.contains(where: \.hasImage)
        }
    }
}
