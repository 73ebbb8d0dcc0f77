import Drawings
import Raster
import Workers

/// Drawings as PNG: 8-bit RGB, or RGBA where the background is not opaque, with sRGB and pHYs chunks and neither time
/// nor text, so that the same drawing gives the same bytes.
public enum PNGFile {
    /// The bytes of a PNG file.
    ///
    /// - Parameters:
    ///   - width: in pixels.
    ///   - height: in pixels.
    ///   - scale: pixels a point.
    ///   - dpi: pixels an inch as the file states it; not stated where not positive or not finite.
    ///   - jobs: how many threads work, the calling one among them. The bytes do not depend on it.
    public static func encode(
        _ drawing: Drawing, width: Int, height: Int, scale: Double, dpi: Double, jobs: Int = 1
    ) throws(ExportError) -> [UInt8] {
        let rasterizer: Rasterizer
        do {
            rasterizer = try Rasterizer(drawing, width: width, height: height, scale: scale, jobs: jobs)
        } catch { throw .raster(error) }
        return try encode(rasterizer, dpi: dpi, jobs: jobs)
    }

    /// The bytes of a PNG file; stripes are painted while those above them are compressed.
    public static func encode(_ rasterizer: Rasterizer, dpi: Double, jobs: Int = 1) throws(ExportError) -> [UInt8] {
        let encoder = try PNGEncoder(
            width: rasterizer.width, height: rasterizer.height, hasAlpha: rasterizer.hasAlpha, dpi: dpi)
        let line = OrderedLine(rasterizer.stripeCount, workers: jobs - 1, lead: stripesAhead) {
            let worker = Rasterizer.Worker(rasterizer)
            return { worker.paint($0) }
        }
        try line.take { _, rows throws(ExportError) in try encoder.append(rows) }
        return try encoder.finish()
    }

    /// How many stripes may be painted before one is compressed: painting far ahead only costs memory.
    private static let stripesAhead = 12

    /// The bytes of a PNG file with an image's samples, as small as libpng makes it; RGB where nothing is transparent.
    static func encode(_ image: Image) throws(ExportError) -> [UInt8] {
        let encoder = try PNGEncoder(
            width: image.width, height: image.height, hasAlpha: image.hasAlpha, dpi: 0,
            compression: PNGEncoder.smallest)
        try encoder.append(image.hasAlpha ? image.samples : image.colors)
        return try encoder.finish()
    }
}

extension Image {
    /// Whether any sample is not opaque.
    var hasAlpha: Bool { alphas.contains { $0 < 255 } }

    /// The samples' alpha alone.
    var alphas: [UInt8] { stride(from: 3, to: samples.count, by: 4).map { samples[$0] } }

    /// Red, green and blue alone.
    var colors: [UInt8] {
        var colors: [UInt8] = []
        colors.reserveCapacity(3 * width * height)
        for first in stride(from: 0, to: samples.count, by: 4) { colors += samples[first..<first + 3] }
        return colors
    }
}
