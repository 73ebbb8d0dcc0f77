import Dispatch
import Drawings
import Raster
import Synchronization

/// Drawings as PNG: 8-bit RGB, or RGBA where the background is not opaque, with sRGB and pHYs chunks and neither time
/// nor text, so that the same drawing gives the same bytes.
public enum PNGFile {
    /// The bytes of a PNG file.
    ///
    /// - Parameters:
    ///   - width: in pixels.
    ///   - height: in pixels.
    ///   - scale: pixels a point.
    ///   - dpi: pixels an inch as the file states it; not stated where not positive or not finite.
    ///   - jobs: how many threads work, the calling one among them. The bytes do not depend on it.
    public static func encode(
        _ drawing: Drawing, width: Int, height: Int, scale: Double, dpi: Double, jobs: Int = 1
    ) throws(ExportError) -> [UInt8] {
        let rasterizer: Rasterizer
        do {
            rasterizer = try Rasterizer(drawing, width: width, height: height, scale: scale, jobs: jobs)
        } catch { throw .raster(error) }
        return try encode(rasterizer, dpi: dpi, jobs: jobs)
    }

    /// The bytes of a PNG file; stripes are painted while those above them are compressed.
    public static func encode(_ rasterizer: Rasterizer, dpi: Double, jobs: Int = 1) throws(ExportError) -> [UInt8] {
        let encoder = try PNGEncoder(
            width: rasterizer.width, height: rasterizer.height, hasAlpha: rasterizer.hasAlpha, dpi: dpi)
        if jobs > 1 {
            let line = StripeLine(rasterizer, workers: jobs - 1)
            defer { line.stop() }
            let worker = Rasterizer.Worker(rasterizer)
            for index in 0..<rasterizer.stripeCount { try encoder.append(line.take(index, worker)) }
        } else {
            let worker = Rasterizer.Worker(rasterizer)
            for index in 0..<rasterizer.stripeCount { try encoder.append(worker.paint(index)) }
        }
        return try encoder.finish()
    }

    /// The bytes of a PNG file with an image's samples, as small as libpng makes it; RGB where nothing is transparent.
    static func encode(_ image: Image) throws(ExportError) -> [UInt8] {
        let encoder = try PNGEncoder(
            width: image.width, height: image.height, hasAlpha: image.hasAlpha, dpi: 0,
            compression: PNGEncoder.smallest)
        try encoder.append(image.hasAlpha ? image.samples : image.colors)
        return try encoder.finish()
    }
}

extension Image {
    /// Whether any sample is not opaque.
    var hasAlpha: Bool { alphas.contains { $0 < 255 } }

    /// The samples' alpha alone.
    var alphas: [UInt8] { stride(from: 3, to: samples.count, by: 4).map { samples[$0] } }

    /// Red, green and blue alone.
    var colors: [UInt8] {
        var colors: [UInt8] = []
        colors.reserveCapacity(3 * width * height)
        for first in stride(from: 0, to: samples.count, by: 4) { colors += samples[first..<first + 3] }
        return colors
    }
}

/// Stripes painted by worker threads in any order and taken in order.
private final class StripeLine: Sendable {
    private let rasterizer: Rasterizer
    private let next = Atomic(0)
    private let painted: Mutex<[[UInt8]]>
    private let ready: [DispatchSemaphore]
    /// How many more stripes may be painted before one is taken: painting far ahead only costs memory.
    private let room = DispatchSemaphore(value: 0)
    private let workers: Int

    private static let lead = 12

    /// Sets the workers to work.
    init(_ rasterizer: Rasterizer, workers: Int) {
        self.rasterizer = rasterizer
        self.workers = min(workers, rasterizer.stripeCount)
        painted = Mutex(Array(repeating: [], count: rasterizer.stripeCount))
        ready = (0..<rasterizer.stripeCount).map { _ in DispatchSemaphore(value: 0) }
        for _ in 0..<Self.lead { room.signal() }
        for _ in 0..<self.workers { DispatchQueue.global(qos: .userInitiated).async { self.work() } }
    }

    /// Sends the workers home, also when not all stripes were taken.
    func stop() {
        next.store(rasterizer.stripeCount, ordering: .relaxed)
        for _ in 0..<workers { room.signal() }
    }

    private func work() {
        let worker = Rasterizer.Worker(rasterizer)
        repeat { room.wait() } while paintNext(worker)
    }

    /// Paints the next stripe that nobody has begun; false where there is none.
    private func paintNext(_ worker: Rasterizer.Worker) -> Bool {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < rasterizer.stripeCount else { return false }
        let bytes = worker.paint(index)
        painted.withLock { $0[index] = bytes }
        ready[index].signal()
        return true
    }

    /// Hands a stripe over, painting others with the caller's own worker as long as it is not ready.
    func take(_ index: Int, _ worker: Rasterizer.Worker) -> [UInt8] {
        while ready[index].wait(timeout: .now()) == .timedOut {
            if !paintNext(worker) {
                ready[index].wait()
                break
            }
        }
        room.signal()
        return painted.withLock { stripes in
            var bytes: [UInt8] = []
            swap(&bytes, &stripes[index])
            return bytes
        }
    }
}
