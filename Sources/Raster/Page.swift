import Drawings

/// A page on which frames are painted, each over the same backdrop and in place of the one before.
public struct Page: Sendable {
    private let backdrop: Backdrop
    var pixels: [Pixel]
    /// The columns of each stripe that may differ from the backdrop.
    var painted: [Range<Int>]

    /// The backdrop with nothing on it.
    public init(_ backdrop: Backdrop) {
        self.backdrop = backdrop
        pixels = backdrop.pixels
        let stripes = (backdrop.height + Rasterizer.stripeHeight - 1) / Rasterizer.stripeHeight
        painted = Array(repeating: 0..<0, count: stripes)
    }

    public var width: Int { backdrop.width }
    public var height: Int { backdrop.height }
    /// Whether any pixel lets something through.
    public var hasAlpha: Bool { backdrop.hasAlpha }

    /// Paints a drawing, whose background does not count, on the calling thread.
    ///
    /// - Parameter scale: pixels a point.
    public mutating func paint(_ drawing: Drawing, scale: Double) throws(RasterError) {
        try Rasterizer(drawing, over: backdrop, scale: scale).paint(into: &self)
    }

    /// Tells, row by row, from which column to which two pages over the same backdrop differ.
    func changes(since before: Page, _ use: (_ row: Int, _ columns: Range<Int>) -> Void) {
        precondition((before.width, before.height) == (width, height), "a page of another size")
        pixels.withUnsafeBufferPointer { now in
            before.pixels.withUnsafeBufferPointer { other in
                for row in 0..<height {
                    let stripe = row / Rasterizer.stripeHeight
                    let columns = Self.hull(painted[stripe], before.painted[stripe])
                    guard !columns.isEmpty else { continue }
                    let begin = row * width
                    // A sum without branches runs over many pixels at once.
                    var difference: Pixel = 0
                    for column in columns { difference |= now[begin &+ column] ^ other[begin &+ column] }
                    guard difference != 0 else { continue }
                    var (first, last) = (columns.lowerBound, columns.upperBound - 1)
                    while now[begin + first] == other[begin + first] { first += 1 }
                    while now[begin + last] == other[begin + last] { last -= 1 }
                    use(row, first..<last + 1)
                }
            }
        }
    }

    private static func hull(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
        if a.isEmpty { return b }
        if b.isEmpty { return a }
        return min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
}

/// A rectangle of a page.
public struct PixmapPatch: Sendable {
    /// Of its left upper corner, in pixels.
    public let x: Int
    public let y: Int
    public let pixmap: Pixmap
}

extension Page {
    /// All of it, with four bytes a pixel.
    public var whole: PixmapPatch { patch(columns: 0..<width, rows: 0..<height) { pixels[$0] } }

    /// The smallest rectangle outside which two pages are alike, with four bytes a pixel; a single pixel where they are
    /// alike throughout.
    ///
    /// On an opaque page what is alike in the rectangle is left transparent, to be painted over the page before. Else
    /// the rectangle replaces what was there.
    public func changes(since before: Page) -> PixmapPatch {
        var (left, right, top, bottom) = (width, 0, height, 0)
        changes(since: before) { row, columns in
            (left, right) = (min(left, columns.lowerBound), max(right, columns.upperBound))
            (top, bottom) = (min(top, row), row + 1)
        }
        let (columns, rows) = bottom > 0 ? (left..<right, top..<bottom) : (0..<1, 0..<1)
        if hasAlpha { return patch(columns: columns, rows: rows) { pixels[$0] } }
        return pixels.withUnsafeBufferPointer { now in
            before.pixels.withUnsafeBufferPointer { before in
                patch(columns: columns, rows: rows) { now[$0] == before[$0] ? 0 : now[$0] }
            }
        }
    }

    /// - Parameter pixel: by its place in the page.
    @inline(__always)
    private func patch(columns: Range<Int>, rows: Range<Int>, _ pixel: (Int) -> Pixel) -> PixmapPatch {
        let count = 4 * columns.count * rows.count
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            var place = 0
            for row in rows {
                for index in row * width + columns.lowerBound..<row * width + columns.upperBound {
                    storeStraight(pixel(index), buffer, place)
                    place += 4
                }
            }
            initialized = count
        }
        let pixmap = Pixmap(width: columns.count, height: rows.count, hasAlpha: true, bytes: bytes)
        return PixmapPatch(x: columns.lowerBound, y: rows.lowerBound, pixmap: pixmap)
    }
}
