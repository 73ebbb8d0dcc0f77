/// A page as video encoders take it: brightness (Y) for every pixel, two differences of colour (Cb, Cr) for every four.
///
/// The colours of Rec. ITU-R BT.709 in the range 16…235 (Cb, Cr 16…240), 4:2:0, each colour sample in the middle
/// between two rows and on the left of two columns (1 2 1), where H.264 and VP9 have it unless told otherwise. Integers
/// throughout: the same bytes on every machine. What lets something through stands on white.
public struct YCbCrPicture: Sendable {
    /// Even; a page with an odd side has its last column or row twice.
    public let width: Int
    public let height: Int
    /// The planes Y, Cb and Cr, one after the other, each row by row.
    public private(set) var bytes: [UInt8]

    /// - Parameter page: may have at most `Rasterizer.longestSide` pixels on a side.
    public init(_ page: Page) {
        (width, height) = ((page.width + 1) & ~1, (page.height + 1) & ~1)
        bytes = Array(repeating: 0, count: width * height * 3 / 2)
        update(page, changed: Array(repeating: 0..<page.width, count: page.height))
    }

    /// Makes a picture of the page before one of the page.
    public mutating func update(from page: Page, since before: Page) {
        var changed = Array(repeating: 0..<0, count: page.height)
        page.changes(since: before) { row, columns in changed[row] = columns }
        update(page, changed: changed)
    }

    private mutating func update(_ page: Page, changed: [Range<Int>]) {
        let (width, height) = (width, height)
        bytes.withUnsafeMutableBufferPointer { bytes in
            page.pixels.withUnsafeBufferPointer { pixels in
                let planes = Planes(pixels: pixels, columns: page.width, rows: page.height, bytes, width, height)
                for row in changed.indices { planes.brightness(row, changed[row]) }
                for pair in 0..<height / 2 {
                    let (above, below) = (changed[2 * pair], changed[min(2 * pair + 1, page.height - 1)])
                    planes.colors(pair, above)
                    if below != above { planes.colors(pair, below) }
                }
            }
        }
    }
}

/// The planes while they are written. Weights are those of BT.709 times 219/255 or 224/255, in 1/65536.
private struct Planes {
    private let pixels: UnsafeBufferPointer<Pixel>
    private let columns: Int
    private let rows: Int
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let width: Int
    private let height: Int

    init(
        pixels: UnsafeBufferPointer<Pixel>, columns: Int, rows: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>,
        _ width: Int, _ height: Int
    ) {
        (self.pixels, self.columns, self.rows) = (pixels, columns, rows)
        (self.bytes, self.width, self.height) = (bytes, width, height)
    }

    func brightness(_ row: Int, _ changed: Range<Int>) {
        guard !changed.isEmpty else { return }
        let (source, target) = (row * columns, row * width)
        for column in changed {
            let color = Self.components(pixels[source &+ column])
            let sum = 11966 &* color.x &+ 40254 &* color.y &+ 4064 &* color.z &+ (16 << 16 + 1 << 15)
            bytes[target &+ column] = UInt8(truncatingIfNeeded: sum >> 16)
        }
        if changed.upperBound == columns, columns < width { bytes[target + columns] = bytes[target + columns - 1] }
        guard row == rows - 1, rows < height else { return }
        for column in changed.lowerBound..<(changed.upperBound == columns ? width : changed.upperBound) {
            bytes[target + width + column] = bytes[target + column]
        }
    }

    /// Those of two rows, where a pixel of theirs has changed.
    func colors(_ pair: Int, _ changed: Range<Int>) {
        guard !changed.isEmpty else { return }
        let (above, below) = (2 * pair * columns, min(2 * pair + 1, rows - 1) * columns)
        let target = width * height + pair * (width / 2)
        for index in changed.lowerBound / 2...min(changed.upperBound / 2, width / 2 - 1) {
            let middle = 2 * index
            let (left, right) = (max(middle - 1, 0), min(middle + 1, columns - 1))
            let sides =
                Self.components(pixels[above + left]) &+ Self.components(pixels[below + left])
                &+ Self.components(pixels[above + right]) &+ Self.components(pixels[below + right])
            let within = Self.components(pixels[above + middle]) &+ Self.components(pixels[below + middle])
            let sum = sides &+ 2 &* within
            let (red, green, blue) = (sum.x, sum.y, sum.z)
            let half: Int32 = 128 << 19 + 1 << 18
            let first = (28785 &* blue &- 6596 &* red &- 22189 &* green &+ half) >> 19
            let second = (28784 &* red &- 26145 &* green &- 2639 &* blue &+ half) >> 19
            bytes[target + index] = UInt8(truncatingIfNeeded: first)
            bytes[target + width * height / 4 + index] = UInt8(truncatingIfNeeded: second)
        }
    }

    /// Red, green and blue over white.
    @inline(__always)
    private static func components(_ pixel: Pixel) -> SIMD3<Int32> {
        let white = 255 &- pixel >> 24
        func component(_ shift: Pixel) -> Int32 {
            Int32(truncatingIfNeeded: pixel >> shift & 255 &+ white)
        }
        return SIMD3(component(0), component(8), component(16))
    }
}
