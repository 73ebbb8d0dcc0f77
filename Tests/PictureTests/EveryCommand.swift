import Drawings

/// A drawing with every command, cap, join, fill rule and dash, alpha, nested clips and images, and with what must not
/// be drawn.
enum EveryCommand {
    static let size = Point(200, 160)

    static func drawing(on background: Color) -> Drawing {
        var drawing = Drawing(size: size, background: background)
        drawing.commands = fills + strokes + dashes + clips + images + hostile
        return drawing
    }

    private static let (red, green, blue) = (Color(0xD55E00), Color(0x009E73, alpha: 0.5), Color(0x0072B2, alpha: 0.75))

    private static func star(_ center: Point, _ radius: Double) -> Path {
        let corners = [(0.0, -1.0), (0.59, 0.81), (-0.95, -0.31), (0.95, -0.31), (-0.59, 0.81)]
        return Path(through: corners.map { center + Point($0.0, $0.1) * radius }, closed: true)
    }

    private static var fills: [Drawing.Command] {
        var leaf = Path()
        leaf.move(to: Point(70, 30))
        leaf.quadratic(Point(85, 5), to: Point(100, 30))
        leaf.cubic(Point(95, 45), Point(75, 35), to: Point(70, 30))
        return [
            .fill(star(Point(18, 18), 15), red), .fill(star(Point(50, 18), 15), red, .evenOdd),
            .fill(Path(circleAt: Point(34, 26), radius: 12), green), .fill(leaf, blue),
            .fill(Path(circleAt: Point(90, 16), radius: 9), Color(0xE69F00, alpha: 0)),
        ]
    }

    private static var strokes: [Drawing.Command] {
        let corner = [Point(0, 16), Point(7, 0), Point(14, 16)]
        let joins: [Stroke.Join] = [.miter(limit: 10), .miter(limit: 1.5), .miter(limit: 0), .round, .bevel]
        let caps: [Stroke.Cap] = [.butt, .round, .square]
        var commands: [Drawing.Command] = joins.enumerated().map { index, join in
            let path = Path(through: corner.map { $0 + Point(10 + 22 * Double(index), 45) })
            return .stroke(path, Stroke(width: 5, cap: caps[index % 3], join: join), index % 2 == 0 ? red : blue)
        }
        var dot = Path(through: [Point(130, 20), Point(130, 20)])
        dot.append(Path(circleAt: Point(150, 20), radius: 9))
        commands.append(.stroke(dot, Stroke(width: 6, cap: .round), green))
        commands.append(.stroke(Path(Box(x: 165, y: 10, width: 25, height: 20)), Stroke(width: 0.4), red))
        return commands
    }

    private static var dashes: [Drawing.Command] {
        let patterns: [(dash: [Double], phase: Double)] = [
            ([6, 3], 0), ([5], 2), ([7, 2, 1], 0), ([6, 3], -4), ([0, 5], 0), ([4, -1], 0), ([0, 0], 0),
            ([8, .nan], 1),
        ]
        return patterns.enumerated().map { index, pattern in
            let y = 72 + 5 * Double(index)
            let stroke = Stroke(
                width: 2.5, cap: index == 4 ? .round : .butt, dash: pattern.dash, dashPhase: pattern.phase)
            return .stroke(Path(through: [Point(10, y), Point(70, y), Point(100, y + 2)]), stroke, red)
        }
    }

    private static var clips: [Drawing.Command] {
        let rows: [Drawing.Command] = (0..<12).map { row in
            let y = 50 + 6 * Double(row)
            return .fill(Path(Box(x: 110, y: y, width: 80, height: 3)), Color(0x332288, alpha: row % 2 == 0 ? 1 : 0.4))
        }
        let inner = Drawing.Command.clipped(to: Path(circleAt: Point(165, 75), radius: 18), .nonZero, rows)
        return [
            .clipped(to: star(Point(130, 75), 22), .evenOdd, rows),
            .clipped(
                to: Path(Box(x: 150, y: 50, width: 22, height: 50)), .nonZero,
                [inner, .fill(star(Point(165, 75), 8), red)]),
            .clipped(to: Path(), .nonZero, rows), .clipped(to: star(Point(30, 130), 20), .evenOdd, []),
        ]
    }

    private static var images: [Drawing.Command] {
        func image(_ alpha: [UInt8]) -> Image {
            var samples: [UInt8] = []
            for index in 0..<6 {
                let (red, green) = (UInt8(40 * index), UInt8(255 - 30 * index))
                samples += [red, green, 90, alpha[index % alpha.count]]
            }
            return Image(width: 3, height: 2, samples: samples)
        }
        return [
            .image(image([255]), in: Box(x: 12, y: 120, width: 45, height: 30)),
            .image(image([255, 128, 0]), in: Box(x: 40, y: 130, width: 45, height: 25)),
            .clipped(
                to: star(Point(115, 135), 20), .nonZero,
                [.image(image([255, 60]), in: Box(x: 95, y: 115, width: 45, height: 40))]),
            .image(image([255]), in: Box(x: 12, y: 120, width: 0, height: .infinity)),
        ]
    }

    /// Points that are not finite, lines from far away, lines without width, colours out of range.
    private static var hostile: [Drawing.Command] {
        var broken = Path(
            through: [Point(150, 110), Point(.nan, 0), Point(190, 110), Point(170, .infinity), Point(170, 125)])
        broken.move(to: Point(.infinity, 0))
        broken.line(to: Point(0, 0))
        broken.line(to: Point(200, 160))
        var far = Path(through: [Point(-3e9, 158 - 3e7), Point(5e5, 163)])
        far.cubic(Point(1e300, 1e9), Point(0, 1e200), to: Point(150, 150))
        let band = Path(through: [Point(150, 130), Point(1e12, 130), Point(1e12, 134), Point(150, 134)], closed: true)
        return [
            .stroke(broken, Stroke(width: 2), Color(red: 7, green: -1, blue: .nan)),
            .stroke(far, Stroke(width: 1.5, dash: [.infinity]), red), .fill(band, green),
            .stroke(band, Stroke(width: 0), red), .stroke(band, Stroke(width: .nan), red),
            .stroke(Path(through: [Point(150, 140), Point(190, 140)]), Stroke(width: -1), red),
        ]
    }
}
