import Figures
import SceneFile
import Testing

@Suite struct PanelSceneTests {
    private static let runs = """
        surface: rosenbrock
        steps: 10
        optimizers:
          - adam: { id: a, vary: { lr: [0.01, 0.1] } }
          - rmsprop

        """

    private func figure(_ text: String) throws -> FigureSpecification {
        let reading = read(Self.runs + text)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene).figure
    }

    @Test func panelsAndLayout() throws {
        let figure = try figure(
            """
            figure:
              settings: full
              layout: [[left, ., right], [rates, rates, legend]]
              width_ratios: [2, 1, 1]
              panels:
                left: { map: { runs: a, title: Adam, levels: log, domain: { x: [0, 1], y: [0, 2] } } }
                right: { map: { runs: [RMS_is_not_here, rmsprop] } }
                rates: { curve: { y: [effective_lr, v], scale: log, lines: [10, { y: 0.5, label: half }], parameter: x } }
            """.replacing("RMS_is_not_here, ", with: ""))
        #expect(figure.settings == .full)
        #expect(figure.panels.map(\.name) == ["left", "right", "rates"])
        let layout = try #require(figure.layout)
        #expect(layout.cells == [["left", nil, "right"], ["rates", "rates", "legend"]])
        #expect(layout.widthRatios == [2, 1, 1] && layout.heightRatios == nil)
        #expect(figure.panels[0].runs == ["a"] && figure.panels[0].title == "Adam")
        guard case .map(let map) = figure.panels[0].kind, case .curve(let curve) = figure.panels[2].kind else {
            Issue.record("other kinds")
            return
        }
        #expect(map.levels == .logarithmic && map.domain?.x == 0...1)
        #expect(curve.y == ["effective_lr", "v"] && curve.scale == .log && curve.parameter == .x)
        #expect(
            curve.lines == [CurveSpecification.Line(value: 10), CurveSpecification.Line(value: 0.5, label: "half")])
    }

    @Test func kindsAlone() throws {
        let figure = try figure(
            "figure: { panels: { m: map, t: table, s: multiples, l: legend, c: { curve: { y: loss } } } }")
        #expect(figure.panels.count == 5 && figure.layout == nil)
        #expect(figure.panels[3].kind == .legend)
    }

    /// All that a run records can be drawn by its name, in any spelling.
    @Test func everyQuantityHasAName() throws {
        for name in [
            "loss", "Grad-Norm", "update_norm", "lr", "evaluations", "exp_avg", "square_avg", "m", "v", "point",
        ] {
            let figure = try figure("figure: { panels: { c: { curve: { y: \(name) } } } }")
            #expect(figure.panels.count == 1)
        }
    }

    @Test(
        arguments: [
            ("panels: { a: { mpa: {} } }", "unknown kind of panel 'mpa'", "did you mean 'map'?"),
            (
                "panels: { a: { map: {}, curve: { y: loss } } }", "a panel is of one kind, and here is a second key",
                "put its settings inside 'map'"
            ),
            ("panels: { a: { map: { rnus: a } } }", "unknown key 'rnus' in 'map'", "did you mean 'runs'?"),
            ("panels: { a: { map: { runs: rsmprop } } }", "no run has the id 'rsmprop'", "did you mean 'rmsprop'?"),
            ("panels: { a: { curve: {} } }", "'curve' has no 'y'", "write { curve: { y: loss } }"),
            ("panels: { a: { curve: { y: los } } }", "these runs have no 'los'", "did you mean 'loss'?"),
            ("panels: { a: { curve: { y: exp_avg, runs: rmsprop } } }", "these runs have no 'exp_avg'", nil),
            (
                "panels: { a: { curve: { y: loss, x: stpe } } }", "curves cannot be shown against 'stpe'",
                "did you mean 'step'?"
            ),
            (
                "panels: { a: { curve: { y: loss, scale: log, range: [0, 1] } } }",
                "a logarithmic scale has no place for 0.0", "begin above 0, or use 'symlog'"
            ),
            (
                "panels: { a: { curve: { y: loss, range: [1, 0] } } }",
                "'range' must ascend: the first number is the smaller one", nil
            ),
            ("panels: { a: { curve: { y: loss, labels: 3 } } }", "'labels' must be true or false, not 3", nil),
            ("panels: { a: { table: { columns: [lr, los] } } }", "a table has no column 'los'", "did you mean 'loss'?"),
            ("panels: { a: map }, layout: [[a, b]]", "there is no panel 'b'", nil),
            ("panels: { a: map, b: map }, layout: [[a]]", "the panel 'b' has no place in the layout", nil),
            (
                "panels: { a: map, b: map }, layout: [[a, b], [a]]", "this row has 1 cells, and the first has 2",
                "'.' is an empty cell"
            ),
            ("panels: { a: map, b: map }, layout: [[a, b], [b, a]]", "the cells of 'a' do not make a rectangle", nil),
            ("layout: [[a]]", "'layout' places panels, and there are none", "add 'panels: { NAME: { map: {} }, … }'"),
            ("panels: { a: map }, height_ratios: [1]", "'height_ratios' needs a 'layout'", nil),
            (
                "panels: { a: map }, layout: [[a]], width_ratios: [1, 2]",
                "'width_ratios' has 2 numbers, and the layout 1 columns", nil
            ),
            (
                "panels: { a: map }, layout: [[a]], width_ratios: [-1]",
                "'width_ratios' must be a number from 0.01 to 100, not -1", nil
            ),
            (
                "panels: [map]",
                "'panels' must be a mapping of names to panels, such as { left: { map: {} } }, not a list", nil
            ),
            ("settings: ful", "'settings' must be full, given or none, not text 'ful'", "did you mean 'full'?"),
        ] as [(String, String, String?)])
    func mistakesAreTold(_ text: String, _ message: String, _ help: String?) throws {
        let reading = read(Self.runs + "figure: { \(text) }\n")
        #expect(reading.scene == nil)
        let told = try #require(
            reading.diagnostics.first { $0.message == message }, "\(reading.diagnostics.map(\.message))")
        if let help { #expect(told.help == help) }
    }

    @Test func nothingToShow() {
        let reading = read("surface: sphere\nfigure: { panels: { c: { curve: { y: loss } } } }\n")
        #expect(reading.diagnostics.first?.message == "there are no runs to show")
    }
}

@Suite struct PanelSurfaceTests {
    private func scene(_ panels: String) -> SceneReading {
        read(
            """
            surface: { name: rosenbrock, vary: { b: [1, 100] } }
            surfaces: { bowl: sphere }
            steps: 3
            optimizers: [adam, sgd: { surface: bowl, lr: 0.1 }]
            figure: { panels: { \(panels) } }

            """)
    }

    /// By the id of a surface, or of a sweep's family.
    @Test(arguments: ["bowl", "main", "'main[b=100]'"]) func mapsNameTheirSurface(name: String) throws {
        let reading = scene("a: { map: { surface: \(name) } }, b: { multiples: { by: surface } }")
        #expect(reading.diagnostics.map(\.description) == [])
        guard case .map(let map)? = reading.scene?.figure.panels.first?.kind else {
            Issue.record("no map")
            return
        }
        #expect(map.surface == name.filter { $0 != "'" } && map.domain == nil)
    }

    @Test func anUnknownSurfaceIsTold() {
        let reading = scene("a: { map: { surface: bwol } }")
        #expect(reading.diagnostics.map(\.message) == ["there is no surface 'bwol'"])
        #expect(reading.diagnostics.first?.help == "did you mean 'bowl'?")
    }
}
