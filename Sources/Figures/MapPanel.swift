import Drawings
import Surfaces
import Workers

/// A contour map: the surface in filled bands with isolines, inside its frame.
struct MapPanel {
    let frame: Frame
    let levels: Levels
    /// What there is of each level, in the order of the levels.
    private let outlines: [Outline]

    /// A level as it is drawn.
    private struct Outline: Sendable {
        /// The region on and above the level.
        let region: Path
        /// The level set itself.
        let isoline: Path
        let isMajor: Bool
    }

    /// - Parameter pixelsPerPoint: the resolution the contours are traced for (one sample every two pixels).
    init(field: any ScalarField, frame: Frame, wanted: MapSpecification.Levels, pixelsPerPoint: Double, jobs: Int) {
        func nodes(_ length: Double) -> Int {
            let samples = (length * pixelsPerPoint / Self.pixelsPerSample).rounded(.up)
            return min(max(Int(exactly: samples) ?? 2, 2), 8192) + 1
        }
        let (columns, rows) = (nodes(frame.box.width), nodes(frame.box.height))
        let grid = SampleGrid(field, over: frame.domain, columns: columns, rows: rows, jobs: jobs)
        self.frame = frame
        let levels = Levels(for: grid, wanted)
        self.levels = levels
        let contours = ContourTracer(grid: grid, field: field, levels: levels.values).contours(jobs: jobs)
        let pitch = min(frame.box.width / Double(columns - 1), frame.box.height / Double(rows - 1))
        outlines = concurrentMap(contours.count, jobs: jobs) { index in
            let isMajor = levels.major.contains(contours[index].level)
            let minimumRoom = isMajor ? 0 : Self.room(index) / pitch
            return Self.outline(contours[index], frame, isMajor: isMajor, minimumRoom: minimumRoom)
        }
    }

    private static let pixelsPerSample = 2.0

    /// The colour of the band above so many levels.
    func color(ofBand band: Int, _ style: Style) -> Color {
        let position = levels.values.isEmpty ? 0.5 : (Double(band) + 0.5) / Double(levels.values.count + 1)
        return style.colormap.color(at: position).mixed(with: .white, by: style.softening)
    }

    /// Bands from the lowest up, each painted over the one below so that no seam shows, then the isolines.
    func commands(_ style: Style) -> [Drawing.Command] {
        var commands: [Drawing.Command] = [.fill(Path(frame.box), color(ofBand: 0, style))]
        for (index, outline) in outlines.enumerated() {
            commands.append(.fill(outline.region, color(ofBand: index + 1, style), .nonZero))
        }
        for outline in outlines {
            let color = outline.isMajor ? style.majorIsolineColor : style.isolineColor
            commands.append(.stroke(outline.isoline, outline.isMajor ? style.majorIsoline : style.isoline, color))
        }
        return commands
    }

    /// Where lines crowd, first every other minor one ends, then the rest (in points to the next level), so that a
    /// narrow valley keeps its colour and does not turn into a tangle.
    private static func room(_ index: Int) -> Double { index % 2 == 0 ? 1.1 : 1.9 }
    /// Loops smaller than this, in points both ways, are left out: too small to read.
    private static let smallestLoop = 1.5
    /// A stretch of a crowded isoline shorter than this, in points, is a crumb.
    private static let shortestStretch = 60.0
    /// A ring that fits a square of this side, in points, is drawn whole or not at all.
    private static let wholeRing = 90.0

    /// - Parameter minimumRoom: stretches of the isoline with less room to the next level, in grid steps, are left out.
    private static func outline(_ contour: Contour, _ frame: Frame, isMajor: Bool, minimumRoom: Double) -> Outline {
        var (region, isoline) = (Path(), Path())
        for loop in contour.loops {
            let points = loop.vertices.map(frame.page)
            let outline = Path(through: points, closed: true)
            guard let bounds = outline.bounds, max(bounds.width, bounds.height) >= smallestLoop else { continue }
            region.append(outline)
            let isRing = !loop.isOnFrame.contains(true)
            let isCrowded = loop.room.contains { $0 < minimumRoom }
            if isRing, !isCrowded {
                isoline.append(outline)
            } else if !isRing || max(bounds.width, bounds.height) > wholeRing {
                let isShown = loop.vertices.indices.map { !loop.isOnFrame[$0] && loop.room[$0] >= minimumRoom }
                for stretch in stretches(points, isShown) where !isCrowded || length(stretch) >= shortestStretch {
                    isoline.append(Path(through: stretch))
                }
            }
        }
        return Outline(region: region, isoline: isoline, isMajor: isMajor)
    }

    /// The shown parts of a closed line that is not shown everywhere.
    private static func stretches(_ points: [Point], _ isShown: [Bool]) -> [[Point]] {
        guard let gap = isShown.firstIndex(of: false) else { return [points] }
        var stretches: [[Point]] = []
        var stretch: [Point] = []
        for step in 1...points.count {
            let index = (gap + step) % points.count
            if isShown[index] {
                stretch.append(points[index])
            } else {
                if stretch.count > 1 { stretches.append(stretch) }
                stretch = []
            }
        }
        return stretches
    }

    private static func length(_ points: [Point]) -> Double {
        zip(points, points.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length }
    }
}
