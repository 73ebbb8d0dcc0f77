import Foundation
import Testing

/// `--resume` and what interrupted films leave behind.
@Suite struct ResumeTests {
    private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    @Test func onlyWhatIsMissingIsDrawn() throws {
        let workshop = try Workshop()
        _ = try workshop.renderFrames(smallFilm)
        let frames = try workshop.frames(in: "output/film")
        for name in ["0001.png", "0007.png", "0012.png"] { try workshop.remove("output/film/\(name)") }
        let outcome = try workshop.renderFrames(smallFilm, to: "film", "--resume", "--jobs", "2")
        #expect(outcome.output == "output/film/0001.png\noutput/film/0007.png\noutput/film/0012.png\n")
        #expect(try workshop.frames(in: "output/film") == frames)
        #expect(try workshop.renderFrames(smallFilm, to: "film", "--resume").output == "")
    }

    @Test(arguments: [
        ("steps: 9", "steps: 10"), ("lr: 0.1", "lr: 0.11"), ("fps: 5", "fps: 6"), ("[2, 1]", "[2, 1.01]"),
        ("171px", "172px"), ("dpi: 72", "dpi: 73"), ("sphere", "beale"), ("[adam, {", "[adamw, {"),
        ("hold: 0.4", "hold: 0.4, counter: false"), ("dpi: 72", "dpi: 72, theme: dark"), ("start", "title: A\nstart"),
    ])
    func aChangedSceneIsRefused(old: String, new: String) throws {
        let workshop = try Workshop()
        _ = try workshop.renderFrames(smallFilm)
        let frames = try workshop.frames(in: "output/film")
        let outcome = try workshop.renderFrames(smallFilm.replacing(old, with: new), to: "film", "--resume")
        #expect(outcome.status == 65)
        #expect(
            outcome.errors
                == "ravine: error: the frames in output/film are of another state of the scene\n"
                + "help: render it anew, without --resume\n")
        #expect(try workshop.frames(in: "output/film") == frames)
    }

    @Test func aFolderThatNobodyBeganIsRefused() throws {
        let workshop = try Workshop()
        let outcome = try workshop.renderFrames(smallFilm, to: "film", "--resume")
        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("output/film holds no film that was begun\nhelp: render it without --resume\n"))
        #expect(!workshop.contains("output"))
    }

    @Test func framesOfALongerOrAnotherFilmAreRemoved() throws {
        let workshop = try Workshop()
        _ = try workshop.renderFrames(smallFilm)
        try workshop.write("mine", to: "output/film/notes.png")
        let shorter = smallFilm.replacing("duration: 2", with: "duration: 1")
        _ = try workshop.renderFrames(shorter)
        #expect(try workshop.frames(in: "output/film").count == 8)
        #expect(workshop.contains("output/film/notes.png"))
        // A part of another film leaves nothing that a later --resume would take for its own.
        _ = try workshop.renderFrames(smallFilm, to: "film", "--frames", "2")
        #expect(try workshop.frames(in: "output/film").keys.sorted() == ["0002.png", "notes.png"])
        _ = try workshop.renderFrames(smallFilm, to: "film", "--resume")
        let resumed = try workshop.frames(in: "output/film").filter { $0.key != "notes.png" }
        _ = try workshop.renderFrames(smallFilm, to: "film", "--out", "whole")
        #expect(try workshop.frames(in: "whole/film") == resumed)
    }

    /// Killed at moments spread over its work, in ways it can and cannot see: no torn file, and what is resumed is what
    /// an uninterrupted run writes.
    @Test(arguments: [SIGKILL, SIGTERM, SIGINT]) func killsLeaveNoTornFile(signal: Int32) throws {
        let workshop = try Workshop()
        let scene = smallFilm.replacing("duration: 2", with: "duration: 20")
        _ = try workshop.renderFrames(scene, to: "whole")
        let whole = try workshop.frames(in: "output/whole")
        #expect(whole.count == 102)
        try workshop.write(scene, to: "film.yaml")
        var interrupted = 0
        for part in 0..<5 {
            let wanted = whole.count * (part + 1) / 7
            let isFirst = !workshop.contains("output/film/.ravine-film")
            let process = try workshop.start(
                ["render", "film.yaml", "--format", "frames"] + (isFirst ? [] : ["--resume"]))
            workshop.signal(signal, process) {
                workshop.count(in: "output/film") { $0.hasSuffix(".png") } >= wanted
            }
            if process.terminationReason == .uncaughtSignal {
                interrupted += 1
                #expect(process.terminationStatus == signal)
            }
            guard workshop.contains("output/film") else { continue }
            for (name, bytes) in try workshop.frames(in: "output/film") { #expect(bytes == whole[name]) }
            if signal != SIGKILL {
                #expect(try workshop.files(in: "output/film").allSatisfy { !$0.hasSuffix(".tmp") })
            }
        }
        #expect(interrupted > 0)
        #expect(try workshop.renderFrames(scene, to: "film", "--resume").status == 0)
        #expect(try workshop.frames(in: "output/film") == whole)
        // What a kill that could not be seen left behind is gone as well.
        #expect(workshop.count(in: "output/film") { $0.hasSuffix(".tmp") } == 0)
        let paths = whole.keys.sorted().map { workshop.folder.appending(path: "output/film/\($0)").path }
        let checked = try run("pngcheck", ["-q"] + paths)
        #expect(checked.status == 0 && checked.output == "")
    }
}
