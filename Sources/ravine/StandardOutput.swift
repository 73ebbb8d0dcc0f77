import Foundation

/// Standard output, written in large pieces, where an error counts.
struct StandardOutput: TextOutputStream {
    private static let pieceSize = 1 << 16
    private var bytes: [UInt8] = []
    /// The system's code of the first error; nothing is written after it.
    private var errorCode: Int32?

    mutating func write(_ text: String) {
        bytes += text.utf8
        if bytes.count >= Self.pieceSize { flush() }
    }

    /// Writes what is still waiting.
    ///
    /// - Throws: `Failure` with status 74 where anything could not be written: the reader has gone, the disk is full.
    mutating func finish() throws {
        flush()
        guard let errorCode else { return }
        let reason = String(cString: strerror(errorCode))
        throw Failure(status: .output, message: "cannot write to standard output: \(reason)")
    }

    private mutating func flush() {
        if errorCode == nil { errorCode = writeAll(bytes, to: STDOUT_FILENO) }
        bytes.removeAll(keepingCapacity: true)
    }

    /// Prints one text whole.
    static func print(_ text: String) throws {
        var output = StandardOutput()
        output.write(text)
        try output.finish()
    }

    /// Prints one JSON document whole.
    static func print(_ json: JSON) throws {
        var output = StandardOutput()
        json.write(to: &output)
        try output.finish()
    }
}

/// Says something to a person: on standard error, as far as there is one.
func tell(_ text: String) {
    _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
}

/// Writes bytes to a file descriptor; the system's code where that fails.
private func writeAll(_ bytes: [UInt8], to file: Int32) -> Int32? {
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        if count >= 0 {
            written += count
        } else if errno != EINTR {
            return errno
        }
    }
    return nil
}
