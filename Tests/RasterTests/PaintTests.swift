import Drawings
import Testing

@testable import Raster

@Suite struct PaintTests {
    @Test func blendingOfEveryByteIsExact() {
        for source in stride(from: UInt32(0), through: 255, by: 5) {
            for under in UInt32(0)...255 {
                for alpha in stride(from: UInt32(0), through: 255, by: 3) {
                    let paint = Paint(red: UInt8(source), green: UInt8(255 - source), blue: 0, alpha: 255)
                    let pixel = under | under << 8 | (255 - under) << 16 | under << 24
                    let mixed = Paint.over(pixel, scaled: paint.scaled(by: alpha), keeping: 255 - alpha)
                    let parts: [(UInt32, UInt32)] = [
                        (source, under), (255 - source, under), (0, 255 - under), (255, under),
                    ]
                    let plain = parts.enumerated().reduce(UInt32(0)) { sum, part in
                        let (above, below) = part.element
                        let component = (above * alpha + below * (255 - alpha) + 127) / 255
                        return sum | component << (8 * UInt32(part.offset))
                    }
                    if mixed != plain { Issue.record("\(source) over \(under) at \(alpha)") }
                }
            }
        }
    }

    @Test func translucentColoursMixOverThePage() throws {
        var drawing = Drawing(size: Point(4, 1), background: Color(0x204060))
        drawing.commands = [
            .fill(Path(Box(x: 0, y: 0, width: 2, height: 1)), Color(0xFF8000, alpha: 0.5)),
            .fill(Path(Box(x: 2, y: 0, width: 0.5, height: 1)), Color(red: .nan, green: 2, blue: -1)),
        ]
        let map = try Rasterizer(drawing, width: 4, height: 1, scale: 1).pixmap()
        #expect(!map.hasAlpha)
        // An alpha of 0.5 is 128; a half-covered pixel, too.
        let mixed: [UInt8] = [144, 96, 48]
        #expect(map.bytes == mixed + mixed + [16, 160, 48] + [32, 64, 96])
    }

    @Test func transparentBackgroundsKeepStraightColours() throws {
        var drawing = Drawing(size: Point(3, 1), background: Color(0xFFFFFF, alpha: 0))
        drawing.commands = [.fill(Path(Box(x: 0, y: 0, width: 1.5, height: 1)), Color(0xFF8000))]
        let map = try Rasterizer(drawing, width: 3, height: 1, scale: 1).pixmap()
        #expect(map.hasAlpha)
        #expect(map.bytes == [255, 128, 0, 255, 255, 128, 0, 128, 0, 0, 0, 0])
    }

    @Test func clipsCutExactlyAndNest() throws {
        let page = Path(Box(x: 0, y: 0, width: 64, height: 64))
        let clip = Path(Box(x: 10.5, y: 10, width: 20, height: 20.25))
        let ink = try Ink([.clipped(to: clip, .nonZero, [.fill(page, .black)])])
        #expect(abs(ink.area - 20 * 20.25) < 0.2)
        #expect(ink[10, 20] == 128.0 / 255 || ink[10, 20] == 127.0 / 255)
        let inner = Path(circleAt: Point(30, 30), radius: 6)
        let nested = try Ink([
            .clipped(to: clip, .nonZero, [.clipped(to: inner, .nonZero, [.fill(page, .black)])]),
            .fill(Path(Box(x: 60, y: 60, width: 4, height: 4)), .black),
        ])
        #expect(nested[33, 30] == 0 && nested[28, 28] == 1 && nested[62, 62] == 1)
        // A clip of its own covers as a fill does.
        let once = try Ink([.clipped(to: inner, .nonZero, [.fill(page, .black)])])
        #expect(try once.coverage == Ink(fill: inner).coverage)
        #expect(try Ink([.clipped(to: Path(), .nonZero, [.fill(page, .black)])]).area == 0)
    }

