import CLibPNG
import Drawings
import Raster
import Testing

@testable import Export

/// The chunks of a PNG file, in order.
private func chunks(_ file: [UInt8]) -> [(name: String, data: [UInt8])] {
    func number(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var found: [(String, [UInt8])] = []
    var place = 8
    while place + 12 <= file.count {
        let size = number(place)
        found.append(
            (String(decoding: file[place + 4..<place + 8], as: UTF8.self), Array(file[place + 8..<place + 8 + size])))
        place += 12 + size
    }
    return found
}

/// The samples of a PNG file as libpng's simplified reader sees them.
private func decoded(_ file: [UInt8], hasAlpha: Bool) throws -> [UInt8] {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    defer { png_image_free(&image) }
    return try file.withUnsafeBufferPointer { file in
        try #require(png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0)
        image.format = UInt32(hasAlpha ? PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA : PNG_FORMAT_FLAG_COLOR)
        var bytes = [UInt8](repeating: 0, count: Int(image.width * image.height) * (hasAlpha ? 4 : 3))
        try #require(png_image_finish_read(&image, nil, &bytes, 0, nil) != 0)
        return bytes
    }
}

private func drawing(alpha: Double = 1) -> Drawing {
    var drawing = Drawing(size: Point(100, 80), background: Color(0xFFFFFF, alpha: alpha))
    for index in 0..<30 {
        let center = Point(Double(index * 37 % 100), Double(index * 53 % 80))
        let color = Color(UInt32(index * 0x71234 % 0xFFFFFF))
        drawing.commands.append(.fill(Path(circleAt: center, radius: 12), color))
        drawing.commands.append(.stroke(Path(circleAt: center, radius: 15), Stroke(width: 1.3), color))
    }
    return drawing
}

@Suite struct PNGFileTests {
    @Test(arguments: [1, 0.25])
    func decodesToThePixmap(alpha: Double) throws {
        let rasterizer = try Rasterizer(drawing(alpha: alpha), width: 250, height: 200, scale: 2.5)
        let file = try PNGFile.encode(rasterizer, dpi: 180)
        #expect(try decoded(file, hasAlpha: alpha < 1) == rasterizer.pixmap().bytes)
    }

    @Test func everyCountOfJobsGivesTheSameFile() throws {
        let files = try [1, 2, 8].map {
            try PNGFile.encode(drawing(), width: 400, height: 320, scale: 4, dpi: 288, jobs: $0)
        }
        #expect(files[0] == files[1] && files[0] == files[2])
    }

    @Test func statesColourSpaceAndResolutionAndNothingElse() throws {
        let file = try PNGFile.encode(drawing(), width: 100, height: 80, scale: 1, dpi: 150)
        let all = chunks(file)
        #expect(Set(all.map(\.name)) == ["IHDR", "sRGB", "pHYs", "IDAT", "IEND"])
        #expect(all.first { $0.name == "IHDR" }?.data == [0, 0, 0, 100, 0, 0, 0, 80, 8, 2, 0, 0, 0])
        #expect(all.first { $0.name == "sRGB" }?.data == [1])
        // 150 pixels an inch are 5906 a metre.
        #expect(all.first { $0.name == "pHYs" }?.data == [0, 0, 0x17, 0x12, 0, 0, 0x17, 0x12, 1])
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e300])
    func resolutionsThatAreNoneAreNotStated(dpi: Double) throws {
        let file = try PNGFile.encode(drawing(), width: 10, height: 8, scale: 0.1, dpi: dpi)
        #expect(!chunks(file).contains { $0.name == "pHYs" })
    }

    @Test func impossiblePagesAreErrors() {
        #expect(throws: ExportError.raster(.size(width: 0, height: 8))) {
            try PNGFile.encode(drawing(), width: 0, height: 8, scale: 1, dpi: 72)
        }
    }

    @Test func errorsOfLibpngArriveAsMessages() throws {
        let zero = #expect(throws: ExportError.self) { try PNGEncoder(width: 0, height: 1, hasAlpha: false, dpi: 72) }
        #expect(zero?.description.contains("IHDR") == true)
        let encoder = try PNGEncoder(width: 2, height: 2, hasAlpha: false, dpi: 72)
        #expect(throws: ExportError.encoding("rows of another width")) { try encoder.append([1, 2, 3]) }
        try encoder.append([1, 2, 3, 4, 5, 6])
        #expect(throws: ExportError.encoding("rows of the image are missing")) { try encoder.finish() }
        #expect(throws: ExportError.encoding("more rows than the image has")) {
            try encoder.append([UInt8](repeating: 0, count: 12))
        }
    }
}
