import Drawings
import Testing

@testable import Export

private func text(_ drawing: Drawing) throws -> String { String(decoding: try SVGFile.encode(drawing), as: UTF8.self) }

@Suite struct SVGFileTests {
    private let triangle = Path(through: [Point(1, 2), Point(11, 2), Point(6.5, 8.25)], closed: true)

    @Test func aSmallDrawingIsThisFile() throws {
        var drawing = Drawing(size: Point(100, 453.543_307))
        drawing.caption = Caption(title: "A < B & \"C\"", summary: "x\u{1}₂\n> 0")
        let stroke = Stroke(width: 0.5, cap: .round, join: .bevel, dash: [3], dashPhase: -1)
        drawing.commands = [
            .fill(triangle, .black, .evenOdd), .stroke(triangle, stroke, Color(0x336699, alpha: 0.5)),
            .clipped(to: triangle, .nonZero, [.fill(triangle, Color(0x123456))]),
        ]
        #expect(
            try text(drawing) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" width="100pt" height="453.5433pt" viewBox="0 0 100 453.5433" \
                role="img">
                <title>A &lt; B &amp; "C"</title>
                <desc>x\u{FFFD}₂ &gt; 0</desc>
                <path fill="#fff" d="m0 0h100v453.54h-100z"/>
                <path fill-rule="evenodd" d="m1 2h10l-4.5 6.25z"/>
                <path fill="none" stroke="#369" stroke-opacity=".502" stroke-width=".5" stroke-linecap="round" \
                stroke-linejoin="bevel" stroke-dasharray="3 3" stroke-dashoffset="5" d="m1 2h10l-4.5 6.25z"/>
                <clipPath id="clip-4faae88bf00c8d93"><path d="m1 2h10l-4.5 6.25z"/>
                </clipPath>
                <g clip-path="url(#clip-4faae88bf00c8d93)">
                <path fill="#123456" d="m1 2h10l-4.5 6.25z"/>
                </g>
                </svg>

                """)
    }

    @Test func numbersAreJoinedWhereTheyStayApart() throws {
        var path = Path()
        path.move(to: Point(0.5, 0.5))
        path.line(to: Point(1, 0.75))
        path.line(to: Point(0.25, 10))
        path.line(to: Point(1.25, 11))
        path.cubic(Point(2, 11.5), Point(2, 12), to: Point(1, 13))
        path.move(to: Point(4, 4))
        path.line(to: Point(4, 5))
        var drawing = Drawing(size: Point(9, 9), background: Color(0xFFFFFF, alpha: 0))
        drawing.commands = [.fill(path, .black)]
        #expect(try text(drawing).contains(" d=\"m.5.5.5.25-.75 9.25 1 1c.75.5.75 1-.25 2m3-9v1\"/>"))
    }

    @Test func aTransparentPageHasNoGround() throws {
        #expect(try !text(Drawing(size: Point(9, 9), background: Color(0xFFFFFF, alpha: 0))).contains("<path"))
        #expect(try text(Drawing(size: Point(9, 9), background: Color(0xFFFFFF, alpha: 0.5))).contains("opacity"))
    }

    @Test func nothingInvisibleIsWritten() throws {
        var drawing = Drawing(size: Point(9, 9), background: Color(0xFFFFFF, alpha: 0))
        let image = Image(width: 1, height: 1, samples: [1, 2, 3, 4])
        drawing.commands = [
            .fill(Path(), .black), .fill(triangle, Color(0, alpha: 0.001)), .stroke(triangle, Stroke(width: 0), .black),
            .stroke(triangle, Stroke(width: .nan), .black), .stroke(triangle, Stroke(width: 1e-5), .black),
            .clipped(to: Path(), .nonZero, [.fill(triangle, .black)]), .clipped(to: triangle, .evenOdd, []),
            .image(image, in: Box(x: 1, y: 1, width: 0, height: 5)),
            .image(image, in: Box(x: .nan, y: 1, width: 3, height: 5)),
        ]
        let file = try text(drawing)
        #expect(["<path", "<g", "<clipPath", "<image "].allSatisfy { !file.contains($0) })
    }

    @Test func equalClipsAreWrittenOnceAndOthersApart() throws {
        var drawing = Drawing(size: Point(9, 9))
        let inner = [Drawing.Command.fill(triangle, .black)]
        drawing.commands = [
            .clipped(to: triangle, .nonZero, inner), .clipped(to: triangle, .nonZero, inner),
            .clipped(to: triangle, .evenOdd, inner),
        ]
        let file = try text(drawing)
        #expect(file.ranges(of: "<clipPath").count == 2 && file.ranges(of: "<g clip").count == 3)
        #expect(file.ranges(of: "clip-rule=\"evenodd\"").count == 1)
    }

    @Test func imagesArePNGInside() throws {
        var drawing = Drawing(size: Point(9, 9))
        let image = Image(width: 1, height: 1, samples: [1, 2, 3, 4])
        let placed = Drawing.Command.image(image, in: Box(x: 1, y: 2, width: 3, height: 4.5))
        drawing.commands = [.clipped(to: triangle, .nonZero, [placed])]
        let file = try text(drawing)
        #expect(file.contains("xmlns:xlink") && file.contains("<image x=\"1\" y=\"2\" width=\"3\" height=\"4.5\""))
        #expect(file.contains("xlink:href=\"data:image/png;base64,iVBORw0KGgo"))
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64IsThatOfTheStandard(plain: String, coded: String) {
        var bytes: [UInt8] = []
        bytes.append(base64: Array(plain.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == coded)
    }

    @Test(arguments: [Point(0, 5), Point(5, -1), Point(.nan, 5), Point(5, .infinity), Point(30_001, 5)])
    func impossiblePagesAreErrors(size: Point) {
        let errors = [
            #expect(throws: ExportError.self) { try SVGFile.encode(Drawing(size: size)) },
            #expect(throws: ExportError.self) { try PDFFile.encode(Drawing(size: size)) },
        ]
        #expect(errors.allSatisfy { $0?.description.hasSuffix("points cannot be drawn") == true })
    }
}
