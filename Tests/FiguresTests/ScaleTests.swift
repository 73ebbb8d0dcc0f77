import Surfaces
import Testing

@testable import Figures

@Suite struct TickTests {
    @Test(arguments: [
        (-2.0...2.0, 6, ["$−2$", "$−1$", "$0$", "$1$", "$2$"]),
        (-4.5...4.5, 6, ["$−4$", "$−2$", "$0$", "$2$", "$4$"]),
        (0.1...0.3, 5, ["$0.10$", "$0.15$", "$0.20$", "$0.25$", "$0.30$"]),
        (-0.4...1.067, 5, ["$0.0$", "$0.5$", "$1.0$"]),
        (
            0.0...1e9, 6,
            ["$0$", "$2\\times10^{8}$", "$4\\times10^{8}$", "$6\\times10^{8}$", "$8\\times10^{8}$", "$10^{9}$"]
        ),
        (999_999.0...1_000_001.0, 5, ["$999999.0$", "$999999.5$", "$1000000.0$", "$1000000.5$", "$1000001.0$"]),
        (1.0...1.000_000_004, 3, ["$1$", "$1.000000002$", "$1.000000004$"]),
    ])
    func ticksAreRound(range: ClosedRange<Double>, count: Int, texts: [String]) {
        #expect(Ticks(in: range, atMost: count).texts == texts)
    }

    @Test func thereAreNeverMoreThanAskedForAndNoneOutside() {
        for (low, width) in [(0.0, 1.0), (-1e-12, 3e-12), (99.9, 0.2), (-7.3e5, 1.9e6), (1e100, 1e100)] {
            for count in 2...9 {
                let ticks = Ticks(in: low...(low + width), atMost: count)
                #expect(ticks.values.count <= count)
                let slack = 1e-6 * width
                #expect(ticks.values.allSatisfy { $0 >= low - slack && $0 <= low + width + slack })
            }
        }
    }
}

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.0, "$0$"), (12.0, "$12$"), (0.6196, "$0.62$"), (-3.0, "$−3$"), (0.0096, "$9.6\\times10^{−3}$"),
        (1.05e-5, "$1.1\\times10^{−5}$"), (99_999, "$10^{5}$"), (9999, "$10^{4}$"), (1e300, "$10^{300}$"),
        (-2.5e-9, "$−2.5\\times10^{−9}$"), (0.99, "$0.99$"), (0.996, "$1$"), (.infinity, "$\\infty$"),
    ])
    func twoDigits(value: Double, text: String) {
        #expect(NumberText.rounded(value, significant: 2) == text)
    }

    @Test(arguments: [(0.999, "$0.999$"), (1e-8, "$10^{−8}$"), (2e-4, "$2\\times10^{−4}$"), (0.003, "$0.003$")])
    func hyperparametersStandAsGiven(value: Double, text: String) {
        #expect(NumberText.exact(value) == text)
    }

    @Test(arguments: [
        (0.01, "$10^{−2}$"), (0.1, "$10^{−1}$"), (0.2, "$0.2$"), (1.0, "$1$"), (100.0, "$100$"), (1000.0, "$10^{3}$"),
        (1e-3, "$10^{−3}$"),
    ])
    func decades(value: Double, text: String) {
        #expect(NumberText.tick(value) == text)
    }
}

@Suite struct LevelTests {
    func levels(_ id: String, _ wanted: LevelSpecification = .automatic) throws -> Levels {
        let surface = try #require(SurfaceCatalogue.entry(named: id)).surface()
        let domain = try #require(surface.domain)
        return Levels(for: surface.field, over: domain, wanted)
    }

    @Test func rosenbrockSpansDecades() throws {
        let levels = try levels("rosenbrock")
        #expect(levels.labels.suffix(4) == ["$1$", "$10$", "$100$", "$10^{3}$"])
        #expect((15...28).contains(levels.values.count))
    }

    @Test func rastriginIsLinear() throws {
        let levels = try levels("rastrigin")
        let steps = zip(levels.values, levels.values.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-9 })
    }

    @Test func aSaddleKeepsZero() throws {
        #expect(try levels("saddle").major.contains(0))
    }

    @Test func bothSignsOverDecadesAreSymmetric() throws {
        let levels = try levels("six_hump_camel")
        #expect(levels.values.contains(0))
        #expect(levels.values.contains { $0 < 0 })
    }

    @Test func logarithmicLevelsOfASurfaceWithoutPositiveValuesAreLinear() throws {
        let field = try Surface(formula: "-1 - x^2").field
        #expect(!Levels(for: field, over: Domain(x: -1...1, y: -1...1), .logarithmic).values.isEmpty)
    }

    @Test func aFlatSurfaceHasNoLevels() throws {
        let field = try Surface(formula: "3").field
        let levels = Levels(for: field, over: Domain(x: -1...1, y: -1...1), .automatic)
        #expect(levels.values.isEmpty)
        #expect(levels.only == 3)
    }

    @Test func subnormalValuesHaveLevelsToo() throws {
        let field = try Surface(formula: "1e-310*x^3").field
        _ = Levels(for: field, over: Domain(x: -1...1, y: -1...1), .automatic)
    }
}
