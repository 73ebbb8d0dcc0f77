import Drawings

/// The number of the step that a map of a film shows, in its upper right corner.
struct StepCounter: Layer {
    private static let margin = 6.0

    func obstacles(_ map: MapView) -> [Obstacle] {
        let size = Self.size(map)
        let corner = Point(map.frame.box.max.x - Self.margin - size.x, map.frame.box.min.y + Self.margin)
        return [.box(TiltedBox(Box(from: corner, to: corner + size)))]
    }

    func commands(_ map: MapView, _ room: inout Room) -> [Drawing.Command] {
        let style = map.style
        let step = Int(exactly: (map.moment.step ?? Double(map.moment.lastStep)).rounded(.down)) ?? 0
        // Digit by digit, each as wide as the others, so that the number does not shiver and few lines are ever set.
        let digits = String(step).map { map.lettering.line(String($0), size: style.legendSize) }
        let pitch = Self.digitWidth(map)
        let baseline = map.frame.box.min.y + Self.margin + 0.78 * style.legendSize
        var x = map.frame.box.max.x - Self.margin - pitch * Double(digits.count)
        let word = map.lettering.line("step ", size: style.legendSize)
        var outline = word.placed(at: Point(x - word.width, baseline))
        for digit in digits {
            outline.append(digit.placed(at: Point(x + (pitch - digit.width) / 2, baseline)))
            x += pitch
        }
        return [.stroke(outline, Stroke(width: 2.4, join: .round), style.halo), .fill(outline, style.ink)]
    }

    private static func digitWidth(_ map: MapView) -> Double {
        "0123456789".map { map.lettering.line(String($0), size: map.style.legendSize).width }.max() ?? 0
    }

    /// Of the longest number it will show.
    private static func size(_ map: MapView) -> Point {
        let digits = Double(String(map.setting.counter ?? 0).count)
        let word = map.lettering.line("step ", size: map.style.legendSize).width
        return Point(word + digits * digitWidth(map), map.style.legendSize)
    }
}
