import Drawings

/// Paints stripes of a display list; one painter serves one thread.
final class StripePainter {
    private let list: DisplayList
    private let width: Int
    private let accumulator: CoverageAccumulator
    /// The clips that hold, outermost first, each already cut to those around it.
    private var clips: [ClipMask] = []

    init(_ list: DisplayList, width: Int, stripeHeight: Int) {
        self.list = list
        self.width = width
        accumulator = CoverageAccumulator(width: width, rows: stripeHeight)
    }

    /// Paints the rows of a stripe over what is in `pixels`.
    func paint(_ stripe: DisplayList.Stripe, rows: Range<Int>, over pixels: UnsafeMutablePointer<Pixel>) {
        let target = StripePixels(base: pixels, width: width)
        accumulator.begin(rows: rows)
        clips.removeAll()
        var begin = 0
        for task in stripe.tasks {
            let edges = list.edges[task.operation]
            for run in stripe.runs[begin..<task.runsEnd] {
                for index in run { accumulator.add(edges[index]) }
            }
            begin = task.runsEnd
            switch list.operations[task.operation] {
            case .fill(let paint, let rule):
                sweep(rule, into: ColorPainter(pixels: target, paint: paint))
            case .image(let picture):
                sweep(.nonZero, into: ImagePainter(pixels: target, firstRow: rows.lowerBound, picture: picture))
            case .clip(let rule):
                clips.append(sweep(rule, into: ClipRecorder(mask: ClipMask(rows: rows.count))).mask)
            case .endClip:
                clips.removeLast()
            }
        }
    }

    /// Sweeps what the accumulator holds into a sink, within the clip that holds.
    @discardableResult
    private func sweep<Sink: SpanSink>(_ rule: FillRule, into sink: Sink) -> Sink {
        if let mask = clips.last {
            var clipped = ClippedSink(mask: mask, inner: sink)
            accumulator.sweep(rule, into: &clipped)
            return clipped.inner
        }
        var sink = sink
        accumulator.sweep(rule, into: &sink)
        return sink
    }
}
