import CZLib
import Drawings
import Testing

@testable import Export

/// A PDF file taken apart as far as its table of objects says where they are.
private struct PDF {
    let objects: [[UInt8]]
    let text: String

    init(_ file: [UInt8]) throws {
        text = String(decoding: file, as: UTF8.self)
        let lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let end = try #require(lines.lastIndex { $0.elementsEqual("startxref".utf8) })
        let start = try #require(Int(String(decoding: lines[end + 1], as: UTF8.self)))
        let table = file[start...].split(separator: UInt8(ascii: "\n"))
        try #require(table[0].elementsEqual("xref".utf8))
        let count = try #require(Int(String(decoding: table[1].dropFirst(2), as: UTF8.self)))
        let entries = table[2..<2 + count].map { String(decoding: $0, as: UTF8.self) }
        #expect(entries.allSatisfy { $0.utf8.count == 19 })
        let offsets = try entries.dropFirst().map { try #require(Int($0.prefix(10))) } + [start]
        objects = zip(offsets, offsets.dropFirst()).map { Array(file[$0..<$1]) }
        for (index, object) in objects.enumerated() {
            #expect(object.starts(with: "\(index + 1) 0 obj\n".utf8) && object.suffix(7).elementsEqual("endobj\n".utf8))
        }
    }

    /// The data of the stream in an object, inflated.
    func stream(_ index: Int) throws -> [UInt8] {
        let object = objects[index]
        let begin = try #require(object.firstRange(of: Array("stream\n".utf8)))
        let end = try #require(object.ranges(of: Array("\nendstream".utf8)).last)
        let data = Array(object[begin.upperBound..<end.lowerBound])
        #expect(String(decoding: object[..<begin.lowerBound], as: UTF8.self).contains("/Length \(data.count)>>"))
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        var count = uLong(bytes.count)
        try #require(uncompress(&bytes, &count, data, uLong(data.count)) == Z_OK)
        return Array(bytes[..<Int(count)])
    }
}

@Suite struct PDFFileTests {
    private let triangle = Path(through: [Point(1, 2), Point(11, 2), Point(6.5, 8.25)], closed: true)

    private func content(_ commands: [Drawing.Command]) throws -> [String] {
        var drawing = Drawing(size: Point(20, 10), background: Color(0xFFFFFF, alpha: 0))
        drawing.commands = commands
        let stream = try PDF(PDFFile.encode(drawing)).stream(0)
        return String(decoding: stream, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test func operatorsSayWhatChanges() throws {
        let stroke = Stroke(width: 0.5, cap: .square, join: .miter(limit: 4), dash: [3, 1], dashPhase: 2)
        let shape = ["1 2 m", "11 2 l", "6.5 8.25 l", "h"]
        #expect(
            try content([
                .fill(triangle, Color(0xFF0000)), .fill(triangle, Color(0xFF0000, alpha: 0.5), .evenOdd),
                .clipped(to: triangle, .evenOdd, [.stroke(triangle, stroke, Color(0x0000FF, alpha: 0.5))]),
                .stroke(triangle, Stroke(width: 1), .black),
            ]) == ["1 0 0 -1 0 10 cm", "1 0 0 rg"] + shape + ["f", "/a128 gs"] + shape + ["f*", "q"] + shape
                + ["W* n", "0 0 1 RG", ".5 w", "2 J", "0 j 4 M", "[3 1]2 d"] + shape + ["S", "Q", "/a255 gs"] + shape
                + ["S"])
    }

    @Test func quadraticCurvesBecomeCubic() throws {
        var path = Path()
        path.move(to: Point(0, 0))
        path.quadratic(Point(3, -6), to: Point(6, 0))
        #expect(try content([.fill(path, .black)]).contains("2 -4 4 -4 6 0 c"))
    }

    @Test func theStatesOfTransparencyAreListed() throws {
        var drawing = Drawing(size: Point(20, 10))
        #expect(try !PDF(PDFFile.encode(drawing)).text.contains("/ExtGState"))
        drawing.commands = [0.2, 1, 0.6, 0.2].map { .fill(triangle, Color(0, alpha: $0)) }
        let text = try PDF(PDFFile.encode(drawing)).text
        #expect(
            text.contains(
                "/ExtGState<</a51<</ca .2/CA .2>>/a153<</ca .6/CA .6>>/a255<</ca 1/CA 1>>>>"))
        #expect(text.contains("/Group<</S/Transparency/CS/DeviceRGB/I true>>"))
    }

