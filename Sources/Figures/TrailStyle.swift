import Drawings

/// How one run, or a family of them, is told from the others.
struct TrailStyle: Hashable, Sendable {
    let color: Color
    /// In units of the trail's width.
    private let dash: [Double]
    let marker: Marker
    /// The line's width beside that of the others.
    let relativeWidth: Double

    /// The style of the n-th optimizer of a figure. Colour, dash and marker change together; when they are used up they
    /// begin again in other combinations.
    ///
    /// - Parameter own: what the run's author asked for.
    init(index: Int, _ style: Style, _ own: RunStyle? = nil) {
        let (colors, dashes, markers) = (style.trailColors, Style.trailDashes, Marker.allCases)
        let round = index / dashes.count
        color = own?.color ?? colors[index % colors.count]
        // Shifted so that whatever shares a dash or a marker in the first two rounds has colours that are told apart
        // in any theme and by any eye.
        dash = own?.dash?.pattern ?? dashes[(index + 2 * round) % dashes.count]
        marker = own?.marker ?? markers[(index + 5 * round) % markers.count]
        relativeWidth = own?.width.map { $0 / max(style.trailWidth, 0.01) } ?? 1
    }

    /// The dash pattern of a trail so wide, in points.
    func dash(_ width: Double) -> [Double] { dash.map { $0 * width } }
}

extension Stroke {
    /// A short piece of a dashed line: where its first dash would fill most of it, a gap stands in the middle.
    ///
    /// - Parameter dash: in units of the width.
    init(sampleOf dash: [Double], width: Double, length: Double) {
        self.init(width: width, dash: dash.map { $0 * width })
        if let first = self.dash.first, first > 0.7 * length { dashPhase = first - 0.5 * length }
    }
}

/// How a run is drawn, as far as its author said.
public struct RunStyle: Hashable, Sendable {
    public var color: Color?
    public var dash: Dash?
    /// The shape at the trail's end.
    public var marker: Marker?
    /// The trail's width on a map that is not reduced, in points.
    public var width: Double?

    /// Nothing said.
    public init() {}

    /// How a line is broken.
    public enum Dash: Hashable, Sendable {
        case solid, dashed, dotted, dashdot
        /// Lengths drawn and left out in turn, in units of the line's width.
        case lengths([Double])

        /// Those with names, which are matplotlib's.
        public static let named: [(name: String, value: Dash)] = [
            ("solid", .solid), ("dashed", .dashed), ("dotted", .dotted), ("dashdot", .dashdot),
        ]

        /// In units of the line's width.
        var pattern: [Double] {
            switch self {
            case .solid: []
            case .dashed: [4, 1.6]
            case .dotted: [1, 1.4]
            case .dashdot: [6, 1.5, 1, 1.5]
            case .lengths(let lengths): lengths
            }
        }
    }
}
