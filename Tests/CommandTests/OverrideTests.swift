import Foundation
import Testing

/// `--set`, `--limits` and `--diagnostics`.
@Suite struct OverrideTests {
    private let scene = """
        surface: rosenbrock
        steps: 7
        optimizers:
          - rmsprop: { id: rms, lr: 0.02 }
          - adam
          - adam: { lr: 0.3 }
          - recorded: { file: run.csv }
        figure: { panels: { left: map } }
        """

    private func workshop() throws -> Workshop {
        let workshop = try Workshop()
        try workshop.write(scene, to: "a.yaml")
        try workshop.write("x,y\n0,1\n1,1\n", to: "run.csv")
        return workshop
    }

    private struct Document: Decodable {
        struct Run: Decodable {
            let id: String
            let start: [Double]
            let points: [[Double]]
        }
        struct Surface: Decodable { let parameters: [String: Double] }
        let runs: [Run]
        let surface: Surface
    }

    private func simulate(_ overrides: String...) throws -> Document {
        let options = overrides.flatMap { ["--set", $0] }
        let outcome = try workshop().ravine(["simulate", "a.yaml"] + options)
        #expect(outcome.errors == "")
        return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    }

    @Test func valuesAreOverridden() throws {
        let plain = try simulate()
        #expect(plain.runs.map(\.id) == ["rms", "adam", "adam-2", "recorded"])
        #expect(try simulate("steps=500").runs[0].points.count == 501)
        #expect(try simulate("STEPS = 3").runs[0].points.count == 4)
        #expect(try simulate("steps=5", "steps=6").runs[0].points.count == 7)
        #expect(try simulate("start=[[1, 2], [3, -4]]").runs[1].start == [3, -4])
        #expect(try simulate("surface.parameters.b=10").surface.parameters["b"] == 10)
        #expect(try simulate("optimizers=[sgd]").runs.map(\.id) == ["sgd"])
        #expect(try simulate("optimizers.0=sgd").runs.map(\.id) == ["sgd", "adam", "adam-2", "recorded"])
        #expect(try simulate("optimizers.rms.id=r.m.s", "optimizers.r.m.s.steps=2").runs[0].points.count == 3)
    }

