import Drawings
import Raster
import Workers

/// A film as a value: what stands still, and what moves over it.
public struct Film: Sendable {
    /// What every frame begins with; its size and background are the film's.
    public let still: Drawing
    /// What frame k adds: a pure function of k.
    public let moving: @Sendable (Int) -> [Drawing.Command]
    /// At least 1.
    public let frameCount: Int
    public let rate: FrameRate
    /// How often the film is shown; 0 for endlessly.
    public let loops: Int
    public let width: Int
    public let height: Int
    /// Pixels a point.
    public let scale: Double
    /// Pixels an inch as files state it.
    public let dpi: Double

    public init(
        still: Drawing, frameCount: Int, rate: FrameRate, loops: Int = 0, width: Int, height: Int, scale: Double,
        dpi: Double, moving: @escaping @Sendable (Int) -> [Drawing.Command]
    ) {
        (self.still, self.frameCount, self.rate, self.loops) = (still, max(1, frameCount), rate, loops)
        (self.width, self.height, self.scale, self.dpi) = (width, height, scale, dpi)
        self.moving = moving
    }

    /// What stands still, painted once for all frames.
    func backdrop(jobs: Int) throws(ExportError) -> Backdrop {
        do {
            return try Rasterizer(still, width: width, height: height, scale: scale, jobs: jobs).backdrop(jobs: jobs)
        } catch { throw .raster(error) }
    }

    /// What a frame adds to the backdrop.
    func drawing(_ index: Int) -> Drawing {
        var drawing = Drawing(size: still.size, background: still.background)
        drawing.commands = moving(index)
        return drawing
    }

    /// A frame over the backdrop.
    func frame(_ index: Int, over backdrop: Backdrop) throws(ExportError) -> Rasterizer {
        do { return try Rasterizer(drawing(index), over: backdrop, scale: scale) } catch { throw .raster(error) }
    }

    /// Paints a frame on the calling thread.
    func paint(_ index: Int, on page: inout Page) throws(ExportError) {
        do { try page.paint(drawing(index), scale: scale) } catch { throw .raster(error) }
    }
}

extension Film {
    /// How far the fastest thread may be ahead of the slowest, in frames a thread.
    private static let lead = 3

    typealias Maker<Item> = (Int) throws(ExportError) -> Item

    /// Makes something of each frame on several threads, and uses it in the frames' order.
    ///
    /// - Parameters:
    ///   - frames: the frames that are wanted, or parts of the film, ascending.
    ///   - jobs: threads, the calling one among them.
    ///   - makeMaker: called once a thread, for whatever a thread keeps for itself.
    func each<Item: Sendable>(
        of frames: [Int], jobs: Int, makeMaker: @escaping @Sendable (Backdrop) -> Maker<Item>,
        use: (Int, Item) throws(ExportError) -> Void
    ) throws(ExportError) {
        let backdrop = try backdrop(jobs: jobs)
        let line = OrderedLine<Result<Item, ExportError>>(
            frames.count, workers: jobs - 1, lead: Self.lead * max(jobs, 1)
        ) {
            let make = makeMaker(backdrop)
            return { index in Result { () throws(ExportError) in try make(frames[index]) } }
        }
        try line.take { index, item throws(ExportError) in try use(frames[index], item.get()) }
    }

    /// Frames as PNG files.
    ///
    /// - Parameters:
    ///   - frames: which, from 0, ascending.
    ///   - use: is given each frame's number and bytes, in order.
    public func stills(
        _ frames: [Int], jobs: Int, use: (Int, [UInt8]) throws(ExportError) -> Void
    ) throws(ExportError) {
        try each(of: frames, jobs: jobs) { backdrop in
            { index throws(ExportError) in try PNGFile.encode(frame(index, over: backdrop), dpi: dpi) }
        } use: { index, bytes throws(ExportError) in
            try use(index, bytes)
        }
    }

    /// All frames in one animated PNG.
    ///
    /// - Parameter progress: is told how many frames are done.
    public func writeAnimatedPNG(
        to path: String, jobs: Int, progress: (Int) -> Void = { _ in }
    ) throws(ExportError) {
        try WholeFile.write(to: path) { file throws(ExportError) in
            var writer = AnimatedPNG(to: file, frameCount: frameCount, rate: rate, loops: loops)
            let rows = (frameCount + Self.rowLength - 1) / Self.rowLength
            try each(of: Array(0..<rows), jobs: jobs) { backdrop in
                var pages = (Page(backdrop), Page(backdrop))
                return { row throws(ExportError) in
                    let first = row * Self.rowLength
                    return try patches(first..<min(first + Self.rowLength, frameCount), &pages)
                }
            } use: { row, patches throws(ExportError) in
                for (index, patch) in patches.enumerated() {
                    try writer.append(patch)
                    progress(row * Self.rowLength + index + 1)
                }
            }
        }
    }

    /// How many frames in a row a thread compares, each with the one before: only the one before the first is painted
    /// a second time.
    private static let rowLength = 8

    private func patches(_ frames: Range<Int>, _ pages: inout (Page, Page)) throws(ExportError) -> [FramePatch] {
        if let first = frames.first, first > 0 { try paint(first - 1, on: &pages.1) }
        var patches: [FramePatch] = []
        for index in frames {
            try paint(index, on: &pages.0)
            let isOver = index > 0 && !pages.0.hasAlpha
            let patch = index > 0 ? pages.0.changes(since: pages.1) : pages.0.whole
            try patches.append(FramePatch(patch, isOver: isOver, dpi: dpi))
            swap(&pages.0, &pages.1)
        }
        return patches
    }

    /// The pixels of all frames in order, for encoders that read them from a pipe: a row after the other, three bytes a
    /// pixel or, where the page lets something through, four with straight alpha.
    func pixels(jobs: Int, use: (Int, [UInt8]) throws(ExportError) -> Void) throws(ExportError) {
        try each(of: Array(0..<frameCount), jobs: jobs) { backdrop in
            { index throws(ExportError) in try frame(index, over: backdrop).pixmap().bytes }
        } use: { index, bytes throws(ExportError) in
            try use(index, bytes)
        }
    }

    /// The same as `YCbCrPicture`s. Of each only what differs from the one before is computed.
    func pictures(jobs: Int, use: (Int, [UInt8]) throws(ExportError) -> Void) throws(ExportError) {
        try each(of: Array(0..<frameCount), jobs: jobs) { backdrop in
            var pages = (Page(backdrop), Page(backdrop))
            var picture = YCbCrPicture(pages.0)
            return { index throws(ExportError) in
                try bring(&picture, to: index, &pages)
                return picture.bytes
            }
        } use: { index, bytes throws(ExportError) in
            try use(index, bytes)
        }
    }

    /// - Parameter pages: one to paint on, and the one the picture shows.
    private func bring(
        _ picture: inout YCbCrPicture, to index: Int, _ pages: inout (Page, Page)
    ) throws(ExportError) {
        try paint(index, on: &pages.0)
        picture.update(from: pages.0, since: pages.1)
        swap(&pages.0, &pages.1)
    }
}
