import Figures

extension KeyTable {
    /// What a figure can change of its theme.
    static let style = KeyTable("'style'", StyleKey.all.map { ($0.name, .a(ValueKind($0), $0.meaning)) })

    /// How one run is drawn.
    static let runStyle = KeyTable(
        "'style'",
        [
            "color": .a(.text, "'#0072B2', '#07B' or a name such as tab:blue"),
            "dash": .a(
                .either([.choice(RunStyle.Dash.named.map(\.name)), .list(.numberIn(0...100), atLeast: 2)]),
                "solid, dashed, dotted, dashdot, or lengths drawn and left out in widths of the line: [4, 2]"),
            "marker": .a(
                .choice(Marker.allCases.map(\.rawValue)),
                "at the end: \(Marker.allCases.map(\.rawValue).joined(separator: ", "))"),
            "width": .a(.numberIn(0...100), "in points"),
        ])

    static let levels = KeyTable(
        "'levels'",
        [
            "scale": .a(.levelScale, LevelSpecification.named.map(\.name).joined(separator: ", ")),
            "count": .a(.integer(LevelSpecification.counts), "the most levels there are"),
            "from": .a(.number, "the lowest value that can be a level"),
            "to": .a(.number, "the highest value that can be a level"),
        ])

    static let levelsMeaning =
        "where contours lie: auto, log, linear, symlog, quantile, { scale, count, from, to } or ascending numbers"
    static let colormapMeaning = "a name of 'ravine list colormaps', reversed with the suffix _r"
    static let softeningMeaning = "how far the colours are mixed with the page's: from 0 to 1"
    static let runStyleMeaning = "how the run is drawn: { color, dash, marker, width }"
}
