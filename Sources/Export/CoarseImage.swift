import Drawings

extension Image {
    /// Samples wider or higher than this, in points, are seen as such.
    private static let finest = 1.0
    /// How wide, in points, the blur between samples may be.
    private static let blur = 0.1
    /// The most samples on a side that repeating makes.
    private static let longestSide = 2048

    /// The image with each sample repeated where a box makes it large enough to be seen, for many viewers smooth images
    /// whatever a file says: then they smooth 0.1 points at the samples' edges.
    func repeated(for box: Box) -> Image {
        let across = Self.repetitions(of: box.width / Double(width), count: width)
        let down = Self.repetitions(of: box.height / Double(height), count: height)
        guard across > 1 || down > 1 else { return self }
        var repeated: [UInt8] = []
        repeated.reserveCapacity(samples.count * across * down)
        for row in 0..<height {
            var line: [UInt8] = []
            for first in stride(from: 4 * row * width, to: 4 * (row + 1) * width, by: 4) {
                for _ in 0..<across { line += samples[first..<first + 4] }
            }
            for _ in 0..<down { repeated += line }
        }
        return Image(width: width * across, height: height * down, samples: repeated)
    }

    private static func repetitions(of side: Double, count: Int) -> Int {
        guard side > finest else { return 1 }
        let most = max(1, longestSide / count)
        return min(Int(exactly: (side / blur).rounded(.up)) ?? most, most)
    }
}
