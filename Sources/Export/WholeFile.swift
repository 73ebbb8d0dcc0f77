import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that are there complete or not at all.
public enum WholeFile {
    /// Writes beside the target under another name and renames, so that no reader ever sees half a file. On failure
    /// nothing is left behind and a file that was there stays as it was.
    ///
    /// - Parameter path: a symbolic link is followed; a pipe or device is written to directly; `-` is standard output.
    public static func write(_ bytes: [UInt8], to path: String) throws(ExportError) {
        try write(to: path) { file throws(ExportError) in try file.write(bytes) }
    }

    /// The same for what is made piece by piece.
    ///
    /// - Parameter body: writes all pieces; where it throws, the file does not appear.
    public static func write(to path: String, _ body: (OpenFile) throws(ExportError) -> Void) throws(ExportError) {
        if path == "-" { return try body(OpenFile(descriptor: STDOUT_FILENO, path: "standard output")) }
        let target = try destination(of: path)
        switch try kind(of: target, path: path) {
        case .special: try writeDirectly(to: target, path: path, body)
        case .replaceable: try writeAside(to: target, path: path, body)
        }
    }

    /// The same for what another program writes.
    ///
    /// - Parameter body: makes the file of the name it is given, which then takes the place of the target.
    static func replace(_ path: String, _ body: (String) throws(ExportError) -> Void) throws(ExportError) {
        let isStream = path == "-"
        let target = isStream ? "-" : try destination(of: path)
        let kind = isStream ? Kind.special : try kind(of: target, path: path)
        let isAside = kind == .replaceable
        let (file, temporary) = try createTemporary(in: isAside ? folder(of: target) : temporaryFolder, path: path)
        close(file)
        try Interruption.guarding(temporary) { () throws(ExportError) in
            try body(temporary)
            if isAside {
                guard rename(temporary, target) == 0 else { throw .writing(path: path, reason: reason(errno)) }
            } else {
                try write(to: path) { output throws(ExportError) in try copy(temporary, to: output) }
                unlink(temporary)
            }
        }
    }

    private static var temporaryFolder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }

    private static func copy(_ source: String, to output: OpenFile) throws(ExportError) {
        let file = open(source, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .writing(path: output.path, reason: reason(errno)) }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count == 0 { return }
            guard count > 0 || errno == EINTR else { throw .writing(path: output.path, reason: reason(errno)) }
            if count > 0 { try output.write(Array(buffer[..<count])) }
        }
    }

    /// A file that is being written.
    public struct OpenFile {
        let descriptor: Int32
        let path: String

        /// Adds bytes. What may be a pipe and is not read any more is an error, not the end of the process.
        public func write(_ bytes: [UInt8]) throws(ExportError) {
            let handler = signal(SIGPIPE, SIG_IGN)
            defer { signal(SIGPIPE, handler) }
            try WholeFile.writeAll(bytes, descriptor, path: path)
        }
    }

    private enum Kind { case replaceable, special }

    /// Follows symbolic links, also to where nothing is yet.
    private static func destination(of path: String) throws(ExportError) -> String {
        var path = path
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        for _ in 0..<40 {
            // A pipe under /dev/fd is a link to what has no name.
            if isSpecial(path) { return path }
            let count = readlink(path, &buffer, buffer.count)
            guard count >= 0 else { return path }
            let link = String(decoding: buffer[..<count].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
            path = link.hasPrefix("/") ? link : folder(of: path) + "/" + link
        }
        throw .cannotCreate(path: path, reason: reason(ELOOP))
    }

    private static func isSpecial(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func kind(of target: String, path: String) throws(ExportError) -> Kind {
        var status = stat()
        guard stat(target, &status) == 0 else {
            guard errno == ENOENT, !target.isEmpty, !target.hasSuffix("/") else {
                throw .cannotCreate(path: path, reason: reason(target.hasSuffix("/") ? EISDIR : errno))
            }
            return .replaceable
        }
        if status.st_mode & S_IFMT == S_IFDIR { throw .cannotCreate(path: path, reason: reason(EISDIR)) }
        guard access(target, W_OK) == 0 else { throw .cannotCreate(path: path, reason: reason(errno)) }
        return status.st_mode & S_IFMT == S_IFREG ? .replaceable : .special
    }

    private static func writeAside(
        to target: String, path: String, _ body: (OpenFile) throws(ExportError) -> Void
    ) throws(ExportError) {
        let (file, temporary) = try createTemporary(in: folder(of: target), path: path)
        try Interruption.guarding(temporary) { () throws(ExportError) in
            try closing(file, path: path, body)
            guard rename(temporary, target) == 0 else { throw .writing(path: path, reason: reason(errno)) }
        }
    }

    private static func writeDirectly(
        to target: String, path: String, _ body: (OpenFile) throws(ExportError) -> Void
    ) throws(ExportError) {
        let file = open(target, O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotCreate(path: path, reason: reason(errno)) }
        defer { close(file) }
        try body(OpenFile(descriptor: file, path: path))
    }

    private static let counter = Atomic(0)
    static let suffix = ".tmp"

    /// How temporary files of this machine begin: folders may be shared with others, whose processes are unknown here.
    static let ownPrefix: String = {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return ".ravine-" }
        let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)).filter { $0 != UInt8(ascii: "/") }
        return ".ravine-\(String(decoding: bytes, as: UTF8.self))-"
    }()

    /// A new file whose name nobody else in the folder has; its permissions are what the umask leaves of 0666.
    private static func createTemporary(in folder: String, path: String) throws(ExportError) -> (Int32, String) {
        while true {
            let number = counter.add(1, ordering: .relaxed).oldValue
            let temporary = "\(folder)/\(ownPrefix)\(getpid())-\(number)\(suffix)"
            let file = Interruption.creating(temporary) {
                open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            }
            if file >= 0 { return (file, temporary) }
            guard errno == EEXIST || errno == EINTR else { throw .cannotCreate(path: path, reason: reason(errno)) }
        }
    }

    private static func closing(
        _ file: Int32, path: String, _ body: (OpenFile) throws(ExportError) -> Void
    ) throws(ExportError) {
        do throws(ExportError) {
            try body(OpenFile(descriptor: file, path: path))
        } catch {
            close(file)
            throw error
        }
        guard close(file) == 0 || errno == EINTR else { throw .writing(path: path, reason: reason(errno)) }
    }

    fileprivate static func writeAll(_ bytes: [UInt8], _ file: Int32, path: String) throws(ExportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { writeSome($0, file) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if count == 0 || errno != EINTR {
                throw .writing(path: path, reason: reason(count == 0 ? EIO : errno))
            }
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// The system's `write`, out of reach of the method of that name.
private func writeSome(_ bytes: UnsafeRawBufferPointer, _ file: Int32) -> Int {
    write(file, bytes.baseAddress, bytes.count)
}
