import CZLib

/// A piece of a PNG file: four letters and some bytes.
struct PNGChunk {
    let type: String
    let data: ArraySlice<UInt8>

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The chunks of a file that libpng has written, in their order.
    static func all(in file: [UInt8]) -> [PNGChunk] {
        var chunks: [PNGChunk] = []
        var position = signature.count
        while position + 12 <= file.count {
            let length = file[position..<position + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = position + 8 + length
            guard end + 4 <= file.count else { break }
            let type = String(decoding: file[position + 4..<position + 8], as: UTF8.self)
            chunks.append(PNGChunk(type: type, data: file[position + 8..<end]))
            position = end + 4
        }
        return chunks
    }

    /// The chunk as it stands in a file: length, type, data and their checksum.
    ///
    /// - Parameter prefix: bytes before the data that belong to it.
    static func bytes(_ type: String, _ prefix: [UInt8] = [], _ data: ArraySlice<UInt8> = []) -> [UInt8] {
        var bytes = number32(UInt32(truncatingIfNeeded: prefix.count + data.count))
        bytes.reserveCapacity(prefix.count + data.count + 12)
        bytes += Array(type.utf8)
        bytes += prefix
        bytes += data
        let checksum = bytes[4...].withUnsafeBufferPointer { part in
            crc32(0, part.baseAddress, UInt32(truncatingIfNeeded: part.count))
        }
        return bytes + number32(UInt32(truncatingIfNeeded: checksum))
    }

    static func number32(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func number16(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 255)] }
}
