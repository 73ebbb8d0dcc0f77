import Foundation
import Testing

/// Films that ffmpeg encodes.
@Suite struct VideoTests {
    /// What ffprobe finds in a film: columns, rows, kind of pixels, rate, frames when all are decoded.
    private func probed(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["ffprobe", "-v", "error", "-count_frames", "-select_streams", "v:0", "-show_entries"]
            + ["stream=width,height,pix_fmt,r_frame_rate,nb_read_frames", "-of", "csv=p=0", path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "ffprobe is missing: Scripts/setup --tests installs it")
        return String(decoding: output, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    @Test(arguments: [
        ("mp4", "172,128,yuv420p,5/1,12"), ("webm", "172,128,yuv420p,5/1,12"), ("gif", "171,127,bgra,5/1,12"),
    ])
    func everyFrameIsThere(format: String, expected: String) throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        let outcome = try workshop.ravine("render", "film.yaml", "--format", format)
        #expect(outcome.output == "output/film.\(format)\n" && outcome.errors == "")
        #expect(try workshop.files(in: "output") == ["film.\(format)"])
        #expect(try probed(workshop.folder.appending(path: "output/film.\(format)").path) == expected)
        // The same film, the same bytes; by suffix and through standard output.
        #expect(try workshop.ravine("render", "film.yaml", "-o", "b.\(format)", "--jobs", "1").status == 0)
        #expect(try workshop.bytes(of: "b.\(format)") == workshop.bytes(of: "output/film.\(format)"))
        let file = workshop.folder.appending(path: "piped")
        try Data().write(to: file)
        _ = try workshop.ravine("render", "film.yaml", "-o", "-", "--format", format, outputPath: file.path)
        #expect(try workshop.bytes(of: "piped") == workshop.bytes(of: "b.\(format)"))
    }

    /// Encoders cut their work by the number of processors unless they are told otherwise.
    @Test(.enabled(if: Workshop.canPin), arguments: ["mp4", "webm", "gif"])
    func bytesDoNotDependOnTheMachine(format: String) throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        #expect(try workshop.ravine("render", "film.yaml", "-o", "a.\(format)").status == 0)
        let program = try Workshop.executable.path
        let outcome = try workshop.run(
            "/usr/bin/env", ["taskset", "1", program, "render", "film.yaml", "-o", "b.\(format)"])
        #expect(outcome.status == 0)
        #expect(try workshop.bytes(of: "a.\(format)") == workshop.bytes(of: "b.\(format)"))
    }

    @Test func anMP4PlaysFromItsBeginning() throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        _ = try workshop.ravine("render", "film.yaml", "-o", "a.mp4")
        let bytes = try workshop.bytes(of: "a.mp4")
        let (index, content) = (bytes.firstRange(of: Array("moov".utf8)), bytes.firstRange(of: Array("mdat".utf8)))
        #expect(try #require(index).lowerBound < #require(content).lowerBound)
    }

    @Test(arguments: ["mp4", "webm", "gif"]) func withoutFFmpegItIsSaidWhereToGetIt(format: String) throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        let outcome = try workshop.ravine(
            ["render", "film.yaml", "-o", "a.\(format)"], environment: ["PATH": workshop.folder.path])
        #expect(outcome.status == 69)
        #expect(outcome.errors.hasPrefix("ravine: error: the program ffmpeg is missing\nhelp: install "))
        #expect(try workshop.files(in: "").filter { !$0.hasPrefix("std") } == ["film.yaml"])
        // Nothing else needs it.
        #expect(
            try workshop.ravine(
                ["render", "film.yaml", "--format", "apng"], environment: ["PATH": workshop.folder.path]
            ).status == 0)
    }

    @Test(arguments: [
        ("echo it broke >&2; exit 1", "it broke"), ("exit 3", "exit status 3"), ("kill -9 $$", "killed by signal 9"),
        ("head -c 100000 > /dev/null; kill -9 $$", "killed by signal 9"),
        ("cat > /dev/null; echo no room >&2; exit 1", "no room"),
        ("head -c 70000 > /dev/null; echo gone >&2; exit 2", "gone"), ("cat > /dev/null", "it wrote nothing"),
    ])
    func anFFmpegThatFailsIsAnErrorOfWriting(script: String, reason: String) throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        try workshop.write("#!/bin/sh\n\(script)\n", to: "bin/ffmpeg")
        let program = workshop.folder.appending(path: "bin/ffmpeg").path
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let path = workshop.folder.appending(path: "bin").path + ":/usr/bin:/bin"
        let scratch = workshop.folder.appending(path: "scratch")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        let outcome = try workshop.ravine(
            ["render", "film.yaml", "-o", "a.mp4"], environment: ["PATH": path, "TMPDIR": scratch.path])
        #expect(outcome.status == 74)
        #expect(outcome.errors == "ravine: error: a.mp4 cannot be written: ffmpeg: \(reason)\n")
        #expect(try workshop.files(in: "").filter { !$0.hasPrefix("std") } == ["bin", "film.yaml", "scratch"])
        #expect(try workshop.files(in: "scratch").isEmpty)
    }

    /// The encoder goes with us, else it would make its file anew.
    @Test(arguments: [0, 1, 100_000]) func aSignalLeavesNeitherFileNorEncoder(written: Int) throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm.replacing("duration: 2", with: "duration: 3600"), to: "film.yaml")
        let process = try workshop.start(["render", "film.yaml", "-o", "a.mp4"])
        workshop.signal(SIGTERM, process) { workshop.unfinishedSize >= written }
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
        #expect(try workshop.files(in: "").filter { !$0.hasPrefix("std") } == ["film.yaml"])
    }
}

extension Workshop {
    /// Bytes of the file that is being written; -1 before there is one.
    fileprivate var unfinishedSize: Int {
        guard let name = try? files(in: "").first(where: { $0.hasSuffix(".tmp") }) else { return -1 }
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
        return (attributes?[.size] as? Int) ?? -1
    }
}
