import Foundation
import SceneFile
import Simulation
import Surfaces
import Testing

@Suite struct GridSceneTests {
    /// f(x, y) = x + 10 y, which every interpolant repeats, sampled on x = 0, 1, 3 and y = -1, 0, 2, 5.
    private static let tidy =
        "x,y,loss\n"
        + [-1.0, 0, 2, 5].flatMap { y in [0.0, 1, 3].map { x in "\(x),\(y),\(x + 10 * y)\n" } }.joined()

    private static let matrix = ",0,1,3\n-1,-10,-9,-7\n0,0,1,3\n2,20,21,23\n5,50,51,53\n"

    private static let files: [String: [String: String]] = [
        "tidy": ["scene.yaml": "surface: { grid: loss.csv }\n", "loss.csv": tidy],
        "tidy without names": [
            "scene.yaml": "surface: { grid: loss.csv }\n",
            "loss.csv": tidy.split(separator: "\n").dropFirst().shuffled().joined(separator: "\n"),
        ],
        "tidy with other names": [
            "scene.yaml": "surface: { grid: loss.csv, x: w1, y: w2, loss: Cost }\n",
            "loss.csv": tidy.replacing("x,y,loss", with: "w1,w2,cost"),
        ],
        "matrix with axes": ["scene.yaml": "surface: { grid: loss.csv }\n", "loss.csv": matrix],
        "matrix, descending": [
            "scene.yaml": "surface: { grid: loss.csv }\n",
            "loss.csv": ",0,1,3\n5,50,51,53\n2,20,21,23\n0,0,1,3\n-1,-10,-9,-7\n",
        ],
        "matrix, rows of x": [
            "scene.yaml": "surface: { grid: loss.csv, rows: x, x: [0, 1, 3], y: [-1, 0, 2, 5] }\n",
            "loss.csv": "-10,0,20,50\n-9,1,21,51\n-7,3,23,53\n",
        ],
        // The first column has x: so does each row.
        "matrix with axes, rows of x": [
            "scene.yaml": "surface: { grid: loss.csv, rows: x }\n",
            "loss.csv": ",-1,0,2,5\n0,-10,0,20,50\n1,-9,1,21,51\n3,-7,3,23,53\n",
        ],
        "three columns are a matrix where the scene has the axes": [
            "scene.yaml": "surface: { grid: loss.csv, x: [0, 1, 3], y: [-1, 0, 2, 5] }\n",
            "loss.csv": "-10,-9,-7\n0,1,3\n20,21,23\n50,51,53\n",
        ],
        "another folder": [
            "scene.yaml": "extends: base/course.yaml\n", "base/course.yaml": "surface: { grid: data/loss.csv }\n",
            "base/data/loss.csv": tidy,
        ],
    ]

    @Test(arguments: files.keys.sorted()) func everyFormIsTheSameSurface(name: String) throws {
        let surface = try SceneFolder(try #require(Self.files[name])).scene().surface
        #expect(surface.id == "grid" && surface.name == "loss" && surface.start == nil)
        #expect(surface.domain == Domain(x: 0...3, y: -1...5))
        let (value, gradient) = surface.field.gradient(at: SIMD2(2, 1))
        #expect(abs(value - 12) < 1e-12 && abs(gradient.x - 1) < 1e-12 && abs(gradient.y - 10) < 1e-12)
    }

    @Test func aMatrixOfNumPy() throws {
        let scene = "surface: { grid: loss.npy, x: [0, 2], y: [-1, 5] }\n"
        let values = [-1.0, 1, 3, 5].flatMap { y in [0.0, 1, 2].map { $0 + 10 * y } }
        let surface = try SceneFolder(bytes: ["scene.yaml": Array(scene.utf8), "loss.npy": npy([4, 3], values)])
            .scene().surface
        #expect(surface.domain == Domain(x: 0...2, y: -1...5))
        #expect(abs(surface.field.value(at: SIMD2(0.5, 2)) - 20.5) < 1e-12)
    }

    /// What NumPy users have: one array in an archive, under the name that savez gives it, and X with two columns.
    @Test func matricesGoByAnyName() throws {
        let values = [-1.0, 1, 3, 5].flatMap { y in [0.0, 1, 2].map { $0 + 10 * y } }
        let surface = try SceneFolder(bytes: [
            "scene.yaml": Array("surface: { grid: loss.npz, x: [0, 2], y: [-1, 5] }\n".utf8),
            "loss.npz": npz("arr_0", npy([4, 3], values)),
        ]).scene().surface
        #expect(abs(surface.field.value(at: SIMD2(0.5, 2)) - 20.5) < 1e-12)
    }

    @Test func missingSamplesAreHoles() throws {
        let missing = Self.tidy.replacing("3.0,5.0,53.0\n", with: "")
        let empty = Self.tidy.replacing("3.0,5.0,53.0\n", with: "3.0,5.0,\n")
        for table in [missing, empty] {
            let scene = try SceneFolder(["scene.yaml": "surface: { grid: loss.csv }\n", "loss.csv": table]).scene()
            #expect(scene.surface.field.value(at: SIMD2(2, 3)).isNaN)
            #expect(abs(scene.surface.field.value(at: SIMD2(0.5, 3)) - 30.5) < 1e-12)
            #expect(scene.surface.field.value(at: SIMD2(4, 0)).isNaN)
        }
    }

    /// The landscape of a real network with its four recorded runs, from the example scenes.
    private static let scenes = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scenes").standardizedFileURL

    @Test func aRealLandscape() throws {
        let path = Self.scenes.appending(path: "digits-mlp.yaml").path
        let reading = try Scene.read(path: path)
        #expect(reading.diagnostics.isEmpty)
        let scene = try #require(reading.scene)
        #expect(scene.surface.domain?.x == -5.060868756766535...7.28317566891277)
        #expect(scene.surface.axisTitles?.x == "principal direction 1 (92.7% of the variance)")
        #expect(scene.surface.axisTitles?.y == "principal direction 2 (4.5% of the variance)")
        #expect(scene.runs.map(\.id) == ["recorded", "recorded-2", "recorded-3", "recorded-4"])
        #expect(scene.runs.map(\.steps) == [120, 120, 120, 120])
        let trajectories = simulate(scene.runs, on: scene.surface.field, jobs: 1)
        #expect(trajectories.allSatisfy { $0.points.count == 121 && $0.outcome == .completed })
        #expect(trajectories.map { ($0.losses.last ?? 0).rounded(toThousandths: ()) } == [0.902, 0.273, 0.585, 1.169])
        // The runs start near the plane, not in it.
        let first = scene.surface.field.value(at: scene.runs[0].start)
        #expect(abs(first - trajectories[0].losses[0]) < 0.2)
    }

    @Test func exchangedAxesAreNoticed() throws {
        let folder = Self.scenes.appending(path: "digits-mlp").path
        let text = """
            surface: { grid: \(folder)/landscape.npz, rows: x }
            optimizers:
              - recorded: { file: \(folder)/sgd.npz }
            """
        let reading = read(text)
        #expect(reading.scene != nil)
        #expect(reading.diagnostics.map(\.severity) == [.warning])
        #expect(
            reading.diagnostics.first?.message
                == "the losses recorded in '\(folder)/sgd.npz' fit this grid better with x and y exchanged")
        #expect(reading.diagnostics.first?.help == "if each row of the losses has one y, add 'rows: y'")
    }
}

extension Double {
    fileprivate func rounded(toThousandths: Void) -> Double { (1000 * self).rounded() / 1000 }
}
