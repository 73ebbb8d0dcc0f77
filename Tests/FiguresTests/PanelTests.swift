import Drawings
import Simulation
import Surfaces
import Testing

@testable import Figures

@Suite struct EndLabelTests {
    /// Numbers from a fixed sequence, in 0..<1.
    private struct Sequence {
        var state: UInt64 = 11
        mutating func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
    }

    @Test func labelsKeepApartAndNearTheirLines() {
        var numbers = Sequence()
        for count in 1...12 {
            for _ in 0..<50 {
                let wanted = (0..<count).map { _ in 200 * numbers.next() }.sorted()
                let places = EndLabels.spread(wanted, apart: 12, within: 0...200)
                #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 12 - 1e-9 })
                #expect(places.allSatisfy { $0 >= 6 - 1e-9 && $0 <= 194 + 1e-9 })
                // Where the wanted places have room nothing moves.
                let areFree = zip(wanted, wanted.dropFirst()).allSatisfy { $1 - $0 >= 12 }
                if areFree, wanted.allSatisfy({ (6...194).contains($0) }) { #expect(places == wanted) }
            }
        }
    }

    @Test func twoOnOneSpotPartEvenly() {
        #expect(EndLabels.spread([50, 50], apart: 10, within: 0...100) == [45, 55])
        #expect(EndLabels.spread([], apart: 10, within: 0...100) == [])
        #expect(EndLabels.spread([0, 0, 0], apart: 10, within: 0...100) == [5, 15, 25])
    }
}

@Suite struct ValueScaleTests {
    private func texts(_ scale: ValueScale, _ count: Int) -> [String] {
        scale.ticks(atMost: count).map { $0.text.filter { $0 != "$" } }.filter { !$0.isEmpty }
    }

    @Test func wideValuesAreShownInDecades() {
        let scale = ValueScale(for: [1e-6, 0.3, 20], nil)
        #expect(scale.kind == .logarithmic)
        #expect(texts(scale, 8) == ["10^{−6}", "10^{−5}", "10^{−4}", "10^{−3}", "10^{−2}", "10^{−1}", "1", "10"])
        #expect(texts(scale, 4) == ["10^{−6}", "10^{−4}", "10^{−2}", "1"])
        #expect(scale.position(0) == -.infinity && scale.position(-1) == -.infinity && scale.position(.nan).isNaN)
        #expect(scale.position(1e-6) > 0 && scale.position(20) < 1)
    }

    @Test func aZeroAmongThemDoesNotMatter() {
        #expect(ValueScale(for: [0, 1e-4, 1], .log).range.lowerBound > 5e-5)
        #expect(ValueScale(for: [0, 1e-4, 1], nil).kind == .logarithmic)
        #expect(ValueScale(for: [0, 0], .log).kind == .linear)
        #expect(ValueScale(for: [-1, 1000], nil).kind == .linear)
    }

    @Test func narrowValuesHaveEvenSteps() {
        #expect(texts(ValueScale(for: [0, 100], nil, isTight: true), 5) == ["0", "25", "50", "75", "100"])
        #expect(texts(ValueScale(.logarithmic, over: 2...9), 5) == ["2", "5"])
        let whole = ValueScale(.linear, over: 0...20).ticks(atMost: 9, areWhole: true).map(\.text)
        #expect(whole == ["$0$", "$5$", "$10$", "$15$", "$20$"])
    }

    @Test func fewDecadesHaveTwosAndFives() {
        let scale = ValueScale(.logarithmic, over: 0.03...1.2)
        #expect(texts(scale, 8) == ["0.05", "0.1", "0.2", "0.5", "1"])
        #expect(texts(scale, 3) == ["10^{−1}", "1"])
        #expect(texts(ValueScale(for: [-40, 0, 1], .symlog), 3) == ["−10", "0"])
    }

    @Test func bothSignsOnASymmetricScale() {
        let scale = ValueScale(for: [-100, -1, 0, 0.5, 1000], .symlog)
        let places = [-100, -10, -1, 0, 1, 10, 100, 1000].map(scale.position)
        #expect(places == places.sorted() && places[0] > 0 && places[7] < 1)
        #expect(texts(scale, 20).contains("0") && texts(scale, 20).contains("−10"))
    }

