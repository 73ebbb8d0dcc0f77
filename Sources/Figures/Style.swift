import Drawings

/// Sizes and colours of a figure, in points. One place for all of them; as they stand here they are the theme `light`.
struct Style: Hashable, Sendable {
    // Type.
    var titleSize = 13.0
    var labelSize = 11.5
    var tickSize = 9.5
    var legendSize = 10.0
    var noteSize = 8.8
    var ink = Color(0x1A1A1A)
    var quietInk = Color(0x4D4D4D)
    /// The page itself.
    var page = Color.white

    // The map.
    var colormap = Colormap.viridis
    /// How far the colormap is mixed with the page's colour, so that trails stand out.
    var softening = 0.48
    var isoline = Stroke(width: 0.4, join: .round)
    var isolineColor = Color(0xFFFFFF, alpha: 0.62)
    var majorIsoline = Stroke(width: 0.45, join: .round)
    var majorIsolineColor = Color(0x2A2A2A, alpha: 0.5)
    /// Where the surface has no value.
    var holeColor = Color(0xE6E6E6)

    // The frame.
    var frameWidth = 0.8
    var tickLength = 3.5
    /// The lines across a panel with curves.
    var gridWidth = 0.5
    var gridColor = Color(0xE2E2E2)

    // Trails.
    var trailWidth = 1.7
    /// How far the halo reaches beyond a trail on each side.
    var haloReach = 0.8
    /// The whole width of a trail with its halo.
    var haloWidth: Double { trailWidth + 2 * haloReach }
    var halo = Color(0xFFFFFF, alpha: 0.92)
    var markerSize = 3.1
    var stepDotSize = 1.75
    /// The width of a line in a panel with curves.
    var curveWidth = 1.5
    /// How opaque the band around a median is.
    var bandOpacity = 0.18

    // Words and signs on a map.
    var isolineLabelSize = 8.5
    var isolineLabelColor = Color(0x1F1F1F, alpha: 0.88)
    var annotationSize = 10.0
    /// How far the halo of words reaches.
    var wordHalo = 1.25
    var leaderWidth = 0.6
    var arrowWidth = 0.75
    var arrowColor = Color(0x2A2A2A, alpha: 0.6)
    /// The first step, the middle and the last, of trails that are coloured by step.
    var stepColors = [Color(0x16123F), Color(0xC2265C), Color(0xFFC247)]
    /// Whether the sizes are those of one trail among many.
    private(set) var isThinned = false

    /// The colours of the trails, in the order of the optimizers. People with any of the common colour blindnesses tell
    /// these apart (Okabe and Ito 2008); the order keeps neighbours far apart, and the yellow of the set is left out,
    /// being too light for a line.
    var trailColors: [Color] = [
        Color(0x0072B2), Color(0xD55E00), Color(0x000000), Color(0xCC79A7), Color(0x009E73), Color(0xE69F00),
        Color(0x56B4E9),
    ]

    /// Dash patterns in units of the trail's width, the second cue beside colour.
    static let trailDashes: [[Double]] = [
        [], [5.5, 1.5], [1.3, 1.3], [8, 1.4, 1.4, 1.4], [4, 1.3, 1.3, 1.3, 1.3, 1.3], [12, 1.8], [2.6, 1.6],
    ]
}

extension Style {
    /// The sizes for trails on small maps.
    var small: Style {
        var style = self
        style.trailWidth *= 0.75
        style.haloReach *= 0.75
        style.markerSize *= 0.8
        style.stepDotSize *= 0.7
        return style
    }

    /// The sizes of type for text of a size in points, that of the legend.
    func lettered(at size: Double) -> Style {
        var style = self
        let factor = size / legendSize
        for size in [
            \Style.titleSize, \.labelSize, \.tickSize, \.legendSize, \.noteSize, \.isolineLabelSize, \.annotationSize,
        ] {
            style[keyPath: size] *= factor
        }
        return style
    }

    /// The sizes for the trails of one family: the more there are, the finer, down to half.
    func thinned(forTrails count: Int) -> Style {
        guard count > 4 else { return self }
        var style = self
        style.isThinned = true
        let factor = max(0.5, 0.25 + 3 / Double(count))
        style.trailWidth *= factor
        style.haloReach *= factor
        style.markerSize *= factor
        style.stepDotSize *= factor
        return style
    }
}
