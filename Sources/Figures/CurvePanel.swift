import Drawings
import Simulation
import Surfaces

/// Lines that show how something changes, with their names at their ends.
struct CurvePanel: Panel {
    let specification: CurveSpecification
    private let series: [Series]
    /// Whether the lines are named at their ends.
    private let hasLabels: Bool
    private let titles: (x: String, y: String)
    private let scales: (x: ValueScale, y: ValueScale)

    var aspect: Double? { nil }

    /// - Parameters:
    ///   - quantities: those of the specification's `y`.
    ///   - parameterNames: what tells the two parameters apart.
    ///   - hasLegend: whether a legend names the runs, so that the ends of the lines need not.
    init(
        _ specification: CurveSpecification, _ quantities: [Quantity], _ families: [RunFamily], on surface: Surface,
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
            x: xAxis, y: Axis(title: titles.y, ticks: yTicks), border: .open, height: size.y, style)
    }

    /// The least distance of powers along a horizontal axis, in type sizes.
    private static let powerPitch = 3.4

    private func labels(_ box: Box, _ setting: Setting) -> EndLabels {
        let named = series.compactMap { series -> EndLabels.Label? in
            guard hasLabels, !series.label.isEmpty,
                let end = places(series, in: box).last(where: { $0.x.isFinite && $0.y.isFinite })
            else { return nil }
            return EndLabels.Label(text: series.label, style: series.style, dash: series.dash, end: end)
        }
        return EndLabels(named, beside: box, setting)
    }

    func insets(around size: Point, _ setting: Setting) -> Insets {
        let axes = axes(size, setting.style)
        let box = Box(from: .zero, to: size)
        let labels = labels(box, setting)
        return Insets(
            left: axes.left(setting.lettering), right: max(axes.right(setting.lettering), labels.width),
            top: 0.4 * setting.style.tickSize, bottom: axes.bottom)
    }

    // MARK: Drawing

    /// Far enough outside the panel to leave it, near enough to be drawn.
    private static let beyond = 0.2

    private func place(_ point: SIMD2<Double>, in box: Box) -> Point {
        let (x, y) = (scales.x.position(point.x), scales.y.position(point.y))
        func bounded(_ part: Double) -> Double { part.isNaN ? .nan : min(max(part, -Self.beyond), 1 + Self.beyond) }
        // Along x a line is cut by the panel, not bent at its border.
        let across = x.isNaN || x.isInfinite ? Double.nan : min(max(x, -1e3), 1e3)
        return Point(box.min.x + across * box.width, box.max.y - bounded(y) * box.height)
    }

    private func places(_ series: Series, in box: Box) -> [Point] { series.points.map { place($0, in: box) } }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        let style = setting.style
        let axes = axes(Point(box.width, box.height), style)
        var inside: [Drawing.Command] = axes.grid(box)
        inside += series.flatMap { bandCommands($0, in: box, style) }
        inside += series.flatMap { lineCommands($0, in: box, style) }
        let clip = Path(Box(from: box.min, to: box.max).grown(by: 1))
        var commands: [Drawing.Command] = [.clipped(to: clip, .nonZero, inside)]
        commands += axes.commands(box, setting.lettering)
        commands += series.flatMap { signCommands($0, in: box, style) }
        commands += referenceLines(in: box, setting)
        return commands + labels(box, setting).commands(setting)
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

    private func lineCommands(_ series: Series, in box: Box, _ style: Style) -> [Drawing.Command] {
        var path = Path()
        for part in places(series, in: box).split(whereSeparator: { $0.x.isNaN || $0.y.isNaN }) where part.count > 1 {
            path.append(Path(through: part.decimated(closerThan: 0.05)))
        }
        guard !path.isEmpty else { return [] }
        let width = series.style.relativeWidth * style.curveWidth * (series.isOneOfMany ? 0.6 : 1)
        let line = Stroke(width: width, cap: .butt, join: .round, dash: series.dash.map { $0 * width })
        return [
            .stroke(path, Stroke(width: width + 1.3, cap: .butt, join: .round), style.halo),
            .stroke(path, line, series.style.color),
        ]
    }

    /// A dot at each step where there is room for them, and the run's marker at its end.
    private func signCommands(_ series: Series, in box: Box, _ style: Style) -> [Drawing.Command] {
        guard !series.isOneOfMany else { return [] }
        let shown = places(series, in: box).filter { $0.x.isFinite && $0.y.isFinite && box.grown(by: 0.5).contains($0) }
        guard let end = shown.last else { return [] }
        var commands: [Drawing.Command] = []
        if shown.count <= 41, box.width >= 6 * Double(shown.count) {
            var dots = Path()
            for place in shown.dropLast() { dots.append(Path(circleAt: place, radius: 0.75 * style.stepDotSize)) }
            if !dots.isEmpty { commands.append(.fill(dots, series.style.color)) }
        }
        let marker = series.style.marker.path(at: end, radius: 0.8 * style.markerSize)
        return commands + [
            .stroke(marker, Stroke(width: 1.2, join: .round), style.page), .fill(marker, series.style.color),
        ]
    }

    private func referenceLines(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        let style = setting.style
        return specification.lines.flatMap { line -> [Drawing.Command] in
            let part = scales.y.position(line.value)
            guard part >= 0, part <= 1 else { return [] }
            let y = box.max.y - part * box.height
            let across = Path(through: [Point(box.min.x, y), Point(box.max.x, y)])
            let text = line.label ?? NumberText.rounded(line.value, significant: 6)
            let words = setting.lettering.line(text, size: style.noteSize, atMost: box.width - 8)
            let outline = words.placed(at: Point(box.min.x + 4, y - 3))
            return [
                .stroke(across, Stroke(width: 0.7, dash: [3, 2]), style.quietInk),
                .stroke(outline, Stroke(width: 2, join: .round), style.halo), .fill(outline, style.quietInk),
            ]
        }
    }
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
