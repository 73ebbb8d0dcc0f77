import Testing

@testable import Figures
@testable import ravine

@Suite struct SurfaceSheetTests {
    @Test func jobsDoNotChangeABit() throws {
        let one = try SurfaceSheet.png(jobs: 1)
        #expect(one.count < 1_500_000)
        #expect(try SurfaceSheet.png(jobs: 2) == one)
        #expect(try SurfaceSheet.png(jobs: 8) == one)
        #expect(try Picture(png: one).hasEmptyMargin(20))
    }

    /// No map is blank: no colour but the page's covers more than nineteen twentieths of a cell.
    @Test func everyCellShowsSomething() throws {
        let picture = try Picture(png: SurfaceSheet.png(jobs: 2))
        let sheet = ContactSheet()
        let scale = sheet.page.dotsPerInch / 72
        for (cell, entry) in zip(sheet.grid.cells, sheet.entries) {
            var counts: [[UInt8]: Int] = [:]
            let (low, high) = (cell.content.min * scale, cell.content.max * scale)
            for y in Int(low.y)..<Int(high.y) {
                for x in Int(low.x)..<Int(high.x) { counts[picture.pixel(x, y), default: 0] += 1 }
            }
            counts[[255, 255, 255]] = nil
            let total = counts.values.reduce(0, +)
            #expect(total > 1000 && 20 * (counts.values.max() ?? 0) <= 19 * total, "\(entry.id)")
        }
    }
}
