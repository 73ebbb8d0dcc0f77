import Drawings
import Surfaces

/// The small map of one entry with its words.
struct ContactSheetMap: Sendable {
    /// The map in its frame with minima and start, clipped to the frame.
    let commands: [Drawing.Command]
    private let name: String
    private let note: String
    private let frame: Frame

    /// - Parameter room: the largest box the map may take.
    init(
        _ entry: SurfaceEntry, in room: Box, flattest: Double, pixelsPerPoint: Double, _ style: ContactSheetStyle
    ) {
        let domain = entry.detail ?? entry.domain
        frame = Frame(domain: domain, box: room.fitted(aspect: domain.width / domain.height, flattest: flattest))
        name = entry.names.first ?? entry.id
        guard let surface = try? entry.surface() else {
            (commands, note) = ([], "")
            return
        }
        let levels = Levels(for: surface.field, over: domain, .automatic)
        // Drawn as on a larger page and reduced, so that what is too small to be drawn there is small here.
        let large = Frame(domain: domain, box: frame.box.scaled(by: Self.reduction))
        let scale = ColorScale(levels: Levels(for: surface.field, over: domain, .explicit(levels.coarser)))
        let contours = ContourMap(
            field: surface.field, frame: large, scale: scale,
            pixelsPerPoint: Self.fineness * pixelsPerPoint / Self.reduction, jobs: 1)
        let map = contours.commands(style.enlargedMap(by: Self.reduction)).map { $0.scaled(by: 1 / Self.reduction) }
        var commands: [Drawing.Command] = [.clipped(to: Path(frame.box), .nonZero, map)]
        let outline = Stroke(width: style.map.frameWidth, join: .miter(limit: 4))
        commands.append(.stroke(Path(frame.box), outline, style.map.ink))
        if domain.contains(entry.start) { commands += style.start(at: frame.page(entry.start)) }
        let minima = surface.minima.filter(domain.contains).map(frame.page)
        let radius = Self.radius(of: minima, style)
        for minimum in minima { commands += style.star(at: minimum, radius: radius) }
        self.commands = commands
        let whole = entry.detail == nil ? "" : " of \(entry.domain.text)"
        note = domain.text + whole + (levels.areEven ? "" : "  log")
    }

    private static let reduction = 2.5
    /// Small waves need more samples than the curves of a large map do.
    private static let fineness = 5.0

    /// Stars as large as their distances allow.
    private static func radius(of places: [Point], _ style: ContactSheetStyle) -> Double {
        var nearest = Double.infinity
        for (index, place) in places.enumerated() {
            for other in places[(index + 1)...] { nearest = min(nearest, (other - place).length) }
        }
        return min(style.starRadius, max(style.leastStarRadius, 0.45 * nearest))
    }

    /// The name over the map, the domain under it.
    func words(in cell: CellGrid.Cell, _ lettering: Lettering, _ style: ContactSheetStyle) -> [Drawing.Command] {
        let room = cell.box.width
        let title = lettering.line(name, size: style.nameSize, atMost: room)
        let note = lettering.line(note, size: style.noteSize, atMost: room)
        let above = Point(cell.box.min.x, cell.content.min.y - 3.2)
        let below = Point(cell.box.min.x, frame.box.max.y + 1.25 * style.noteSize)
        return [.fill(title.placed(at: above), style.map.ink), .fill(note.placed(at: below), style.map.quietInk)]
    }
}

extension Drawing.Command {
    /// The same at another size, about the origin.
    fileprivate func scaled(by factor: Double) -> Drawing.Command {
        let both = Point(factor, factor)
        switch self {
        case .fill(let path, let color, let rule): return .fill(path.scaled(by: both), color, rule)
        case .stroke(let path, var stroke, let color):
            stroke.width *= factor
            stroke.dash = stroke.dash.map { $0 * factor }
            stroke.dashPhase *= factor
            return .stroke(path.scaled(by: both), stroke, color)
        case .image(let image, let box): return .image(image, in: box.scaled(by: factor))
        case .clipped(let path, let rule, let inner):
            return .clipped(to: path.scaled(by: both), rule, inner.map { $0.scaled(by: factor) })
        }
    }
}

extension Box {
    fileprivate func scaled(by factor: Double) -> Box { Box(from: min * factor, to: max * factor) }
}

extension Levels {
    /// Fewer, for a small map: every other one where there are many, 0 or else the first marked one among them.
    var coarser: [Double] {
        guard values.count > 14 else { return values }
        let anchor = values.firstIndex(of: 0) ?? values.firstIndex { major.contains($0) } ?? 0
        return values.indices.filter { ($0 - anchor).isMultiple(of: 2) }.map { values[$0] }
    }

    /// Whether they lie at equal distances.
    var areEven: Bool {
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        guard let least = steps.min(), let largest = steps.max() else { return true }
        return largest <= 1.001 * least
    }
}

extension Domain {
    /// In `MathText`, as a set: $[−2, 2]²$, $[−2, 2] × [−1, 3]$.
    var text: String {
        func bound(_ value: Double) -> String {
            value == .pi ? "\\pi" : String(NumberText.exact(value).filter { $0 != "$" })
        }
        func interval(_ range: ClosedRange<Double>) -> String {
            "[\(bound(range.lowerBound)), \(bound(range.upperBound))]"
        }
        return x == y ? "$\(interval(x))^2$" : "$\(interval(x))\\times\(interval(y))$"
    }
}
