import Figures
import Foundation
import SceneFile
import Simulation
import Testing

/// What the captions of `Scenes/rmsprop-lesson` and its page say, from the numbers of the figures.
@Suite struct LessonTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: Lesson.folder.path)) ?? []
        return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    @Test func thereAreEleven() { #expect(Self.names.count == 11) }

    @Test(arguments: names) func isOneOfTheLesson(name: String) throws {
        let lines = try Lesson.text(of: "\(name).yaml").split(separator: "\n")
        let own = lines.filter { !$0.hasPrefix("# yaml-language-server: ") }
        #expect(own.count <= 25 && lines[0].hasPrefix("# What to see: "))
        // It has a caption, and the page shows it.
        _ = try Lesson(name)
    }

    @Test func aSumOnlyGrows() throws {
        let lesson = try Lesson("01-a-sum-only-grows")
        let run = try lesson.run("adagrad")
        let (sums, rates, steps) = (try run.column("s"), try run.column("effective_lr"), run.steps)
        #expect(zip(sums, sums.dropFirst()).allSatisfy { $0.x <= $1.x && $0.y <= $1.y })
        #expect(zip(rates, rates.dropFirst()).allSatisfy { $0.x >= $1.x && $0.y >= $1.y })
        #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 > $1 })
        #expect(lesson.says("1", sums[0].x) && lesson.says("12", sums[39].x) && sums.count == 40)
        #expect(lesson.says("0.40", rates[0].x) && lesson.says("0.11", rates[39].x))
        #expect("17".tells(steps[0] / steps[39]))
        #expect(lesson.says("1.5", lesson.distance(run)))
    }

    @Test func anAverageForgets() throws {
        let lesson = try Lesson("02-an-average-forgets")
        let (adagrad, rmsprop) = (try lesson.run("adagrad"), try lesson.run("rmsprop"))
        for run in [adagrad, rmsprop] {
            let first = run.updates[0]
            #expect(lesson.says("0.32", abs(first.x)) && lesson.says("0.32", abs(first.y)))
        }
        let falling = try adagrad.column("effective_lr").map(\.x)
        let rising = try rmsprop.column("effective_lr").map(\.x)
        #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 })
        #expect(lesson.says("0.025", falling[0]) && lesson.says("0.017", falling[99]))
        #expect(lesson.says("0.023", rising.min() ?? 0) && lesson.says("1.3", rising[99]))
        let remembered = try rmsprop.column("v").map(\.x)
        #expect("3".tells((remembered.max() ?? 0) / remembered[99] / 1000))
        #expect(lesson.adds("3.0", lesson.distance(adagrad)) && lesson.adds("0.15", lesson.distance(rmsprop)))
    }

    @Test func whatMemoryCosts() throws {
        let lesson = try Lesson("03-what-memory-costs")
        for (id, back, left) in [("b90", 9, "0.22"), ("b95", 19, "1.8"), ("b99", 98, "2.9")] {
            let run = try lesson.run(id)
            #expect(abs(abs(run.updates[0].x) - 0.3) < 1e-4 && abs(abs(run.updates[0].y) - 0.3) < 1e-4)
            let rates = try run.column("effective_lr").map(\.x)
            // The first entry is that of step 1.
            let recovered = rates.indices.first { $0 > 0 && rates[$0] >= rates[0] }
            #expect(recovered == back - 1 && lesson.caption.contains("at step \(back)"))
            #expect(lesson.adds(left, lesson.distance(run)))
        }
    }

    @Test func aRateForEach() throws {
        let lesson = try Lesson("04-a-rate-for-each")
        let (rmsprop, descent) = (try lesson.run("rmsprop"), try lesson.run("gd"))
        #expect(try rmsprop.column("effective_lr").allSatisfy { abs($0.x / $0.y - 20) < 1e-4 })
        #expect(rmsprop.points.allSatisfy { abs($0.x - $0.y) < 1e-6 })
        // Gradient descent crosses the valley at every step.
        #expect(zip(descent.points, descent.points.dropFirst()).allSatisfy { $0.y * $1.y < 0 })
        #expect(lesson.adds("0.37", lesson.distance(descent)) && lesson.adds("0.007", lesson.distance(rmsprop)))
    }

    @Test func wallsAndFloors() throws {
        let lesson = try Lesson("05-walls-and-floors")
        let (rmsprop, descent) = (try lesson.run("rmsprop"), try lesson.run("gd"))
        let (gradients, steps) = (rmsprop.gradientNorms, rmsprop.steps)
        #expect(lesson.says("64", gradients[0]) && lesson.says("0.31", gradients[60]))
        #expect(lesson.says("0.27", steps[0]) && lesson.says("0.036", steps[59]))
        #expect(abs(gradients[0] / gradients[60] - 200) < 10 && lesson.adds("7", steps[0] / steps[59]))
        #expect(lesson.says("1.3", descent.steps[0]) && lesson.says("0.0035", descent.steps[59]))
        #expect(lesson.says("0.19", descent.points[60].x - descent.points[0].x))
        #expect(lesson.adds("0.69", lesson.distance(rmsprop)) && lesson.adds("3.8", lesson.distance(descent)))
    }

    @Test func aPlateau() throws {
        let lesson = try Lesson("06-a-plateau")
        let (rmsprop, descent) = (try lesson.run("rmsprop"), try lesson.run("gd"))
        #expect(lesson.says("0.0004", descent.gradientNorms[0]))
        #expect(descent.steps.allSatisfy { "0.0004".tells($0) })
        #expect(lesson.says("0.017", length(descent.points[40] - descent.points[0])))
        #expect(lesson.says("0.22", rmsprop.steps[0]) && lesson.says("0.14", lesson.distance(rmsprop)))
        #expect(rmsprop.steps[0] > 500 * descent.steps[0])
    }

    @Test func aCliff() throws {
        let lesson = try Lesson("07-a-cliff")
        let (rmsprop, descent) = (try lesson.run("rmsprop"), try lesson.run("gd"))
        #expect(lesson.says("28", descent.gradientNorms.max() ?? 0) && lesson.says("11", descent.steps.max() ?? 0))
        #expect(descent.steps.filter { $0 > 1 }.count == 3)
        let gradients = rmsprop.gradientNorms
        let worst = try #require(gradients.indices.max { gradients[$0] < gradients[$1] })
        #expect(lesson.says("21", gradients[worst]) && lesson.says("0.94", abs(rmsprop.updates[worst].x)))
        #expect(lesson.adds("0.05", rmsprop.steps[worst + 1]))
        let bound = 0.3 / (1 - 0.9).squareRoot()
        #expect(lesson.adds("0.95", bound) && lesson.says("1.34", bound * 2.0.squareRoot()))
        #expect(rmsprop.updates.allSatisfy { max(abs($0.x), abs($0.y)) <= bound * (1 + 1e-9) })
    }

    @Test func aNonConvexSurface() throws {
        let lesson = try Lesson("08-a-non-convex-surface")
        let (adagrad, rmsprop) = (try lesson.family("adagrad"), try lesson.family("rmsprop"))
        #expect((adagrad + rmsprop).allSatisfy { abs($0.steps[0] - 0.2236) < 1e-3 })
        let (slow, fast) = (adagrad.map { $0.losses[70] }, rmsprop.map { $0.losses[70] })
        #expect(lesson.says("5.0", slow.min() ?? 0) && lesson.says("52", slow.max() ?? 0))
        #expect(lesson.says("2.0", fast.max() ?? 0))
        for family in [adagrad, rmsprop] {
            let ends = family.map { run in lesson.nearestMinimum(to: run.points[70]) }
            // Below and on the left; above and on the hill.
            #expect(ends[0] == ends[2] && ends[1] == ends[4] && Set([ends[0], ends[1], ends[3]]).count == 3)
        }
    }

    @Test func noisyMiniBatches() throws {
        let lesson = try Lesson("09-noisy-mini-batches")
        let (constant, falling) = (try lesson.medianGaps("constant"), try lesson.medianGaps("falling"))
        let adagrad = try lesson.medianGaps("adagrad")
        #expect(lesson.says("0.02", median(Array(constant[200...]))))
        #expect(lesson.says("0.00007", falling[300]) && lesson.says("0.0004", adagrad[300]))
        #expect(lesson.adds("0.018", constant[100]) && lesson.adds("0.20", adagrad[100]))
    }

    @Test func sparseFeatures() throws {
        let lesson = try Lesson("10-sparse-features")
        let ends = try ["adagrad", "rmsprop", "gd"].map { try lesson.medianGaps($0)[400] }
        #expect(lesson.says("0.0036", ends[0]) && lesson.says("0.014", ends[1]) && lesson.adds("0.020", ends[2]))
        // The run that is shown.
        let (adagrad, rmsprop) = (try lesson.run("adagrad#8"), try lesson.run("rmsprop#8"))
        let leaps = adagrad.updates.map(\.y).filter { $0 != 0 }
        let longLeaps = rmsprop.updates.map(\.y).filter { $0 != 0 }
        #expect(leaps.count == 20 && longLeaps.count == 20)
        #expect(zip(["1.0", "1.0", "0.5"], leaps).allSatisfy { lesson.adds($0, $1) })
        #expect(leaps[10...].allSatisfy { abs($0) < 0.2 })
        #expect(longLeaps[15...].allSatisfy { "0.2".tells(abs($0)) || "0.3".tells(abs($0)) })
        let rates = try rmsprop.column("effective_lr").map(\.y)
        // The feature occurs at steps 71 and 114.
        #expect("9".tells(rates[112] / rates[70]) && rates[113] < rates[112])
        #expect(zip(rates[70...112], rates[71...112]).allSatisfy { $0 < $1 })
    }

    @Test(arguments: [
        ("rmsprop: { lr: 0.1,", "rmsprop: { lr: 0.05,", "rmsprop"),
        ("rmsprop: { lr: 0.1,", "rmsprop: { lr: 0.2,", "rmsprop"),
        ("sgd: { lr: 0.05,", "sgd: { lr: 0.025,", "gd"), ("sgd: { lr: 0.05,", "sgd: { lr: 0.1,", "gd"),
    ])
    func sparseFeaturesAtOtherRates(_ rate: String, _ other: String, _ family: String) throws {
        let shown = try Lesson("10-sparse-features").medianGaps(family)
        let changed = try Lesson("10-sparse-features", replacing: rate, with: other).medianGaps(family)
        #expect(changed[400] > shown[400])
    }

    @Test func theFamily() throws {
        let lesson = try Lesson("11-the-family")
        for (id, steps) in [("momentum", 37), ("centered", 66), ("adam", 78), ("plain", 100)] {
            let run = try lesson.run(id)
            #expect(lesson.says("0.1", abs(run.updates[0].x)) && lesson.says("0.1", abs(run.updates[0].y)))
            #expect(run.losses.firstIndex { $0 <= 0.1 } == steps)
            let last = run.steps.suffix(50).max() ?? 0
            #expect(id == "adam" ? last < 0.001 : last > 0.03)
        }
        #expect(lesson.caption.contains("0.03") && lesson.caption.contains("0.001"))
        let forgetful = try Lesson(
            "11-the-family", replacing: "adam: { lr: 0.1 }", with: "adam: { lr: 0.1, betas: [0.9, 0.9] }")
        let steps = try forgetful.run("adam").steps
        #expect((steps.suffix(50).max() ?? 0) > 0.01)
    }
}

