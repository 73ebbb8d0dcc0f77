import CLibPNG
import Foundation
import SceneFile
import Testing

@testable import ravine

/// A rendered picture, decoded again: three bytes a pixel, row by row from the top.
struct Picture: Equatable {
    let width: Int
    let height: Int
    let samples: [UInt8]

    init(png file: [UInt8]) throws {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        samples = try file.withUnsafeBufferPointer { file in
            try #require(png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0)
            image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
            var bytes = [UInt8](repeating: 0, count: Int(image.width * image.height) * 3)
            try #require(png_image_finish_read(&image, nil, &bytes, 0, nil) != 0)
            return bytes
        }
        (width, height) = (Int(image.width), Int(image.height))
    }

    init(of scene: Scene, jobs: Int = 2) throws {
        try self.init(png: RenderPipeline.encode(scene, jobs: jobs))
    }

    func pixel(_ x: Int, _ y: Int) -> [UInt8] { Array(samples[3 * (y * width + x)..<3 * (y * width + x) + 3]) }

    /// Whether nothing is drawn within so many pixels of the page's sides.
    func hasEmptyMargin(_ margin: Int) -> Bool {
        (0..<height).allSatisfy { y in
            (0..<width).allSatisfy { x in
                let isInside = (margin..<width - margin).contains(x) && (margin..<height - margin).contains(y)
                return isInside || pixel(x, y) == [255, 255, 255]
            }
        }
    }
}

/// The project's own folder, from which tests read the example scenes.
let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// The scene that a text describes.
func scene(_ text: String) throws -> Scene {
    let reading = Scene.read(Array(text.utf8), name: "scene", file: "scene.yaml")
    return try #require(reading.scene, "\(reading.diagnostics.map(\.description))")
}
