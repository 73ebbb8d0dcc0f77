@testable import Drawings

/// The text of a drawing with the boxes of its ink, and the frames of its panels.
struct TextBoxes {
    struct Word: CustomStringConvertible {
        let text: String
        let box: Box
        /// Drawn over a halo or within a map's clip, as words inside a panel are.
        let isInside: Bool

        var description: String {
            func short(_ point: Point) -> String { "\(Int(point.x.rounded())), \(Int(point.y.rounded()))" }
            return "'\(text)' (\(short(box.min)) to \(short(box.max)))"
        }
    }

    private(set) var words: [Word] = []
    private(set) var frames: [Box] = []
    private let size: Point
    /// What was set, by the pieces of its outline.
    private let known: [[Path.Verb]: [(text: String, outline: Path)]]

    /// - Parameter lettering: what the drawing was set with: its outlines, moved or turned, are the drawing's text.
    init(_ drawing: Drawing, _ lettering: Lettering) {
        size = drawing.size
        let set = lettering.lines.filter { !$0.value.outline.isEmpty }.map { ($0.key.text.plain, $0.value.outline) }
        known = Dictionary(grouping: set, by: \.1.verbs).mapValues { $0.map { (text: $0.0, outline: $0.1) } }
        gather(drawing.commands)
    }

    private mutating func gather(_ commands: [Drawing.Command], isClipped: Bool = false) {
        var halos: Set<Path> = []
        for command in commands {
            switch command {
            case .fill(let path, _, _):
                if let text = text(path), let box = path.bounds {
                    words.append(Word(text: text, box: box, isInside: isClipped || halos.contains(path)))
                }
            case .stroke(let path, _, _):
                if known[path.verbs] != nil { halos.insert(path) }
                if let frame = Self.frame(path) { frames.append(frame) }
            case .clipped(_, _, let inside): gather(inside, isClipped: true)
            case .image: break
            }
        }
    }

    private func text(_ path: Path) -> String? {
        known[path.verbs]?.first {
            Self.isCopy(path, of: $0.outline) || Self.isCopy(path, of: $0.outline.turnedLeft())
        }?
        .text
    }

    private static func isCopy(_ path: Path, of outline: Path) -> Bool {
        let offset = path.points[0] - outline.points[0]
        return zip(path.points, outline.points).allSatisfy {
            abs(($0 - $1 - offset).x) + abs(($0 - $1 - offset).y) < 1e-6
        }
    }

    /// The box of a panel that is framed on all sides, or left and below.
    private static func frame(_ path: Path) -> Box? {
        guard let box = path.bounds, box.width > 20, box.height > 8 else { return nil }
        return path == Path(box) || path == Path(through: [box.min, Point(box.min.x, box.max.y), box.max]) ? box : nil
    }

    // MARK: Faults

    /// Ink may come so near, in points.
    private static let tolerance = 0.5

    /// What overlaps, leaves the page, or lies on a panel it does not belong to.
    var faults: [String] {
        let page = Box(from: .zero, to: size)
        var faults: [String] = []
        for (index, word) in words.enumerated() {
            if !(page.contains(word.box.min) && page.contains(word.box.max)) {
                faults.append("\(word) leaves the page")
            }
            for other in words[(index + 1)...] where Self.overlap(word.box, other.box) {
                faults.append("\(word) overlaps \(other)")
            }
            for frame in frames where !word.isInside && Self.overlap(word.box, frame) {
                faults.append("\(word) lies on the panel from \(frame.min) to \(frame.max)")
            }
        }
        return faults
    }

    /// Words that were cut.
    var cut: [String] { words.map(\.text).filter { $0.hasSuffix("…") } }

    private static func overlap(_ a: Box, _ b: Box) -> Bool {
        let (low, high) = (pointwiseMax(a.min, b.min), pointwiseMin(a.max, b.max))
        return high.x - low.x > tolerance && high.y - low.y > tolerance
    }
}
