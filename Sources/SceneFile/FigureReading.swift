import Figures
import Simulation
import Spelling
import Surfaces

/// How `title`, `axes`, `map` and `figure` are read.
extension Reading {
    mutating func figure(
        _ scene: Fields, domain: Domain?, surfaces: [Ground], runs: [Run]?
    ) -> FigureSpecification {
        var figure = FigureSpecification()
        if let node = scene["title"], !node.isNull { figure.title = mathText(node, "title") }
        if let node = scene["caption"], !node.isNull { figure.caption = mathText(node, "caption") }
        if let node = scene["axes"], let titles = axisTitles(node) { figure.axes = titles }
        figure.map.domain = domain
        if let node = scene["map"], let fields = fields(node, .map) {
            figure.map = map(fields, runs, from: figure.map)
        }
        figure.runStyles = runStyles
        if let node = scene["animation"], !node.isNull {
            figure.animation = animation(node, steps: runs.map { $0.map(\.steps).max() ?? 0 })
        }
        if let node = scene["figure"], let fields = fields(node, .figure) {
            figure.page = page(fields)
            style(fields, into: &figure)
            if let node = fields["settings"] {
                let details = SettingsDetail.allCases.map { ($0.rawValue, $0) }
                figure.settings = choice(node, "settings", among: details) ?? .given
            }
            var usual = figure.map
            // Further surfaces have domains of their own.
            if scene["map"]?.entries?.contains(where: { Name.folded($0.key.text) == "domain" }) != true {
                usual.domain = nil
            }
            panels(fields, PanelContext(runs: runs, surfaces: surfaces, map: usual), into: &figure)
            let dpi = figure.page.dotsPerInch
            figure.fontSize = fields["font_size"].flatMap {
                length($0, "font_size", dotsPerInch: dpi, in: FigureSpecification.fontSizes, such: "9pt")
            }
            figure.fonts = fields["font"].flatMap { fonts($0) }
        }
        return figure
    }

    mutating func axisTitles(_ node: Node) -> AxisTitles? {
        guard let fields = fields(node, .axes) else { return nil }
        var titles = AxisTitles()
        if let x = fields["x"] { titles.x = mathText(x, "x") ?? "" }
        if let y = fields["y"] { titles.y = mathText(y, "y") ?? "" }
        return titles
    }

    /// - Parameters:
    ///   - runs: those that annotations may name.
    ///   - usual: what holds where a key is missing.
    mutating func map(_ fields: Fields, _ runs: [Run]?, from usual: MapSpecification) -> MapSpecification {
        var map = usual
        if let node = fields["aspect"] {
            map.aspect = choice(node, "aspect", among: [("auto", .fill), ("equal", .equal)]) ?? .fill
        }
        if let node = fields["domain"] { map.domain = domain(node) }
        layers(fields, runs, into: &map)
        if let node = fields["levels"] {
            map.levels = levels(node) ?? .automatic
            askedLevels.append(AskedLevels(levels: map.levels, domain: map.domain, place: node.location))
        }
        if let node = fields["colormap"] { map.colormap = colormap(node) }
        if let node = fields["softening"] { map.softening = number(node, "softening", in: 0...1) }
        return map
    }

    private mutating func page(_ fields: Fields) -> Page {
        var page = Page()
        if let node = fields["dpi"] {
            page.dotsPerInch = number(node, "dpi", in: Page.resolutions) ?? page.dotsPerInch
        }
        let ratio = page.height / page.width
        let width = fields["width"].flatMap { length($0, "width", dotsPerInch: page.dotsPerInch) }
        let height = fields["height"].flatMap { length($0, "height", dotsPerInch: page.dotsPerInch) }
        page.width = width ?? height.map { $0 / ratio } ?? page.width
        page.height = height ?? page.width * ratio
        page.isHeightGiven = height != nil
        if let objection = page.objection(mostPixels: limits.pixels) {
            let change = "change 'dpi' or the lengths"
            let isTooLarge = page.objection(mostPixels: .max) == nil
            error(
                fields.location, "the picture \(objection)",
                help: isTooLarge ? Limits.advice("pixels", besides: change) : change)
        }
        return page
    }

    /// A length in points.
    private mutating func length(
        _ node: Node, _ name: String, dotsPerInch: Double, in range: ClosedRange<Double> = Page.lengths,
        such example: String = "160mm"
    ) -> Double? {
        let unitWanted = String(example.drop(while: \.isNumber))
        let example = "a length with a unit, such as \(example)"
        guard let scalar = node.scalar, scalar.value == .text else {
            let isNumber = node.scalar != nil && !node.isNull
            let help = isNumber ? "add a unit: mm, cm, in, pt or px, such as \(node.inWords)\(unitWanted)" : nil
            mismatch(node, name, example, help: help)
            return nil
        }
        let digits = scalar.text.prefix { $0.isNumber || ".+-".contains($0) }
        let unit = scalar.text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
        let perUnit: [String: Double] = [
            "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1, "px": 72 / dotsPerInch,
        ]
        guard let number = Scalar(text: String(digits), isPlain: true).number, let points = perUnit[unit] else {
            mismatch(node, name, example, help: "units are mm, cm, in, pt and px")
            return nil
        }
        guard range.contains(number * points) else {
            let words =
                range == Page.lengths
                ? "10mm to 5000mm" : "\(short(range.lowerBound))pt to \(short(range.upperBound))pt"
            error(node.location, "'\(name)' must be from \(words), not \(quoted(scalar.text))")
            return nil
        }
        return number * points
    }
}

extension Scalar {
    fileprivate var number: Double? {
        switch value {
        case .integer(let integer): Double(integer)
        case .number(let number) where number.isFinite: number
        default: nil
        }
    }
}
