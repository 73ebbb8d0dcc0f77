import PNGShim
import Raster

/// What of a frame differs from the one before: a rectangle, compressed by libpng.
struct FramePatch: Sendable {
    let x: Int
    let y: Int
    let width: Int
    let height: Int
    /// A whole PNG file of the rectangle.
    let file: [UInt8]

    /// - Parameter previous: the frame before; nil for the first, which is taken whole.
    init(of frame: Pixmap, after previous: Pixmap?, dpi: Double) throws(ExportError) {
        let whole = (columns: 0..<frame.width, rows: 0..<frame.height)
        let part = previous.map { Self.difference(frame, $0) } ?? whole
        (x, y, width, height) = (part.columns.lowerBound, part.rows.lowerBound, part.columns.count, part.rows.count)
        let encoder = try PNGEncoder(
            width: width, height: height, hasAlpha: frame.hasAlpha, dpi: dpi, compression: Self.compression)
        let size = frame.hasAlpha ? 4 : 3
        for row in part.rows {
            let start = (row * frame.width + part.columns.lowerBound) * size
            try encoder.append(Array(frame.bytes[start..<start + part.columns.count * size]))
        }
        file = try encoder.finish()
    }

    /// Level 6: what changes is small, and a film is watched more often than it is made.
    private static let compression = PNGCompression(level: 6, strategy: 0, filters: 8)

    /// The smallest rectangle outside which two frames are alike; a single pixel where they are alike throughout, since
    /// a frame must have one.
    private static func difference(_ a: Pixmap, _ b: Pixmap) -> (columns: Range<Int>, rows: Range<Int>) {
        let size = a.hasAlpha ? 4 : 3
        let bytesPerRow = a.width * size
        var (left, right) = (bytesPerRow, 0)
        var (top, bottom) = (a.height, 0)
        a.bytes.withUnsafeBufferPointer { a in
            b.bytes.withUnsafeBufferPointer { b in
                for row in 0..<(a.count / bytesPerRow) {
                    let (low, high) = (row * bytesPerRow, (row + 1) * bytesPerRow)
                    guard let first = (low..<high).first(where: { a[$0] != b[$0] }) else { continue }
                    let last = (first..<high).last { a[$0] != b[$0] } ?? first
                    left = min(left, first - low)
                    right = max(right, last - low + 1)
                    (top, bottom) = (min(top, row), row + 1)
                }
            }
        }
        guard bottom > 0 else { return (0..<1, 0..<1) }
        return (left / size..<(right + size - 1) / size, top..<bottom)
    }
}
