import SceneFile
import Simulation
import Surfaces
import Testing

private func goodScene(_ text: String) throws -> Scene {
    let reading = read(text)
    #expect(reading.diagnostics.map(\.description) == [])
    return try #require(reading.scene)
}

/// One family of surfaces: `vary` inside `surface`.
@Suite struct SurfaceSweepTests {
    @Test func everyOptimizerRunsOnEveryMember() throws {
        let scene = try goodScene(
            """
            surface: { name: rosenbrock, parameters: { a: 2 }, vary: { b: [1, 10, 100] } }
            optimizers: [adam: { vary: { lr: [0.1, 0.2] } }, sgd: { label: Slow, start: [[0, 0], [1, 0]] }]
            """)
        let members = ["main[b=1]", "main[b=10]", "main[b=100]"]
        #expect(scene.surfaces.map(\.id) == members && scene.surfaces.allSatisfy { $0.family == "main" })
        #expect(scene.surfaces.map(\.label) == ["$b = 1$", "$b = 10$", "$b = 100$"])
        #expect(scene.surfaces.map { $0.surface.field.value(at: SIMD2(0, 1)) } == [5, 14, 104])
        #expect(
            scene.runs.map(\.id) == [
                "adam[lr=0.1][b=1]", "adam[lr=0.1][b=10]", "adam[lr=0.1][b=100]", "adam[lr=0.2][b=1]",
                "adam[lr=0.2][b=10]", "adam[lr=0.2][b=100]", "sgd[b=1]", "sgd[b=1]@2", "sgd[b=10]", "sgd[b=10]@2",
                "sgd[b=100]", "sgd[b=100]@2",
            ])
        #expect(scene.runs.prefix(6).map(\.surface) == members + members)
        #expect(scene.runs[7].family == "sgd[b=1]" && scene.runs[7].entry == "sgd")
        #expect(scene.runs[1].label == "Adam, $b = 10$" && scene.runs[8].label == "Slow, $b = 10$")
        #expect(
            scene.runs(on: "main[b=10]").map(\.id) == [
                "adam[lr=0.1][b=10]", "adam[lr=0.2][b=10]", "sgd[b=10]", "sgd[b=10]@2",
            ])
    }

    @Test func gridsRowsAndFormulas() throws {
        let grid = try goodScene("surface: { formula: 'a*x^2 + b*y^2', vary: { a: [1, 2], b: [3, 4] } }\n")
        #expect(
            grid.surfaces.map(\.id)
                == ["main[a=1,b=3]", "main[a=1,b=4]", "main[a=2,b=3]", "main[a=2,b=4]"])
        #expect(grid.surfaces[3].label == "$a = 2$, $b = 4$")
        let rows = try goodScene("surface: { formula: 'a*x^2 + b*y^2', vary: [{ a: 1, b: 1 }, { a: 9, b: 2 }] }\n")
        #expect(rows.surfaces.map { $0.surface.field.value(at: SIMD2(1, 1)) } == [2, 11])
        #expect(rows.surface.field.value(at: SIMD2(1, 1)) == 2)
    }

    @Test func eachMemberHasItsOwnMinima() throws {
        let scene = try goodScene(
            """
            surface: { name: rosenbrock, vary: { a: [1, 2] } }
            until: { distance: 0.1 }
            optimizers: [sgd]
            """)
        #expect(scene.runs.map(\.until.minima) == [[SIMD2(1, 1)], [SIMD2(2, 4)]])
        #expect(scene.runs.allSatisfy { $0.until.distance == 0.1 })
    }

    @Test func membersEqualScenesOfTheirOwn() throws {
        let rest = "seed: 3\nnoise: 0.1\nsteps: 40\noptimizers: [adam: { lr: 0.1 }, sgd: { lr: 0.001, seeds: 2 }]\n"
        let whole = try goodScene("surface: { name: rosenbrock, vary: { b: [1, 10] } }\n" + rest)
        let trajectories = whole.trajectories(of: whole.runs, jobs: 3)
        for b in [1, 10] {
            let alone = try goodScene("surface: { name: rosenbrock, parameters: { b: \(b) } }\n" + rest)
            let members = trajectories.filter { $0.run.surface == "main[b=\(b)]" }
            #expect(members.map(\.points) == simulate(alone.runs, on: alone.surface.field, jobs: 1).map(\.points))
        }
    }

    @Test(
        arguments: [
            ("name: rosenbrock, vary: { c: [1, 2] }", 1, 38, "unknown parameter 'c'", "did you mean 'a'?"),
            ("name: rosenbrock, vary: { b: [1, x] }", 1, 45, "'b' must be a number, not text 'x'", nil),
            ("name: rosenbrock, vary: { b: [1, .inf] }", 1, 45, "'b' must be a finite number, not .inf", nil),
            ("name: rosenbrock, vary: { b: 3 }", 1, 41, "'b' must be a list of values, not 3", "vary: { b: [1, 10] }"),
            (
                "name: rosenbrock, vary: 3", 1, 36,
                "'vary' must be a mapping of lists, such as { b: [1, 10] }, or a list of mappings, not 3", nil
            ),
            (
                "name: rosenbrock, parameters: { b: 1 }, vary: { b: [1, 2] }", 1, 44, "'b' is varied as well",
                "keep it here or in 'vary'"
            ),
            ("name: rosenbrock, vary: { b: [1, 2, 1] }", 1, 36, "two members of the sweep are the same: '[b=1]'", nil),
            (
                "formula: 'bulge*x^2', parameters: { bulge: 1 }, vary: { bulg: [1, 2] }", 1, 68,
                "the formula has no parameter 'bulg' to vary", "did you mean 'bulge'?"
            ),
            ("formula: 'b*x', vary: { b: [1], q: [2] }", 1, 44, "the formula has no parameter 'q' to vary", nil),
            (
                "data: [[0, 1], [1, 2]], vary: { b: [1] }", 1, 36, "'vary' belongs to a surface with 'name'",
                "one with 'data' has model, loss, delta, l1, l2, reduction, features, target, domain, transform"
            ),
            (
                "name: rosenbrock, vary: { a: [\((1...11).map(String.init).joined(separator: ","))], b: [\((1...11).map(String.init).joined(separator: ","))] }",
                1, 36, "the sweep makes 121 surfaces; a scene can have 100",
                "raise the bound: --limits surfaces=N"
            ),
        ] as [(String, Int, Int, String, String?)])
    func mistakesAreTold(_ surface: String, _ line: Int, _ column: Int, _ message: String, _ help: String?) {
        let reading = read("surface: { \(surface) }\n")
        #expect(reading.scene == nil)
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.map(\.help) == [help])
        #expect(reading.diagnostics.map { [$0.line, $0.column] } == [[line, column]])
    }

    @Test func bothSweepsAreBoundedTogether() {
        let tens = (1...10).map(String.init).joined(separator: ",")
        let surface = "surface: { name: rosenbrock, vary: { a: [\(tens)], b: [\(tens)] } }\n"
        let one = read(surface + "optimizers: [adam: { vary: { lr: [\(tens),11] } }]\n")
        #expect(one.diagnostics.map(\.message) == ["the sweeps make 1100 runs; a scene can have 1000"])
        let several = read(surface + "optimizers: [\(Array(repeating: "adam", count: 11).joined(separator: ","))]\n")
        #expect(several.diagnostics.map(\.message) == ["these are 1100 runs; a scene can have 1000"])
    }
}