    @Test(arguments: ["rms", "0", "adam", "adam-2", "2"]) func entriesGoByIdsAndPlaces(_ name: String) throws {
        let index = ["rms": 0, "0": 0, "adam": 1, "adam-2": 2, "2": 2][name] ?? 0
        let (plain, changed) = (try simulate(), try simulate("optimizers.\(name).lr=0.0015"))
        for run in 0..<4 { #expect((plain.runs[run].points == changed.runs[run].points) == (run != index)) }
    }

    @Test(arguments: [
        ("steps=many", "<command line>:1:7: error: 'steps' must be a whole number from 1 to 1000000, not text 'many'"),
        ("stepz=5", "<command line>:1:1: error: unknown key 'stepz' in a scene"),
        ("optimizers.adam.learning=5", "<command line>:1:17: error: Adam has no hyperparameter 'learning'"),
        ("optimizers.rmz.lr=1", "<command line>:1:12: error: no entry of 'optimizers' has the id 'rmz'"),
        ("optimizers.9.lr=1", "<command line>:1:12: error: 'optimizers' has no entry 9"),
        ("steps.x=1", "<command line>:1:7: error: 'steps' is 7 and has no 'x'"),
        ("domain={x: [0, 1]", "<command line>:1:18: error: a ',' or '}' is missing before this"),
        ("domain={x: [0, 1], y: [1, 0]}", "<command line>:1:23: error: 'y' must ascend"),
        ("extends=b.yaml", "<command line>:1:1: error: 'extends' cannot be given here"),
        ("surface.nmae=beale", "<command line>:1:9: error: unknown key 'nmae' in 'surface'"),
        ("figure.panels.left.map.levels=lgo", "<command line>:1:31: error: 'levels' must be "),
        ("title=", ""), ("figure.panels.left.map.title=é $x$", ""), ("optimizers.rms.style.width=2", ""),
        ("optimizers.rms.label=é", ""), ("é=1", "<command line>:1:1: error: unknown key 'é' in a scene"),
        ("title=\"é\" x", "<command line>:1:"),
    ])
    func mistakesAreToldAtTheirPlace(_ override: String, _ message: String) throws {
        let outcome = try workshop().ravine("check", "a.yaml", "--set", override)
        #expect(outcome.status == (message.isEmpty ? 0 : 65))
        #expect(outcome.errors.hasPrefix(message) && outcome.errors.isEmpty == message.isEmpty, "\(outcome.errors)")
    }

    @Test func amongManyScenesTheirOwnIsNamed() throws {
        let workshop = try workshop()
        try workshop.write("surface: beale\n", to: "b.yaml")
        let outcome = try workshop.ravine("render", "a.yaml", "b.yaml", "--set", "stepz=5")
        #expect(outcome.errors.contains("<command line>:1:1: error: unknown key 'stepz' in a scene, in b.yaml\n"))
        let one = try workshop.ravine("render", "b.yaml", "--set", "stepz=5")
        #expect(one.errors.hasPrefix("<command line>:1:1: error: unknown key 'stepz' in a scene\n"))
    }

    @Test func unknownIdsAreToldWithThoseThereAre() throws {
        let near = try workshop().ravine("check", "a.yaml", "--set", "optimizers.rmss.lr=1")
        #expect(near.errors.contains("help: did you mean 'rms'?"))
        let far = try workshop().ravine("check", "a.yaml", "--set", "optimizers.x.lr=1")
        #expect(far.errors.contains("help: there are rms, adam, adam-2, recorded"))
    }

    @Test(arguments: ["steps", "=5", "a..b=1", ".a=1", "a.=1", ""]) func brokenOptionsAreWrongUsage(_ text: String)
        throws
    {
        for command in ["render", "simulate", "check"] {
            let outcome = try workshop().ravine(command, "a.yaml", "--set", text)
            #expect(outcome.status == 64 && outcome.errors.contains("is no PATH=VALUE"))
        }
    }

    @Test func pathsOnTheCommandLineBeginInTheWorkingFolder() throws {
        let workshop = try workshop()
        try workshop.write(scene.replacing("run.csv", with: "../run.csv"), to: "deep/a.yaml")
        #expect(try workshop.ravine("check", "deep/a.yaml").status == 0)
        #expect(try workshop.ravine("check", "deep/a.yaml", "--set", "optimizers.recorded.file=run.csv").status == 0)
        let outcome = try workshop.ravine("check", "deep/a.yaml", "--set", "optimizers.recorded.file=none.csv")
        #expect(outcome.status == 66 && outcome.errors.contains("help: the path is relative to the working folder"))
    }

    @Test func boundsAreLoweredAndRaised() throws {
        let workshop = try workshop()
        try workshop.write(
            "surface: sphere\nsteps: 2000000\noptimizers: [sgd]\nuntil: { loss: 1e9 }\n", to: "long.yaml")
        #expect(try workshop.ravine("check", "long.yaml").status == 65)
        #expect(try workshop.ravine("check", "long.yaml", "--limits", "steps=2000000").status == 0)
        #expect(try workshop.ravine("check", "long.yaml", "--limits", "none").status == 0)
        #expect(try workshop.ravine("check", "long.yaml", "--limits", "none", "--limits", "updates=9").status == 65)
        // What is refused says how it is allowed.
        for (scene, bound) in [
            ("surface: sphere\nsteps: 2000000\n", "steps=2000000"),
            ("surface: sphere\noptimizers: [{ sgd: { seeds: 1001 } }]\nnoise: 1\n", "runs=1001"),
            ("surface: sphere\nanimation: { fps: 240, duration: 3600 }\n", "frames=864000"),
            (
                "surface: { formula: \"\(String(repeating: "x*y+", count: 4000))x\" }\n", "operations=32002"
            ),
            (
                "surface: { formula: \"\((1...3000).map { "sin(x*\($0))" }.joined(separator: "+"))\" }\n",
                "operations=90000"
            ),
            ("surface: sphere\nfigure: { width: 1300px, height: 800px }\n", "pixels=1040000"),
        ] {
            try workshop.write(scene, to: "large.yaml")
            let name = bound.prefix { $0 != "=" }
            let lower = name == "pixels" ? ["--limits", "pixels=1000000"] : []
            let refused = try workshop.ravine(["check", "large.yaml"] + lower)
            #expect(refused.status == 65 && refused.errors.contains("raise the bound: --limits \(name)=N"))
            #expect(try workshop.ravine("check", "large.yaml", "--limits", bound).status == 0)
        }
        let pixels = try workshop.ravine("check", "a.yaml", "--limits", "pixels=1000")
        #expect(pixels.status == 65 && pixels.errors.contains("would have more than 1000 pixels"))
        let size = try workshop.ravine(
            "render", "a.yaml", "--limits", "pixels=400000", "--set", "figure.dpi=20", "--size", "800x600")
        #expect(size.status == 64 && !workshop.contains("output"))
        let listed = try workshop.ravine("list", "limits").output.split(separator: "\n")
        for line in listed {
            let name = String(line.prefix { $0 != "=" })
            #expect(try workshop.ravine("check", "a.yaml", "--limits", "\(name)=0").status == 64)
            #expect(try workshop.ravine("check", "a.yaml", "--limits", "\(name)=9999999999999999999").status == 64)
        }
        #expect(listed.count >= 9)
        #expect(try workshop.ravine("check", "a.yaml", "--limits", "stps=5").errors.contains("Did you mean 'steps'?"))
    }

    private struct Said: Decodable, Equatable {
        var file: String?
        var line, column, endColumn: Int?
        let severity, message: String
        var help: String?
    }

    @Test func diagnosticsCanBeJSON() throws {
        let workshop = try workshop()
        try workshop.write("surface: sphere\nsteps: \"x\\\\y\"\nstep: 3\n", to: "bad.yaml")
        let json = ["--diagnostics", "json"]
        func said(_ arguments: [String]) throws -> [Said] {
            try workshop.ravine(arguments + json).errors.split(separator: "\n").map {
                try JSONDecoder().decode(Said.self, from: Data($0.utf8))
            }
        }
        let mistakes = [
            Said(
                file: "bad.yaml", line: 2, column: 8, endColumn: 9, severity: "error",
                message: "'steps' must be a whole number from 1 to 1000000, not text 'x\\y'"),
            Said(
                file: "bad.yaml", line: 3, column: 1, endColumn: 5, severity: "error",
                message: "unknown key 'step' in a scene", help: "did you mean 'steps'?"),
        ]
        #expect(try said(["check", "bad.yaml"]) == mistakes)
        #expect(try said(["simulate", "bad.yaml"]) == mistakes)
        let all = try said(["render", "bad.yaml", "none.yaml"])
        #expect(all.prefix(2) == mistakes[...])
        #expect(all[2] == Said(severity: "error", message: "cannot read none.yaml: no such file"))
        #expect(all[3] == Said(severity: "note", message: "0 of 2 scenes drawn; 2 failed"))
        #expect(try said(["render", "a.yaml", "--out", "o", "-o", "x.png"]).map(\.severity) == ["error"])
        #expect(try said(["check", "a.yaml"]).isEmpty)
    }
}
