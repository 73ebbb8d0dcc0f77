import Drawings
import Figures

extension KeyTable {
    /// What can be said of a map: under `map`, and in panels that show one or several.
    static let mapKeys: KeyValuePairs<String, Value> = [
        "aspect": .a(.aspect, "auto, or equal for one scale on both axes"),
        "levels": .a(.levels, levelsMeaning),
        "colormap": .a(.choice(Colormap.all.map(\.name)), colormapMeaning),
        "softening": .a(.numberIn(0...1), softeningMeaning),
        "domain": .a(.table(.domain), "what is shown: { x: [from, to], y: [from, to] }; by default the scene's"),
        "bands": .a(.flag, "whether bands between the levels are filled; true by default"),
        "isolines": .a(.flag, "whether lines are drawn at the levels; true by default"),
        "labels": .a(.flag, "whether values stand along marked isolines; true by default but on small multiples"),
        "arrows": .a(
            .either([.flag, .table(.arrows)]), "arrows of the negative gradient: true or { count: 16, normalize: true }"
        ),
        "trails": .a(
            .either([.flag, .table(.trails)]), "true, false, { fade: true } for older parts fainter, or { color: step }"
        ),
        "steps": .a(
            .either([.choice(["auto", "dots", "arrows", "none"]), .table(.steps)]),
            "what marks steps: dots, arrows, none, auto or { every: 10 }"),
        "critical": .a(.flag, "whether critical points are searched and marked by their kind"),
        "minima": .a(.flag, "whether known minima are marked; true by default"),
        "starts": .a(.flag, "whether starts are marked; true by default"),
        "ends": .a(
            .either([.flag, .choice(["loss"])]),
            "what marks ends: true, false, or loss for the final loss beside the marker"),
        "inset": .a(
            .either([.nothing, .table(.inset)]),
            "a part magnified: { domain: { x: [0, 1], y: [0, 1] }, at: upper right, size: 0.4 }"),
        "annotations": .a(
            .either([.nothing, .list(.table(.annotation))]),
            "words at points: [{ text: slows, at: { run: adam, step: 6 } }, { text: here, at: [1, 1] }]"),
    ]

    static let map = KeyTable("'map'", [:], and: mapKeys)

    /// The mappings that keys of a map may have.
    static let mapParts = [arrows, trails, steps, inset, annotation, runStep]

    static let arrows = KeyTable(
        "'arrows'",
        [
            "count": .a(
                .integer(MapSpecification.GradientArrows.counts), "how many stand along the longer side; 16 by default"),
            "normalize": .a(.flag, "whether all are equally long"),
        ])

    static let trails = KeyTable(
        "'trails'",
        [
            "fade": .a(.flag, "whether older parts are fainter"),
            "color": .a(.choice(["run", "step"]), "run (the default) or step"),
        ])

    static let steps = KeyTable(
        "'steps'", ["every": .a(.integer(1...Limits().steps), "which steps have a dot: every so-manieth")])

    static let inset = KeyTable(
        "'inset'",
        [
            "domain": .a(.table(.domain), "the part that is magnified: { x: [from, to], y: [from, to] }"),
            "at": .a(
                .choice(MapSpecification.Inset.Place.allCases.map(\.rawValue)),
                "auto, or where it stands: \(MapSpecification.Inset.places)"),
            "size": .a(
                .numberIn(MapSpecification.Inset.sizes),
                "the largest part of the map's sides that it takes; 0.4 by default"),
        ])

    static let annotation = KeyTable(
        "an annotation",
        [
            "text": .a(.text, "the words"),
            "at": .a(.either([.point, .table(.runStep)]), "a point, or that of a run: { run: adam, step: 6 }"),
        ], required: ["text", "at"])

    static let runStep = KeyTable(
        "'at'",
        [
            "run": .a(.text, "the id of a run"),
            "step": .a(.integer(0...Limits().steps), "the number of updates after which it is there"),
        ], required: ["run", "step"])
}

extension MapSpecification.Inset {
    fileprivate static let places = Place.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")
}
