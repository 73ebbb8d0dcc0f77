import CZLib
import Testing

/// A .npy file with this header, right or wrong.
func npy(_ header: String, version: [UInt8] = [1, 0], data: [UInt8] = []) -> [UInt8] {
    let text = Array(header.utf8)
    let length = littleEndian(text.count, version.first == 1 ? 2 : 4)
    return Array([[0x93], Array("NUMPY".utf8), version, length, text, data].joined())
}

/// A .npy header for plain doubles.
func arrayHeader(_ shape: String, _ descriptor: String = "<f8") -> String {
    "{'descr': '\(descriptor)', 'fortran_order': False, 'shape': \(shape), }\n"
}

func littleEndian(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// Raw deflate data.
func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 100)
    let status = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            stream.next_out = output.baseAddress
            stream.avail_out = UInt32(output.count)
            return deflate(&stream, Z_FINISH)
        }
    }
    #expect(status == Z_STREAM_END)
    return Array(output.prefix(output.count - Int(stream.avail_out)))
}

/// A member of an archive, with whatever lies to be told about it.
struct Member {
    var name: String
    var localName: String?
    var data: [UInt8]
    var method = 0
    var localMethod: Int?
    var flags = 0
    var checksum: Int
    var size: Int
    var compressedSize: Int?
    var localSize: Int?
    var extra: [UInt8] = []
    var headerOffset: Int?
    var disk = 0

    init(_ name: String, _ content: [UInt8], deflate: Bool = false) {
        self.name = name
        data = deflate ? deflated(content) : content
        method = deflate ? 8 : 0
        checksum = Int(crc32_z(0, content, content.count))
        size = content.count
    }

    func with(_ change: (inout Member) -> Void) -> Member {
        var copy = self
        change(&copy)
        return copy
    }

    fileprivate var local: [UInt8] {
        let name = Array((localName ?? name).utf8)
        let fields: [[UInt8]] = [
            signature(3, 4), littleEndian(20, 2), littleEndian(flags, 2), littleEndian(localMethod ?? method, 2),
            littleEndian(0, 4), littleEndian(checksum, 4), littleEndian(compressedSize ?? data.count, 4),
            littleEndian(localSize ?? size, 4), littleEndian(name.count, 2), littleEndian(0, 2), name,
        ]
        return Array(fields.joined())
    }

    fileprivate func entry(at offset: Int) -> [UInt8] {
        let name = Array(name.utf8)
        let fields: [[UInt8]] = [
            signature(1, 2), littleEndian(20, 2), littleEndian(20, 2), littleEndian(flags, 2), littleEndian(method, 2),
            littleEndian(0, 4), littleEndian(checksum, 4), littleEndian(compressedSize ?? data.count, 4),
            littleEndian(size, 4), littleEndian(name.count, 2), littleEndian(extra.count, 2), littleEndian(0, 2),
            littleEndian(disk, 2), littleEndian(0, 6), littleEndian(headerOffset ?? offset, 4), name, extra,
        ]
        return Array(fields.joined())
    }
}

func signature(_ third: UInt8, _ fourth: UInt8) -> [UInt8] { [0x50, 0x4B, third, fourth] }

/// An archive, with whatever lies to be told at its end.
func zip(
    _ members: [Member], disk: Int = 0, count: Int? = nil, directorySize: Int? = nil, directoryOffset: Int? = nil,
    comment: String = "", beforeEnd: (Int, Int) -> [UInt8] = { _, _ in [] }
) -> [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
        directory += member.entry(at: body.count)
        body += member.local + member.data
    }
    let number = littleEndian(count ?? members.count, 2)
    let end: [[UInt8]] = [
        signature(5, 6), littleEndian(disk, 2), littleEndian(0, 2), number, number,
        littleEndian(directorySize ?? directory.count, 4), littleEndian(directoryOffset ?? body.count, 4),
        littleEndian(comment.utf8.count, 2), Array(comment.utf8),
    ]
    return body + directory + beforeEnd(body.count, directory.count) + Array(end.joined())
}
