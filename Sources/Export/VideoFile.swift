import Drawings
import Foundation
import Raster

/// Films in formats that the program ffmpeg encodes: frames are handed to it as raw pixels through a pipe.
public enum VideoFormat: String, CaseIterable, Sendable {
    /// H.264, 4:2:0, playable from its beginning on; for slides and the web.
    case mp4
    /// VP9, 4:2:0.
    case webm
    /// 256 colours, chosen for the film.
    case gif

    /// What it is for, in a few words.
    public var summary: String {
        switch self {
        case .mp4: "a film as H.264 for slides and the web; needs ffmpeg"
        case .webm: "a film as VP9 for the web; needs ffmpeg"
        case .gif: "a film in 256 colours; needs ffmpeg"
        }
    }

    /// Whether it keeps colour for every four pixels, and takes samples like that (`YCbCrPicture`) instead of pixels.
    fileprivate var takesSamples: Bool { self != .gif }

    /// What ffmpeg is told about the output.
    ///
    /// The number of threads decides how an encoder cuts its work, and so its bytes: it is the same on every machine.
    ///
    /// - Parameter loops: how often the film is shown; 0 for endlessly. Only GIF can say.
    fileprivate func arguments(loops: Int) -> [String] {
        let color = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
        switch self {
        case .mp4:
            return ["-c:v", "libx264", "-preset", "medium", "-crf", "18", "-threads", "8"] + color
                + ["-movflags", "+faststart", "-f", "mp4"]
        case .webm:
            return ["-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-row-mt", "1", "-threads", "8"] + color
                + ["-f", "webm"]
        case .gif:
            let palette = "split[a][b];[a]palettegen=stats_mode=full[p];[b][p]paletteuse=dither=none"
            // -1 is once, 0 endlessly, else so many times more than once.
            let repeats = loops == 0 ? 0 : loops == 1 ? -1 : loops - 1
            return ["-filter_complex", palette, "-loop", "\(repeats)", "-f", "gif"]
        }
    }
}

extension Film {
    /// The film in a format of ffmpeg's; the file appears when it is complete.
    ///
    /// - Parameter progress: is told how many frames are done.
    public func writeVideo(
        _ format: VideoFormat, to path: String, jobs: Int, progress: (Int) -> Void = { _ in }
    ) throws(ExportError) {
        try WholeFile.replace(path) { temporary throws(ExportError) in
            let encoder = try FFmpeg(input(format) + format.arguments(loops: loops) + [temporary], path: path)
            do throws(ExportError) {
                let use = { (index: Int, bytes: [UInt8]) throws(ExportError) in
                    try encoder.append(bytes)
                    progress(index + 1)
                }
                if format.takesSamples {
                    try pictures(jobs: jobs, use: use)
                } else {
                    try pixels(jobs: jobs, use: use)
                }
            } catch {
                throw encoder.stop() ?? error
            }
            if let failure = encoder.finish() { throw failure }
            let written = try? FileManager.default.attributesOfItem(atPath: temporary)[.size] as? Int
            if written == 0 { throw .program("ffmpeg", path: path, reason: "it wrote nothing") }
        }
    }

    /// What ffmpeg is told about the frames and whose file it makes.
    private func input(_ format: VideoFormat) -> [String] {
        var (columns, rows, pixels) = (width, height, still.background.alpha < 1 ? "rgba" : "rgb24")
        if format.takesSamples { (columns, rows, pixels) = ((width + 1) & ~1, (height + 1) & ~1, "yuv420p") }
        // Without -xerror a file whose end found no room counts as written.
        return ["-y", "-loglevel", "error", "-xerror", "-nostdin", "-f", "rawvideo", "-pix_fmt", pixels]
            + ["-video_size", "\(columns)x\(rows)", "-framerate", "\(rate.numerator)/\(rate.denominator)"]
            + ["-i", "pipe:0"]
            // Neither dates nor the encoder's name: the same film gives the same bytes.
            + ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    }
}

/// A running ffmpeg that reads from a pipe.
private final class FFmpeg {
    private let process = Process()
    private let input = Pipe()
    private let path: String
    /// What ffmpeg says: a file without a name, so that nothing is left however this process ends.
    private let messages: FileHandle?

    /// - Throws: `ExportError.missingProgram` where there is no ffmpeg.
    init(_ arguments: [String], path: String) throws(ExportError) {
        guard let program = Self.program else { throw .missingProgram("ffmpeg") }
        self.path = path
        let file = FileManager.default.temporaryDirectory.appending(path: "ravine-\(UUID().uuidString).log")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        messages = try? FileHandle(forUpdating: file)
        try? FileManager.default.removeItem(at: file)
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = messages ?? FileHandle.nullDevice
        do { try process.run() } catch { throw .missingProgram(program) }
        Interruption.add(child: process.processIdentifier)
        try? input.fileHandleForReading.close()
        #if os(Linux)
            // F_SETPIPE_SZ: a frame has megabytes, and a pipe of 64 KiB would change hands at every one of its pages.
            _ = fcntl(input.fileHandleForWriting.fileDescriptor, 1031, 1 << 20)
        #endif
    }

    private static var program: String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { "\($0)/ffmpeg" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    func append(_ bytes: [UInt8]) throws(ExportError) {
        try WholeFile.OpenFile(descriptor: input.fileHandleForWriting.fileDescriptor, path: path).write(bytes)
    }

    /// Ends the film and waits; what went wrong, if anything did.
    func finish() -> ExportError? {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
        Interruption.remove(child: process.processIdentifier)
        guard process.terminationReason != .exit || process.terminationStatus != 0 else { return nil }
        return .program("ffmpeg", path: path, reason: lastWords)
    }

    /// Gives up; why ffmpeg ended, if it did so by itself.
    func stop() -> ExportError? {
        // A pipe that nobody reads: it has ended or is about to.
        let deadline = Date(timeIntervalSinceNow: 1)
        while process.isRunning, Date() < deadline { usleep(5000) }
        let endedItself = !process.isRunning
        process.terminate()
        let failure = finish()
        return endedItself ? failure : nil
    }

    private var lastWords: String {
        try? messages?.seek(toOffset: 0)
        let text = String(decoding: (try? messages?.readToEnd()) ?? Data(), as: UTF8.self)
        if let line = text.split(separator: "\n").last { return String(line.prefix(300)) }
        let status = process.terminationStatus
        return process.terminationReason == .uncaughtSignal ? "killed by signal \(status)" : "exit status \(status)"
    }
}