/// Further surfaces by names of their own: `surfaces`.
@Suite struct NamedSurfaceTests {
    private let text = """
        surface: rosenbrock
        surfaces:
          cliff: { formula: "x^2 + 50*max(0, y)^2", minima: [[0, 0]], domain: { x: [-1, 1], y: [-2, 2] } }
          Hill: { name: beale, parameters: {}, transform: { shift: [1, 0] } }
          unused: { formula: "x*y" }
        steps: 20
        until: { distance: 0.01 }
        optimizers:
          - adam
          - adam: { surface: hill }
          - adam: { surface: cliff, start: { grid: [1, 2] }, label: Over the edge }
          - sgd: { lr: 0.001, vary: { surface: [main, Hill] } }
        """

    @Test func entriesChooseTheirSurface() throws {
        let scene = try goodScene(text)
        #expect(scene.surfaces.map(\.id) == ["main", "cliff", "Hill", "unused"])
        #expect(scene.surface.id == "rosenbrock" && scene.surface("Hill")?.surface.id == "beale")
        #expect(
            scene.runs.map(\.id)
                == ["adam", "adam-2", "adam-3", "adam-3@2", "sgd[surface=main]", "sgd[surface=Hill]"])
        #expect(scene.runs.map(\.surface) == ["main", "Hill", "cliff", "cliff", "main", "Hill"])
        #expect(
            scene.runs.map(\.label)
                == ["Adam", "Adam, Hill", "Over the edge", "Over the edge", "SGD", "SGD, Hill"])
    }

    @Test func startsDomainsAndMinimaAreTheSurfacesOwn() throws {
        let scene = try goodScene(text)
        let beale = try #require(SurfaceCatalogue.entry(named: "beale")).start
        #expect(scene.runs[1].start == beale + SIMD2(1, 0))
        #expect(scene.runs[2...3].map(\.start) == [SIMD2(0, -1), SIMD2(0, 1)])
        #expect(scene.runs[0...2].map(\.until.minima) == [[SIMD2(1, 1)], [SIMD2(4, 0.5)], [SIMD2(0, 0)]])
        #expect(scene.surface("cliff")?.domain == Domain(x: -1...1, y: -2...2))
        #expect(scene.surface("unused")?.domain == nil)
        #expect(scene.figure.map.domain == scene.surfaces[0].domain)
        let started = try goodScene(
            "surface: rosenbrock\nsurfaces: { b: beale }\nstart: [0.5, 0.5]\noptimizers: [sgd: { surface: b }]\n")
        #expect(started.runs.map(\.start) == [SIMD2(0.5, 0.5)])
    }

    @Test func runsEqualThoseOfAnotherSceneInAnyOrderOnAnyThreads() throws {
        let scene = try goodScene(text)
        let trajectories = scene.trajectories(of: scene.runs, jobs: 1)
        let alone = try goodScene(
            """
            surface: { name: beale, transform: { shift: [1, 0] } }
            steps: 20
            optimizers: [adam, sgd: { lr: 0.001 }]
            """)
        let own = simulate(alone.runs, on: alone.surface.field, jobs: 1)
        #expect(own.map(\.points) == [trajectories[1].points, trajectories[5].points])
        #expect(own.map(\.losses) == [trajectories[1].losses, trajectories[5].losses])
        let reversed = scene.trajectories(of: scene.runs.reversed(), jobs: 4)
        #expect(reversed.map(\.points) == trajectories.reversed().map(\.points))
    }

    @Test func theScenesStartIsReadWhereItIsNeeded() throws {
        let text = "surface: rosenbrock\nsurfaces: { f: { formula: x } }\nstart: { grid: [2, 1] }\n"
        let scene = try goodScene(text + "optimizers: [sgd, adam: { surface: f, start: [1, 1] }]\n")
        #expect(scene.runs.map(\.start) == [SIMD2(-1, 1), SIMD2(1, 1), SIMD2(1, 1)])
        #expect(
            read("surface: rosenbrock\nstart: { grid: [0, 1] }\noptimizers: [sgd: { start: [1, 1] }]\n").scene == nil)
    }

    @Test func dataHaveTheirOwnBatches() throws {
        let data = "data: { data: [[0, 1], [1, 2], [2, 4]] }"
        let scene = try goodScene(
            "surface: rosenbrock\nsurfaces: { \(data) }\noptimizers: [sgd, sgd: { surface: data, batch: 2 }]\n")
        #expect(scene.runs.map(\.sampling.batch) == [nil, 2])
        let whole = try goodScene(
            "surface: rosenbrock\nsurfaces: { \(data) }\nbatch: 2\noptimizers: [sgd: { surface: data }]\n")
        #expect(whole.runs.map(\.sampling.batch) == [2] && whole.runs.map(\.start) == [.zero])
    }

    @Test func extendedScenesReplaceThemWhole() throws {
        let reading = try SceneFolder([
            "a.yaml": "extends: b.yaml\nsurfaces: { s: { name: beale }, t: { parameters: { b: 5 } } }\n",
            "b.yaml":
                "surface: rosenbrock\nsurfaces: { s: { formula: x }, t: { formula: b*x, parameters: { b: 3 } }, u: sphere }\n",
        ]).scene("a.yaml")
        #expect(reading.surfaces.map(\.surface.id) == ["rosenbrock", "beale", "formula", "sphere"])
        #expect(reading.surface("t")?.surface.field.value(at: SIMD2(1, 0)) == 5)
    }

    @Test(arguments: [
        (
            "surfaces: [a]", 2, 11,
            "'surfaces' must be a mapping of names to surfaces, such as { bowl: sphere }, not a list"
        ),
        ("surfaces: { main: beale }", 2, 13, "two surfaces have the name 'main'"),
        ("surfaces: { a: beale, A: sphere }", 2, 23, "two surfaces have the name 'A'"),
        ("surfaces: { 'a b': beale }", 2, 13, "'a b' cannot name a surface"),
        (
            "surfaces: { a: { name: rosenbrock, vary: { b: [1] } } }", 2, 36,
            "'vary' belongs to the scene's own 'surface'"
        ),
        ("surfaces: { a: beal }", 2, 16, "unknown surface 'beal'"),
        (
            "surfaces: { a: { name: beale, domain: { x: [1, 0], y: [0, 1] } } }", 2, 44,
            "'x' must ascend: the first number is the smaller one"
        ),
        (
            "optimizers: [sgd: { surface: clif }]\nsurfaces: { cliff: beale }", 2, 30,
            "unknown surface 'clif' in this scene"
        ),
        ("optimizers: [sgd: { surface: beale }]", 2, 30, "unknown surface 'beale' in this scene"),
        ("optimizers: [sgd: { surface: [a] }]", 2, 30, "'surface' must be text, not a list"),
        (
            "optimizers: [sgd: { surface: f, batch: 3, start: [1, 1] }]\nsurfaces: { f: { formula: x } }", 2, 33,
            "'batch' needs data to draw from, and the surface 'f' has none"
        ),
        (
            "optimizers: [sgd: { surface: f }]\nsurfaces: { f: { formula: x } }", 2, 14,
            "'sgd' has no start: the surface 'f' has no customary one"
        ),
        (
            "optimizers: [sgd: { surface: f, start: [1, 1] }]\nsurfaces: { f: { formula: x } }\nuntil: { distance: 1 }",
            4, 10, "no minimum of the surface 'f' is known to measure a distance to"
        ),
        (
            "optimizers: [sgd: { surface: f, start: { random: 3 } }]\nsurfaces: { f: { formula: x } }", 2, 42,
            "there is no domain for these starts to lie in"
        ),
        (
            "surfaces: { \((1...101).map { "s\($0): sphere" }.joined(separator: ", ")) }", 2, 11,
            "these are 101 surfaces; a scene can have 100"
        ),
    ])
    func mistakesAreTold(_ text: String, _ line: Int, _ column: Int, _ message: String) {
        let reading = read("surface: rosenbrock\n\(text)\n")
        #expect(reading.scene == nil)
        #expect(reading.diagnostics.map(\.message) == [message])
        #expect(reading.diagnostics.map { [$0.line, $0.column] } == [[line, column]])
    }

    @Test func mistakesHelp() {
        let near = read("surface: rosenbrock\nsurfaces: { cliff: beale }\noptimizers: [sgd: { surface: clif }]\n")
        #expect(near.diagnostics.map(\.help) == ["did you mean 'cliff'?"])
        let catalogued = read("surface: rosenbrock\noptimizers: [sgd: { surface: Beale }]\n")
        #expect(catalogued.diagnostics.map(\.help) == ["name it in the scene: 'surfaces: { beale: beale }'"])
        let domain = read("surface: { name: beale, domain: { x: [0, 1], y: [0, 1] } }\n")
        #expect(domain.diagnostics.map(\.message) == ["'domain' belongs to one of 'surfaces'"])
    }

    @Test func warningsAreOfTheirSurface() {
        let off = read(
            "surface: rosenbrock\nsurfaces: { f: { formula: log(x) } }\noptimizers: [sgd: { surface: f, start: [-1, 0] }]\n"
        )
        #expect(off.diagnostics.map(\.message) == ["the surface 'f' has no value at the start [-1.0, 0.0]"])
        let unseen = read(
            "surface: rosenbrock\nsurfaces: { f: { formula: log(x), domain: { x: [-2, -1], y: [0, 1] } } }\n")
        #expect(unseen.diagnostics.map(\.message) == ["the surface 'f' has no value anywhere in the domain"])
        #expect(off.scene != nil && unseen.scene != nil)
    }
}
