import Export
import Foundation

/// A film as numbered PNG files in a folder of its own: `NAME/0001.png` and so on, beside a file that tells which film
/// they belong to, so that an interrupted one can be continued.
struct NumberedFrames {
    let film: Film
    let folder: String
    /// What tells this film from any other.
    let fingerprint: String
    let jobs: Int

    private static let ledger = ".ravine-film"

    private var digits: Int { max(4, String(film.frameCount).count) }

    private func path(_ frame: Int) -> String {
        let number = String(frame + 1)
        return "\(folder)/\(String(repeating: "0", count: digits - number.count))\(number).png"
    }

    /// Writes frames and prints each path.
    ///
    /// - Parameters:
    ///   - frames: which, from 0.
    ///   - resumes: whether only those are drawn that are missing.
    func write(_ frames: [Int], resumes: Bool) throws {
        var frames = frames
        if resumes {
            try checkLedger()
            frames = frames.filter { !FileManager.default.fileExists(atPath: path($0)) }
        }
        try OutputFolder.create(for: folder + "/.")
        WholeFile.removeAbandoned(in: folder)
        if !resumes { try begin(clearing: frames.count == film.frameCount) }
        var progress = Progress(folder, of: frames.count, isQuiet: isatty(STDOUT_FILENO) == 1)
        defer { progress.end() }
        var failure: Failure?
        var done = 0
        try RenderPipeline.exporting { () throws(ExportError) in
            try film.stills(frames, jobs: jobs) { frame, bytes throws(ExportError) in
                try WholeFile.write(bytes, to: path(frame))
                done += 1
                progress.done(done)
                if failure == nil { failure = Self.printed(path(frame)) }
            }
        }
        if let failure { throw failure }
    }

    private static func printed(_ path: String) -> Failure? {
        do { try StandardOutput.print(path + "\n") } catch { return error as? Failure }
        return nil
    }

    // MARK: The ledger

    private var content: String { "ravine film 1\n\(fingerprint)\n\(film.frameCount)\n" }

    /// Removes what would be taken for part of this film, and says what film the folder is about to hold.
    private func begin(clearing: Bool) throws {
        let ledger = "\(folder)/\(Self.ledger)"
        let before = try? String(contentsOfFile: ledger, encoding: .utf8)
        // Frames of another film would be taken for those of this one by a later --resume.
        if let before, clearing || before != content {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where name.hasSuffix(".png") && name.dropLast(4).allSatisfy(\.isNumber) {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
            }
        }
        try RenderPipeline.write(Array(content.utf8), to: ledger)
    }

    /// - Throws: `Failure` with status 65 where the folder holds frames of another film, or nobody knows which.
    private func checkLedger() throws {
        let ledger = "\(folder)/\(Self.ledger)"
        guard let text = try? String(contentsOfFile: ledger, encoding: .utf8) else {
            throw Failure(
                status: .data, message: "\(folder) holds no film that was begun", help: "render it without --resume")
        }
        guard text == content else {
            throw Failure(
                status: .data, message: "the frames in \(folder) are of another state of the scene",
                help: "render it anew, without --resume")
        }
    }
}
