import Surfaces

extension KeyTable {
    /// Every table of the format.
    public static let all: [KeyTable] =
        [.scene, .surface] + surfaceKinds + [
            .transform, .domain, .start, .circle, .until, .run, .recorded, .axes, .map, .levels, .figure, .font, .style,
            .runStyle, .line, .animation, .movingTrails,
        ] + mapParts + panelKinds.map(\.table)

    static let scene = KeyTable(
        "a scene",
        [
            "ravine": "the version of the format: 1",
            "extends": "another scene, whose values hold where this one has none of its own",
            "title": "the line above the figure",
            "caption": "a sentence or two under the figure",
            "surface":
                "a catalogue name, { name, parameters, vary }, { formula, parameters, vary, where, minima }, { grid } or { data }",
            "surfaces": "further surfaces by names of their own, for runs and panels: { bowl: sphere }",
            "domain": "what is shown: { x: [from, to], y: [from, to] }; by default the catalogue's",
            "start":
                "where the runs start: [x, y], a list of such pairs, { grid }, { random } or { circle }; by default the catalogue's",
            "steps": "the number of updates of each run; 300 by default",
            "seed": "a whole number that all randomness comes from; 0 by default",
            "convention": "whose rules and defaults hold: torch, optax, keras or textbook",
            "batch": "how many samples of the data each update sees; by default all",
            "noise": "the standard deviation of Gaussian noise added to the gradients; 0 by default",
            "seeds": "how often each run is repeated with other random numbers; 1 by default",
            "until": "what ends a run early: { loss: 1e-6, gradient: 1e-4, distance: 0.01 }, whichever comes first",
            "optimizers": "a list of names, each with its hyperparameters or without, and recorded runs",
            "animation": "how the figure moves: { fps, duration, hold, pace, loop, trails, stills }",
            "axes": "the titles of the axes: { x: …, y: … }",
            "map": "how maps are drawn: levels, colours and layers",
            "figure":
                "the page and its parts: { width, height, dpi, theme, style, font, font_size, layout, panels, … }",
        ], later: ["data", "vary"])

    /// The keys of which a surface has exactly one, and the one that all can have.
    static let surface = KeyTable(
        "'surface'",
        [
            "name": "a name of the catalogue",
            "formula": "a formula in x and y, parameters and named parts",
            "grid": "a file of samples on a grid: .npz, .npy or .csv",
            "data": "data to fit a model to: a .csv, .npy or .npz file, or a list of rows",
            "transform": transformMeaning,
        ])

    /// What a surface can have besides, by the key that says what kind it is.
    static let surfaceKinds = [named, formula, grid, data]

    private static let varyMeaning =
        "a sweep over parameters: { b: [1, 10] } makes a grid, [{ b: 1 }, { b: 10 }] makes rows"
    private static let domainMeaning = "for one of 'surfaces', what is shown of it; by default the catalogue's"
    private static let transformMeaning =
        "changes in order: [{ rotate: 30deg }, { stretch: [1, 10] }, { value: log1p }]"

    static let named = KeyTable(
        "'surface'",
        [
            "name": "a name of the catalogue",
            "parameters": "named numbers: { b: 100 }",
            "vary": varyMeaning,
            "domain": domainMeaning,
            "transform": transformMeaning,
        ])

    static let formula = KeyTable(
        "'surface'",
        [
            "formula": "a formula in x and y, parameters and named parts",
            "parameters": "named numbers: { b: 100 }",
            "where": "named parts of the formula: { r: \"sqrt(x^2 + y^2)\" }",
            "minima": "the known minima of the formula: [[1, 1]]",
            "vary": varyMeaning,
            "domain": domainMeaning,
            "transform": transformMeaning,
        ])

    static let grid = KeyTable(
        "'surface'",
        [
            "grid": "a file of samples on a grid: .npz, .npy or .csv",
            "x": "the array or column of x, [from, to], or a list of numbers",
            "y": "the array or column of y, [from, to], or a list of numbers",
            "loss": "the array or column of the losses",
            "rows": "which axis has one value a row of the losses: y (the default) or x",
            "domain": domainMeaning,
            "transform": transformMeaning,
        ])

    static let data = KeyTable(
        "'surface'",
        [
            "data": "a file of data, or a list of rows: one or two features and a target",
            "model": "linear (the default) or logistic",
            "loss": "mse, mae, huber or cross_entropy; by default mse, for a logistic model cross_entropy",
            "delta": "where Huber's loss becomes linear; 1 by default",
            "l1": "the weight of the sum of the weights' magnitudes; 0 by default",
            "l2": "the weight of half the sum of the weights' squares; 0 by default",
            "reduction": "mean (the default) or sum over the samples",
            "features": "the column of the feature, or the two columns: [a, b]",
            "target": "the column of the target",
            "domain": domainMeaning,
            "transform": transformMeaning,
        ])

