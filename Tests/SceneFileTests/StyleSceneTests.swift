import Drawings
import Figures
import SceneFile
import Testing

@Suite struct StyleSceneTests {
    private func scene(_ text: String) throws -> Scene {
        let reading = read(text)
        #expect(reading.diagnostics.map(\.description) == [])
        return try #require(reading.scene)
    }

    @Test func mapsHaveColours() throws {
        let scene = try scene(
            """
            surface: rosenbrock
            map: { colormap: magma_r, softening: 0.3, levels: { scale: log, count: 12, to: 100 } }
            figure: { panels: { a: { map: { colormap: Vik } }, b: { map: { levels: symlog } } } }
            """)
        #expect(scene.figure.map.colormap?.name == "magma_r" && scene.figure.map.softening == 0.3)
        #expect(scene.figure.map.levels == LevelSpecification(.logarithmic, count: 12, to: 100))
        let maps = scene.figure.panels.compactMap { if case .map(let map) = $0.kind { map } else { nil } }
        #expect(maps.map(\.colormap?.name) == ["vik", "magma_r"] && maps.map(\.softening) == [0.3, 0.3])
        #expect(maps[1].levels == .symmetric)
    }

    @Test func figuresHaveATheme() throws {
        let figure = try scene(
            """
            surface: rosenbrock
            figure:
              theme: dark
              background: none
              style: { ink: "#eee", trail_width: 2, colors: [tab:blue, '#FF000080'] }
            """
        ).figure
        #expect(figure.theme == .dark && figure.background?.alpha == 0)
        #expect(
            figure.style == [
                "ink": .color(Color(0xEEEEEE)), "trail_width": .length(2),
                "colors": .colors([Color(0x1F77B4), Color(0xFF0000, alpha: 128 / 255)]),
            ])
    }

    /// Every key is read as its table says, and a file that is extended gives what a scene leaves out.
    @Test func everyKeyCanBeSetInAnExtendedFile() throws {
        let lines = StyleKey.all.map { key in
            switch key.kind {
            case .color: "    \(key.name): '#123456'"
            case .colors: "    \(key.name): ['#123456']"
            case .length: "    \(key.name): 7"
            }
        }
        let folder = SceneFolder([
            "course.yaml": "figure:\n  theme: print\n  style:\n" + lines.joined(separator: "\n") + "\n",
            "scene.yaml": "extends: course.yaml\nsurface: rosenbrock\nfigure: { style: { ink: red } }\n",
        ])
        let figure = try folder.scene().figure
        #expect(figure.theme == .print)
        for key in StyleKey.all {
            let wanted: StyleValue =
                switch key.kind {
                case .color: .color(Color(key.name == "ink" ? 0xFF0000 : 0x123456))
                case .colors: .colors([Color(0x123456)])
                case .length: .length(7)
                }
            #expect(figure.style[key.name] == wanted)
        }
    }

    @Test func runsHaveAStyleByTheirEntry() throws {
        let scene = try scene(
            """
            surface: rosenbrock
            optimizers:
              - adam: { style: { color: crimson, dash: [4, 2] } }
              - adam: { vary: { lr: [0.1, 0.2] }, style: { marker: down-triangle, dash: dashdot, width: 3 } }
              - sgd
            """)
        #expect(Set(scene.figure.runStyles.keys) == ["adam", "adam-2"])
        var first = RunStyle()
        (first.color, first.dash) = (Color(0xDC143C), .lengths([4, 2]))
        var second = RunStyle()
        (second.marker, second.dash, second.width) = (.downTriangle, .dashdot, 3)
        #expect(scene.figure.runStyles == ["adam": first, "adam-2": second])
    }

    @Test func logarithmicLevelsOfANegativeSurfaceAreWarnedOf() throws {
        let text = """
            surface: saddle
            map: { levels: log }
            figure: { panels: { a: { map: { levels: { scale: log, from: 0.1 } } } } }

            """
        let reading = read(text)
        #expect(reading.scene != nil)
        #expect(
            reading.diagnostics.map(\.description) == [
                """
                scene.yaml:2:16: warning: the surface is negative in places, so its levels are symmetric logarithmic
                    map: { levels: log }
                                   ^~~
                help: write 'symlog' to say so, or { scale: log, from: 0.01 } for levels above 0 alone

                """
            ])
        #expect(read("surface: sphere\nmap: { levels: log }\n").diagnostics.isEmpty)
    }
}
