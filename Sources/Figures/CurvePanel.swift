import Drawings
import Simulation
import Surfaces

/// Lines that show how something changes, with their names at their ends.
struct CurvePanel: Panel, Sendable {
    let specification: CurveSpecification
    private let series: [Series]
    /// Whether the lines are named at their ends.
    private let hasLabels: Bool
    private var titles: (x: String, y: String)
    private let scales: (x: ValueScale, y: ValueScale)

    var aspect: Double? { nil }

    /// - Parameters:
    ///   - quantities: those of the specification's `y`.
    ///   - parameterNames: what tells the two parameters apart.
    ///   - hasLegend: whether a legend names the runs, so that the ends of the lines need not.
    init(
        _ specification: CurveSpecification, _ quantities: [Quantity], _ families: [RunFamily],
        on surface: @escaping (Run) -> Surface,
        parameterNames: (x: String, y: String), hasLegend: Bool
    ) {
        self.specification = specification
        let maker = SeriesMaker(
            specification: specification, surface: surface, families: families, parameterNames: parameterNames)
        series = maker.series(quantities)
        let isAlongRuns = specification.isAlongRuns
        hasLabels = specification.labels ?? !(hasLegend && isAlongRuns && maker.hasOneLineEach(quantities))
        let points = series.flatMap(\.points)
        let x = ValueScale(
            for: points.filter { $0.y.isFinite }.map(\.x),
            isAlongRuns ? specification.xScale ?? .linear : specification.xScale,
            range: specification.xRange, isTight: isAlongRuns)
        let shown = points.filter { x.range.contains($0.x) }.map(\.y)
        let bands = series.flatMap { $0.band ?? [] }.compactMap(\.self).flatMap { [$0.lowerBound, $0.upperBound] }
        let y = ValueScale(
            for: shown + bands + specification.lines.map(\.value), specification.scale, range: specification.yRange)
        scales = (x, y)
        titles = Self.titles(specification, quantities, maker)
    }

    private static func titles(
        _ specification: CurveSpecification, _ quantities: [Quantity], _ maker: SeriesMaker
    ) -> (x: String, y: String) {
        let isAlongRuns = specification.isAlongRuns
        let along = ["step": "step $t$", "evaluations": "evaluations of the gradient", "epoch": "epoch"]
        let name =
            specification.x == "lr" || specification.x == "learning_rate" ? "learning rate $\\eta$" : specification.x
        let x = along[specification.x] ?? name.replacing("_", with: " ")
        var y = quantities.map(\.title).joined(separator: ", ")
        if specification.parameter != .both, quantities.contains(where: \.isPerParameter) {
            let symbol = specification.parameter == .x ? maker.parameterNames.x : maker.parameterNames.y
            y = quantities.map(\.name) == ["point"] ? symbol : "\(y), \(symbol)"
        }
        if !isAlongRuns { y = "final \(y)" }
        if maker.repetitions > 1 { y += " (median and quartiles)" }
        return (specification.axes.x ?? x, specification.axes.y ?? y)
    }

    var untitled: any Panel {
        var panel = self
        panel.titles = ("", "")
        return panel
    }

    // MARK: Layout

    private func axes(_ size: Point, _ style: Style) -> Axes {
        let areWhole = ["step", "evaluations"].contains(specification.x)
        let xAxis =
            scales.x.kind == .linear
            ? Axis(titles.x, over: scales.x.range, across: size.x, areWhole: areWhole, style)
            : Axis(
                title: titles.x,
                ticks: scales.x.ticks(atMost: Axis.tickCount(along: size.x, pitch: Self.powerPitch, style)))
        let yTicks = scales.y.ticks(atMost: Axis.tickCount(along: size.y, pitch: 2.4, style))
        return Axes(
            x: xAxis, y: Axis(title: titles.y, ticks: yTicks), border: .open, width: size.x, height: size.y,
            style)
    }

    /// The least distance of powers along a horizontal axis, in type sizes.
    private static let powerPitch = 3.4

