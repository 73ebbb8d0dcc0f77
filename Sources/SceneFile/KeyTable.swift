import Spelling

/// The keys of one kind of mapping: what the reader accepts, what messages list, and what a schema says.
public struct KeyTable: Sendable {
    public struct Key: Sendable {
        public let name: String
        /// One line on what the value is.
        public let meaning: String
        /// Whether the key has a place in the format, but does nothing in this version yet.
        public let isLater: Bool
        let folded: String

        init(_ name: String, _ meaning: String, isLater: Bool = false) {
            (self.name, self.meaning, self.isLater) = (name, meaning, isLater)
            folded = Name.folded(name)
        }
    }

    /// What the mapping is, to follow "in": `a scene`, `'axes'`.
    public let subject: String
    public let keys: [Key]

    init(_ subject: String, _ keys: KeyValuePairs<String, String>, later: [String] = []) {
        self.subject = subject
        self.keys =
            keys.map { Key($0.key, $0.value) } + later.map { Key($0, "", isLater: true) }
    }

    /// The key of this name, in any spelling.
    func key(named name: String) -> Key? {
        let folded = Name.folded(name)
        return keys.first { $0.folded == folded }
    }

    /// The names that can be used today.
    public var names: [String] { keys.filter { !$0.isLater }.map(\.name) }
}

extension KeyTable {
    /// Every table of the format.
    public static let all: [KeyTable] = [.scene, .surface, .domain, .run, .axes, .map, .figure]

    static let scene = KeyTable(
        "a scene",
        [
            "ravine": "the version of the format: 1",
            "extends": "another scene, whose values hold where this one has none of its own",
            "title": "the line above the figure",
            "surface": "a catalogue name, { name, parameters } or { formula, parameters, minima }",
            "domain": "what is shown: { x: [from, to], y: [from, to] }; by default the catalogue's",
            "start": "where the runs start: [x, y], or a list of such pairs; by default the catalogue's",
            "steps": "the number of updates of each run; 300 by default",
            "seed": "a whole number that all randomness comes from; 0 by default",
            "convention": "whose rules and defaults hold: torch, optax, keras or textbook",
            "optimizers": "a list of names, each with its hyperparameters or without",
            "axes": "the titles of the axes: { x: …, y: … }",
            "map": "how the surface is drawn: { aspect, levels }",
            "figure": "the page: { width, height, dpi }",
        ], later: ["data", "until", "batch", "noise", "seeds", "vary", "schedule", "animation"])

    static let surface = KeyTable(
        "'surface'",
        [
            "name": "a name of the catalogue",
            "formula": "a formula in x, y and the parameters",
            "parameters": "named numbers: { b: 100 }",
            "minima": "the known minima of the formula: [[1, 1]]",
        ], later: ["grid", "data", "transform", "where"])

    static let domain = KeyTable("'domain'", ["x": "from and to, ascending", "y": "from and to, ascending"])

    /// The keys of a start that is not given by points.
    static let start = KeyTable("'start'", [:], later: ["random", "grid", "circle"])

    /// The keys of an optimizer's entry that are not hyperparameters.
    static let run = KeyTable(
        "an optimizer's entry",
        [
            "id": "the run's name in data files; by default the optimizer's",
            "label": "the run's name in the legend",
            "convention": "whose rule and defaults hold here",
            "start": "where this run starts",
            "steps": "the number of updates of this run",
        ],
        later: [
            "style", "schedule", "batch", "noise", "seeds", "vary", "clip_grad_norm", "clip_grad_value",
            "clip_by_global_norm", "clipnorm", "clipvalue", "global_clipnorm",
        ])

    static let axes = KeyTable("'axes'", ["x": "beside the horizontal axis", "y": "beside the vertical axis"])

    static let map = KeyTable(
        "'map'",
        [
            "aspect": "auto, or equal for one scale on both axes",
            "levels": "where contours lie: auto, log, linear or a list of ascending numbers",
        ])

    static let figure = KeyTable(
        "'figure'",
        [
            "width": "with a unit (mm, cm, in, pt or px); 8in by default",
            "height": "with a unit; three quarters of the width by default",
            "dpi": "pixels an inch; 200 by default",
        ], later: ["layout", "panels"])
}
