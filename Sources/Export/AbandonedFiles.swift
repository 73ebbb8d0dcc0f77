import Foundation

extension WholeFile {
    /// Removes files from a folder that processes of this machine were writing when they were killed.
    public static func removeAbandoned(in folder: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard name.hasPrefix(ownPrefix), name.hasSuffix(suffix),
                let process = pid_t(name.dropFirst(ownPrefix.count).prefix { $0 != "-" }), process > 0,
                kill(process, 0) != 0, errno == ESRCH
            else { continue }
            unlink("\(folder)/\(name)")
        }
    }
}