    static let transform = KeyTable(
        "'transform'",
        [
            "rotate": "an angle with its unit, about the origin: 30deg",
            "stretch": "the factors along x and y: [1, 10]",
            "shift": "a vector: [1, 0]",
            "value": "a function of the loss: \(ValueTransform.allCases.map(\.rawValue).joined(separator: ", "))",
        ])

    static let domain = KeyTable("'domain'", ["x": "from and to, ascending", "y": "from and to, ascending"])

    /// The keys of a start that is not given by points.
    static let start = KeyTable(
        "'start'",
        [
            "grid": "how many starts along x and y: [5, 5]",
            "random": "how many random starts",
            "circle": "starts on a circle: { radius: 2, count: 12, center: [0, 0] }",
            "within": "the rectangle for grid and random: { x: [from, to], y: [from, to] }; by default the domain",
        ])

    static let circle = KeyTable(
        "'circle'",
        [
            "radius": "greater than 0",
            "count": "how many starts, the first to the right of the center",
            "center": "[0, 0] by default",
        ])

    static let until = KeyTable(
        "'until'",
        [
            "loss": "a loss of at most this",
            "gradient": "a gradient whose norm is at most this",
            "distance": "a minimum that is not farther than this",
        ])

    /// The keys of an optimizer's entry that are not hyperparameters.
    static let run = KeyTable(
        "an optimizer's entry",
        [
            "id": "the run's name in data files; by default the optimizer's",
            "label": "the run's name in the legend",
            "convention": "whose rule and defaults hold here",
            "surface": "the one of 'surfaces' that it runs on",
            "start": "where this run starts",
            "steps": "the number of updates of this run",
            "batch": "how many samples of the data each update sees",
            "noise": "the standard deviation of the noise in the gradients",
            "seeds": "how often the run is repeated",
            "vary": "a sweep: { lr: [0.01, 0.1] } makes a grid, [{ lr: 0.01 }, { lr: 0.1 }] makes rows",
            "schedule": "how the learning rate changes: { CosineAnnealingLR: { T_max: 300 } }",
            "clip_grad_norm": "torch's bound on the gradient's norm",
            "clip_grad_value": "torch's bound on each component of the gradient",
            "clip_by_global_norm": "optax's bound on the gradient's norm",
            "clipnorm": "Keras' bound on the gradient's norm",
            "clipvalue": "Keras' bound on each component of the gradient",
            "global_clipnorm": "Keras' bound on the norm of all gradients",
            "style": runStyleMeaning,
        ])

    static let recorded = KeyTable(
        "a recorded run",
        [
            "file": "a .npz, .npy or .csv file with a point a step",
            "id": "the run's name in data files",
            "label": "the run's name in the legend; by default the file's name",
            "surface": "the one of 'surfaces' that it ran on",
            "x": "the array or column of x",
            "y": "the array or column of y",
            "loss": "the array or column of the losses",
            "style": runStyleMeaning,
        ])

    static let axes = KeyTable("'axes'", ["x": "beside the horizontal axis", "y": "beside the vertical axis"])

    static let figure = KeyTable(
        "'figure'",
        [
            "width": "with a unit (mm, cm, in, pt or px); 8in by default",
            "height": "with a unit; three quarters of the width by default",
            "dpi": "pixels an inch; 200 by default",
            "font": "a family on the machine, a font file, or { regular, italic, bold, math }; STIX by default",
            "font_size":
                "the size of the legend's type, to which titles and ticks keep their proportion; 10pt by default",
            "panels": "the parts of the figure by name: { left: { map: {} }, right: { curve: { y: loss } } }",
            "layout": "rows of panels' names; one in several cells spans them, '.' is an empty cell: [[left, right]]",
            "width_ratios": "how wide the layout's columns are beside each other",
            "height_ratios": "how high the layout's rows are beside each other",
            "theme": "light (the default), dark for slides, or print for greys",
            "background": "the colour of the page, or none for a transparent one",
            "style": "colours and sizes: { ink, trail_width, title_size, colors, … }, see 'ravine list styles'",
            "settings": "what legends tell of each run: given (the default), full or none",
        ])

    static let font = KeyTable(
        "'font'",
        [
            "regular": "a file or a family: upright text, digits and names of functions",
            "italic": "a file or a family: words in italics, and variables where 'math' has none; STIX by default",
            "bold": "a file or a family: bold letters",
            "math": "a file or a family for mathematics, such as Latin Modern Math; STIX by default",
        ])
}