/// A scene of the lesson and its runs.
private struct Lesson {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Scenes/rmsprop-lesson").standardizedFileURL

    let scene: Scene
    let caption: String
    /// What the page says of it.
    let section: String
    let trajectories: [Trajectory]

    init(_ name: String) throws {
        try self.init(name, Scene.read(path: Self.folder.appending(path: "\(name).yaml").path))
    }

    /// The scene with some of its text changed.
    init(_ name: String, replacing old: String, with new: String) throws {
        let text = try Self.text(of: "\(name).yaml")
        #expect(text.contains(old))
        let files = ["common/lesson.yaml", "common/sparse-features.csv"]
        var contents = try Dictionary(uniqueKeysWithValues: files.map { ($0, try Self.text(of: $0)) })
        contents["scene.yaml"] = text.replacing(old, with: new)
        try self.init(name, SceneFolder(contents).read().reading)
    }

    private init(_ name: String, _ reading: SceneReading) throws {
        #expect(reading.diagnostics.map(\.description) == [])
        scene = try #require(reading.scene)
        caption = try #require(scene.figure.caption)
        let sections = try Self.text(of: "README.md").components(separatedBy: "\n## ")
        section = try #require(sections.first { $0.contains("](../../output/rmsprop-lesson/\(name).png)") })
        trajectories = simulate(scene.runs, on: scene.surface.field, jobs: 1)
    }

