import Foundation
import Testing

@Suite struct CommandTests {
    private func json(_ text: String) throws -> Any { try JSONSerialization.jsonObject(with: Data(text.utf8)) }

    @Test func versionAndHelp() throws {
        let workshop = try Workshop()
        let version = try workshop.ravine("--version")
        #expect(version.status == 0)
        #expect(version.output.split(separator: ".").count == 3)
        for command in ["render", "simulate", "evaluate", "check", "list", "init"] {
            #expect(try workshop.ravine(command, "--help").status == 0)
        }
        #expect(try workshop.ravine("paint").status == 64)
        #expect(try workshop.ravine("check").status == 64)
    }

    @Test func checkTellsEverythingAndDrawsNothing() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "good.yaml")
        try workshop.write("surface: rosenbrok\nsteps: x\n", to: "bad.yaml")
        let good = try workshop.ravine("check", "good.yaml")
        #expect(good.status == 0)
        #expect(good.output + good.errors == "")
        let both = try workshop.ravine("check", "good.yaml", "bad.yaml")
        #expect(both.status == 65)
        #expect(both.errors.contains("bad.yaml:1:10: error: unknown surface 'rosenbrok'\n"))
        #expect(both.errors.contains("bad.yaml:2:8: error: "))
        #expect(try workshop.ravine("check", "bad.yaml", "missing.yaml").status == 66)
        #expect(try workshop.ravine("check", ".").status == 66)
        #expect(!workshop.contains("output"))
    }

    @Test func standardInputHasAName() throws {
        let workshop = try Workshop()
        #expect(try workshop.ravine("check", "-", input: bowl).status == 0)
        let bad = try workshop.ravine("check", "-", input: "surface: x\n")
        #expect(bad.status == 65)
        #expect(bad.errors.hasPrefix("<stdin>:1:10: error: "))
    }

    @Test func simulatePrintsJSON() throws {
        let workshop = try Workshop()
        let outcome = try workshop.ravine("simulate", "-", input: bowl)
        #expect(outcome.status == 0)
        let document = try #require(try json(outcome.output) as? [String: Any])
        #expect(document["scene"] as? String == "scene")
        #expect((document["surface"] as? [String: Any])?["formula"] as? String == "x^2 + 2*y^2")
        let runs = try #require(document["runs"] as? [[String: Any]])
        #expect(runs.map { $0["id"] as? String } == ["sgd", "rms"])
        #expect(runs[0]["points"] as? [[Double]] == [[1, -2], [0.5, 0], [0.25, 0]])
        #expect(runs[0]["losses"] as? [Double] == [9, 0.25, 0.0625])
        #expect(runs[0]["gradients"] as? [[Double]] == [[2, -8], [1, 0], [0.5, 0]])
        #expect((runs[0]["outcome"] as? [String: Any])?["kind"] as? String == "completed")
        #expect((runs[1]["hyperparameters"] as? [String: Any])?["lr"] as? Double == 0.1)
        let squares = try #require((runs[1]["state"] as? [String: [Any]])?["square_avg"])
        #expect(squares.count == 3)
        #expect(squares[0] is NSNull)
        #expect((squares[1] as? [Double])?.count == 2)
    }

    @Test func simulatePrintsCSV() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "bowl.yaml")
        let outcome = try workshop.ravine("simulate", "bowl.yaml", "--format", "csv")
        #expect(outcome.status == 0)
        let rows = outcome.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(rows.count == 7)
        #expect(rows[0].prefix(7).joined(separator: ",") == "run,step,x,y,loss,grad_x,grad_y")
        #expect(rows[0].contains("square_avg_x") && rows[0].contains("square_avg_y"))
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows[2].prefix(7).joined(separator: ",") == "sgd,1,0.5,0.0,0.25,1.0,0.0")
        let square = try #require(rows[0].firstIndex(of: "square_avg_x"))
        #expect(rows[2][square] == "" && rows[4][square] == "" && rows[5][square] != "")
    }

    @Test func simulateTellsSurfacesApart() throws {
        let workshop = try Workshop()
        let text = """
            surface: { formula: "x^2 + a*b*y^2", vary: [{ a: 1, b: 2 }, { a: 2, b: 4 }] }
            surfaces: { bowl: sphere }
            start: [1, 1]
            steps: 1
            optimizers: [sgd: { lr: 0.25 }, adam: { surface: bowl }]
            """
        let document = try #require(
            try json(try workshop.ravine("simulate", "-", input: text).output) as? [String: Any])
        #expect((document["surface"] as? [String: Any])?["parameters"] as? [String: Double] == ["a": 1, "b": 2])
        let surfaces = try #require(document["surfaces"] as? [[String: Any]])
        #expect(surfaces.map { $0["id"] as? String } == ["main[a=1,b=2]", "main[a=2,b=4]", "bowl"])
        #expect(surfaces.map { $0["name"] as? String } == ["formula", "formula", "sphere"])
        let runs = try #require(document["runs"] as? [[String: Any]])
        #expect(runs.map { $0["surface"] as? String } == ["main[a=1,b=2]", "main[a=2,b=4]", "bowl"])
        #expect(runs.map { ($0["points"] as? [[Double]])?.last }.prefix(2) == [[0.5, 0], [0.5, -3]])
        let rows = try workshop.ravine("simulate", "-", "--format", "csv", input: text).output.split(separator: "\n")
        #expect(rows[0].hasSuffix(",evaluations,surface"))
        #expect(rows[3].hasPrefix("\"sgd[a=2,b=4]\",0,") && rows[3].hasSuffix(",\"main[a=2,b=4]\""))
        #expect(rows.last?.hasSuffix(",bowl") == true)
        let plain = try workshop.ravine("simulate", "-", input: bowl).output
        #expect(!plain.contains("\"surfaces\"") && plain.components(separatedBy: "\"surface\"").count == 2)
    }

    @Test func divergingIsAResult() throws {
        let workshop = try Workshop()
        let text = "surface: { formula: x^4 + y^2 }\nstart: [10, 1]\noptimizers:\n  - sgd: { lr: 10 }\n"
        let outcome = try workshop.ravine("simulate", "-", input: text)
        #expect(outcome.status == 0)
        let runs = (try json(outcome.output) as? [String: Any])?["runs"] as? [[String: Any]]
        let end = runs?.first?["outcome"] as? [String: Any]
        #expect(end?["kind"] as? String == "diverged")
        #expect(end?["step"] as? Int == (runs?.first?["points"] as? [Any])?.count)
    }

    @Test func evaluatePrintsJSON() throws {
        let workshop = try Workshop()
        let outcome = try workshop.ravine("evaluate", "--at", "-1,2", "--at=1,2.5", "--", "-x^2 + x*y")
        #expect(outcome.status == 0)
        let points = try #require(try json(outcome.output) as? [[String: Any]])
        #expect(points.map { $0["point"] as? [Double] } == [[-1, 2], [1, 2.5]])
        #expect(points.map { $0["value"] as? Double } == [-3, 1.5])
        #expect(points[0]["gradient"] as? [Double] == [4, -1])
        #expect(points[0]["hessian"] as? [[Double]] == [[-2, 1], [1, 0]])
        #expect(try workshop.ravine("evaluate", "--at", "1,1", "De Jong 2").output.contains("\"value\": 0.0"))
        let pole = try workshop.ravine("evaluate", "--at", "0,0", "1/x")
        #expect(pole.status == 0)
        #expect(pole.output.contains("\"value\": null"))
        let wrong = try workshop.ravine("evaluate", "--at", "0,0", "x + q2*y")
        #expect(wrong.status == 64)
        #expect(wrong.errors.hasPrefix("<formula>:1:5: error: "))
        #expect(try workshop.ravine("evaluate", "--at", "1", "beale").status == 64)
        #expect(
            try workshop.ravine("evaluate", "--at", "1,1", "rosenbrok").errors.contains("did you mean 'rosenbrock'?"))
    }

    @Test(arguments: ["surfaces", "optimizers", "schedules", "colormaps", "styles", "formats"])
    func listsComeAsTextAndJSON(_ topic: String) throws {
        let workshop = try Workshop()
        let text = try workshop.ravine("list", topic)
        let values = try workshop.ravine("list", topic, "--format", "json")
        #expect(text.status == 0 && values.status == 0)
        let entries = try #require(try json(values.output) as? [[String: Any]])
        #expect(entries.isEmpty == text.output.isEmpty)
        for entry in entries {
            let id = try #require(entry["id"] as? String)
            #expect(text.output.lowercased().contains(id.lowercased()))
        }
    }

    @Test func surfacesAreListedInAHundredColumns() throws {
        let lines = try Workshop().ravine("list", "surfaces").output.split(separator: "\n")
        #expect(lines.count == 46)
        for line in lines { #expect(line.count <= 100, "\(line)") }
        #expect(lines.contains { $0.hasPrefix("rosenbrock ") && $0.hasSuffix("(a, b)") })
    }

    @Test func surfacesTellWhatIsKnownOfThem() throws {
        let listing = try Workshop().ravine("list", "surfaces", "--format", "json").output
        let entries = try #require(try json(listing) as? [[String: Any]])
        let mccormick = try #require(entries.first { $0["id"] as? String == "mccormick" })
        #expect((mccormick["minimum"] as? Double).map { ($0 + 1.913223).magnitude < 1e-6 } == true)
        #expect(mccormick["printed_minimum"] as? Double == -1.9133)
        #expect((mccormick["note"] as? String)?.contains("-1.913223") == true)
        #expect(entries.allSatisfy { $0["domain"] is [String: Any] && $0["source"] is String })
    }

    @Test func picturesOfSurfacesGoToStandardOutput() throws {
        let workshop = try Workshop()
        let file = workshop.folder.appending(path: "surfaces.png")
        try Data().write(to: file)
        let outcome = try workshop.ravine("list", "surfaces", "--format", "png", outputPath: file.path)
        #expect(outcome.status == 0 && outcome.errors == "")
        #expect(try workshop.bytes(of: "surfaces.png").prefix(8) == [137, 80, 78, 71, 13, 10, 26, 10])
        for topic in ["optimizers", "schedules", "colormaps", "styles", "formats"] {
            let other = try workshop.ravine("list", topic, "--format", "png")
            #expect(other.status == 64 && other.output == "")
            #expect(other.errors.contains("there is no picture of \(topic)"))
        }
    }

    @Test func initWritesAGoodSceneOnce() throws {
        let workshop = try Workshop()
        #expect(try workshop.ravine("init").status == 0)
        #expect(try workshop.ravine("check", "scene.yaml").status == 0)
        try workshop.write("mine", to: "scene.yaml")
        #expect(try workshop.ravine("init").status == 73)
        let mine = try String(contentsOf: workshop.folder.appending(path: "scene.yaml"), encoding: .utf8)
        #expect(mine == "mine")
        #expect(try workshop.ravine("init", "no/such/folder.yaml").status == 73)
        let printed = try workshop.ravine("init", "-")
        #expect(try workshop.ravine("check", "-", input: printed.output).status == 0)
    }

    @Test func renderRefusesImpossibleWishes() throws {
        let workshop = try Workshop()
        try workshop.write(bowl, to: "a.yaml")
        try FileManager.default.createDirectory(
            at: workshop.folder.appending(path: "b"), withIntermediateDirectories: true)
        try workshop.write(bowl, to: "b/a.yaml")
        for wish in [
            ["a.yaml", "b/a.yaml"], ["-", "scene.json"], ["a.yaml", "-", "-o", "x.png"], ["a.yaml", "-o", "x.bmp"],
            ["a.yaml", "-o", "x"], ["a.yaml", "-o", "x.png", "--out", "y"], ["a.yaml", "--format", "bmp"],
            ["a.yaml", "--size", "0x0"], ["a.yaml", "--size", "40000x10"], ["a.yaml", "--size", "32768x32768"],
            ["a.yaml", "--size", "800"], ["a.yaml", "--scale", "0"], ["a.yaml", "--scale", "nan"],
            ["a.yaml", "--scale", "1000"], ["a.yaml", "--jobs", "0"], [],
        ] {
            let outcome = try workshop.ravine(["render"] + wish)
            #expect(outcome.status == 64, "\(wish): \(outcome.errors)")
            #expect(outcome.output == "")
        }
        #expect(try workshop.ravine("render", "missing.yaml").status == 66)
        #expect(!workshop.contains("output"))
    }

    @Test func aFullDiskIsAnErrorOfWriting() throws {
        guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
        let workshop = try Workshop()
        let outcome = try workshop.ravine("init", "-", outputPath: "/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("cannot write to standard output"))
    }
}
