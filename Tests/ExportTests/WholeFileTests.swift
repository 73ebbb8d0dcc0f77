import Testing

@testable import Export

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that is gone with its contents after the test.
private final class Folder {
    let path: String

    init() throws {
        let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(temporary)/wholefile-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    deinit {
        for name in names { unlink(path + "/" + name) }
        rmdir(path)
    }

    var names: [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var found: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { found.append(name) }
        }
        return found.sorted()
    }

    func contents(_ name: String) -> [UInt8] {
        let file = open(path + "/" + name, O_RDONLY)
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        return Array(buffer[..<max(read(file, &buffer, buffer.count), 0)])
    }
}

@Suite struct WholeFileTests {
    @Test func writesAndReplaces() throws {
        let folder = try Folder()
        let long = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try WholeFile.write(long, to: folder.path + "/a.png")
        #expect(folder.contents("a.png") == long)
        try WholeFile.write([1, 2], to: folder.path + "/a.png")
        #expect(folder.contents("a.png") == [1, 2])
        try WholeFile.write([], to: folder.path + "/b.png")
        #expect(folder.names == ["a.png", "b.png"])
        var status = stat()
        #expect(stat(folder.path + "/a.png", &status) == 0)
        let mask = umask(0)
        umask(mask)
        #expect(status.st_mode & 0o777 == 0o666 & ~mask)
    }

    @Test(arguments: ["/missing/a.png", "", "/", "/new/", "/a.png/b.png"])
    func placesWhereNoFileCanBeAreErrors(name: String) throws {
        let folder = try Folder()
        try WholeFile.write([1], to: folder.path + "/a.png")
        let path = folder.path + name
        let error = #expect(throws: ExportError.self) { try WholeFile.write([1], to: path) }
        guard case .cannotCreate = error else { throw error ?? ExportError.encoding("no error") }
        #expect(folder.names == ["a.png"])
    }

    @Test func linksAreFollowed() throws {
        let folder = try Folder()
        #expect(symlink("real.png", folder.path + "/link.png") == 0)
        try WholeFile.write([1], to: folder.path + "/link.png")
        #expect(folder.contents("real.png") == [1])
        try WholeFile.write([2], to: folder.path + "/link.png")
        #expect(folder.contents("real.png") == [2])
        #expect(folder.names == ["link.png", "real.png"])
        #expect(symlink("loop", folder.path + "/loop") == 0)
        #expect(throws: ExportError.self) { try WholeFile.write([1], to: folder.path + "/loop") }
    }

    @Test func aFullDiskIsAnErrorOfWriting() throws {
        guard access("/dev/full", W_OK) == 0 else { return }
        let error = #expect(throws: ExportError.self) { try WholeFile.write([1], to: "/dev/full") }
        guard case .writing = error else { throw error ?? ExportError.encoding("no error") }
    }

    @Test func aPipeNobodyReadsIsAnError() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let path = "/dev/fd/\(ends[1])"
        #expect(throws: ExportError.self) { try WholeFile.write([1], to: path) }
    }

    @Test func aPipeGetsTheBytes() throws {
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        defer { close(ends[0]) }
        try WholeFile.write([1, 2, 3], to: "/dev/fd/\(ends[1])")
        close(ends[1])
        var buffer = [UInt8](repeating: 0, count: 8)
        #expect(read(ends[0], &buffer, 8) == 3)
        #expect(buffer[..<3] == [1, 2, 3])
    }
}
