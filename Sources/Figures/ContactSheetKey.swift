import Drawings

/// What the signs of a contact sheet mean, in the room its last row leaves.
struct ContactSheetKey {
    let box: Box

    private static let leading = 1.55
    private static let words = [
        "Dark is low, light is high. Each map has levels of its own,",
        "logarithmic where it says so. Under it stands what it shows:",
        "the usual domain, or a part of it where details are small.",
    ]

    func commands(_ lettering: Lettering, _ style: ContactSheetStyle) -> [Drawing.Command] {
        let size = style.keySize
        let left = box.min.x + 2 * style.starRadius + 4
        func baseline(_ line: Int) -> Double { box.min.y + 14 + Self.leading * size * Double(line) }
        func sign(_ line: Int) -> Point { Point(box.min.x + style.starRadius, baseline(line) - 0.33 * size) }
        var commands = style.star(at: sign(0), radius: style.starRadius) + style.start(at: sign(1))
        for (line, text) in ["global minimum", "customary start"].enumerated() {
            let words = lettering.line(text, size: size)
            commands.append(.fill(words.placed(at: Point(left, baseline(line))), style.map.ink))
        }
        for (line, text) in Self.words.enumerated() {
            let words = lettering.line(text, size: size, atMost: box.width)
            commands.append(.fill(words.placed(at: Point(box.min.x, baseline(line + 3))), style.map.quietInk))
        }
        return commands
    }
}
