import Figures
import Optimizers
import Surfaces

extension KeyTable {
    /// Every table of the format.
    public static let all: [KeyTable] =
        [.scene, .surface] + surfaceKinds + [
            .transform, .domain, .start, .circle, .until, .run, .recorded, .axes, .map, .levels, .figure, .font, .style,
            .runStyle, .line, .animation, .movingTrails,
        ] + mapParts + panelKinds.map(\.table)

    public static let scene = KeyTable(
        "a scene",
        [
            "ravine": .a(.integer(1...1), "the version of the format: 1"),
            "extends": .a(.file, "another scene, whose values hold where this one has none of its own"),
            "title": .a(.optionalText, "the line above the figure"),
            "caption": .a(.optionalText, "a sentence or two under the figure"),
            "surface": .a(
                .surface,
                "a catalogue name, { name, parameters, vary }, { formula, parameters, vary, where, minima }, { grid } or { data }"
            ),
            "surfaces": .a(
                .named(.surface), "further surfaces by names of their own, for runs and panels: { bowl: sphere }"),
            "domain": .a(
                .table(.domain), "what is shown: { x: [from, to], y: [from, to] }; by default the catalogue's"),
            "start": .a(
                .starts,
                "where the runs start: [x, y], a list of such pairs, { grid }, { random } or { circle }; by default the catalogue's"
            ),
            "steps": .a(.integer(1...Limits().steps), "the number of updates of each run; 300 by default"),
            "seed": .a(.integer(0...Int.max), "a whole number that all randomness comes from; 0 by default"),
            "convention": .a(.convention, "whose rules and defaults hold: torch, optax, keras or textbook"),
            "batch": .a(
                .integer(1...Limits().steps),
                "how many samples of the data each update sees; by default all"),
            "noise": .a(
                .numberIn(0...1e100), "the standard deviation of Gaussian noise added to the gradients; 0 by default"),
            "seeds": .a(
                .integer(1...Limits().runs),
                "how often each run is repeated with other random numbers; 1 by default"),
            "until": .a(
                .table(.until),
                "what ends a run early: { loss: 1e-6, gradient: 1e-4, distance: 0.01 }, whichever comes first"),
            "optimizers": .a(
                .list(.catalogue(.optimizer)),
                "a list of names, each with its hyperparameters or without, and recorded runs"),
            "animation": .a(
                .table(.animation), "how the figure moves: { fps, duration, hold, pace, loop, trails, stills }"),
            "axes": .a(.table(.axes), "the titles of the axes: { x: …, y: … }"),
            "map": .a(.table(.map), "how maps are drawn: levels, colours and layers"),
            "figure": .a(
                .table(.figure),
                "the page and its parts: { width, height, dpi, theme, style, font, font_size, layout, panels, … }"),
        ], later: ["data", "vary"])

    /// The keys of which a surface has exactly one, and the one that all can have.
    static let surface = KeyTable(
        "'surface'",
        [
            "name": .a(.catalogue(.surface), "a name of the catalogue"),
            "formula": .a(.text, "a formula in x and y, parameters and named parts"),
            "grid": .a(.file, "a file of samples on a grid: .npz, .npy or .csv"),
            "data": .a(.data, "data to fit a model to: a .csv, .npy or .npz file, or a list of rows"),
            "transform": .a(.transforms, transformMeaning),
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
            "name": .a(.catalogue(.surface), "a name of the catalogue"),
            "parameters": .a(.named(.number), "named numbers: { b: 100 }"),
            "vary": .a(.catalogue(.surfaceSweep), varyMeaning),
            "domain": .a(.table(.domain), domainMeaning),
            "transform": .a(.transforms, transformMeaning),
        ])

    static let formula = KeyTable(
        "'surface'",
        [
            "formula": .a(.text, "a formula in x and y, parameters and named parts"),
            "parameters": .a(.named(.number), "named numbers: { b: 100 }"),
            "where": .a(.named(.text), "named parts of the formula: { r: \"sqrt(x^2 + y^2)\" }"),
            "minima": .a(.points, "the known minima of the formula: [[1, 1]]"),
            "vary": .a(.catalogue(.surfaceSweep), varyMeaning),
            "domain": .a(.table(.domain), domainMeaning),
            "transform": .a(.transforms, transformMeaning),
        ])

