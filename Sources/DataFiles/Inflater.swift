import CZLib

/// Bytes that come piece by piece.
protocol ByteStream {
    /// Overwrites the buffer from its beginning and returns how many bytes came: fewer than fit only at the end.
    mutating func read(into buffer: inout [UInt8]) throws(DataFileError) -> Int
}

/// A stretch of a file, as it is.
struct StoredBytes: ByteStream {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    mutating func read(into buffer: inout [UInt8]) -> Int {
        let piece = rest.prefix(buffer.count)
        buffer.replaceSubrange(0..<piece.count, with: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}

/// A stretch of a file, inflated (RFC 1951) by zlib.
final class Inflater: ByteStream {
    /// zlib keeps a pointer back to its stream, which therefore must not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var rest: ArraySlice<UInt8>
    private var isAtEnd = false

    init(_ bytes: ArraySlice<UInt8>) throws(DataFileError) {
        rest = bytes
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // Negative window bits: raw data without zlib's own header.
        guard inflateInit2_(stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw DataFileError("there is no memory to inflate the data")
        }
    }

    deinit {
        inflateEnd(stream)
        stream.deinitialize(count: 1)
        stream.deallocate()
    }

    /// Whether the compressed data ended where the stretch does.
    var usedAll: Bool { isAtEnd && rest.isEmpty }

    func read(into buffer: inout [UInt8]) throws(DataFileError) -> Int {
        var filled = 0
        while filled < buffer.count, !isAtEnd {
            let step = inflate(into: &buffer, from: filled)
            filled += step.produced
            switch step.status {
            case Z_STREAM_END: isAtEnd = true
            case Z_OK: break
            case Z_BUF_ERROR where rest.isEmpty: throw DataFileError("the compressed data ends too early")
            case Z_MEM_ERROR: throw DataFileError("there is no memory to inflate the data")
            default: throw DataFileError("the compressed data is damaged", help: "save or copy the file again")
            }
        }
        return filled
    }

    private func inflate(into buffer: inout [UInt8], from start: Int) -> (status: Int32, produced: Int) {
        let available = min(rest.count, Limits.step)
        let room = min(buffer.count - start, Limits.step)
        let status = rest.withUnsafeBufferPointer { input in
            buffer.withUnsafeMutableBufferPointer { output in
                // zlib only reads what `next_in` leads to; its type does not say so.
                stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
                stream.pointee.avail_in = UInt32(available)
                stream.pointee.next_out = output.baseAddress.map { $0 + start }
                stream.pointee.avail_out = UInt32(room)
                return CZLib.inflate(stream, Z_NO_FLUSH)
            }
        }
        rest = rest.dropFirst(available - Int(stream.pointee.avail_in))
        return (status, room - Int(stream.pointee.avail_out))
    }
}
