import Dispatch
import Drawings
import Synchronization
import Workers

/// Why a drawing cannot be rasterized.
public enum RasterError: Error, Hashable, Sendable {
    /// A side is not within 1…`Rasterizer.longestSide`.
    case size(width: Int, height: Int)
    /// The scale is not a positive finite number.
    case scale(Double)
}

/// What stripes look like before anything is painted.
enum Background: Sendable {
    case color(Pixel)
    case backdrop(Backdrop)

    /// Writes so many pixels, from one place of the page on.
    fileprivate func fill(_ pixels: UnsafeMutablePointer<Pixel>, from place: Int, count: Int) {
        switch self {
        case .color(let pixel): pixels.update(repeating: pixel, count: count)
        case .backdrop(let backdrop):
            backdrop.pixels.withUnsafeBufferPointer { source in
                guard let base = source.baseAddress else { return }
                pixels.update(from: base + place, count: count)
            }
        }
    }
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

    static let stripeHeight = 16

    public let width: Int
    public let height: Int
    /// Whether pixels have four bytes (red, green, blue and straight alpha) or, on an opaque background, three.
    public let hasAlpha: Bool
    private let list: DisplayList
    private let background: Background

    /// Flattens, outlines and sorts all paths of a drawing.
    ///
    /// - Parameters:
    ///   - width: of the page, in pixels; what the drawing has beyond is cut off.
    ///   - height: of the page, in pixels.
    ///   - scale: pixels a point.
    ///   - jobs: how many threads prepare it, the calling one among them.
    public init(_ drawing: Drawing, width: Int, height: Int, scale: Double, jobs: Int = 1) throws(RasterError) {
        let paint = Paint(drawing.background)
        try self.init(
            drawing, on: .color(paint.pixel), hasAlpha: paint.alpha < 255, width: width, height: height, scale: scale,
            jobs: jobs)
    }

    /// The same over what was painted before, whose size the page has; the drawing's background is not painted.
    ///
    /// Painting a drawing in two parts, the second over the first, gives the same bytes as painting it at once.
    public init(_ drawing: Drawing, over backdrop: Backdrop, scale: Double, jobs: Int = 1) throws(RasterError) {
        try self.init(
            drawing, on: .backdrop(backdrop), hasAlpha: backdrop.hasAlpha, width: backdrop.width,
            height: backdrop.height, scale: scale, jobs: jobs)
    }

    private init(
        _ drawing: Drawing, on background: Background, hasAlpha: Bool, width: Int, height: Int, scale: Double, jobs: Int
    ) throws(RasterError) {
        guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height)
        else { throw .size(width: width, height: height) }
        guard scale > 0, scale.isFinite else { throw .scale(scale) }
        self.width = width
        self.height = height
        self.hasAlpha = hasAlpha
        self.background = background
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

    /// What all stripes look like, for other drawings to be painted over.
    public func backdrop(jobs: Int = 1) -> Backdrop {
        let pixels = [Pixel](unsafeUninitializedCapacity: width * height) { buffer, count in
            nonisolated(unsafe) let target = buffer
            _ = concurrentMap(stripeCount, jobs: jobs) { index in
                restore(0..<width, rows(ofStripe: index), target)
                paint(index, with: painter, over: target)
            }
            count = width * height
        }
        return Backdrop(width: width, height: height, hasAlpha: hasAlpha, pixels: pixels)
    }

    /// Paints everything over the page's backdrop, in place of what was painted there before, on the calling thread.
    func paint(into page: inout Page) {
        let painter = painter
        page.pixels.withUnsafeMutableBufferPointer { target in
            for index in 0..<stripeCount {
                restore(page.painted[index], rows(ofStripe: index), target)
                page.painted[index] = list.stripes[index].columns(ofPage: width)
                paint(index, with: painter, over: target)
            }
        }
    }

    private var painter: StripePainter { StripePainter(list, width: width, stripeHeight: Self.stripeHeight) }

    private func paint(_ index: Int, with painter: StripePainter, over page: UnsafeMutableBufferPointer<Pixel>) {
        guard let base = page.baseAddress, !list.stripes[index].tasks.isEmpty else { return }
        let rows = rows(ofStripe: index)
        painter.paint(list.stripes[index], rows: rows, over: base + rows.lowerBound * width)
    }

    /// Makes some columns of a page's rows what they are before anything is painted.
    private func restore(_ columns: Range<Int>, _ rows: Range<Int>, _ page: UnsafeMutableBufferPointer<Pixel>) {
        guard !columns.isEmpty, let base = page.baseAddress else { return }
        for row in rows {
            let place = row * width + columns.lowerBound
            background.fill(base + place, from: place, count: columns.count)
        }
    }

    /// Paints stripes, one after another, with buffers of its own: one worker a thread.
    public final class Worker {
        private let rasterizer: Rasterizer
        private let painter: StripePainter
        private var pixels: [Pixel]

        public init(_ rasterizer: Rasterizer) {
            self.rasterizer = rasterizer
            painter = rasterizer.painter
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
            paint(index) { pixels in
                store(pixels, hasAlpha: rasterizer.hasAlpha, into: bytes)
            }
        }

        /// Paints a stripe and hands its pixels over.
        fileprivate func paint(_ index: Int, _ use: (UnsafeBufferPointer<Pixel>) -> Void) {
            let rows = rasterizer.rows(ofStripe: index)
            let count = rows.count * rasterizer.width
            pixels.withUnsafeMutableBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                rasterizer.background.fill(base, from: rows.lowerBound * rasterizer.width, count: count)
                painter.paint(rasterizer.list.stripes[index], rows: rows, over: base)
                use(UnsafeBufferPointer(start: base, count: count))
            }
        }
    }
}
