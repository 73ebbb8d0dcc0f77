import Figures

extension KeyTable {
    /// The kinds of panels, each with its keys.
    public static let panelKinds: [(name: String, table: KeyTable)] = [
        ("map", mapPanel), ("curve", curve), ("multiples", multiples), ("table", table), ("legend", legend),
    ]

    private static let shownRuns = "the id of a run or of an optimizer's entry, or a list of them; by default all"
    private static let shownSurface = "the one of 'surfaces' that is shown; by default the one the runs are on"
    private static let panelTitle = "the line above the panel"

    private static let mapPanel = KeyTable(
        "'map'",
        [
            "runs": .a(.runNames, shownRuns), "surface": .a(.text, shownSurface),
            "title": .a(.optionalText, panelTitle),
        ], and: mapKeys)

    private static let curve = KeyTable(
        "'curve'",
        [
            "y": .a(
                .either([.text, .list(.text, atLeast: 1)]),
                "what runs record, or a list: loss, grad_norm, effective_lr, m, v, square_avg, …"),
            "x": .a(.text, "step (the default), evaluations, epoch, or a hyperparameter of a sweep"),
            "runs": .a(.runNames, shownRuns),
            "title": .a(.optionalText, panelTitle),
            "scale": .a(.scale, "linear, log or symlog; by default log where values span two decades"),
            "x_scale": .a(.scale, "the same for x"),
            "range": .a(.point, "the part of y that is shown: [from, to]"),
            "x_range": .a(.point, "the part of x that is shown: [from, to]"),
            "parameter": .a(
                .choice(CurveSpecification.Parameter.allCases.map(\.rawValue)),
                "both (the default), x or y, of what each parameter has its own"),
            "labels": .a(
                .flag, "whether lines are named at their ends; by default unless a legend beside them does it"),
            "lines": .a(
                .either([.line, .list(.line)]), "values to draw a line at, each a number or { y: 0.5, label: text }"),
            "axes": .a(.table(.axes), "the titles of the axes: { x: …, y: … }"),
        ])

    private static let multiples = KeyTable(
        "'multiples'",
        [
            "by": .a(
                .choice(MultiplesSpecification.Part.allCases.map(\.rawValue)),
                "what each map has of its own: run (the default), start or surface"),
            "columns": .a(.integer(1...16), "how many stand beside each other"),
            "runs": .a(.runNames, shownRuns), "surface": .a(.text, shownSurface),
            "title": .a(.optionalText, panelTitle),
        ], and: mapKeys)

    private static let table = KeyTable(
        "'table'",
        [
            "columns": .a(
                .list(.text), "names out of \(TableSpecification.results.joined(separator: ", ")) and hyperparameters"),
            "threshold": .a(.number, "a loss, for the column with the steps until it is reached"),
            "runs": .a(.runNames, shownRuns), "title": .a(.optionalText, panelTitle),
        ])

    private static let legend = KeyTable("'legend'", ["title": .a(.optionalText, panelTitle)])

    /// A line across a panel with curves.
    static let line = KeyTable(
        "a line", ["y": .a(.number, "its value"), "label": .a(.text, "the text at it; by default the value")],
        required: ["y"])
}
