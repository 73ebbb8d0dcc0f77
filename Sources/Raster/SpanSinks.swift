import Drawings

/// The pixels of one stripe while it is painted.
struct StripePixels {
    let base: UnsafeMutablePointer<Pixel>
    let width: Int
}

/// Paints spans in one colour.
struct ColorPainter: SpanSink {
    private let pixels: StripePixels
    private let paint: Paint
    private let solid: Pixel

    init(pixels: StripePixels, paint: Paint) {
        self.pixels = pixels
        self.paint = paint
        solid = paint.pixel
    }

    @inline(__always)
    mutating func span(row: Int, from: Int, to: Int, coverage: UInt32) {
        let start = pixels.base + (row &* pixels.width &+ from)
        let alpha = paint.alpha(covering: coverage)
        if alpha == 255 {
            start.update(repeating: solid, count: to &- from)
            return
        }
        let scaled = paint.scaled(by: alpha)
        for index in 0..<to &- from { start[index] = Paint.over(start[index], scaled: scaled, keeping: 255 &- alpha) }
    }
}

/// Paints spans with the samples of an image: each pixel takes the sample its centre lies in.
struct ImagePainter: SpanSink {
    let pixels: StripePixels
    let firstRow: Int
    let picture: PlacedImage

    mutating func span(row: Int, from: Int, to: Int, coverage: UInt32) {
        let start = pixels.base + row * pixels.width
        let line = picture.sampleRow(firstRow + row) * picture.image.width
        for column in from..<to {
            let paint = picture.paint(at: line + picture.sampleColumn(column))
            let alpha = paint.alpha(covering: coverage)
            start[column] = Paint.over(start[column], scaled: paint.scaled(by: alpha), keeping: 255 - alpha)
        }
    }
}

/// An image and the box, in pixels, that it fills.
struct PlacedImage {
    let image: Image
    let box: Box

    func sampleColumn(_ column: Int) -> Int {
        Self.sample(at: (Double(column) + 0.5 - box.min.x) / box.width, of: image.width)
    }

    func sampleRow(_ row: Int) -> Int {
        Self.sample(at: (Double(row) + 0.5 - box.min.y) / box.height, of: image.height)
    }

    func paint(at index: Int) -> Paint {
        let first = 4 * index
        return Paint(
            red: image.samples[first], green: image.samples[first + 1], blue: image.samples[first + 2],
            alpha: image.samples[first + 3])
    }

    private static func sample(at fraction: Double, of count: Int) -> Int {
        let place = (fraction * Double(count)).rounded(.down)
        return Int(exactly: min(max(place, 0), Double(count - 1))) ?? 0
    }
}

/// The part of a stripe that clips leave: for every row, the runs of pixels covered alike, from left to right.
struct ClipMask {
    struct Run {
        let from: Int
        let to: Int
        let coverage: UInt32
    }

    fileprivate(set) var rows: [[Run]]

    init(rows: Int) { self.rows = Array(repeating: [], count: rows) }
}

/// Records spans as a clip.
struct ClipRecorder: SpanSink {
    var mask: ClipMask

    mutating func span(row: Int, from: Int, to: Int, coverage: UInt32) {
        mask.rows[row].append(ClipMask.Run(from: from, to: to, coverage: coverage))
    }
}

/// Passes on the part of spans that lies within a clip.
struct ClippedSink<Inner: SpanSink>: SpanSink {
    private let mask: ClipMask
    private(set) var inner: Inner
    private var row = -1
    /// The run that the last span met, most often the next one's too.
    private var current = ClipMask.Run(from: 0, to: 0, coverage: 0)
    /// The first run of the row that may still meet a span.
    private var next = 0

    init(mask: ClipMask, inner: Inner) {
        self.mask = mask
        self.inner = inner
    }

    @inline(__always)
    mutating func span(row: Int, from: Int, to: Int, coverage: UInt32) {
        if row == self.row, from >= current.from, to <= current.to {
            pass(from: from, to: to, coverage: coverage)
        } else {
            searchedSpan(row: row, from: from, to: to, coverage: coverage)
        }
    }

    @inline(never)
    private mutating func searchedSpan(row: Int, from: Int, to: Int, coverage: UInt32) {
        if row != self.row {
            self.row = row
            next = 0
            current = ClipMask.Run(from: 0, to: 0, coverage: 0)
        }
        let runs = mask.rows[row]
        while next < runs.count, runs[next].to <= from { next += 1 }
        for run in runs[next...] {
            guard run.from < to else { break }
            current = run
            pass(from: max(from, run.from), to: min(to, run.to), coverage: coverage)
        }
    }

    /// Hands on a span within the current run.
    @inline(__always)
    private mutating func pass(from: Int, to: Int, coverage: UInt32) {
        let shared = current.coverage == 255 ? coverage : (coverage &* current.coverage &+ 127) / 255
        if shared != 0 { inner.span(row: row, from: from, to: to, coverage: shared) }
    }
}
