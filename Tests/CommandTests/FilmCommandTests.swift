import Foundation
import Testing

@testable import ravine

/// A film of twelve small frames, the last two of them held; both sides of the page are odd.
let smallFilm = """
    surface: sphere
    start: [2, 1]
    steps: 9
    optimizers: [adam, { sgd: { lr: 0.1 } }]
    figure: { width: 171px, height: 127px, dpi: 72 }
    animation: { fps: 5, duration: 2, hold: 0.4, stills: [0, 2, 9] }
    """

extension Workshop {
    /// The numbered frames of a folder, by their names.
    func frames(in name: String) throws -> [String: [UInt8]] {
        var frames: [String: [UInt8]] = [:]
        for file in try files(in: name) where file.hasSuffix(".png") { frames[file] = try bytes(of: "\(name)/\(file)") }
        return frames
    }

    /// Writes a scene and draws it as numbered frames.
    func renderFrames(_ scene: String, to name: String = "film", _ options: String...) throws -> Outcome {
        try write(scene, to: "\(name).yaml")
        return try ravine(["render", "\(name).yaml", "--format", "frames"] + options)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: folder.appending(path: name)) }
}

@Suite struct FilmCommandTests {
    @Test func framesAreNumberedAndTheLastIsThePicture() throws {
        let workshop = try Workshop()
        let outcome = try workshop.renderFrames(smallFilm)
        let names = (1...12).map { "00\($0 < 10 ? "0" : "")\($0).png" }
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(outcome.output == names.map { "output/film/\($0)\n" }.joined())
        let frames = try workshop.frames(in: "output/film")
        #expect(frames.keys.sorted() == names)
        _ = try workshop.ravine("render", "film.yaml", "-o", "still.png")
        #expect(try frames["0012.png"] == workshop.bytes(of: "still.png"))
        // Ten frames move, and the last of them stands for two more.
        #expect(Set(frames.values).count == 10)
        #expect(frames["0010.png"] == frames["0011.png"] && frames["0010.png"] == frames["0012.png"])
    }

    @Test func framesDependOnNothingButTheScene() throws {
        let workshop = try Workshop()
        _ = try workshop.renderFrames(smallFilm, "--jobs", "1")
        let frames = try workshop.frames(in: "output/film")
        for jobs in ["2", "5"] {
            _ = try workshop.renderFrames(smallFilm, to: "film", "--jobs", jobs, "--out", jobs)
            #expect(try workshop.frames(in: "\(jobs)/film") == frames)
        }
        for part in ["1-4", "6,5", "7-12:2", "8-:2"] {
            #expect(try workshop.renderFrames(smallFilm, to: "film", "--out", "parts", "--frames", part).status == 0)
        }
        #expect(try workshop.frames(in: "parts/film") == frames)
    }

    @Test func aSceneWithoutAnimationMovesForEightSeconds() throws {
        let workshop = try Workshop()
        let scene = smallFilm.split(separator: "\n").dropLast().joined(separator: "\n")
        let outcome = try workshop.renderFrames(scene, to: "film", "--frames", "1,120,240")
        #expect(outcome.output == "output/film/0001.png\noutput/film/0120.png\noutput/film/0240.png\n")
        #expect(try workshop.renderFrames(scene, to: "film", "--frames", "241").status == 64)
    }

    @Test(arguments: [
        ("no runs", "surface: sphere"),
        ("a run of one point", "surface: sphere\nsteps: 0\noptimizers: [adam]"),
        ("runs that diverge", "surface: rosenbrock\nsteps: 30\noptimizers: [{ sgd: { lr: 1 } }, adam]"),
        ("a run that leaves", "surface: sphere\nsteps: 9\noptimizers: [{ sgd: { lr: 1.3 } }]"),
    ])
    func filmsOfLittleToSee(name: String, scene: String) throws {
        let workshop = try Workshop()
        let page = "\nfigure: { width: 171px, height: 127px, dpi: 72 }\nanimation: { fps: 4, duration: 1 }\n"
        #expect(try workshop.renderFrames(scene + page).status == 0)
        let frames = try workshop.frames(in: "output/film")
        #expect(frames.count == 4)
        _ = try workshop.ravine("render", "film.yaml", "-o", "still.png")
        #expect(try frames["0004.png"] == workshop.bytes(of: "still.png"))
    }

