import Drawings
import Surfaces
import Testing

@testable import Figures

@Suite struct ContactSheetTests {
    static let counts = [1, 6, 7, 46, 47, 48, 49]

    private func sheet(_ count: Int) -> ContactSheet {
        let catalogue = SurfaceCatalogue.entries
        return ContactSheet((0..<count).map { catalogue[$0 % catalogue.count] })
    }

    /// Entries and key have cells that keep apart and lie on the page.
    @Test(arguments: counts)
    func cellsKeepApart(count: Int) {
        let sheet = sheet(count)
        let cells = sheet.grid.cells
        #expect(cells.count >= count + 2 && cells.count % 7 == 0)
        let page = Box(x: 0, y: 0, width: sheet.page.width, height: sheet.page.height).grown(by: -11.9)
        for (index, cell) in cells.enumerated() {
            #expect(page.contains(cell.box.min) && page.contains(cell.box.max))
            #expect(cell.box.contains(cell.content.min) && cell.box.contains(cell.content.max))
            for other in cells[(index + 1)...] {
                let apart = other.box.min.x > cell.box.max.x || other.box.min.y > cell.box.max.y
                #expect(apart || other.box.max.x < cell.box.min.x)
            }
        }
    }

    @Test(arguments: SurfaceCatalogue.entries.map(\.id))
    func everythingStaysInItsCell(id: String) throws {
        let entry = try #require(SurfaceCatalogue.entry(named: id))
        let cell = try #require(ContactSheet().grid.cells.first)
        let style = ContactSheetStyle()
        let map = ContactSheetMap(entry, in: cell.content, flattest: 2, pixelsPerPoint: 0.5, style)
        let lettering = try Lettering(FontFiles.find())
        let words = map.words(in: cell, lettering, style)
        #expect(words.count == 2)
        for (text, room) in zip(words, [cell.box.min.y...cell.content.min.y, cell.content.min.y...cell.box.max.y]) {
            let bounds = try #require(text.path.bounds)
            #expect(bounds.min.x >= cell.box.min.x - 0.5 && bounds.max.x <= cell.box.max.x)
            #expect(room.contains(bounds.min.y) && room.contains(bounds.max.y), "\(bounds)")
        }
        // The map, its frame, and what is marked: signs may reach over the frame, but not into another cell.
        let marks = map.commands.dropFirst(2).compactMap(\.path.bounds)
        let detail = entry.detail ?? entry.domain
        let signs = 2 * entry.minima.filter(detail.contains).count + (detail.contains(entry.start) ? 2 : 0)
        #expect(marks.count == signs && signs > 0)
        let room = cell.content.grown(by: 3)
        for mark in marks { #expect(room.contains(mark.min) && room.contains(mark.max)) }
    }

    @Test func aSingleSurfaceMakesAPage() throws {
        let drawing = sheet(1).drawing(try Lettering(FontFiles.find()), pixelsPerPoint: 1, jobs: 1)
        #expect(drawing.size == Point(540, drawing.size.y) && drawing.commands.count > 8)
    }

    @Test(arguments: [
        (-2.0...2.0, -2.0...2.0, "$[−2, 2]^2$"), (-1.5...4.0, -3.0...4.0, "$[−1.5, 4]\\times[−3, 4]$"),
        (0.0...Double.pi, 0.0...Double.pi, "$[0, \\pi]^2$"),
    ])
    func domainsAreWrittenAsSets(x: ClosedRange<Double>, y: ClosedRange<Double>, text: String) {
        #expect(Domain(x: x, y: y).text == text)
    }
}

extension Drawing.Command {
    fileprivate var path: Path {
        switch self {
        case .fill(let path, _, _), .stroke(let path, _, _), .clipped(let path, _, _): path
        case .image(_, let box): Path(box)
        }
    }
}
