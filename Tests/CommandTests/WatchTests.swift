import Foundation
import Testing

/// `ravine watch`, in one session with an editor.
@Suite struct WatchTests {
    /// The lines that a process prints, as they come.
    private final class Lines {
        private let file: FileHandle
        private var rest = Data()

        init(_ pipe: Pipe) { file = pipe.fileHandleForReading }

        func next() -> String? {
            while true {
                if let end = rest.firstIndex(of: 0x0A) {
                    defer { rest = Data(rest[(end + 1)...]) }
                    return String(decoding: rest[..<end], as: UTF8.self)
                }
                let more = file.availableData
                if more.isEmpty { return nil }
                rest += more
            }
        }
    }

    private static func scene(_ steps: Int, extends: Bool = true) -> String {
        (extends ? "extends: base.yaml\n" : "") + "steps: \(steps)\noptimizers: [{ sgd: { lr: 0.03 } }]\n"
    }

    @Test(.timeLimit(.minutes(1))) func everySaveIsDrawnAndEveryMistakeTold() throws {
        let workshop = try Workshop()
        func replace(_ name: String, _ text: String) throws {
            try workshop.write(text, to: "other")
            let (old, new) = (workshop.folder.appending(path: name).path, workshop.folder.appending(path: "other").path)
            try #require(rename(new, old) == 0)
        }
        let base = "surface: sphere\nfigure: { width: 60mm, dpi: 72 }\n"
        try workshop.write(base, to: "base.yaml")
        try workshop.write(Self.scene(3), to: "a.yaml")
        let (pipe, errors) = (Pipe(), Pipe())
        let process = try workshop.start(
            ["watch", "a.yaml", "-o", "a.png", "--diagnostics", "json"], output: pipe, errors: errors)
        let (drawn, told) = (Lines(pipe), Lines(errors))

        #expect(drawn.next() == "a.png")
        var pictures = [try workshop.bytes(of: "a.png")]
        func expectPicture(_ save: () throws -> Void) throws {
            try save()
            // A save may be seen in two parts.
            repeat { #expect(drawn.next() == "a.png") } while try workshop.bytes(of: "a.png") == pictures.last
            let bytes = try workshop.bytes(of: "a.png")
            #expect(!pictures.contains(bytes))
            pictures.append(bytes)
        }
        try expectPicture { try workshop.write(Self.scene(10), to: "a.yaml") }
        try expectPicture { try replace("a.yaml", Self.scene(20)) }
        try expectPicture { try replace("base.yaml", base + "title: Base\n") }

        try workshop.write(Self.scene(20) + "bad: 1\n", to: "a.yaml")
        #expect(told.next()?.contains("unknown key 'bad' in a scene") == true)
        try FileManager.default.removeItem(at: workshop.folder.appending(path: "base.yaml"))
        #expect(told.next()?.contains("cannot read 'base.yaml': no such file") == true)
        #expect(try workshop.bytes(of: "a.png") == pictures.last)
        #expect(told.next()?.contains("unknown key 'bad' in a scene") == true)
        try FileManager.default.removeItem(at: workshop.folder.appending(path: "a.yaml"))
        #expect(told.next()?.contains("cannot read a.yaml: no such file") == true)
        try expectPicture { try workshop.write("surface: beale\nfigure: { width: 60mm, dpi: 72 }\n", to: "a.yaml") }

        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
        #expect(try workshop.files(in: "") == ["a.png", "a.yaml"])
    }

    @Test func standardInputCannotBeWatched() throws {
        #expect(try Workshop().ravine("watch", "-").status == 64)
    }
}
