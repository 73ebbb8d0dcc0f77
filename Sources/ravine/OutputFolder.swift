import Foundation

/// The folder an output goes to.
enum OutputFolder {
    /// Makes the folder of a file, and those above it, where they are missing.
    ///
    /// - Throws: `Failure` with status 73.
    static func create(for path: String) throws {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        let folder = String(path[..<slash])
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Failure(status: .cannotCreate, message: "cannot create the folder \(folder): \(reason(at: folder))")
        }
    }

    /// What stands in the way, found by asking the system for the same thing once more.
    private static func reason(at folder: String) -> String {
        mkdir(folder, 0o777) == 0 ? "it was in use" : String(cString: strerror(errno))
    }
}
