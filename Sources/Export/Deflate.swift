import CZLib

/// Data compressed in zlib's format (RFC 1950), at its smallest.
///
/// - Throws: `ExportError.encoding` where there is no memory.
func deflated(_ bytes: [UInt8]) throws(ExportError) -> [UInt8] {
    var size = compressBound(uLong(bytes.count))
    var status = Z_OK
    let compressed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
        status = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
        count = status == Z_OK ? Int(size) : 0
    }
    guard status == Z_OK else { throw .encoding("out of memory") }
    return compressed
}
