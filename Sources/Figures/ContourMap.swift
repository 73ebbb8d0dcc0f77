import Drawings
import Surfaces
import Workers

/// A contour map: the surface in filled bands with isolines, inside its frame.
struct ContourMap {
    let frame: Frame
    let scale: ColorScale
    /// What there is of each level, in the order of the levels.
    private let outlines: [Outline]

    /// A level as it is drawn.
    private struct Outline: Sendable {
        /// The region on and above the level.
        let region: Path
        /// The level set itself, parted by how faintly it is drawn: `fades` times as strong as elsewhere.
        let isolines: [Path]
        let isMajor: Bool
    }

    /// Where the surface has no value.
    private let hole: Path

    /// - Parameter pixelsPerPoint: the resolution the contours are traced for (one sample every 2.5 pixels, fewer of
    ///   costly fields).
    init(field: any ScalarField, frame: Frame, scale: ColorScale, pixelsPerPoint: Double, jobs: Int) {
        let pixels = Self.pixelsPerSample * Self.coarsening(field)
        func nodes(_ length: Double) -> Int {
            let samples = (length * pixelsPerPoint / pixels).rounded(.up)
            return min(max(Int(exactly: samples) ?? 2, 2), 8192) + 1
        }
        let (columns, rows) = (nodes(frame.box.width), nodes(frame.box.height))
        let grid = SampleGrid(field, over: frame.domain, columns: columns, rows: rows, jobs: jobs)
        self.frame = frame
        self.scale = scale
        let levels = scale.levels
        let tracer = ContourTracer(grid: grid, field: field, levels: levels.values, jobs: jobs)
        let contours = tracer.contours(jobs: jobs)
        let pitch = min(frame.box.width / Double(columns - 1), frame.box.height / Double(rows - 1))
        hole = grid.hasHoles ? Self.hole(in: grid, of: field, frame, jobs: jobs) : Path()
        outlines = concurrentMap(contours.count, jobs: jobs) { index in
            let isMajor = levels.hasDarkMajor && levels.major.contains(contours[index].level)
            let minimumRoom = isMajor ? 0 : Self.room(index) / pitch
            return Self.outline(contours[index], frame, isMajor: isMajor, minimumRoom: minimumRoom)
        }
    }

    private static let pixelsPerSample = 2.5

    /// How much farther apart the samples of a costly field lie. Such fields are sums over data, and smooth.
    private static func coarsening(_ field: any ScalarField) -> Double {
        min(5, max(1, (Double(field.cost) / 500).squareRoot()))
    }

    /// Bands with isolines over them.
    func commands(_ style: Style) -> [Drawing.Command] {
        bands(style) + isolines(style) { $0 ? style.majorIsolineColor : style.isolineColor } + holes(style)
    }

    /// From the lowest up, each painted over the one below so that no seam shows.
    func bands(_ style: Style) -> [Drawing.Command] {
        var commands: [Drawing.Command] = [.fill(Path(frame.box), scale.color(ofBand: 0, style))]
        for (index, outline) in outlines.enumerated() {
            commands.append(.fill(outline.region, scale.color(ofBand: index + 1, style), .nonZero))
        }
        return commands
    }

    /// - Parameter color: of the marked ones and of the others.
    func isolines(_ style: Style, color: (_ isMajor: Bool) -> Color) -> [Drawing.Command] {
        outlines.flatMap { outline in
            isolines(outline, outline.isMajor ? style.majorIsoline : style.isoline, color(outline.isMajor))
        }
    }

    /// Each in the colour of its level, as where there are no bands.
    func coloredIsolines(_ style: Style) -> [Drawing.Command] {
        outlines.enumerated().flatMap { index, outline in
            let position = (Double(index) + 1) / Double(outlines.count + 1)
            let color = style.colormap.color(at: position).mixed(with: style.ink, by: 0.2)
            return isolines(outline, Stroke(width: outline.isMajor ? 1.1 : 0.6, join: .round), color)
        }
    }

    private func isolines(_ outline: Outline, _ stroke: Stroke, _ color: Color) -> [Drawing.Command] {
        zip(outline.isolines, Self.fades).compactMap { isoline, fade in
            guard !isoline.isEmpty else { return nil }
            var faint = color
            faint.alpha *= fade
            return .stroke(isoline, stroke, faint)
        }
    }

    func holes(_ style: Style) -> [Drawing.Command] { hole.isEmpty ? [] : [.fill(hole, style.holeColor)] }

    /// The lines of a level that are drawn strongly.
    func isoline(ofLevel level: Double) -> [Polyline] {
        guard let index = scale.levels.values.firstIndex(of: level) else { return [] }
        return outlines[index].isolines.last?.polylines ?? []
    }

    /// Where lines crowd, first every other minor one ends, then the rest (in points to the next level), so that a
    /// narrow valley keeps its colour and does not turn into a tangle.
    private static func room(_ index: Int) -> Double { index % 2 == 0 ? 1.1 : 1.9 }
    /// Loops smaller than this, in points both ways, are left out: too small to read.
    private static let smallestLoop = 2.5
    /// How strong an isoline is drawn where it has the least room that is shown, a third more, two thirds more.
    private static let fades = [0.3, 0.65, 1]
    /// A stretch of a crowded isoline shorter than this, in points, is a crumb.
    private static let shortestStretch = 60.0
    /// A ring that fits a square of this side, in points, is drawn whole or not at all.
    private static let wholeRing = 90.0

