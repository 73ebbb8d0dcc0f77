import Drawings
import Surfaces
import Testing

@testable import Figures

/// What holds of levels on every surface of the catalogue, for each kind.
@Suite struct LevelScaleTests {
    static let wanted: [LevelSpecification] =
        LevelSpecification.named.map { LevelSpecification($0.value) } + [
            LevelSpecification(.logarithmic, count: 12), LevelSpecification(.linear, count: 5),
            LevelSpecification(.symmetric, count: 7), LevelSpecification(.quantile, count: 4),
            LevelSpecification(.logarithmic, count: 1), LevelSpecification(.quantile, count: 250),
            LevelSpecification(.logarithmic, from: 0.1, to: 5), LevelSpecification(.linear, count: 11, from: 0, to: 10),
            LevelSpecification(.automatic, from: 1e9), LevelSpecification(.symmetric, to: -1e9),
            .explicit([-1, 0.5, 2, 3]),
        ]

    private func values(_ id: String) throws -> [(LevelSpecification, Levels)] {
        let surface = try #require(SurfaceCatalogue.entry(named: id)).surface()
        let domain = try #require(surface.domain)
        return Self.wanted.map { ($0, Levels(for: surface.field, over: domain, $0)) }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func thereAreSomeAndTheyAscend(id: String) throws {
        for (wanted, levels) in try values(id) {
            #expect(!levels.values.isEmpty && !levels.major.isEmpty, "\(wanted)")
            #expect(zip(levels.values, levels.values.dropFirst()).allSatisfy { $0 < $1 }, "\(wanted)")
            #expect(levels.values.count <= wanted.count ?? LevelSpecification.mostLevels, "\(wanted)")
            #expect(levels.major.allSatisfy(levels.values.contains), "\(wanted)")
        }
    }

    /// The number that a label tells.
    private func number(_ label: String) -> Double? {
        let text = label.filter { $0 != "$" }.replacing("−", with: "-")
        guard let power = text.firstRange(of: "10^{") else { return Double(text) }
        let exponent = text[power.upperBound...].dropLast()
        let mantissa = text[..<power.lowerBound].replacing("\\times", with: "")
        return Double("\(mantissa.isEmpty || mantissa == "-" ? mantissa + "1" : mantissa)e\(exponent)")
    }

    /// The colour on the bar at a height.
    private func color(at y: Double, _ bands: [Drawing.Command]) -> Color? {
        bands.reversed().lazy.compactMap { command -> Color? in
            guard case .fill(let path, let color, _) = command, let bounds = path.bounds else { return nil }
            return bounds.min.y <= y && y <= bounds.max.y ? color : nil
        }.first
    }

    /// Each label tells the level whose bands its tick parts, in the colours that the map has.
    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func theColorbarTellsTheTruth(id: String) throws {
        for (wanted, levels) in try values(id) {
            for colormap in [Colormap.viridis, try #require(Colormap.named("vik"))] {
                var map = MapSpecification()
                map.colormap = colormap
                let scale = ColorScale(levels: levels, map)
                let bar = Colorbar(
                    scale: scale, name: "f", box: Box(x: 0, y: 0, width: 11, height: 300), labelRoom: 40)
                let (ticks, bands) = (bar.ticks(Style()), bar.bands(Style()))
                #expect(!ticks.isEmpty)
                for tick in ticks {
                    let value = try #require(number(tick.label), "\(tick.label)")
                    func distance(_ level: Double) -> Double { (level - value).magnitude }
                    let below = try #require(
                        levels.values.indices.min { distance(levels.values[$0]) < distance(levels.values[$1]) })
                    // To the sixth digit, and to a hundredth of the distance to the next level.
                    let rest = levels.values.enumerated().filter { $0.offset != below }.map { distance($0.element) }
                    let slack = min(5.1e-6 * value.magnitude, 0.011 * (rest.min() ?? .infinity)) + 1e-322
                    #expect(distance(levels.values[below]) <= slack, "\(wanted): \(tick.label)")
                    #expect(color(at: tick.place + 0.01, bands) == scale.color(ofBand: below, Style()))
                    #expect(color(at: tick.place - 0.01, bands) == scale.color(ofBand: below + 1, Style()))
                }
            }
        }
    }

