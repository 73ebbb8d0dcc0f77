import Raster

/// Films as animated PNG (APNG 1.0, third edition of the PNG specification): the chunks are libpng's own, put in order
/// with control chunks between them. Each frame holds only the rectangle that changed, and on opaque pages of that
/// only the pixels that did; viewers without animation show the first.
struct AnimatedPNG {
    private let file: WholeFile.OpenFile
    private let frameCount: Int
    private let rate: FrameRate
    private var index = 0
    private var sequence: UInt32 = 0
    private let loops: UInt32

    /// - Parameter loops: how often the film is shown; 0 for endlessly.
    init(to file: WholeFile.OpenFile, frameCount: Int, rate: FrameRate, loops: Int) {
        (self.file, self.frameCount, self.rate) = (file, frameCount, rate)
        self.loops = UInt32(clamping: loops)
    }

    /// Adds the next frame.
    mutating func append(_ patch: FramePatch) throws(ExportError) {
        var bytes: [UInt8] = []
        let chunks = PNGChunk.all(in: patch.file)
        if index == 0 {
            bytes += PNGChunk.signature
            for chunk in chunks where chunk.type != "IDAT" && chunk.type != "IEND" {
                bytes += PNGChunk.bytes(chunk.type, [], chunk.data)
            }
            bytes += PNGChunk.bytes(
                "acTL", PNGChunk.number32(UInt32(truncatingIfNeeded: frameCount)) + PNGChunk.number32(loops))
        }
        bytes += control(patch)
        for chunk in chunks where chunk.type == "IDAT" {
            if index == 0 {
                bytes += PNGChunk.bytes("IDAT", [], chunk.data)
            } else {
                bytes += PNGChunk.bytes("fdAT", nextNumber(), chunk.data)
            }
        }
        index += 1
        if index == frameCount { bytes += PNGChunk.bytes("IEND") }
        try file.write(bytes)
    }

    /// Where the frame's rectangle lies and how long it stands.
    private mutating func control(_ patch: FramePatch) -> [UInt8] {
        let numbers = [patch.width, patch.height, patch.x, patch.y].map { UInt32(truncatingIfNeeded: $0) }
        let (keepsFrame, blend): (UInt8, UInt8) = (0, patch.isOver ? 1 : 0)
        return PNGChunk.bytes(
            "fcTL",
            nextNumber() + numbers.flatMap(PNGChunk.number32) + PNGChunk.number16(rate.denominator)
                + PNGChunk.number16(rate.numerator) + [keepsFrame, blend])
    }

    private mutating func nextNumber() -> [UInt8] {
        defer { sequence += 1 }
        return PNGChunk.number32(sequence)
    }
}