    static func text(of file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    func run(_ id: String) throws -> Trajectory { try #require(trajectories.first { $0.run.id == id }) }

    /// The runs of one entry from all starts and with all seeds.
    func family(_ id: String) throws -> [Trajectory] {
        let runs = trajectories.filter { $0.run.family == id }
        return try #require(runs.isEmpty ? nil : runs)
    }

    /// Whether the caption has this number, and the value rounded to as many decimals is it.
    func says(_ number: String, _ value: Double) -> Bool { caption.contains(number) && number.tells(value) }

    /// The same for what the page says.
    func adds(_ number: String, _ value: Double) -> Bool { section.contains(number) && number.tells(value) }

    func nearestMinimum(to point: SIMD2<Double>) -> SIMD2<Double>? {
        scene.surface.minima.min { length($0 - point) < length($1 - point) }
    }

    /// How far from a minimum a run ends.
    func distance(_ run: Trajectory) -> Double {
        guard let end = run.points.last, let minimum = nearestMinimum(to: end) else { return .nan }
        return length(minimum - end)
    }

    /// The median at each step of how far the losses of a family are above the least one.
    func medianGaps(_ id: String) throws -> [Double] {
        let runs = try family(id)
        let minimum = try #require(scene.surface.minima.first)
        let least = scene.surface.field.value(at: minimum)
        return runs[0].losses.indices.map { step in median(runs.map { $0.losses[step] - least }) }
    }
}

private func length(_ vector: SIMD2<Double>) -> Double { (vector.x * vector.x + vector.y * vector.y).squareRoot() }

private func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let half = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

extension Trajectory {
    /// A part of the state after each step, the first step's first.
    fileprivate func column(_ name: String) throws -> [SIMD2<Double>] {
        Array(try #require(state(named: name)).values.dropFirst())
    }

    fileprivate var updates: [SIMD2<Double>] { zip(points, points.dropFirst()).map { $1 - $0 } }

    /// Their lengths.
    fileprivate var steps: [Double] { updates.map(length) }
}

extension String {
    /// Whether the value, rounded to this number's decimals, is this number.
    fileprivate func tells(_ value: Double) -> Bool {
        let decimals = split(separator: ".").dropFirst().first?.count ?? 0
        return String(format: "%.\(decimals)f", value) == self
    }
}
