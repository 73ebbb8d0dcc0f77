import Drawings
import Surfaces

/// A contour map: the surface in filled bands with isolines, inside its frame.
struct MapPanel {
    let frame: Frame
    let levels: Levels
    private let contours: [Contour]
    /// The distance between neighbouring samples, in points.
    private let pitch: Double

    /// - Parameter pixelsPerPoint: the resolution the contours are traced for (one sample every two pixels).
    init(field: any ScalarField, frame: Frame, wanted: MapSpecification.Levels, pixelsPerPoint: Double, jobs: Int) {
        func nodes(_ length: Double) -> Int {
            let samples = (length * pixelsPerPoint / Self.pixelsPerSample).rounded(.up)
            return min(max(Int(exactly: samples) ?? 2, 2), 8192) + 1
        }
        let grid = SampleGrid(
            field, over: frame.domain, columns: nodes(frame.box.width), rows: nodes(frame.box.height), jobs: jobs)
        self.frame = frame
        levels = Levels(for: grid, wanted)
        contours = ContourTracer(grid: grid, field: field, levels: levels.values).contours(jobs: jobs)
        pitch = min(frame.box.width / Double(grid.columns - 1), frame.box.height / Double(grid.rows - 1))
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
        for (index, contour) in contours.enumerated() {
            commands.append(.fill(region(contour), color(ofBand: index + 1, style), .nonZero))
        }
        for (index, contour) in contours.enumerated() {
            if levels.major.contains(contour.level) {
                let line = isoline(contour, minimumRoom: 0)
                commands.append(.stroke(line, style.majorIsoline, style.majorIsolineColor))
            } else {
                let line = isoline(contour, minimumRoom: Self.room(index) / pitch)
                commands.append(.stroke(line, style.isoline, style.isolineColor))
            }
        }
        return commands
    }

    /// Where lines crowd, first every other minor one ends, then the rest (in points to the next level), so that a
    /// narrow valley keeps its colour and does not turn into a tangle.
    private static func room(_ index: Int) -> Double { index % 2 == 0 ? 1.1 : 1.9 }
    /// Loops smaller than this, in points both ways, are left out: too small to read.
    private static let smallestLoop = 1.5
    /// A stretch of an isoline with fewer vertices is a crumb.
    private static let shortestStretch = 30

    private func region(_ contour: Contour) -> Path {
        var path = Path()
        for loop in contour.loops {
            let outline = Path(through: loop.vertices.map(frame.page), closed: true)
            if isReadable(outline) { path.append(outline) }
        }
        return path
    }

    private func isReadable(_ path: Path) -> Bool {
        guard let bounds = path.bounds else { return false }
        return max(bounds.width, bounds.height) >= Self.smallestLoop
    }

    /// The level set alone: the contour's outline without the stretches along the frame and without those that have
    /// less room to the next level than asked for, in grid steps.
    private func isoline(_ contour: Contour, minimumRoom: Double) -> Path {
        var path = Path()
        for loop in contour.loops {
            let points = loop.vertices.map(frame.page)
            guard isReadable(Path(through: points)) else { continue }
            let isShown = loop.vertices.indices.map { !loop.isOnFrame[$0] && loop.room[$0] >= minimumRoom }
            guard let gap = isShown.firstIndex(of: false) else {
                path.append(Path(through: points, closed: true))
                continue
            }
            var stretch: [Point] = []
            for step in 1...points.count {
                let index = (gap + step) % points.count
                if isShown[index] {
                    stretch.append(points[index])
                } else {
                    // What ends at the frame is kept however short; a crumb between crowded stretches is not.
                    if stretch.count >= (minimumRoom > 0 ? Self.shortestStretch : 2) {
                        path.append(Path(through: stretch))
                    }
                    stretch = []
                }
            }
        }
        return path
    }
}