    /// What names the curves: words inside the panel where curves leave it at the top or bottom, and a column right of
    /// it for all others.
    private func labels(_ box: Box, _ setting: Setting) -> (inside: CurveWords, column: EndLabels) {
        let shown = series.map { (series: $0, places: places($0, in: box)) }
        var inside = CurveWords(
            in: box,
            among: shown.flatMap { $0.places.split(whereSeparator: \.isUndefined).map(Array.init) }, setting)
        for line in specification.lines {
            let part = scales.y.position(line.value)
            guard part >= 0, part <= 1 else { continue }
            let text = line.label ?? NumberText.rounded(line.value, significant: 6)
            inside.add(CurveWords.Reference(text: text, y: box.max.y - part * box.height))
        }
        var named: [EndLabels.Label] = []
        for (series, places) in shown where hasLabels && !series.label.isEmpty {
            guard let end = Self.end(places, in: box) else { continue }
            if let exit = end.exit, inside.add(series.label, at: exit, setting.style.ink) { continue }
            named.append(EndLabels.Label(text: series.label, style: series.style, dash: series.dash, end: end.place))
        }
        return (inside, EndLabels(named, beside: box, setting))
    }

    /// Where a line ends, or leaves the panel for good; nil where it is never inside.
    private static func end(_ places: [Point], in box: Box) -> (place: Point, exit: CurveWords.Exit?)? {
        let defined = places.filter { !$0.isUndefined }
        let room = box.grown(by: 0.5)
        guard let last = defined.lastIndex(where: room.contains) else { return nil }
        guard last + 1 < defined.count else { return (defined[last], nil) }
        // The part of the segment that lies inside.
        let (from, to) = (defined[last], defined[last + 1])
        func part(_ axis: Int) -> Double {
            let bound = to[axis] > from[axis] ? box.max[axis] : box.min[axis]
            return to[axis] == from[axis] ? .infinity : max(0, (bound - from[axis]) / (to[axis] - from[axis]))
        }
        let place = from + min(part(0), part(1), 1) * (to - from)
        guard part(1) <= part(0) else { return (place, nil) }
        return (place, CurveWords.Exit(place: place, isUp: to.y < from.y))
    }

    func insets(around size: Point, _ setting: Setting) -> Insets {
        let axes = axes(size, setting.style)
        let box = Box(from: .zero, to: size)
        let labels = labels(box, setting)
        return Insets(
            left: axes.left(setting.lettering), right: max(axes.right(setting.lettering), labels.column.width),
            top: 0.4 * setting.style.tickSize, bottom: axes.bottom)
    }

    // MARK: Drawing

    /// Far outside the panel, in its heights and widths, yet not too far to be drawn.
    private static let beyond = 100.0

    private func place(_ point: SIMD2<Double>, in box: Box) -> Point {
        let (x, y) = (scales.x.position(point.x), scales.y.position(point.y))
        func bounded(_ part: Double) -> Double { part.isNaN ? .nan : min(max(part, -Self.beyond), Self.beyond) }
        let across = x.isInfinite ? Double.nan : bounded(x)
        return Point(box.min.x + across * box.width, box.max.y - bounded(y) * box.height)
    }

