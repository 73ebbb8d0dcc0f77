import CLibPNG
import Foundation
import Testing

/// A program by others that draws our files.
enum Viewer: String, CaseIterable {
    /// librsvg's, which draws with cairo.
    case rsvg = "rsvg-convert"
    /// MuPDF's, which draws with its own rasterizer.
    case mupdf = "mutool"

    /// What the program makes of a file, in so many pixels for a page of a size in points.
    func draw(_ file: [UInt8], width: Int, height: Int, dpi: Double) throws -> Pixels {
        let name = FileManager.default.temporaryDirectory.appending(path: "ravine-\(UUID().uuidString)").path
        let (input, output) = ("\(name).\(self == .rsvg ? "svg" : "pdf")", "\(name).png")
        defer { for path in [input, output] { try? FileManager.default.removeItem(atPath: path) } }
        try Data(file).write(to: URL(filePath: input))
        switch self {
        case .rsvg: try run(["-w", "\(width)", "-h", "\(height)", "-o", output, input])
        case .mupdf: try run(["draw", "-q", "-r", "\(dpi)", "-c", "rgba", "-o", output, input])
        }
        return try Pixels(png: Array(Data(contentsOf: URL(filePath: output))))
    }

    private func run(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [rawValue] + arguments
        let messages = Pipe()
        process.standardError = messages
        try process.run()
        let said = messages.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus != 127, "\(rawValue) is missing; 'Scripts/setup --tests' installs it")
        try #require(process.terminationStatus == 0, "\(rawValue): \(String(decoding: said, as: UTF8.self))")
    }
}

/// A decoded picture with alpha, four bytes a pixel, the colours multiplied by it.
struct Pixels {
    let width: Int
    let height: Int
    let samples: [UInt8]

    init(png file: [UInt8]) throws {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        var bytes = try file.withUnsafeBufferPointer { file in
            try #require(png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0)
            image.format = UInt32(PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA)
            var bytes = [UInt8](repeating: 0, count: Int(image.width * image.height) * 4)
            try #require(png_image_finish_read(&image, nil, &bytes, 0, nil) != 0)
            return bytes
        }
        for index in bytes.indices where index % 4 < 3 {
            bytes[index] = UInt8((Int(bytes[index]) * Int(bytes[index | 3]) + 127) / 255)
        }
        (width, height, samples) = (Int(image.width), Int(image.height), bytes)
    }
}

/// How far two pictures of one size lie apart, in steps of 1/255 of samples multiplied by alpha.
struct Difference {
    /// The mean over all samples.
    var mean = 0.0
    /// The largest mean over a square of 8 × 8 pixels, which a letter that is missing or misplaced fills.
    var worstSquare = 0.0

    private static let side = 8

    init(_ a: Pixels, _ b: Pixels) throws {
        try #require(a.width == b.width && a.height == b.height, "\(a.width) × \(a.height), \(b.width) × \(b.height)")
        let columns = (a.width + Self.side - 1) / Self.side
        var sums = [Int](repeating: 0, count: columns * ((a.height + Self.side - 1) / Self.side))
        for y in 0..<a.height {
            for index in 4 * y * a.width..<4 * (y + 1) * a.width {
                let square = y / Self.side * columns + (index / 4 - y * a.width) / Self.side
                sums[square] += abs(Int(a.samples[index]) - Int(b.samples[index]))
            }
        }
        mean = Double(sums.reduce(0, +)) / Double(a.samples.count)
        worstSquare = Double(sums.max() ?? 0) / Double(4 * Self.side * Self.side)
    }
}