    static let grid = KeyTable(
        "'surface'",
        [
            "grid": .a(.file, "a file of samples on a grid: .npz, .npy or .csv"),
            "x": .a(.gridAxis, "the array or column of x, [from, to], or a list of numbers"),
            "y": .a(.gridAxis, "the array or column of y, [from, to], or a list of numbers"),
            "loss": .a(.text, "the array or column of the losses"),
            "rows": .a(
                .choice(GridRows.allCases.map(\.rawValue)),
                "which axis has one value a row of the losses: y (the default) or x"),
            "domain": .a(.table(.domain), domainMeaning),
            "transform": .a(.transforms, transformMeaning),
        ])

    static let data = KeyTable(
        "'surface'",
        [
            "data": .a(.data, "a file of data, or a list of rows: one or two features and a target"),
            "model": .a(.choice(Reading.models.map(\.name)), "linear (the default) or logistic"),
            "loss": .a(
                .choice(Reading.losses(delta: 1).map(\.name)),
                "mse, mae, huber or cross_entropy; by default mse, for a logistic model cross_entropy"),
            "delta": .a(.numberIn(1e-100...1e100), "where Huber's loss becomes linear; 1 by default"),
            "l1": .a(.numberIn(0...1e100), "the weight of the sum of the weights' magnitudes; 0 by default"),
            "l2": .a(.numberIn(0...1e100), "the weight of half the sum of the weights' squares; 0 by default"),
            "reduction": .a(.choice(Reading.reductions.map(\.name)), "mean (the default) or sum over the samples"),
            "features": .a(
                .either([.text, .list(.text, atLeast: 1)]), "the column of the feature, or the two columns: [a, b]"),
            "target": .a(.text, "the column of the target"),
            "domain": .a(.table(.domain), domainMeaning),
            "transform": .a(.transforms, transformMeaning),
        ])

    static let transform = KeyTable(
        "'transform'",
        [
            "rotate": .a(.angle, "an angle with its unit, about the origin: 30deg"),
            "stretch": .a(.point, "the factors along x and y: [1, 10]"),
            "shift": .a(.point, "a vector: [1, 0]"),
            "value": .a(
                .choice(ValueTransform.allCases.map(\.rawValue)),
                "a function of the loss: \(ValueTransform.allCases.map(\.rawValue).joined(separator: ", "))"),
        ])

    static let domain = KeyTable(
        "'domain'", ["x": .a(.point, "from and to, ascending"), "y": .a(.point, "from and to, ascending")])

    /// The keys of a start that is not given by points.
    static let start = KeyTable(
        "'start'",
        [
            "grid": .a(.pair(.integer(1...Limits().runs)), "how many starts along x and y: [5, 5]"),
            "random": .a(.integer(1...Limits().runs), "how many random starts"),
            "circle": .a(.table(.circle), "starts on a circle: { radius: 2, count: 12, center: [0, 0] }"),
            "within": .a(
                .table(.domain),
                "the rectangle for grid and random: { x: [from, to], y: [from, to] }; by default the domain"),
        ])

    static let circle = KeyTable(
        "'circle'",
        [
            "radius": .a(.numberIn(1e-100...1e100), "greater than 0"),
            "count": .a(.integer(1...Limits().runs), "how many starts, the first to the right of the center"),
            "center": .a(.point, "[0, 0] by default"),
        ])

    static let until = KeyTable(
        "'until'",
        [
            "loss": .a(.number, "a loss of at most this"),
            "gradient": .a(.numberIn(0...1e300), "a gradient whose norm is at most this"),
            "distance": .a(.numberIn(0...1e300), "a minimum that is not farther than this"),
        ])

