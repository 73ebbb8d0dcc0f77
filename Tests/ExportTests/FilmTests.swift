import Drawings
import Foundation
import Testing

@testable import Export

/// A dot that runs over a striped page, and rests in some frames.
private func film(frames: Int = 11, background: Color = .white, rate: Double = 12.5, loops: Int = 0) -> Film {
    var still = Drawing(size: Point(31, 23), background: background)
    for x in stride(from: 0.0, to: 31, by: 5) {
        still.commands.append(.fill(Path(Box(x: x, y: 0, width: 2.3, height: 23)), Color(0x0072B2, alpha: 0.5)))
    }
    return Film(
        still: still, frameCount: frames, rate: FrameRate(rate), loops: loops, width: 62, height: 46, scale: 2, dpi: 144
    ) { frame in
        let step = Double(frame / 2)  // Every other frame is like the one before.
        return [.fill(Path(circleAt: Point(4 + 4 * step, 6 + 2 * step), radius: 3.2), Color(0xD55E00, alpha: 0.8))]
    }
}

private func animated(_ film: Film, jobs: Int = 2) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "ravine-\(UUID().uuidString).png")
    defer { try? FileManager.default.removeItem(at: file) }
    try film.writeAnimatedPNG(to: file.path, jobs: jobs)
    return Array(try Data(contentsOf: file))
}

@Suite struct FilmTests {
    @Test(arguments: [
        (30.0, 30, 1), (29.97, 30000, 1001), (23.976, 24000, 1001), (59.94, 60000, 1001), (12.5, 25, 2), (0.1, 1, 10),
        (7.125, 57, 8), (240, 240, 1), (119.5, 239, 2), (0.333, 333, 1000),
    ])
    func ratesAreFractions(rate: Double, numerator: Int, denominator: Int) {
        let fraction = FrameRate(rate)
        #expect((Int(fraction.numerator), Int(fraction.denominator)) == (numerator, denominator))
    }

    @Test func everyRateIsMetToAFewThousandths() {
        for rate in stride(from: 0.1, through: 240, by: 0.0173) {
            #expect((FrameRate(rate).value - rate).magnitude <= 0.0051)
        }
    }

    /// Decoded frame by frame, the animated file shows what the frames' own files show; on a page that lets things
    /// through as well.
    @Test(arguments: [Color.white, Color(0x102030, alpha: 0.25), Color(0, alpha: 0)], [1, 2, 8, 9, 11])
    func animatedFramesAreTheFrames(background: Color, frames: Int) throws {
        let film = film(frames: frames, background: background)
        let decoder = try AnimatedPNGDecoder(animated(film))
        var pages: [[UInt8]] = []
        try film.stills(Array(0..<frames), jobs: 2) { index, bytes in
            #expect(index == pages.count)
            do { try pages.append(contentsOf: AnimatedPNGDecoder(bytes).pages) } catch { Issue.record(error) }
        }
        #expect(decoder.pages.count == frames)
        #expect(decoder.pages == pages)
        #expect(Set(pages).count == (frames + 1) / 2)
    }

    @Test func eachFrameKeepsItsTimeAndOnlyItsChange() throws {
        let decoder = try AnimatedPNGDecoder(animated(film(loops: 3)))
        #expect(decoder.frames.allSatisfy { $0.delay == [2, 25] })
        #expect(decoder.loops == 3)
        #expect(
            decoder.order.filter { $0 != "fcTL" && $0 != "fdAT" } == ["IHDR", "sRGB", "pHYs", "acTL", "IDAT", "IEND"])
        for (index, frame) in decoder.frames.enumerated() {
            let size = [frame.width, frame.height]
            switch index {
            case 0: #expect(size == [62, 46])
            case _ where index % 2 == 1: #expect(size == [1, 1])
            default: #expect(frame.width <= 24 && frame.height <= 20)
            }
        }
    }

    @Test(arguments: [1, 2, 5]) func bytesDoNotDependOnThreads(jobs: Int) throws {
        let film = film(frames: 30)
        #expect(try animated(film, jobs: jobs) == animated(film, jobs: 3))
        var files: [[[UInt8]]] = [[], []]
        try film.stills([0, 3, 4, 29], jobs: jobs) { files[0].append($1) }
        try film.stills([0, 3, 4, 29], jobs: 1) { files[1].append($1) }
        #expect(files[0].count == 4 && files[0] == files[1])
    }
}
