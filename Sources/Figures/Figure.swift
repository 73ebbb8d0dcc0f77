import Drawings
import Simulation
import Surfaces

/// A picture of a surface and the runs on it, laid out for a page.
public struct Figure: Sendable {
    /// The main surface first; at least one.
    public let surfaces: [FigureSurface]
    /// The runs drawn over it, in the order of the legend.
    public let trajectories: [Trajectory]
    /// What its author asked for.
    public let specification: FigureSpecification

    /// A figure of runs on some surfaces.
    ///
    /// - Precondition: there is a surface.
    public init(surfaces: [FigureSurface], trajectories: [Trajectory], specification: FigureSpecification) {
        precondition(!surfaces.isEmpty, "a figure without a surface")
        (self.surfaces, self.trajectories, self.specification) = (surfaces, trajectories, specification)
    }

    /// A figure of runs that were made on one surface.
    public init(surface: Surface, trajectories: [Trajectory], specification: FigureSpecification) {
        let main = FigureSurface(
            id: Run.mainSurface, family: Run.mainSurface, label: "", surface: surface,
            domain: specification.map.domain ?? surface.domain)
        self.init(surfaces: [main], trajectories: trajectories, specification: specification)
    }

    /// What a map shows unless it is of another surface.
    public var surface: Surface { surfaces[0].surface }

    /// The surface that a run was made on.
    func surface(of run: Run) -> FigureSurface { surfaces.first { $0.id == run.surface } ?? surfaces[0] }

    /// The surface of that id or, of a sweep, its first member.
    func surface(named name: String) -> FigureSurface? {
        surfaces.first { $0.id == name } ?? surfaces.first { $0.family == name }
    }

    /// The part of the plane that is shown: as asked, else the surface's own domain, else what the runs need.
    public var domain: Domain {
        specification.map.domain ?? surface.domain
            ?? Domain(around: trajectories.flatMap(\.points) + surface.minima)
    }

    /// The runs by their families, in the order of the legend.
    var families: [RunFamily] {
        RunFamily.families(of: trajectories, Style(specification), specification.runStyles)
    }

    /// Lays the figure out and draws it; of one that moves the last frame.
    ///
    /// - Parameters:
    ///   - pixelsPerPoint: the resolution that contours are traced for; it changes no layout.
    ///   - jobs: threads to trace with; the drawing does not depend on it.
    public func drawing(_ lettering: Lettering, pixelsPerPoint: Double, jobs: Int) -> Drawing {
        let setting = setting(lettering, pixelsPerPoint, jobs)
        var (drawing, parts) = laidOut(setting)
        drawing.commands = parts.commands(at: setting.end)
        return drawing
    }

    /// The figure as a film: what stands still, and what each step adds.
    public func film(_ lettering: Lettering, pixelsPerPoint: Double, jobs: Int) -> FigureFilm {
        let setting = setting(lettering, pixelsPerPoint, jobs)
        var (drawing, parts) = laidOut(setting)
        drawing.commands = parts.still
        return FigureFilm(still: drawing, parts: parts, end: setting.end)
    }

    /// An empty page of the size that the figure needs, and what stands on it.
    private func laidOut(_ setting: Setting) -> (page: Drawing, parts: PanelParts) {
        let (page, style) = (specification.page, setting.style)
        var drawing = Drawing(
            size: Point(page.width, page.height), background: specification.background ?? style.page)
        drawing.caption = caption
        guard specification.panels.isEmpty else {
            let (parts, bottom) = panels(setting).drawn(setting)
            if !page.isHeightGiven { drawing.size.y = min(page.height, height(for: bottom)) }
            return (drawing, parts)
        }
        let needed = captionRoom(setting)
        var (parts, bottom) = mapParts(below: needed, setting)
        let height = height(for: bottom + needed)
        // A strip too narrow to disturb is not worth an unusual shape.
        let fits = (0.95 * page.height...page.height).contains(height)
        if !page.isHeightGiven, !fits { drawing.size.y = height }
        if needed > 0 {
            let words = words(setting)
            let corner = Point(Self.margin, drawing.size.y - Self.margin - words.height)
            parts.still += words.commands(at: corner, style)
        }
        return (drawing, parts)
    }

    /// Of a page that ends under what it shows. Whole points: the layout must not depend on the resolution.
    private func height(for bottom: Double) -> Double { max(Page.least.height, (bottom + Self.margin).rounded(.up)) }

    /// What words and signs take of each map, as they are drawn.
    func rooms(_ lettering: Lettering, pixelsPerPoint: Double, jobs: Int) -> [Room] {
        let setting = setting(lettering, pixelsPerPoint, jobs)
        guard specification.panels.isEmpty else {
            return panels(setting).rooms(setting)
        }
        let (map, layout) = mapLayout(below: captionRoom(setting), setting)
        return map.rooms(in: layout.frame.box, setting)
    }