    @Test func imagesAreSharedAndTheirAlphaIsAMask() throws {
        var drawing = Drawing(size: Point(20, 10))
        let opaque = Image(width: 2, height: 1, samples: [1, 2, 3, 255, 4, 5, 6, 255])
        let clear = Image(width: 2, height: 1, samples: [1, 2, 3, 7, 4, 5, 6, 8])
        drawing.commands = [opaque, clear, opaque].map { .image($0, in: Box(x: 1, y: 2, width: 2, height: 0.5)) }
        let pdf = try PDF(PDFFile.encode(drawing))
        #expect(pdf.text.ranges(of: "/Subtype/Image").count == 3 && pdf.text.ranges(of: "/SMask").count == 1)
        #expect(pdf.text.contains("/XObject<</i0 2 0 R/i1 4 0 R>>"))
        #expect(try [1, 2, 3].map(pdf.stream) == [[1, 2, 3, 4, 5, 6], [7, 8], [1, 2, 3, 4, 5, 6]])
        let content = String(decoding: try pdf.stream(0), as: UTF8.self)
        #expect(content.ranges(of: "q\n2 0 0 -.5 1 2.5 cm\n/i0 Do\nQ\n").count == 2)
    }

    @Test func coarseSamplesAreRepeated() {
        let image = Image(width: 2, height: 1, samples: [1, 2, 3, 4, 5, 6, 7, 8])
        let wide = image.repeated(for: Box(x: 0, y: 0, width: 2.4, height: 1))
        #expect((wide.width, wide.height) == (24, 1))
        #expect(wide.samples == (0..<24).flatMap { $0 < 12 ? [1, 2, 3, 4] : [5, 6, 7, 8] as [UInt8] })
        let huge = image.repeated(for: Box(x: 0, y: 0, width: 1e9, height: 1.15))
        #expect((huge.width, huge.height) == (2048, 12))
        #expect(image.repeated(for: Box(x: 0, y: 0, width: 2, height: 1)) == image)
    }

    @Test(arguments: [
        ("Loss (f) \\ g", "(Loss \\(f\\) \\\\ g)"), ("η²", "<FEFF03B700B2>"), ("😀", "<FEFFD83DDE00>"),
        ("a\nb", "<FEFF0061000A0062>"), ("naïve", "<FEFF006E006100EF00760065>"),
    ])
    func titlesAreTextStrings(title: String, literal: String) throws {
        var drawing = Drawing(size: Point(20, 10))
        drawing.caption = Caption(title: title)
        let pdf = try PDF(PDFFile.encode(drawing))
        #expect(pdf.text.contains("<</Title\(literal)/Producer(Ravine)>>"))
        #expect(!pdf.text.contains("Date") && !pdf.text.contains("/ID") && !pdf.text.contains("/Subject"))
    }

    @Test func thePageHasItsExactSize() throws {
        let pdf = try PDF(PDFFile.encode(Drawing(size: Point(453.543_307, 14_173.23))))
        #expect(pdf.text.contains("/MediaBox[0 0 453.5433 14173.23]"))
    }

    /// Every token of the content is an operator or a plain number.
    @Test func numbersOfAnySizeArePlain() throws {
        let values = [0, 1e-12, -1e-300, 1e300, -1e17, .nan, .infinity, 0.005, 12_345.678]
        let commands: [Drawing.Command] = values.flatMap { value -> [Drawing.Command] in
            let path = Path(through: [Point(value, 1), Point(2, value), Point(3, 3), Point(value, value)])
            let stroke = Stroke(width: value, join: .miter(limit: value), dash: [value, 2], dashPhase: value)
            return [
                .fill(path, Color(red: value, green: 1, blue: 0.5, alpha: 0.9)), .stroke(path, stroke, .black),
                .image(
                    Image(width: 1, height: 1, samples: [0, 0, 0, 0]), in: Box(x: value, y: 1, width: value, height: 1)),
            ]
        }
        let plain = /-?(\d+|\d*\.\d+)/
        let operators: Set = ["m", "l", "h", "f", "S", "rg", "RG", "w", "j", "M", "cm", "gs", "Do", "q", "Q", "d"]
        for line in try content(commands) {
            for token in line.split(whereSeparator: { " []".contains($0) }) where !token.hasPrefix("/") {
                #expect(operators.contains(String(token)) || token.wholeMatch(of: plain) != nil, "\(line)")
            }
        }
    }

    /// Many vertices that nothing can leave out; a quadratic step would never end.
    @Test func hugePathsTakeLinearTime() throws {
        let points = (0..<300_000).map { (index: Int) -> Point in
            let (column, row) = (index % 1000, index % 2 * 200 + index % 97)
            return Point(Double(column) * 0.5, Double(row))
        }
        var drawing = Drawing(size: Point(500, 400))
        drawing.commands = [.stroke(Path(through: points), Stroke(width: 1), .black)]
        #expect(try SVGFile.encode(drawing).count > 1_500_000)
    }
}
