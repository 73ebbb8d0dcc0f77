import PNGShim
import Raster

/// What of a frame differs from the one before: a rectangle, compressed by libpng.
struct FramePatch: Sendable {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    /// Whether it is painted over the frame before, or else replaces a part of it.
    let isOver: Bool
    /// A whole PNG file of the rectangle.
    let file: [UInt8]

    /// - Parameters:
    ///   - patch: with four bytes a pixel.
    ///   - isOver: whether transparent pixels let the frame before through.
    init(_ patch: PixmapPatch, isOver: Bool, dpi: Double) throws(ExportError) {
        (x, y, width, height) = (patch.x, patch.y, patch.pixmap.width, patch.pixmap.height)
        self.isOver = isOver
        let encoder = try PNGEncoder(
            width: width, height: height, hasAlpha: true, dpi: dpi, compression: Self.compression)
        try encoder.append(patch.pixmap.bytes)
        file = try encoder.finish()
    }

    /// Level 3, the last that does not look at every byte of a long match: most of a patch is transparent.
    private static let compression = PNGCompression(level: 3, strategy: 0, filters: 8)
}
