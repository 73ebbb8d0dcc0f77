import Drawings

/// A colour or a size that a figure can change of its theme: what scenes read, what messages list, and what
/// `ravine list styles` prints.
public struct StyleKey: Sendable {
    /// What a value is.
    public enum Kind: String, Hashable, Sendable {
        case color
        /// A list of colours.
        case colors
        /// In points.
        case length
    }

    public let name: String
    public let meaning: String
    /// What a length can be, in points.
    public let range: ClosedRange<Double>
    private let target: Target

    private enum Target: Sendable {
        case color(WritableKeyPath<Style, Color> & Sendable)
        case colors(WritableKeyPath<Style, [Color]> & Sendable)
        /// - Parameter scale: what the style holds for each point.
        case length(WritableKeyPath<Style, Double> & Sendable, scale: Double)
    }

    public var kind: Kind {
        switch target {
        case .color: .color
        case .colors: .colors
        case .length: .length
        }
    }

    /// What it is where nothing is said.
    public func value(in theme: Theme) -> StyleValue { value(in: Style(theme)) }

    func value(in style: Style) -> StyleValue {
        switch target {
        case .color(let path): .color(style[keyPath: path])
        case .colors(let path): .colors(style[keyPath: path])
        case .length(let path, let scale): .length(style[keyPath: path] / scale)
        }
    }

    /// A value of another kind changes nothing.
    func set(_ value: StyleValue, in style: inout Style) {
        switch (target, value) {
        case (.color(let path), .color(let color)): style[keyPath: path] = color
        case (.colors(let path), .colors(let colors)) where !colors.isEmpty: style[keyPath: path] = colors
        case (.length(let path, let scale), .length(let length)):
            style[keyPath: path] = scale * min(max(length, range.lowerBound), range.upperBound)
        default: break
        }
    }

    private init(_ name: String, _ target: Target, _ meaning: String, _ range: ClosedRange<Double> = 0...100) {
        (self.name, self.target, self.meaning, self.range) = (name, target, meaning, range)
    }

    private static func size(_ name: String, _ path: WritableKeyPath<Style, Double> & Sendable, _ meaning: String)
        -> Self
    {
        Self(name, .length(path, scale: 1), meaning, 1...100)
    }

    private static func width(
        _ name: String, _ path: WritableKeyPath<Style, Double> & Sendable, scale: Double = 1, _ meaning: String
    ) -> Self {
        Self(name, .length(path, scale: scale), meaning)
    }
}

/// What a figure sets a style's key to.
public enum StyleValue: Hashable, Sendable {
    case color(Color)
    /// At least one.
    case colors([Color])
    /// In points.
    case length(Double)
}

extension StyleKey {
    /// The most colours that trails can have.
    public static let mostColors = 64

    /// Every key, in the order in which they are listed.
    public static let all: [StyleKey] = [
        StyleKey("colors", .colors(\.trailColors), "the trails' colours in turn"),
        width("trail_width", \.trailWidth, "the width of a trail"),
        StyleKey("halo", .color(\.halo), "what surrounds trails"),
        width("halo_width", \.haloReach, "how far a trail's halo reaches on each side"),
        width("marker_size", \.markerSize, scale: 0.5, "the diameter of the marker at a trail's end"),
        width("step_dot_size", \.stepDotSize, scale: 0.5, "the diameter of the dot at each step of a short run"),
        width("curve_width", \.curveWidth, "the width of a curve"),
        StyleKey("ink", .color(\.ink), "text, axes and signs"),
        StyleKey("quiet_ink", .color(\.quietInk), "smaller text and lines of reference"),
        StyleKey("isoline_color", .color(\.isolineColor), "isolines"),
        width("isoline_width", \.isoline.width, "the width of an isoline"),
        StyleKey("major_isoline_color", .color(\.majorIsolineColor), "the isolines whose level the colorbar tells"),
        width("major_isoline_width", \.majorIsoline.width, "the width of these"),
        StyleKey("isoline_label_color", .color(\.isolineLabelColor), "values along isolines"),
        size("isoline_label_size", \.isolineLabelSize, "the type of these"),
        StyleKey("arrow_color", .color(\.arrowColor), "arrows of the negative gradient"),
        width("arrow_width", \.arrowWidth, "the width of these"),
        StyleKey("step_colors", .colors(\.stepColors), "trails coloured by step, from the first step to the last"),
        size("annotation_size", \.annotationSize, "the type of annotations"),
        width("leader_width", \.leaderWidth, "the width of a line from an annotation to its point"),
        width("word_halo", \.wordHalo, "how far the halo of words on a map reaches"),
        StyleKey("hole_color", .color(\.holeColor), "where the surface has no value"),
        StyleKey("grid_color", .color(\.gridColor), "the lines across a panel with curves"),
        width("grid_width", \.gridWidth, "the width of these"),
        width("frame_width", \.frameWidth, "the width of frames and ticks"),
        width("tick_length", \.tickLength, "the length of a tick"),
        size("title_size", \.titleSize, "the type of titles"),
        size("label_size", \.labelSize, "the type of the axes' titles"),
        size("tick_size", \.tickSize, "the type of numbers at ticks"),
        size("legend_size", \.legendSize, "the type of legends, curves' names and tables"),
        size("note_size", \.noteSize, "the type of notes and captions"),
    ]
}
