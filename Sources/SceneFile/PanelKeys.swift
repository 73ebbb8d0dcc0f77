import Figures

extension KeyTable {
    /// The kinds of panels, each with its keys.
    static let panelKinds: [(name: String, table: KeyTable)] = [
        ("map", mapPanel), ("curve", curve), ("multiples", multiples), ("table", table), ("legend", legend),
    ]

    private static let shownRuns = "the id of a run or of an optimizer's entry, or a list of them; by default all"
    private static let shownSurface = "the one of 'surfaces' that is shown; by default the one the runs are on"
    private static let panelTitle = "the line above the panel"

    private static let mapPanel = KeyTable(
        "'map'", ["runs": shownRuns, "surface": shownSurface, "title": panelTitle], and: mapKeys)

    private static let curve = KeyTable(
        "'curve'",
        [
            "y": "what runs record, or a list: loss, grad_norm, effective_lr, m, v, square_avg, …",
            "x": "step (the default), evaluations, epoch, or a hyperparameter of a sweep",
            "runs": shownRuns,
            "title": panelTitle,
            "scale": "linear, log or symlog; by default log where values span two decades",
            "x_scale": "the same for x",
            "range": "the part of y that is shown: [from, to]",
            "x_range": "the part of x that is shown: [from, to]",
            "parameter": "both (the default), x or y, of what each parameter has its own",
            "labels": "whether lines are named at their ends; by default unless a legend beside them does it",
            "lines": "values to draw a line at, each a number or { y: 0.5, label: text }",
            "axes": "the titles of the axes: { x: …, y: … }",
        ])

    private static let multiples = KeyTable(
        "'multiples'",
        [
            "by": "what each map has of its own: run (the default), start or surface",
            "columns": "how many stand beside each other",
            "runs": shownRuns, "surface": shownSurface, "title": panelTitle,
        ], and: mapKeys)

    private static let table = KeyTable(
        "'table'",
        [
            "columns": "names out of \(TableSpecification.results.joined(separator: ", ")) and hyperparameters",
            "threshold": "a loss, for the column with the steps until it is reached",
            "runs": shownRuns, "title": panelTitle,
        ])

    private static let legend = KeyTable("'legend'", ["title": panelTitle])

    /// A line across a panel with curves.
    static let line = KeyTable("a line", ["y": "its value", "label": "the text at it; by default the value"])
}
