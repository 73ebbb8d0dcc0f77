/// Pixels that drawings are painted over.
public struct Backdrop: Sendable {
    public let width: Int
    public let height: Int
    /// Whether any pixel lets something through.
    public internal(set) var hasAlpha: Bool
    var pixels: [Pixel]
}

/// A rectangle of a page.
public struct PixmapPatch: Sendable {
    /// Of its left upper corner, in pixels.
    public let x: Int
    public let y: Int
    public let pixmap: Pixmap
}

extension Backdrop {
    /// All of it, with four bytes a pixel.
    public var whole: PixmapPatch { patch(columns: 0..<width, rows: 0..<height) { pixels[$0] } }

    /// The smallest rectangle outside which two pages are alike, with four bytes a pixel; a single pixel where they are
    /// alike throughout.
    ///
    /// On an opaque page what is alike in the rectangle is left transparent, to be painted over the page before. Else
    /// the rectangle replaces what was there.
    public func changes(since before: Backdrop) -> PixmapPatch {
        precondition((before.width, before.height) == (width, height), "a page of another size")
        let (columns, rows) = extent(ofChangesSince: before)
        if hasAlpha { return patch(columns: columns, rows: rows) { pixels[$0] } }
        return pixels.withUnsafeBufferPointer { now in
            before.pixels.withUnsafeBufferPointer { before in
                patch(columns: columns, rows: rows) { now[$0] == before[$0] ? 0 : now[$0] }
            }
        }
    }

    private func extent(ofChangesSince before: Backdrop) -> (columns: Range<Int>, rows: Range<Int>) {
        var (left, right, top, bottom) = (width, 0, height, 0)
        pixels.withUnsafeBufferPointer { now in
            before.pixels.withUnsafeBufferPointer { before in
                for row in 0..<height {
                    let begin = row * width
                    // A sum without branches runs over many pixels at once.
                    var difference: Pixel = 0
                    for index in begin..<begin + width { difference |= now[index] ^ before[index] }
                    guard difference != 0 else { continue }
                    (top, bottom) = (min(top, row), row + 1)
                    var (first, last) = (0, width - 1)
                    while now[begin + first] == before[begin + first] { first += 1 }
                    while now[begin + last] == before[begin + last] { last -= 1 }
                    (left, right) = (min(left, first), max(right, last + 1))
                }
            }
        }
        return bottom > 0 ? (left..<right, top..<bottom) : (0..<1, 0..<1)
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
