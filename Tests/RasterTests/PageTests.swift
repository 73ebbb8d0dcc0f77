import Drawings
import Testing

@testable import Raster

@Suite struct PageTests {
    /// Shapes that begin and end beyond the page on every side, within clips and without.
    private static let frames: [[Drawing.Command]] = [
        [.fill(Path(circleAt: Point(20, 20), radius: 6), Color(0xD55E00, alpha: 0.7))],
        [.fill(Path(Box(x: 30, y: -5, width: 80, height: 20)), .black)],
        [],
        [
            .clipped(
                to: Path(circleAt: Point(30, 18), radius: 9), .nonZero,
                [.fill(Path(Box(x: -10, y: 0, width: 300, height: 31.4)), Color(0x009E73, alpha: 0.4))])
        ],
        [.stroke(Path(through: [Point(-20, 33), Point(200, 7)]), Stroke(width: 2.2, dash: [3, 2]), .black)],
        [.fill(Path(Box(x: 57, y: 10, width: 5, height: 9)), .black)],
        [.fill(Path(Box(x: -9, y: 38, width: 10, height: 9)), Color(0x0072B2))],
    ]

    private static func drawing(_ commands: [Drawing.Command], _ background: Color) -> Drawing {
        var drawing = Drawing(size: Point(57, 41), background: background)
        drawing.commands = commands
        return drawing
    }

    private static func backdrop(_ background: Color, scale: Double) throws -> Backdrop {
        let stripes = stride(from: 0.0, to: 57, by: 5).map { x in
            Drawing.Command.fill(Path(Box(x: x, y: 0, width: 2.3, height: 41)), Color(0x0072B2, alpha: 0.5))
        }
        let size = (Int((57 * scale).rounded()), Int((41 * scale).rounded()))
        return try Rasterizer(drawing(stripes, background), width: size.0, height: size.1, scale: scale).backdrop()
    }

    /// Frames painted one after another are what each is by itself; so are the pictures made from what differs.
    @Test(arguments: [Color.white, Color(0x102030, alpha: 0.25)], [1, 1.75, 2])
    func onePageServesAllFrames(background: Color, scale: Double) throws {
        let backdrop = try Self.backdrop(background, scale: scale)
        var (page, before) = (Page(backdrop), Page(backdrop))
        var picture = YCbCrPicture(before)
        for commands in Self.frames + Self.frames.reversed() {
            let drawing = Self.drawing(commands, background)
            try page.paint(drawing, scale: scale)
            let alone = try Rasterizer(drawing, over: backdrop, scale: scale).backdrop()
            #expect(page.pixels == alone.pixels)
            picture.update(from: page, since: before)
            #expect(picture.bytes == YCbCrPicture(Page(alone)).bytes)
            swap(&page, &before)
        }
    }

    /// The rectangle of what differs is as small as it can be.
    @Test func changesAreTold() throws {
        let backdrop = try Self.backdrop(.white, scale: 1)
        var page = Page(backdrop)
        let none = page.changes(since: Page(backdrop))
        #expect([none.x, none.y, none.pixmap.width, none.pixmap.height] == [0, 0, 1, 1])
        let box = Path(Box(x: 12, y: 14, width: 5, height: 7))
        try page.paint(Self.drawing([.fill(box, .black)], .white), scale: 1)
        let some = page.changes(since: Page(backdrop))
        #expect([some.x, some.y, some.pixmap.width, some.pixmap.height] == [12, 14, 5, 7])
        #expect(some.pixmap.bytes == Array(repeating: [0, 0, 0, 255], count: 35).flatMap(\.self))
    }

    /// The corners of the colour cube as BT.709 has them, on pages with even and odd sides.
    @Test(
        arguments: [
            (0xFFFFFF, [235, 128, 128]), (0x000000, [16, 128, 128]), (0xFF0000, [63, 102, 240]),
            (0x00FF00, [173, 42, 26]), (0x0000FF, [32, 240, 118]), (0xFFFF00, [219, 16, 138]),
        ] as [(UInt32, [UInt8])], [(4, 6), (5, 3), (1, 1)])
    func coloursAreThoseOfTheStandard(_ color: (hex: UInt32, components: [UInt8]), size: (Int, Int)) throws {
        let drawing = Drawing(size: Point(Double(size.0), Double(size.1)), background: Color(color.hex))
        let page = try Page(Rasterizer(drawing, width: size.0, height: size.1, scale: 1).backdrop())
        let picture = YCbCrPicture(page)
        #expect([picture.width, picture.height] == [(size.0 + 1) / 2 * 2, (size.1 + 1) / 2 * 2])
        let count = picture.width * picture.height
        let planes = zip(color.components, [count, count / 4, count / 4])
        #expect(picture.bytes == planes.flatMap { Array(repeating: $0, count: $1) })
    }

    /// Against the standard's formulas in numbers that are not whole; transparent pixels stand on white.
    @Test func samplesAreWeighedAsTold() throws {
        let backdrop = try Self.backdrop(Color(0xD55E00, alpha: 0.6), scale: 1)
        var page = Page(backdrop)
        try page.paint(Self.drawing(Self.frames[4], .white), scale: 1)
        let picture = YCbCrPicture(page)
        let (width, height) = (page.width, page.height)
        func rgb(_ column: Int, _ row: Int) -> SIMD3<Double> {
            let pixel = page.pixels[min(row, height - 1) * width + min(max(column, 0), width - 1)]
            let white = 255 - pixel >> 24
            return SIMD3(
                Double((pixel & 255) + white), Double((pixel >> 8 & 255) + white), Double((pixel >> 16 & 255) + white))
        }
        func luma(_ c: SIMD3<Double>) -> Double { 0.2126 * c.x + 0.7152 * c.y + 0.0722 * c.z }
        var worst = 0.0
        for row in 0..<picture.height {
            for column in 0..<picture.width {
                let expected = 16 + luma(rgb(column, row)) * 219 / 255
                worst = max(worst, abs(expected - Double(picture.bytes[row * picture.width + column])))
            }
        }
        let plane = picture.width * picture.height
        for row in 0..<picture.height / 2 {
            for column in 0..<picture.width / 2 {
                var mean = SIMD3<Double>.zero
                for (offset, weight) in [(-1, 0.125), (0, 0.25), (1, 0.125)] {
                    mean += weight * (rgb(2 * column + offset, 2 * row) + rgb(2 * column + offset, 2 * row + 1))
                }
                let (blue, red) = ((mean.z - luma(mean)) / 1.8556, (mean.x - luma(mean)) / 1.5748)
                let place = plane + row * picture.width / 2 + column
                worst = max(worst, abs(128 + blue * 224 / 255 - Double(picture.bytes[place])))
                worst = max(worst, abs(128 + red * 224 / 255 - Double(picture.bytes[place + plane / 4])))
            }
        }
        #expect(worst < 0.51)
    }
}