    @Test func aClipMultipliesCoverage() throws {
        var random = Xorshift(state: 11)
        func shape() -> Path {
            Path(
                through: (0..<12).map { _ in
                    Point(.random(in: -9...73, using: &random), .random(in: -9...73, using: &random))
                })
        }
        for _ in 0..<20 {
            let (clip, fill) = (shape(), shape())
            let mask = try Ink(fill: clip, .evenOdd)
            let whole = try Ink(fill: fill)
            let clipped = try Ink([.clipped(to: clip, .evenOdd, [.fill(fill, .black)])])
            for index in whole.coverage.indices {
                #expect(abs(clipped.coverage[index] - whole.coverage[index] * mask.coverage[index]) <= 0.5 / 255 + 1e-9)
            }
        }
    }

    @Test func evenOddClipsHaveHoles() throws {
        var frame = Path(Box(x: 8, y: 8, width: 48, height: 48))
        frame.append(Path(Box(x: 16, y: 16, width: 32, height: 32)))
        let ink = try Ink([.clipped(to: frame, .evenOdd, [.fill(Path(Box(x: 0, y: 0, width: 64, height: 64)), .black)])]
        )
        #expect(ink.area == 48 * 48 - 32 * 32)
    }

    @Test func imagesTakeTheSampleUnderThePixelsCentre() throws {
        let samples: [UInt8] = [255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 0]
        var drawing = Drawing(size: Point(4, 4), background: .black)
        drawing.commands = [
            .image(Image(width: 2, height: 2, samples: samples), in: Box(x: 0, y: 0, width: 4, height: 4))
        ]
        let map = try Rasterizer(drawing, width: 4, height: 4, scale: 1).pixmap()
        let (red, green, blue, none): ([UInt8], [UInt8], [UInt8], [UInt8]) = (
            [255, 0, 0], [0, 255, 0], [0, 0, 255], [0, 0, 0]
        )
        let upper = red + red + green + green
        let lower = blue + blue + none + none
        #expect(map.bytes == upper + upper + lower + lower)
    }
}

@Suite struct DeterminismTests {
    /// Shapes, lines, clips and an image at random places, partly off the page.
    static func randomDrawing(seed: UInt64, alpha: Double = 1) -> Drawing {
        var random = Xorshift(state: seed)
        func place() -> Point { Point(.random(in: -80...280, using: &random), .random(in: -80...280, using: &random)) }
        func color() -> Color {
            Color(UInt32.random(in: 0...0xFFFFFF, using: &random), alpha: .random(in: 0...1, using: &random))
        }
        var drawing = Drawing(size: Point(200, 200), background: Color(0xF0F0F0, alpha: alpha))
        for index in 0..<40 {
            var path = Path(through: (0..<9).map { _ in place() }, closed: index % 2 == 0)
            path.cubic(place(), place(), to: place())
            path.quadratic(place(), to: place())
            let width = Double.random(in: 0.1...9, using: &random)
            let dash: [Double] = index % 4 == 1 ? [5, 3] : []
            let joins: [Stroke.Join] = [.round, .bevel, .miter(limit: 4)]
            let caps: [Stroke.Cap] = [.round, .butt, .square]
            let stroke = Stroke(width: width, cap: caps[index % 3], join: joins[index / 3 % 3], dash: dash)
            let pair: [Drawing.Command] = [
                .fill(path, color(), index % 5 == 0 ? .evenOdd : .nonZero), .stroke(path, stroke, color()),
            ]
            drawing.commands +=
                index % 3 == 0 ? [.clipped(to: Path(circleAt: place(), radius: 70), .nonZero, pair)] : pair
        }
        return drawing
    }

    @Test(arguments: [1, 0.5])
    func everyCountOfJobsGivesTheSameBytes(alpha: Double) throws {
        let drawing = Self.randomDrawing(seed: 42, alpha: alpha)
        let rasterizer = try Rasterizer(drawing, width: 517, height: 391, scale: 2.3)
        let alone = rasterizer.pixmap(jobs: 1)
        #expect(Set(alone.bytes).count > 100)
        #expect(alone == rasterizer.pixmap(jobs: 2))
        #expect(alone == rasterizer.pixmap(jobs: 8))
        let worker = Rasterizer.Worker(rasterizer)
        let backwards = (0..<rasterizer.stripeCount).reversed().map { worker.paint($0) }
        #expect(alone.bytes == backwards.reversed().flatMap { $0 })
    }
}