    /// The keys of an optimizer's entry that are not hyperparameters.
    public static let run = KeyTable(
        "an optimizer's entry",
        [
            "id": .a(.text, "the run's name in data files; by default the optimizer's"),
            "label": .a(.text, "the run's name in the legend"),
            "convention": .a(.convention, "whose rule and defaults hold here"),
            "surface": .a(.text, "the one of 'surfaces' that it runs on"),
            "start": .a(.starts, "where this run starts"),
            "steps": .a(.integer(1...Limits().steps), "the number of updates of this run"),
            "batch": .a(.integer(1...Limits().steps), "how many samples of the data each update sees"),
            "noise": .a(.numberIn(0...1e100), "the standard deviation of the noise in the gradients"),
            "seeds": .a(.integer(1...Limits().runs), "how often the run is repeated"),
            "vary": .a(.anything, "a sweep: { lr: [0.01, 0.1] } makes a grid, [{ lr: 0.01 }, { lr: 0.1 }] makes rows"),
            "schedule": .a(
                .catalogue(.schedule), "how the learning rate changes: { CosineAnnealingLR: { T_max: 300 } }"),
            "clip_grad_norm": .a(.positive, "torch's bound on the gradient's norm"),
            "clip_grad_value": .a(.positive, "torch's bound on each component of the gradient"),
            "clip_by_global_norm": .a(.positive, "optax's bound on the gradient's norm"),
            "clipnorm": .a(.positive, "Keras' bound on the gradient's norm"),
            "clipvalue": .a(.positive, "Keras' bound on each component of the gradient"),
            "global_clipnorm": .a(.positive, "Keras' bound on the norm of all gradients"),
            "style": .a(.table(.runStyle), runStyleMeaning),
        ])

    public static let recorded = KeyTable(
        "a recorded run",
        [
            "file": .a(.file, "a .npz, .npy or .csv file with a point a step"),
            "id": .a(.text, "the run's name in data files"),
            "label": .a(.text, "the run's name in the legend; by default the file's name"),
            "surface": .a(.text, "the one of 'surfaces' that it ran on"),
            "x": .a(.text, "the array or column of x"),
            "y": .a(.text, "the array or column of y"),
            "loss": .a(.text, "the array or column of the losses"),
            "style": .a(.table(.runStyle), runStyleMeaning),
        ], required: ["file"])

    static let axes = KeyTable(
        "'axes'", ["x": .a(.text, "beside the horizontal axis"), "y": .a(.text, "beside the vertical axis")])

    static let figure = KeyTable(
        "'figure'",
        [
            "width": .a(.length, "with a unit (mm, cm, in, pt or px); 8in by default"),
            "height": .a(
                .length, "with a unit; by default as high as what is shown, about three quarters of the width"),
            "dpi": .a(.numberIn(Page.resolutions), "pixels an inch; 200 by default"),
            "font": .a(
                .either([.text, .table(.font)]),
                "a family on the machine, a font file, or { regular, italic, bold, math }; STIX by default"),
            "font_size": .a(
                .length,
                "the size of the legend's type, to which titles and ticks keep their proportion; 10pt by default"),
            "panels": .a(
                .named(.catalogue(.panel)),
                "the parts of the figure by name: { left: { map: {} }, right: { curve: { y: loss } } }"),
            "layout": .a(
                .list(.either([.optionalText, .list(.optionalText, atLeast: 1)]), atLeast: 1),
                "rows of panels' names; one in several cells spans them, '.' is an empty cell: [[left, right]]"),
            "width_ratios": .a(
                .list(.numberIn(0.01...100), atLeast: 1), "how wide the layout's columns are beside each other"),
            "height_ratios": .a(
                .list(.numberIn(0.01...100), atLeast: 1), "how high the layout's rows are beside each other"),
            "theme": .a(
                .choice(Theme.allCases.map(\.rawValue)), "light (the default), dark for slides, or print for greys"),
            "background": .a(.text, "the colour of the page, or none for a transparent one"),
            "style": .a(
                .table(.style),
                "colours and sizes: { ink, trail_width, title_size, colors, … }, see 'ravine list styles'"),
            "settings": .a(
                .choice(SettingsDetail.allCases.map(\.rawValue)),
                "what legends tell of each run: given (the default), full or none"),
        ])

    static let font = KeyTable(
        "'font'",
        [
            "regular": .a(.text, "a file or a family: upright text, digits and names of functions"),
            "italic": .a(
                .text, "a file or a family: words in italics, and variables where 'math' has none; STIX by default"),
            "bold": .a(.text, "a file or a family: bold letters"),
            "math": .a(.text, "a file or a family for mathematics, such as Latin Modern Math; STIX by default"),
        ])
}
