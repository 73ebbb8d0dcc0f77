#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The font files in folders and the folders in them.
struct FontFolders {
    /// In the order of the folders, by name within each.
    private(set) var files: [String] = []
    private var seen: Set<FolderID> = []

    private struct FolderID: Hashable {
        let device: UInt64
        let number: UInt64
    }

    private static let deepest = 12

    init(_ folders: [String]) {
        for folder in folders { look(into: folder, depth: 0) }
    }

    private mutating func look(into folder: String, depth: Int) {
        var status = stat()
        guard depth <= Self.deepest, stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
        // A link may lead back to where it was met.
        let folderID = FolderID(device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(status.st_ino))
        guard seen.insert(folderID).inserted else { return }
        for name in Self.names(in: folder) {
            let path = "\(folder)/\(name)"
            if Self.isFontName(name) { files.append(path) } else { look(into: path, depth: depth + 1) }
        }
    }

    static func isFontName(_ name: String) -> Bool {
        let suffix = name.suffix(4).lowercased()
        return [".otf", ".ttf", ".ttc"].contains(suffix)
    }

    /// Sorted, without those that begin with a dot.
    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if name.first != "." { names.append(name) }
        }
        return names.sorted()
    }

    /// Where systems and TeX distributions keep fonts.
    static var standard: [String] {
        let home = getenv("HOME").map { String(cString: $0) }
        let own = ["/.fonts", "/.local/share/fonts", "/Library/Fonts"].compactMap { part in home.map { $0 + part } }
        return own + [
            "/usr/local/share/fonts", "/usr/share/fonts", "/usr/share/texmf/fonts/opentype",
            "/usr/share/texmf-dist/fonts/opentype", "/usr/share/texlive/texmf-dist/fonts/opentype",
            "/Library/Fonts", "/System/Library/Fonts", "/opt/homebrew/share/fonts",
        ]
    }
}