    @Test(arguments: ["rosenbrock", "beale", "himmelblau", "rastrigin", "six_hump_camel", "ackley"])
    func quantilesPartTheFrameEvenly(id: String) throws {
        let surface = try #require(SurfaceCatalogue.entry(named: id)).surface()
        let domain = try #require(surface.domain)
        let levels = Levels(for: surface.field, over: domain, LevelSpecification(.quantile, count: 7))
        #expect(levels.values.count == 7)
        let grid = SampleGrid(surface.field, over: domain, columns: 401, rows: 401, jobs: 2)
        for (index, level) in levels.values.enumerated() {
            let part = Double(grid.values.count { $0 < level }) / Double(grid.values.count)
            #expect((part - Double(index + 1) / 8).magnitude < 0.15 / 8, "\(level)")
        }
    }

    @Test(arguments: ["x^2 + 10*y^2", "x^2*y^2", "max(0, x^2 + y^2 - 1)"])
    func aMinimumOfZeroHasALogarithmicScale(formula: String) throws {
        let levels = Levels(
            for: try Surface(formula: formula).field, over: Domain(x: -2...2, y: -2...2), .logarithmic)
        #expect(levels.values.count > 8 && levels.values.allSatisfy { $0 > 0 })
        let ratios = zip(levels.values, levels.values.dropFirst()).map { $1 / $0 }
        #expect((ratios.max() ?? 0) <= 10.000001)
    }

    @Test func logarithmicLevelsOfBothSignsAreSymmetric() throws {
        let surface = try Surface(formula: "x^2 - y^2")
        let domain = Domain(x: -2...2, y: -2...2)
        #expect(LevelSpecification.logarithmic.isSymmetricInstead(on: surface, over: domain))
        #expect(
            Levels(for: surface.field, over: domain, .logarithmic)
                == Levels(for: surface.field, over: domain, .symmetric))
        let above = LevelSpecification(.logarithmic, from: 0.01)
        #expect(!above.isSymmetricInstead(on: surface, over: domain))
        #expect(Levels(for: surface.field, over: domain, above).values.first == 0.01)
        #expect(!LevelSpecification.logarithmic.isSymmetricInstead(on: try Surface(formula: "x^2"), over: domain))
    }

    @Test func explicitLevelsAreToldApart() throws {
        let values = [1, 1.000_000_1, 1.000_000_2]
        let levels = Levels(for: try Surface(formula: "x").field, over: Domain(x: 0...2, y: 0...1), .explicit(values))
        #expect(levels.labels.compactMap(number) == values)
    }

    // MARK: Diverging colours

    @Test(arguments: [LevelSpecification.linear, .symmetric, .explicit([-3, -1, 0, 1, 3]), .explicit([-2, -1, 1, 2])])
    func divergingColoursAreSymmetricAboutZero(wanted: LevelSpecification) throws {
        let surface = try Surface(formula: "x^2 - y^2")
        let levels = Levels(for: surface.field, over: Domain(x: -2...2, y: -2...2), wanted)
        let map = try #require(Colormap.named("coolwarm"))
        func colors(_ map: Colormap) -> [Color] {
            var specification = MapSpecification()
            (specification.colormap, specification.softening) = (map, 0)
            let scale = ColorScale(levels: levels, specification)
            return (0...levels.values.count).map { scale.color(ofBand: $0, Style()) }
        }
        for (there, back) in zip(colors(map), colors(map.reversed).reversed()) {
            #expect((there.red - back.red).magnitude < 1e-9 && (there.blue - back.blue).magnitude < 1e-9)
        }
    }

    /// Blue is negative and red positive, however lopsided the levels are.
    @Test(arguments: [[-1, 0, 1, 2, 3, 4, 5], [-9, -8, -7, 0, 1], [1, 2, 3], [-3, -2, -1]])
    func divergingColoursChangeAtZero(values: [Double]) throws {
        var specification = MapSpecification()
        (specification.colormap, specification.softening) = (Colormap.named("coolwarm"), 0)
        let levels = Levels(for: try Surface(formula: "x").field, over: Domain(x: 0...1, y: 0...1), .explicit(values))
        let scale = ColorScale(levels: levels, specification)
        for (index, level) in values.enumerated() {
            let above = scale.color(ofBand: index + 1, Style())
            let below = scale.color(ofBand: index, Style())
            if level >= 0, index < values.count { #expect(above.red > above.blue) }
            if level <= 0 { #expect(below.blue > below.red) }
        }
    }
}