    /// Every kind keeps its values inside, in order, for whatever there is.
    @Test(arguments: CurveSpecification.Scale.allCases)
    func anyValuesHaveAScale(kind: CurveSpecification.Scale) {
        let samples: [[Double]] = [
            [], [.nan], [0], [1], [-1], [1e300, 1], [1e-300, 1e300], [-1e300, 1e300], [5, 5], [.infinity, 2], [1e-320],
        ]
        for values in samples {
            let scale = ValueScale(for: values, kind)
            #expect(scale.range.lowerBound < scale.range.upperBound, "\(values)")
            // What lies far below the largest leaves a logarithmic panel.
            let largest = values.filter(\.isFinite).max() ?? 1
            for value in values where value.isFinite && value > 1e-280 && value > 1e-20 * largest {
                #expect((-1e-9...1 + 1e-9).contains(scale.position(value)), "\(value) of \(values)")
            }
            for tick in scale.ticks(atMost: 6) { #expect((-1e-6...1 + 1e-6).contains(tick.position), "\(values)") }
        }
    }
}

@Suite struct FreePlacesTests {
    @Test func wordsCoverNeitherLinesNorEachOther() {
        let line = [Point(0, 50), Point(100, 50)]
        var places = FreePlaces(in: Box(x: 0, y: 0, width: 100, height: 100), among: [line])
        let candidates = [Box(x: 10, y: 45, width: 30, height: 10), Box(x: 10, y: 20, width: 30, height: 10)]
        #expect(places.take(candidates) == 1)
        // The free one is taken now, and the other better than none; what leaves the panel is no place.
        #expect(places.take(candidates, covering: 3) == nil)
        #expect(places.take(candidates) == 0)
        #expect(places.take(candidates) == nil)
        #expect(places.take([Box(x: 90, y: 10, width: 30, height: 10)]) == nil)
    }
}

@Suite struct AxisTests {
    @Test func numbersThatWouldTouchAreLeftOutEvenly() {
        let axis = Axis(title: "", ticks: (0...6).map { Axis.Tick(position: Double($0) / 6, text: "\($0)") })
        func kept(_ length: Double) -> [String] {
            axis.spaced(along: length, gap: 2) { _ in 10 }.ticks.map(\.text).filter { !$0.isEmpty }
        }
        #expect(kept(100) == ["0", "1", "2", "3", "4", "5", "6"])
        #expect(kept(50) == ["0", "2", "4", "6"])
        #expect(kept(1) == ["0"])
        let overhang = axis.overhang(along: 60) { _ in 10 }
        #expect(overhang.first == 5 && overhang.last == 5)
    }

    @Test func longTitlesHaveShorterForms() {
        #expect(
            "loss $f$ (median and quartiles)".shorterForms == ["loss $f$ (median and quartiles)", "loss $f$", "$f$"])
        #expect("effective learning rate, $y$".shorterForms == ["effective learning rate, $y$"])
    }
}

@Suite struct PanelGridTests {
    /// A panel that needs so much room around its box.
    private struct Block: Panel {
        var aspect: Double?
        var need = Insets(left: 20, right: 5, top: 3, bottom: 15)

        func insets(around size: Point, _ setting: Setting) -> Insets { need }
        func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] { [] }
    }

    private func setting() throws -> Setting {
        Setting(
            lettering: try Lettering(FontFiles.find()), style: Style(), pixelsPerPoint: 1, jobs: 1, detail: .given)
    }

    private func item(_ block: Block, _ rows: Range<Int>, _ columns: Range<Int>) -> PanelGrid.Item {
        PanelGrid.Item(panel: block, rows: rows, columns: columns, titles: [])
    }

    @Test func boxesAlignAndKeepTheirRoom() throws {
        let area = Box(x: 10, y: 10, width: 500, height: 400)
        let wide = Block(need: Insets(left: 60, right: 40, top: 0, bottom: 15))
        let grid = PanelGrid(
            items: [item(Block(), 0..<1, 0..<1), item(wide, 0..<1, 1..<2), item(Block(), 1..<2, 0..<2)],
            rowCount: 2, columnCount: 2, ratios: ([1, 2], [3, 1]))
        let boxes = grid.boxes(in: area, try setting())
        #expect(boxes[0].min.y == boxes[1].min.y && boxes[0].max.y == boxes[1].max.y)
        #expect(boxes[0].min.x == boxes[2].min.x && boxes[1].max.x == boxes[2].max.x)
        #expect(abs(boxes[1].width - 2 * boxes[0].width) < 1e-9 && abs(boxes[0].height - 3 * boxes[2].height) < 1e-9)
        #expect(boxes[1].min.x - boxes[0].max.x >= 65 && boxes[2].min.y - boxes[0].max.y >= 18)
        for (box, block) in zip(boxes, [Block(), wide, Block()]) {
            #expect(box.min.x - block.need.left >= area.min.x && box.max.x + block.need.right <= area.max.x)
            #expect(box.min.y - block.need.top >= area.min.y && box.max.y + block.need.bottom <= area.max.y)
        }
    }

    @Test func aMapBesideACurveKeepsItsProportions() throws {
        let grid = PanelGrid(
            items: [item(Block(aspect: 1), 0..<1, 0..<1), item(Block(), 0..<1, 1..<2)], rowCount: 1, columnCount: 2,
            ratios: (nil, nil))
        let boxes = grid.boxes(in: Box(x: 0, y: 0, width: 560, height: 420), try setting())
        #expect(abs(boxes[0].width - boxes[0].height) < 1e-6)
        #expect(boxes[1].width > 100)
    }

    /// The page may be far too small: nothing traps, and no box is turned inside out.
    @Test func tooLittleRoom() throws {
        let grid = PanelGrid(
            items: (0..<12).map { item(Block(aspect: 1), 0..<1, $0..<$0 + 1) }, rowCount: 1, columnCount: 12,
            ratios: (nil, nil))
        for box in grid.boxes(in: Box(x: 0, y: 0, width: 90, height: 5), try setting()) {
            #expect(box.width > 0 && box.height > 0)
        }
    }
}
