import PNGShim

/// Writes a PNG to memory, rows one after another.
final class PNGEncoder {
    /// Level 1, zlib's default strategy, no filter: of levels 1–3 with every strategy and filter on pictures of flat
    /// areas and thin lines, within 15 % of the fastest (run lengths of `sub`) and a sixth smaller than that.
    static let compression = PNGCompression(level: 1, strategy: 0, filters: 8)
    /// Level 9, libpng's choice of filter row by row.
    static let smallest = PNGCompression(level: 9, strategy: 0, filters: 8 | 16 | 32 | 64 | 128)

    private let stream: OpaquePointer
    private let bytesPerRow: Int

    init(
        width: Int, height: Int, hasAlpha: Bool, dpi: Double, compression: PNGCompression = PNGEncoder.compression
    ) throws(ExportError) {
        guard let width = UInt32(exactly: width), let height = UInt32(exactly: height),
            let stream = png_stream_create()
        else { throw .encoding("out of memory") }
        self.stream = stream
        bytesPerRow = Int(width) * (hasAlpha ? 4 : 3)
        let resolution = UInt32(exactly: (dpi / 0.0254).rounded()) ?? 0
        let header = PNGHeader(width: width, height: height, has_alpha: hasAlpha, pixels_per_meter: resolution)
        try check(png_stream_begin(stream, header, compression))
    }

    deinit { png_stream_destroy(stream) }

    /// Adds whole rows without padding.
    func append(_ rows: [UInt8]) throws(ExportError) {
        guard rows.count % bytesPerRow == 0, let count = UInt32(exactly: rows.count / bytesPerRow) else {
            throw .encoding("rows of another width")
        }
        try check(rows.withUnsafeBufferPointer { png_stream_write_rows(stream, $0.baseAddress, count) })
    }

    func finish() throws(ExportError) -> [UInt8] {
        try check(png_stream_end(stream))
        var count = 0
        let bytes = png_stream_bytes(stream, &count)
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    private func check(_ succeeded: Bool) throws(ExportError) {
        guard succeeded else { throw .encoding(String(cString: png_stream_message(stream))) }
    }
}
