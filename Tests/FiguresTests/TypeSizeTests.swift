import Drawings
import Surfaces
import Testing

@testable import Figures

@Suite struct TypeSizeTests {
    @Test func sizesKeepTheirProportions() {
        let (plain, small) = (Style(), Style().lettered(at: 5))
        #expect(small.legendSize == 5)
        for size in [\Style.titleSize, \.labelSize, \.tickSize, \.noteSize] {
            #expect(abs(small[keyPath: size] / plain[keyPath: size] - 5 / plain.legendSize) < 1e-12)
        }
        #expect(plain.lettered(at: plain.legendSize) == plain)
        #expect(small.trailWidth == plain.trailWidth)
    }

    private func drawing(fontSize: Double?, title: String, dpi: Double = 200) throws -> Drawing {
        let entry = try #require(SurfaceCatalogue.entry(named: "sphere"))
        var specification = FigureSpecification()
        specification.fontSize = fontSize
        specification.title = title
        specification.page.dotsPerInch = dpi
        specification.map.domain = entry.domain
        return Figure(surface: try entry.surface(), trajectories: [], specification: specification).drawing(
            try Lettering(FontFiles.find()), pixelsPerPoint: dpi / 72, jobs: 1)
    }

    /// The boxes of what is filled in the title's ink above the map.
    private func titleBox(_ drawing: Drawing) throws -> Box {
        let fills = drawing.commands.compactMap { command -> Box? in
            if case .fill(let path, _, _) = command { path.bounds } else { nil }
        }
        return try #require(fills.min { $0.min.y < $1.min.y })
    }

    @Test func typeIsTrueAtItsStatedSize() throws {
        let lettering = try Lettering(FontFiles.find())
        let ratio = Style().titleSize / Style().legendSize
        for size in [6.0, 9, 14] {
            let set = try titleBox(drawing(fontSize: size, title: "Hxg"))
            let wanted = try #require(lettering.line("Hxg", size: size * ratio).ink)
            #expect(abs(set.height - wanted.height) < 1e-9 && abs(set.width - wanted.width) < 1e-9)
            // More pixels an inch change nothing of it.
            #expect(try titleBox(drawing(fontSize: size, title: "Hxg", dpi: 600)) == set)
        }
    }

    @Test(arguments: [3.0, 40, 72]) func anySizeCanBeLaidOut(size: Double) throws {
        #expect(
            try !drawing(fontSize: size, title: #"$\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}$ and words"#).commands.isEmpty)
    }

    @Test func aTallTitleKeepsOffTheMap() throws {
        let drawing = try drawing(fontSize: nil, title: #"$\dfrac{\dfrac{a}{b}}{\dfrac{c}{d}}$"#)
        guard case .clipped(let frame, _, _)? = drawing.commands.first else {
            Issue.record("no map")
            return
        }
        let (title, map) = (try titleBox(drawing), try #require(frame.bounds))
        #expect(title.min.y > 0 && title.max.y < map.min.y)
    }
}
