import Drawings
import Foundation
import SceneFile
import Simulation
import Testing

@testable import Figures

@Suite struct MapLayerTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Scenes").path
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.sorted()
    }()

    private func lettering() throws -> Lettering {
        try Lettering(FontFiles.find(in: FontFiles.foldersAskedFor))
    }

    private func figure(_ scene: Scene) -> Figure {
        Figure(
            surface: scene.surface, trajectories: scene.trajectories(of: scene.runs(on: scene.surfaces[0].id), jobs: 2),
            specification: scene.figure)
    }

    private func figure(_ text: String) throws -> Figure {
        let reading = Scene.read(Array(text.utf8), name: "scene", file: "scene.yaml")
        return figure(try #require(reading.scene, "\(reading.diagnostics.map(\.description))"))
    }

    private func rooms(_ figure: Figure) throws -> [Room] {
        try figure.rooms(lettering(), pixelsPerPoint: 100 / 72, jobs: 2)
    }

    /// No words on words, on paths, on signs or on the frame's edge; none upside down.
    private func check(_ room: Room, _ comment: Comment) {
        let fixed = room.obstacles.prefix(room.fixedCount).filter { if case .rule = $0 { false } else { true } }
        for (index, label) in room.labels.enumerated() {
            #expect(room.holds(label.box), comment)
            #expect(!fixed.contains { $0.meets(label.box) }, comment)
            #expect(!room.labels[..<index].contains { $0.box.meets(label.box) }, comment)
            #expect(!IsolineLabels.isUpsideDown(label.box.direction), comment)
            if let leader = label.leader {
                let crossed = room.labels.filter { $0 != label }.contains {
                    $0.box.meets(segmentFrom: leader.from, to: leader.to, radius: 0)
                }
                #expect(!crossed, comment)
            }
        }
    }

    @Test(arguments: names) func wordsKeepApart(name: String) throws {
        var scene = try #require(try Scene.read(path: "\(Self.folder)/\(name)").scene)
        for (width, height) in [(576.0, 432.0), (288.0, 216.0), (720.0, 300.0)] {
            (scene.figure.page.width, scene.figure.page.height) = (width, height)
            for room in try rooms(figure(scene)) { check(room, "\(name), \(width) × \(height)") }
        }
    }

    private static let crowd = """
        surface: himmelblau
        start: { grid: [4, 4] }
        steps: 40
        optimizers: [adam: { lr: 0.2 }, rmsprop: { lr: 0.1 }]
        map: { ends: loss, arrows: { count: 12 }, critical: true, steps: { every: 5 }, trails: { fade: true } }

        """

    @Test func wordsKeepApartInACrowd() throws {
        let rooms = try rooms(figure(Self.crowd))
        #expect(rooms.count == 1)
        check(rooms[0], "16 starts")
        #expect(rooms[0].labels.contains { $0.kind == .end })
    }

    @Test(arguments: [
        ("surface: rosenbrock\n", 4), ("surface: beale\n", 6), ("surface: himmelblau\nmap: { aspect: equal }\n", 3),
        ("surface: rosenbrock\nmap: { labels: false }\n", 0), ("surface: rosenbrock\nmap: { isolines: false }\n", 0),
        ("surface: { formula: '3' }\n", 0),
    ])
    func levelsAreLabelled(text: String, least: Int) throws {
        let labels = try rooms(figure(text)).flatMap(\.labels)
        #expect(least == 0 ? labels.isEmpty : labels.count >= least)
    }

    @Test func multiplesAreLabelledOnRequestOnly() throws {
        let text = "surface: rosenbrock\noptimizers: [adam, sgd]\nfigure: { panels: { all: { multiples: "
        #expect(try rooms(figure(text + "{} } } }\n")).map(\.labels.count) == [0, 0])
        let labelled = try rooms(figure(text + "{ labels: true } } } }\n"))
        #expect(labelled.allSatisfy { !$0.labels.isEmpty })
    }

    /// Words that the author wants stand somewhere, however little room there is.
    @Test func everyAnnotationStands() throws {
        let figure = try figure(
            """
            surface: beale
            steps: 30
            until: { loss: 5 }
            optimizers: [adam: { id: a, lr: 0.2 }]
            map:
              ends: loss
              annotations:
                - { text: here, at: { run: a, step: 30 } }
                - { text: a corner, at: [4.49, 4.49] }
                - { text: another, at: [-4.49, -4.49] }
                - { text: outside, at: [9, 9] }

            """)
        let labels = try rooms(figure)[0].labels
        #expect(labels.count { $0.kind == .annotation } == 3)
        #expect(labels.count { $0.kind == .end } == 1)
    }

    @Test func jobsDoNotChangeTheDrawing() throws {
        let figure = try figure(
            Self.crowd.replacing("map: {", with: "map: { inset: { domain: { x: [2, 4], y: [1, 3] } },"))
        let one = try figure.drawing(lettering(), pixelsPerPoint: 2, jobs: 1)
        #expect(try figure.drawing(lettering(), pixelsPerPoint: 2, jobs: 3) == one)
    }

    /// Each layer draws something of its own, and nothing once it is off.
    @Test(arguments: [
        "bands: false", "isolines: false", "labels: false", "arrows: true", "arrows: { normalize: true }",
        "trails: false", "trails: { fade: true }", "trails: { color: step }", "steps: dots", "steps: arrows",
        "steps: { every: 7 }", "critical: true", "minima: false", "starts: false", "ends: false", "ends: loss",
        "inset: { domain: { x: [2, 3], y: [0, 1] }, at: lower left }", "annotations: [{ text: a, at: [0, 0] }]",
    ])
    func everyKeyChangesThePicture(key: String) throws {
        let text = "surface: beale\nsteps: 80\noptimizers: [adam: { lr: 0.2 }]\n"
        let plain = try figure(text).drawing(lettering(), pixelsPerPoint: 1, jobs: 2)
        #expect(try figure(text + "map: { \(key) }\n").drawing(lettering(), pixelsPerPoint: 1, jobs: 2) != plain)
    }

    @Test func theInsetHidesLeast() throws {
        // All paths run left: the inset stands right.
        let text = """
            surface: sphere
            domain: { x: [-5, 5], y: [-5, 5] }
            start: [[-4, 4], [-4, -4]]
            optimizers: [sgd: { lr: 0.1 }]
            map: { inset: { domain: { x: [-4.5, -3.5], y: [3.5, 4.5] }, size: 0.3 } }

            """
        let room = try rooms(figure(text))[0]
        let insets = room.obstacles.compactMap { if case .box(let box) = $0 { box } else { nil as TiltedBox? } }
            .filter { $0.half.x > 40 }
        #expect(insets.count == 1)
        #expect((insets.first?.center.x ?? 0) > room.box.center.x)
    }
}
