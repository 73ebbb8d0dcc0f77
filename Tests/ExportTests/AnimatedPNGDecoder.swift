import CZLib
import Testing

/// A decoder of animated PNG after the specification's words alone: 8-bit RGB and RGBA, all filters, both ways to blend.
/// It requires every chunk to be sound.
struct AnimatedPNGDecoder {
    struct Frame: Equatable {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
        let delay: [Int]
    }

    struct Failure: Error { let reason: String }

    private(set) var width = 0
    private(set) var height = 0
    private(set) var loops: Int?
    private(set) var frames: [Frame] = []
    /// The page after each frame, four bytes a pixel.
    private(set) var pages: [[UInt8]] = []
    /// Chunks in their order, repetitions once.
    private(set) var order: [String] = []
    private var bytesPerPixel = 0

    init(_ file: [UInt8]) throws {
        var place = 8
        var (control, data): ([UInt8], [UInt8]) = ([], [])
        var (sequence, announced) = (0, 0)
        func expect(_ condition: Bool, _ reason: String) throws { if !condition { throw Failure(reason: reason) } }
        func number(_ bytes: some Collection<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
        try expect(file.prefix(8).elementsEqual([137, 80, 78, 71, 13, 10, 26, 10]), "signature")
        while place < file.count {
            try expect(place + 12 <= file.count, "torn chunk")
            let size = number(file[place..<place + 4])
            try expect(place + 12 + size <= file.count, "torn chunk")
            let named = file[place + 4..<place + 8 + size]
            let checksum = named.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
            try expect(number(file[place + 8 + size..<place + 12 + size]) == Int(checksum), "checksum")
            let (name, body) = (String(decoding: named.prefix(4), as: UTF8.self), Array(named.dropFirst(4)))
            if order.last != name { order.append(name) }
            place += 12 + size
            switch name {
            case "IHDR":
                (width, height) = (number(body[0..<4]), number(body[4..<8]))
                try expect(body[8] == 8 && [2, 6].contains(body[9]) && body[12] == 0, "kind")
                bytesPerPixel = body[9] == 6 ? 4 : 3
                if bytesPerPixel == 4 { pages = [] }
            case "acTL":
                (announced, loops) = (number(body[0..<4]), number(body[4..<8]))
            case "fcTL":
                if !control.isEmpty { try show(control, data) }
                try expect(number(body[0..<4]) == sequence && body.count == 26, "sequence")
                sequence += 1
                (control, data) = (body, [])
            case "IDAT":
                try expect(frames.isEmpty, "IDAT behind the first frame")
                data += body
            case "fdAT":
                try expect(number(body[0..<4]) == sequence, "sequence")
                sequence += 1
                data += body.dropFirst(4)
            case "IEND": try expect(place == file.count, "bytes behind the end")
            default: break
            }
        }
        if loops == nil {
            control = Array(file[16..<24])
            control = [0, 0, 0, 0] + control + [UInt8](repeating: 0, count: 14)
            announced = 1
        }
        try show(control, data)
        try expect(order.last == "IEND" && frames.count == announced, "end")
    }

    private mutating func show(_ control: [UInt8], _ data: [UInt8]) throws {
        func number(_ range: Range<Int>) -> Int { control[range].reduce(0) { $0 << 8 | Int($1) } }
        let frame = Frame(
            x: number(12..<16), y: number(16..<20), width: number(4..<8), height: number(8..<12),
            delay: [number(20..<22), number(22..<24)])
        guard frame.width > 0, frame.height > 0, frame.x + frame.width <= width, frame.y + frame.height <= height,
            control[24] == 0
        else { throw Failure(reason: "rectangle") }
        let pixels = try unfiltered(data, frame)
        var page = pages.last ?? [UInt8](repeating: 0, count: 4 * width * height)
        for row in 0..<frame.height {
            for column in 0..<frame.width {
                let source = (row * frame.width + column) * bytesPerPixel
                let target = 4 * ((frame.y + row) * width + frame.x + column)
                let alpha = bytesPerPixel == 4 ? pixels[source + 3] : 255
                if control[25] == 1, alpha == 0 { continue }
                guard control[25] == 0 || alpha == 255 else { throw Failure(reason: "blended") }
                page.replaceSubrange(target..<target + 4, with: pixels[source..<source + 3] + [alpha])
            }
        }
        frames.append(frame)
        pages.append(page)
    }

    private func unfiltered(_ data: [UInt8], _ frame: Frame) throws -> [UInt8] {
        let stride = frame.width * bytesPerPixel
        var raw = [UInt8](repeating: 0, count: (stride + 1) * frame.height)
        var count = uLongf(raw.count)
        guard uncompress(&raw, &count, data, uLong(data.count)) == Z_OK, Int(count) == raw.count else {
            throw Failure(reason: "deflate")
        }
        var pixels: [UInt8] = []
        for row in 0..<frame.height {
            let filter = raw[row * (stride + 1)]
            for index in 0..<stride {
                func pixel(_ back: Int, _ up: Int) -> Int {
                    let column = index - back * bytesPerPixel
                    return column < 0 || row < up ? 0 : Int(pixels[(row - up) * stride + column])
                }
                let (a, b, c) = (pixel(1, 0), pixel(0, 1), pixel(1, 1))
                let guess = a + b - c
                let (toA, toB, toC) = (abs(guess - a), abs(guess - b), abs(guess - c))
                let paeth = toA <= toB && toA <= toC ? a : toB <= toC ? b : c
                guard filter < 5 else { throw Failure(reason: "filter") }
                let predicted = [0, a, b, (a + b) / 2, paeth][Int(filter)]
                pixels.append(UInt8(truncatingIfNeeded: Int(raw[row * (stride + 1) + 1 + index]) + predicted))
            }
        }
        return pixels
    }
}