    private func setting(_ lettering: Lettering, _ pixelsPerPoint: Double, _ jobs: Int) -> Setting {
        let animation = specification.animation
        let lastStep = trajectories.map { max(0, $0.points.count - 1) }.max() ?? 0
        return Setting(
            lettering: lettering, style: Style(specification), pixelsPerPoint: pixelsPerPoint, jobs: jobs,
            detail: specification.settings, end: Moment(fade: animation?.fade, lastStep: lastStep),
            counter: animation?.hasCounter == true ? lastStep : nil)
    }

    private var room: Double { specification.page.width - 2 * Self.margin }

    /// The caption under the picture.
    private func words(_ setting: Setting) -> TitleBlock {
        TitleBlock(caption: specification.caption, room: room, setting.lettering, setting.style)
    }

    /// What a caption needs below a map of everything; 0 on a small page, where the map comes first.
    private func captionRoom(_ setting: Setting) -> Double {
        let height = words(setting).height
        let needed = height > 0 ? height + Self.captionGap : 0
        return specification.page.height - needed >= Self.leastMap ? needed : 0
    }

    /// The panels with the title and the caption, in the part of the page that all have.
    private func panels(_ setting: Setting) -> PanelFigure {
        let note = SurfaceText(surface: surface).transformNote(isNamed: specification.title == nil)
        let title = TitleBlock(titles, note: note, room: room, setting.lettering, setting.style)
        let page = specification.page
        let area = Box(
            from: Point(Self.margin, Self.margin), to: Point(page.width - Self.margin, page.height - Self.margin))
        return PanelFigure(self, title, words(setting), in: area)
    }

    private static let leastMap = 120.0
    private static let margin = 11.0
    private static let captionGap = 8.0

    /// One map of everything with its legend and colorbar, on the page without its lowest part.
    private func mapParts(
        below captionHeight: Double, _ setting: Setting
    ) -> (parts: PanelParts, bottom: Double) {
        let (map, layout) = mapLayout(below: captionHeight, setting)
        let (lettering, style) = (setting.lettering, setting.style)
        var parts = map.parts(in: layout.frame.box, axes: layout.axes, setting)
        parts.still += layout.titleCommands
        parts.still += layout.legend?.commands ?? []
        parts.still += Colorbar(
            scale: map.scale, name: SurfaceText(surface: surface).value, box: layout.colorbar,
            labelRoom: specification.page.width - layout.colorbar.max.x - 10
        ).commands(lettering, style)
        return (parts, layout.bottom)
    }

    private func mapLayout(below captionHeight: Double, _ setting: Setting) -> (map: MapPanel, layout: FigureLayout) {
        var page = specification.page
        page.height -= captionHeight
        let domain = domain
        let content = MapContent(
            surface: surface, families: families.compactMap { $0.on(surfaces[0].id) },
            specification: specification.map, domain: domain)
        let entries = Legend.entries(content.families, content.signs(in: domain), specification.settings)
        let text = SurfaceText(surface: surface)
        let layout = FigureLayout(
            page: page, domain: domain, map: specification.map, axisTitles: axisTitles,
            titles: titles, note: text.transformNote(isNamed: specification.title == nil), entries: entries,
            lettering: setting.lettering, style: setting.style)
        let scale = ColorScale(
            levels: Levels(for: surface.field, over: domain, specification.map.levels), specification.map)
        return (MapPanel(content: content, domain: domain, scale: scale, axisTitles: axisTitles), layout)
    }

    private var titles: [String] { specification.title.map { [$0] } ?? SurfaceText(surface: surface).titles }

    var axisTitles: (x: String, y: String) {
        let known = surface.axisTitles ?? ("$x$", "$y$")
        return (specification.axes.x ?? known.x, specification.axes.y ?? known.y)
    }
}

extension Domain {
    func contains(_ point: SIMD2<Double>) -> Bool { x.contains(point.x) && y.contains(point.y) }

    /// The smallest box around the points with a margin of an eighth on every side; a square of side 10 about the
    /// origin where there are none. Points beyond 1e6 are left out, so that one diverging run does not hide the others.
    init(around points: [SIMD2<Double>]) {
        let near = points.filter { abs($0.x) <= 1e6 && abs($0.y) <= 1e6 }
        guard let first = near.first else {
            self.init(x: -5...5, y: -5...5)
            return
        }
        var (low, high) = (first, first)
        for point in near {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        let largest = max(high.x - low.x, high.y - low.y)
        let farthest = [low.x, low.y, high.x, high.y].map(abs).max() ?? 0
        let least = largest > 1e-9 * farthest ? largest / 4 : max(2, 1e-9 * farthest)
        func range(_ axis: Int) -> ClosedRange<Double> {
            let middle = (low[axis] + high[axis]) / 2
            let half = max(high[axis] - low[axis], least) * 0.625
            return middle - half...middle + half
        }
        self.init(x: range(0), y: range(1))
    }
}
