import Dispatch
import Drawings
import Synchronization

/// Why a drawing cannot be rasterized.
public enum RasterError: Error, Hashable, Sendable {
    /// A side is not within 1…`Rasterizer.longestSide`, or the page has more than `Rasterizer.mostPixels`.
    case size(width: Int, height: Int)
    /// The scale is not a positive finite number.
    case scale(Double)
}

/// Draws a drawing in pixels, anti-aliased by the exact area each shape covers.
///
/// Vertices are rounded to a lattice of 1/256 pixel and everything after that is computed in integers: the same drawing
/// gives the same bytes on every machine. Curves and arcs become chords at most 0.02 pixels away. The page is cut into
/// stripes, which can be painted in any order and on several threads.
///
/// - Blending is 8-bit sRGB, `(source · alpha + under · (255 − alpha) + 127) / 255`.
/// - Images take the nearest sample.
/// - A stroke of zero, negative or non-finite width draws nothing; a dash pattern that is empty, all zero, or has a
///   negative or non-finite length draws a solid line, as does one of more than a million dashes a subpath.
/// - Pieces with points that are not finite are left out.
public struct Rasterizer: Sendable {
    /// The most pixels on a side.
    public static let longestSide = 32767
    /// The most pixels in all.
    public static let mostPixels = 1 << 28

    private static let stripeHeight = 16

    public let width: Int
    public let height: Int
    /// Whether pixels have four bytes (red, green, blue and straight alpha) or, on an opaque background, three.
    public let hasAlpha: Bool
    private let list: DisplayList
    private let background: Pixel

    /// Flattens, outlines and sorts all paths of a drawing.
    ///
    /// - Parameters:
    ///   - width: of the page, in pixels; what the drawing has beyond is cut off.
    ///   - height: of the page, in pixels.
    ///   - scale: pixels a point.
    ///   - jobs: how many threads prepare it, the calling one among them.
    public init(_ drawing: Drawing, width: Int, height: Int, scale: Double, jobs: Int = 1) throws(RasterError) {
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height),
            width * height <= Self.mostPixels
        else { throw .size(width: width, height: height) }
        guard scale > 0, scale.isFinite else { throw .scale(scale) }
        self.width = width
        self.height = height
        let paint = Paint(drawing.background)
        hasAlpha = paint.alpha < 255
        background = paint.pixel
        list = DisplayList(
            drawing, width: width, height: height, scale: scale, stripeHeight: Self.stripeHeight, jobs: jobs)
    }

    public var stripeCount: Int { list.stripes.count }

    /// The rows of the page that a stripe holds, from the top.
    public func rows(ofStripe index: Int) -> Range<Int> {
        index * Self.stripeHeight..<min((index + 1) * Self.stripeHeight, height)
    }

    public var bytesPerRow: Int { width * (hasAlpha ? 4 : 3) }

    /// Paints all stripes on at most `jobs` threads, the calling one among them.
    public func pixmap(jobs: Int = 1) -> Pixmap {
        let size = bytesPerRow * height
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            nonisolated(unsafe) let target = buffer
            let next = Atomic(0)
            DispatchQueue.concurrentPerform(iterations: min(max(jobs, 1), stripeCount)) { _ in
                let worker = Worker(self)
                while true {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < stripeCount else { break }
                    let start = rows(ofStripe: index).lowerBound * bytesPerRow
                    worker.paint(index, into: UnsafeMutableBufferPointer(rebasing: target[start...]))
                }
            }
            count = size
        }
        return Pixmap(width: width, height: height, hasAlpha: hasAlpha, bytes: bytes)
    }

    /// Paints stripes, one after another, with buffers of its own: one worker a thread.
    public final class Worker {
        private let rasterizer: Rasterizer
        private let painter: StripePainter
        private var pixels: [Pixel]

        public init(_ rasterizer: Rasterizer) {
            self.rasterizer = rasterizer
            painter = StripePainter(
                rasterizer.list, width: rasterizer.width, stripeHeight: Rasterizer.stripeHeight,
                background: rasterizer.background)
            pixels = Array(repeating: 0, count: rasterizer.width * Rasterizer.stripeHeight)
        }

        /// The bytes of a stripe's rows, as in a pixmap.
        public func paint(_ index: Int) -> [UInt8] {
            let size = rasterizer.rows(ofStripe: index).count * rasterizer.bytesPerRow
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                paint(index, into: buffer)
                count = size
            }
        }

        fileprivate func paint(_ index: Int, into bytes: UnsafeMutableBufferPointer<UInt8>) {
            let rows = rasterizer.rows(ofStripe: index)
            let count = rows.count * rasterizer.width
            pixels.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                painter.paint(rasterizer.list.stripes[index], rows: rows, into: base)
                if rasterizer.hasAlpha {
                    for index in 0..<count { storeStraight(base[index], bytes, 4 * index) }
                } else {
                    for index in 0..<count { storeOpaque(base[index], bytes, 3 * index) }
                }
            }
        }
    }
}

@inline(__always)
private func storeOpaque(_ pixel: Pixel, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ first: Int) {
    bytes[first] = UInt8(truncatingIfNeeded: pixel)
    bytes[first + 1] = UInt8(truncatingIfNeeded: pixel >> 8)
    bytes[first + 2] = UInt8(truncatingIfNeeded: pixel >> 16)
}

/// Divides the colours by alpha, to the nearest.
@inline(__always)
private func storeStraight(_ pixel: Pixel, _ bytes: UnsafeMutableBufferPointer<UInt8>, _ first: Int) {
    let alpha = pixel >> 24
    for component in 0..<3 {
        let value = pixel >> (8 * UInt32(component)) & 255
        bytes[first + component] =
            alpha == 0 ? 0 : UInt8(truncatingIfNeeded: min((value * 255 + alpha / 2) / alpha, 255))
    }
    bytes[first + 3] = UInt8(truncatingIfNeeded: alpha)
}