    private static func hole(in grid: SampleGrid, of field: any ScalarField, _ frame: Frame, jobs: Int) -> Path {
        let tracer = ContourTracer(grid: grid.holes, field: HoleField(field: field), levels: [0.5])
        var path = Path()
        for loop in tracer.contours(jobs: jobs).flatMap(\.loops) {
            path.append(Path(through: loop.vertices.map(frame.page), closed: true))
        }
        return path
    }

    /// - Parameter minimumRoom: stretches of the isoline with less room to the next level, in grid steps, are left out.
    private static func outline(_ contour: Contour, _ frame: Frame, isMajor: Bool, minimumRoom: Double) -> Outline {
        var region = Path()
        var isolines = [Path](repeating: Path(), count: fades.count)
        for loop in contour.loops {
            let points = loop.vertices.map(frame.page)
            let outline = Path(through: points, closed: true)
            guard let bounds = outline.bounds, max(bounds.width, bounds.height) >= smallestLoop else { continue }
            region.append(outline)
            let isRing = !loop.isOnFrame.contains(true)
            let isCrowded = loop.room.contains { $0 < minimumRoom }
            if isRing, !isCrowded {
                isolines[fades.count - 1].append(outline)
            } else if !isRing || max(bounds.width, bounds.height) > wholeRing {
                let room = minimumRoom > 0 ? smoothed(loop.room) : loop.room
                let strengths = points.indices.map { index -> Int? in
                    guard !loop.isOnFrame[index], room[index] >= minimumRoom else { return nil }
                    let excess = minimumRoom > 0 ? 3 * (room[index] / minimumRoom - 1) : .infinity
                    return excess < 1 ? 0 : excess < 2 ? 1 : 2
                }
                for stretch in stretches(strengths) where !isCrowded || length(stretch, points) >= shortestStretch {
                    draw(stretch, points, strengths, into: &isolines)
                }
            }
        }
        return Outline(region: region, isolines: isolines, isMajor: isMajor)
    }

    /// Means over a few vertices: slopes estimated on edges along x and along y differ a little, and a line must not
    /// flicker between two strengths.
    private static func smoothed(_ room: [Double]) -> [Double] {
        let reach = 6
        guard room.count > 2 * reach else { return room }
        return room.indices.map { index in
            var (sum, count) = (0.0, 0.0)
            for neighbour in index - reach...index + reach {
                let value = room[(neighbour + room.count) % room.count]
                if value.isFinite { (sum, count) = (sum + value, count + 1) }
            }
            return count > 0 ? sum / count : .infinity
        }
    }

    /// The shown parts of a closed line that is not shown everywhere, as indices of its vertices.
    private static func stretches(_ strengths: [Int?]) -> [[Int]] {
        let gap = strengths.firstIndex(of: nil) ?? 0
        var stretches: [[Int]] = [[]]
        for step in 1...strengths.count {
            let index = (gap + step) % strengths.count
            if strengths[index] != nil {
                stretches[stretches.count - 1].append(index)
            } else if stretches.last?.isEmpty == false {
                stretches.append([])
            }
        }
        return stretches.filter { $0.count > 1 }
    }

    /// Adds a stretch, each run of equal strength to its own path; runs meet at a shared vertex.
    private static func draw(_ stretch: [Int], _ points: [Point], _ strengths: [Int?], into paths: inout [Path]) {
        var run: [Point] = []
        var strength = strengths[stretch[0]] ?? 0
        for index in stretch {
            run.append(points[index])
            let next = strengths[index] ?? 0
            if next != strength {
                if run.count > 1 { paths[strength].append(Path(through: run)) }
                (run, strength) = ([points[index]], next)
            }
        }
        if run.count > 1 { paths[strength].append(Path(through: run)) }
    }

    private static func length(_ stretch: [Int], _ points: [Point]) -> Double {
        zip(stretch, stretch.dropFirst()).reduce(0) { $0 + (points[$1.1] - points[$1.0]).length }
    }
}

/// 1 where a surface has no value, 0 where it has one, so that holes are traced like any region.
private struct HoleField: ScalarField {
    let field: any ScalarField

    func value(at point: SIMD2<Double>) -> Double { field.value(at: point).isNaN ? 1 : 0 }

    func gradient(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>) { (value(at: point), .zero) }

    func hessian(at point: SIMD2<Double>) -> (value: Double, gradient: SIMD2<Double>, hessian: Hessian) {
        (value(at: point), .zero, Hessian(xx: 0, xy: 0, yy: 0))
    }

    func values(
        x: UnsafeBufferPointer<Double>, y: UnsafeBufferPointer<Double>, into values: UnsafeMutableBufferPointer<Double>
    ) {
        field.values(x: x, y: y, into: values)
        for index in values.indices { values[index] = values[index].isNaN ? 1 : 0 }
    }
}
