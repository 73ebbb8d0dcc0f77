import Foundation

/// Why a file cannot be read.
public struct InputError: Error, Hashable, Sendable {
    public let path: String
    /// A clause without a full stop: `no such file`.
    public let reason: String
}

/// Whole files from disk, and what their paths say.
public enum InputFile {
    /// The bytes of a file.
    ///
    /// - Parameters:
    ///   - largest: Not much more than so many bytes are read: enough to see that the file is too large. By
    ///     default the size of the largest scene.
    ///   - isData: whether pipes and devices are refused, which could keep a reader waiting.
    public static func read(
        _ path: String, atMost largest: Int = TextChecks.largest, isData: Bool = false
    ) throws(InputError) -> [UInt8] {
        guard !path.isEmpty else { throw InputError(path: path, reason: "no such file") }
        if isData, try !isRegular(path) { throw InputError(path: path, reason: "it is not a file") }
        guard let stream = fopen(path, "rb") else { throw InputError(path: path, reason: reason(for: errno)) }
        defer { fclose(stream) }
        return try read(stream, path, atMost: largest)
    }

    /// The bytes of standard input, to its end.
    public static func readStandardInput() throws(InputError) -> [UInt8] {
        guard let stream = fdopen(dup(STDIN_FILENO), "rb") else {
            throw InputError(path: "<stdin>", reason: reason(for: errno))
        }
        defer { fclose(stream) }
        return try read(stream, "<stdin>", atMost: TextChecks.largest)
    }

    private static func read(
        _ stream: UnsafeMutablePointer<FILE>, _ path: String, atMost largest: Int
    ) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= largest {
            let count = fread(&buffer, 1, buffer.count, stream)
            bytes += buffer[..<count]
            guard count < buffer.count else { continue }
            guard ferror(stream) == 0 else { throw InputError(path: path, reason: reason(for: errno)) }
            break
        }
        return bytes
    }

    private static func isRegular(_ path: String) throws(InputError) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0 else { throw InputError(path: path, reason: reason(for: errno)) }
        let kind = status.st_mode & S_IFMT
        if kind == S_IFDIR { throw InputError(path: path, reason: reason(for: EISDIR)) }
        return kind == S_IFREG
    }

    private static func reason(for code: Int32) -> String {
        switch code {
        case ENOENT, ENOTDIR: "no such file"
        case EACCES, EPERM: "reading it is not permitted"
        case EISDIR: "it is a folder"
        default: String(cString: strerror(code))
        }
    }

    /// The path's last part.
    public static func lastPart(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The file's name without its folder and its suffix; names that begin with a dot keep it.
    public static func stem(of path: String) -> String {
        let name = lastPart(of: path)
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }

    /// The folder a path leads into; empty for the working folder.
    public static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ""
    }

    /// A path as seen from a folder.
    static func path(_ path: String, in folder: String) -> String {
        guard !path.hasPrefix("/"), !folder.isEmpty else { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }
}