    private func places(_ series: Series, in box: Box) -> [Point] { series.points.map { place($0, in: box) } }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        parts(in: box, setting).commands(at: setting.end)
    }

    func parts(in box: Box, _ setting: Setting) -> PanelParts {
        let style = setting.style
        let axes = axes(Point(box.width, box.height), style)
        let labels = labels(box, setting)
        let still =
            axes.grid(box, setting.lettering) + axes.commands(box, setting.lettering) + labels.column.commands(setting)
        let clip = Path(Box(from: box.min, to: box.max).grown(by: 1))
        return PanelParts(
            still: still,
            moving: [
                { moment in
                    let shown = series(at: moment)
                    return [.clipped(to: clip, .nonZero, lineCommands(shown, in: box, style))]
                        + zip(shown, series).flatMap { signCommands($0, of: $1, in: box, style) }
                        + labels.inside.commands
                }
            ])
    }

    /// The lines as far as a moment; those over a sweep are made of runs that have ended.
    private func series(at moment: Moment) -> [Series] {
        guard let step = moment.step, specification.isAlongRuns else { return series }
        return series.map { $0.upTo(step: step) }
    }

    /// Bands, and over them lines.
    private func lineCommands(_ series: [Series], in box: Box, _ style: Style) -> [Drawing.Command] {
        // All halos lie below all lines: no line is cut by another's. Of lines on each other the broken ones are on top.
        let lines = series.sorted { $0.solidPart > $1.solidPart }.compactMap { line($0, in: box, style) }
        return series.flatMap { bandCommands($0, in: box, style) }
            + lines.map { path, stroke, _ in
                .stroke(path, Stroke(width: stroke.width + 1.3, cap: .butt, join: .round), style.halo)
            } + lines.map { path, stroke, color in .stroke(path, stroke, color) }
    }

    private func bandCommands(_ series: Series, in box: Box, _ style: Style) -> [Drawing.Command] {
        guard let band = series.band else { return [] }
        var (upper, lower): ([Point], [Point]) = ([], [])
        for (point, range) in zip(series.points, band) {
            guard let range else { continue }
            upper.append(place(SIMD2(point.x, range.upperBound), in: box))
            lower.append(place(SIMD2(point.x, range.lowerBound), in: box))
        }
        guard upper.count > 1 else { return [] }
        var color = series.style.color
        color.alpha = style.bandOpacity
        return [.fill(Path(through: upper + lower.reversed(), closed: true), color)]
    }

    private func line(_ series: Series, in box: Box, _ style: Style) -> (Path, Stroke, Color)? {
        var path = Path()
        for part in places(series, in: box).split(whereSeparator: \.isUndefined) where part.count > 1 {
            path.append(Path(through: part.decimated(closerThan: 0.05)))
        }
        guard !path.isEmpty else { return nil }
        let width = series.style.relativeWidth * style.curveWidth * (series.isOneOfMany ? 0.6 : 1)
        let stroke = Stroke(width: width, cap: .butt, join: .round, dash: series.dash.map { $0 * width })
        return (path, stroke, series.style.color)
    }

    /// A dot at each step where there is room for them, and at its end the run's marker, or an arrow where it leaves.
    ///
    /// - Parameter whole: the line from its beginning to its end, which decides whether there is room.
    private func signCommands(
        _ series: Series, of whole: Series, in box: Box, _ style: Style
    ) -> [Drawing.Command] {
        guard !series.isOneOfMany else { return [] }
        let places = places(series, in: box)
        let shown = places.filter { !$0.isUndefined && box.grown(by: 0.5).contains($0) }
        guard let last = shown.last, let end = Self.end(places, in: box) else { return [] }
        var commands: [Drawing.Command] = []
        let count = whole.points.count { $0.y.isFinite }
        if count <= 41, box.width >= 6 * Double(count) {
            var dots = Path()
            for place in shown.dropLast() { dots.append(Path(circleAt: place, radius: 0.75 * style.stepDotSize)) }
            if !dots.isEmpty { commands.append(.fill(dots, series.style.color)) }
        }
        if let exit = end.exit { return commands + CurveWords.arrow(at: exit, series.style.color, style) }
        let marker = series.style.marker.path(at: last, radius: 0.8 * style.markerSize)
        return commands + [
            .stroke(marker, Stroke(width: 1.2, join: .round), style.page), .fill(marker, series.style.color),
        ]
    }
}

extension Point {
    /// Whether it stands for no value.
    fileprivate var isUndefined: Bool { x.isNaN || y.isNaN }
}

extension Sequence<Point> {
    /// Without the points that lie closer to the one before than so many points of the page, but for the last.
    func decimated(closerThan distance: Double) -> [Point] {
        var kept: [Point] = []
        var last: Point?
        for point in self {
            last = point
            if let previous = kept.last, (point - previous).length < distance { continue }
            kept.append(point)
        }
        if kept.count > 1, let last { kept[kept.count - 1] = last }
        return kept
    }
}
