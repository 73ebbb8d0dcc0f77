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

/// How far two pictures lie apart.
struct Difference {
    /// Of all samples, in steps of 1/255.
    var mean = 0.0
    /// The share of pixels of which a sample differs by more than 32.
    var share = 0.0
    var isOfOneSize = false

    init(_ a: Pixels, _ b: Pixels) {
        guard a.width == b.width, a.height == b.height else { return }
        isOfOneSize = true
        var (sum, beyond) = (0, 0)
        for pixel in stride(from: 0, to: a.samples.count, by: 4) {
            var worst = 0
            for index in pixel..<pixel + 4 {
                let difference = abs(Int(a.samples[index]) - Int(b.samples[index]))
                sum += difference
                worst = max(worst, difference)
            }
            if worst > 32 { beyond += 1 }
        }
        mean = Double(sum) / Double(a.samples.count)
        share = Double(beyond) / Double(a.width * a.height)
    }
}