    @Test func whatTheAnimationAsksForIsSeen() throws {
        let workshop = try Workshop()
        var seen: Set<[UInt8]> = []
        let asked = ["", ", counter: false", ", pace: log", ", trails: { fade: 3 }", ", trails: stay"]
        for words in asked {
            let scene = smallFilm.replacing(", hold: 0.4", with: words)
            #expect(try workshop.renderFrames(scene, to: "film", "--frames", "6").status == 0)
            try seen.insert(workshop.bytes(of: "output/film/0006.png"))
        }
        #expect(seen.count == asked.count - 1)  // Trails stay unless they are asked to fade.
    }

    @Test func stillsAreTheStepsAskedFor() throws {
        let workshop = try Workshop()
        try workshop.write(smallFilm, to: "film.yaml")
        let outcome = try workshop.ravine("render", "film.yaml", "--format", "stills")
        #expect(outcome.output == "output/film/step-0.png\noutput/film/step-2.png\noutput/film/step-9.png\n")
        // Nine steps in ten frames: frame k shows step k - 1.
        _ = try workshop.renderFrames(smallFilm, to: "film", "--out", "frames")
        for (step, frame) in [(0, "0001"), (2, "0003"), (9, "0012")] {
            #expect(
                try workshop.bytes(of: "output/film/step-\(step).png") == workshop.bytes(of: "frames/film/\(frame).png")
            )
        }
        try workshop.write("surface: sphere\n", to: "none.yaml")
        let none = try workshop.ravine("render", "none.yaml", "--format", "stills")
        #expect(none.status == 65 && none.errors.contains("animation: { stills: [0, 5, 20] }"))
    }

    @Test(arguments: [
        ("1", [0]), ("1-3,5,7-20:2", [0, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18]), ("18-", [17, 18, 19]),
        ("15-:3", [14, 17]), ("3,1-2,2", [0, 1, 2]), ("20", [19]), ("1-20:100", [0]),
    ])
    func someFramesAreAskedFor(words: String, frames: [Int]) throws {
        #expect(try FrameSelection(argument: words)?.frames(of: 20) == frames)
    }

    @Test(arguments: [
        "", ",", "0", "-1", "1,,2", "5-3", "1-3:0", "1:2", "a", "1-b", "1-3:x", "+1", "1 ", "1.5", "1--3", "1-3-5",
        "99999999999999999999", "1-3:99999999999999999999",
    ])
    func whatIsNoSelectionIsRefused(words: String) throws {
        #expect(FrameSelection(argument: words) == nil)
        let workshop = try Workshop()
        #expect(try workshop.renderFrames(smallFilm, to: "film", "--frames=\(words)").status == 64)
        #expect(!workshop.contains("output"))
    }

    @Test func framesThatTheFilmDoesNotHaveAreRefused() throws {
        for words in ["21", "21-", "1-21", "9223372036854775807"] {
            let selection = try #require(FrameSelection(argument: words))
            #expect(throws: Failure.self) { try selection.frames(of: 20) }
        }
        let workshop = try Workshop()
        let outcome = try workshop.renderFrames(smallFilm, to: "film", "--frames", "1-13")
        #expect(outcome.status == 64)
        #expect(outcome.errors == "ravine: error: the film has 12 frames, and --frames asks for '1-13'\n")
        #expect(try workshop.ravine("render", "film.yaml", "--format", "apng", "--frames", "1").status == 64)
        #expect(try workshop.ravine("render", "film.yaml", "--format", "gif", "--resume").status == 64)
    }
}
