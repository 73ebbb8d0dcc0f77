import Foundation
import Testing

/// `ravine render` with many scenes.
@Suite struct BatchTests {
    private static let scene = "surface: sphere\nsteps: 5\noptimizers: [adam]\nfigure: { width: 60mm, dpi: 72 }\n"

    /// A folder with scenes `0.yaml`, `1.yaml`, …, of which these are wrong.
    private func workshop(_ count: Int, bad: Set<Int> = []) throws -> (Workshop, scenes: [String]) {
        let workshop = try Workshop()
        for index in 0..<count {
            let text = bad.contains(index) ? "surface: spere\n" : Self.scene + "title: Scene \(index)\n"
            try workshop.write(text, to: "\(index).yaml")
        }
        return (workshop, (0..<count).map { "\($0).yaml" })
    }

    @Test func nothingDependsOnTheNumberOfThreads() throws {
        let (workshop, scenes) = try workshop(12, bad: [3, 7])
        var pictures: [[Data]] = []
        var outcomes: [Workshop.Outcome] = []
        for jobs in ["1", "2", "5"] {
            outcomes.append(try workshop.ravine(["render", "--jobs", jobs, "--out", "o"] + scenes))
            let files = try workshop.files(in: "o")
            #expect(files.count == 10)
            pictures.append(try files.map { Data(try workshop.bytes(of: "o/\($0)")) })
            try FileManager.default.removeItem(at: workshop.folder.appending(path: "o"))
        }
        #expect(Set(pictures).count == 1)
        for outcome in outcomes {
            #expect(outcome.status == 65)
            #expect(
                outcome.output
                    == scenes.filter { !["3.yaml", "7.yaml"].contains($0) }.map { "o/\($0.dropLast(5)).png\n" }.joined()
            )
            let errors = outcome.errors.split(separator: "\n")
            #expect(errors.filter { $0.contains("error:") }.map { $0.prefix(6) } == ["3.yaml", "7.yaml"])
            #expect(errors.last == "ravine: 10 of 12 scenes drawn; 2 failed")
        }
    }

    @Test(arguments: ["1", "2", "4"]) func failFastWritesNothingAfterTheFirstFailure(jobs: String) throws {
        let (workshop, scenes) = try workshop(10, bad: [2, 5])
        let outcome = try workshop.ravine(["render", "--fail-fast", "--jobs", jobs] + scenes)
        #expect(outcome.status == 65)
        #expect(outcome.output == "output/0.png\noutput/1.png\n")
        #expect(try workshop.files(in: "output") == ["0.png", "1.png"])
        #expect(outcome.errors.contains("2.yaml:1:10: error: ") && !outcome.errors.contains("5.yaml"))
        #expect(outcome.errors.hasSuffix("ravine: 2 of 10 scenes drawn; 1 failed, 7 not begun\n"))
    }

    @Test func oneSceneHasNoSummary() throws {
        let (workshop, scenes) = try workshop(1, bad: [0])
        #expect(!(try workshop.ravine(["render"] + scenes).errors.contains("drawn")))
    }

    @Test func theWorstExitCodeCounts() throws {
        let (workshop, _) = try workshop(2, bad: [0])
        try workshop.write(Self.scene, to: "taken.yaml")
        try FileManager.default.createDirectory(
            at: workshop.folder.appending(path: "output/taken.png"), withIntermediateDirectories: true)
        #expect(try workshop.ravine("render", "0.yaml", "1.yaml").status == 65)
        #expect(try workshop.ravine("render", "0.yaml", "none.yaml", "1.yaml").status == 66)
        let outcome = try workshop.ravine("render", "0.yaml", "none.yaml", "taken.yaml", "1.yaml")
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("output/taken.png cannot be created"))
        #expect(outcome.output == "output/1.png\n")
        #expect(try workshop.files(in: "output") == ["1.png", "taken.png"])
    }

    /// Each signal comes when so many files are there; what is there afterwards is whole, and nothing else is there.
    @Test func killedBatchesLeaveWholePicturesAlone() throws {
        let (workshop, scenes) = try workshop(24)
        #expect(try workshop.ravine(["render", "--out", "whole"] + scenes).status == 0)
        let whole = try Dictionary(
            uniqueKeysWithValues: workshop.files(in: "whole").map { ($0, try workshop.bytes(of: "whole/\($0)")) })
        var counts: Set<Int> = []
        for attempt in 0..<25 {
            let process = try workshop.start(["render", "--out", "o"] + scenes)
            workshop.signal([SIGINT, SIGTERM, SIGHUP][attempt % 3], process) {
                workshop.count(in: "o") >= attempt
            }
            let files = (try? workshop.files(in: "o")) ?? []
            counts.insert(files.count)
            for file in files { #expect(try workshop.bytes(of: "o/\(file)") == whole[file], "\(file)") }
            try? FileManager.default.removeItem(at: workshop.folder.appending(path: "o"))
        }
        #expect(counts.count > 3)
    }

    @Test func aFileThatMayNotGrowIsAnErrorOfWriting() throws {
        let (workshop, _) = try workshop(2)
        let shell = "ulimit -f 1; exec \"$0\" render 0.yaml 1.yaml"
        let outcome = try workshop.run("/bin/bash", ["-c", shell, Workshop.executable.path])
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("output/0.png cannot be written: File too large"))
        #expect(outcome.errors.hasSuffix("ravine: 0 of 2 scenes drawn; 2 failed\n"))
        #expect(try workshop.files(in: "output") == [])
    }

    /// A file system that is full leaves nothing of a picture or a film, also where only its end finds no room.
    @Test(.enabled(if: Workshop.canMount), arguments: ["png", "svg", "pdf", "apng", "mp4", "webm", "gif"])
    func aFullFileSystemIsAnErrorOfWriting(format: String) throws {
        let workshop = try Workshop()
        try FileManager.default.createDirectory(
            at: workshop.folder.appending(path: "full"), withIntermediateDirectories: true)
        let mount = "mount -t tmpfs -o size=16k tmpfs full"
        try workshop.write(
            "surface: ackley\noptimizers: [adam]\nanimation: { fps: 12, duration: 1 }\n"
                + "figure: { width: 500px, height: 400px, dpi: 72 }\n", to: "a.yaml")
        let shell = "\(mount) && \"$0\" render a.yaml --format \(format) --out full; echo $?; ls -A full"
        let outcome = try workshop.run("/usr/bin/unshare", ["-rm", "sh", "-c", shell, Workshop.executable.path])
        #expect(outcome.output == "74\n")
        #expect(outcome.errors.contains("cannot be written") && outcome.errors.contains("No space left on device"))
    }

    @Test func aFolderThatTakesNoFilesAndAFullDeviceAreTold() throws {
        let (workshop, _) = try workshop(1)
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let device = try workshop.ravine("render", "0.yaml", "-o", "/dev/full", "--format", "png")
        #expect(device.status == 64 && device.errors.contains("names no format"))
        try FileManager.default.createSymbolicLink(
            atPath: workshop.folder.appending(path: "full.png").path, withDestinationPath: "/dev/full")
        let full = try workshop.ravine("render", "0.yaml", "-o", "full.png")
        #expect(full.status == 74 && full.errors.contains("full.png cannot be written: No space left on device"))
        let folder = try workshop.ravine("render", "0.yaml", "-o", "/proc/ravine.png")
        #expect(folder.status == 73 && folder.errors.contains("/proc/ravine.png cannot be created"))
    }

    @Test func aReaderThatHasGoneIsAnErrorAndTheRestIsDrawn() throws {
        let (workshop, _) = try workshop(2)
        let shell = "{ sleep 0.2; \"$0\" render 0.yaml 1.yaml; echo $? > status; } | true"
        _ = try workshop.run("/bin/bash", ["-c", shell, Workshop.executable.path])
        #expect(String(decoding: try workshop.bytes(of: "status"), as: UTF8.self) == "74\n")
        #expect(try workshop.files(in: "output") == ["0.png", "1.png"])
    }
}
