import Figures

extension KeyTable {
    /// What can be said of a map: under `map`, and in panels that show one or several.
    static let mapKeys: KeyValuePairs<String, String> = [
        "aspect": "auto, or equal for one scale on both axes",
        "levels": levelsMeaning,
        "colormap": colormapMeaning,
        "softening": softeningMeaning,
        "domain": "what is shown: { x: [from, to], y: [from, to] }; by default the scene's",
        "bands": "whether bands between the levels are filled; true by default",
        "isolines": "whether lines are drawn at the levels; true by default",
        "labels": "whether values stand along marked isolines; true by default but on small multiples",
        "arrows": "arrows of the negative gradient: true or { count: 16, normalize: true }",
        "trails": "true, false, { fade: true } for older parts fainter, or { color: step }",
        "steps": "what marks steps: dots, arrows, none, auto or { every: 10 }",
        "critical": "whether critical points are searched and marked by their kind",
        "minima": "whether known minima are marked; true by default",
        "starts": "whether starts are marked; true by default",
        "ends": "what marks ends: true, false, or loss for the final loss beside the marker",
        "inset": "a part magnified: { domain: { x: [0, 1], y: [0, 1] }, at: upper right, size: 0.4 }",
        "annotations": "words at points: [{ text: slows, at: { run: adam, step: 6 } }, { text: here, at: [1, 1] }]",
    ]

    static let map = KeyTable("'map'", [:], and: mapKeys)

    /// The mappings that keys of a map may have.
    static let mapParts = [arrows, trails, steps, inset, annotation, runStep]

    static let arrows = KeyTable(
        "'arrows'",
        ["count": "how many stand along the longer side; 16 by default", "normalize": "whether all are equally long"])

    static let trails = KeyTable(
        "'trails'", ["fade": "whether older parts are fainter", "color": "run (the default) or step"])

    static let steps = KeyTable("'steps'", ["every": "which steps have a dot: every so-manieth"])

    static let inset = KeyTable(
        "'inset'",
        [
            "domain": "the part that is magnified: { x: [from, to], y: [from, to] }",
            "at": "auto, or where it stands: \(MapSpecification.Inset.places)",
            "size": "the largest part of the map's sides that it takes; 0.4 by default",
        ])

    static let annotation = KeyTable(
        "an annotation", ["text": "the words", "at": "a point, or that of a run: { run: adam, step: 6 }"])

    static let runStep = KeyTable(
        "'at'", ["run": "the id of a run", "step": "the number of updates after which it is there"])
}

extension MapSpecification.Inset {
    fileprivate static let places = Place.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")
}
