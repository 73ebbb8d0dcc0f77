import Drawings
import Surfaces

/// What a figure should look like, as far as its author said; everything else is chosen for the reader.
public struct FigureSpecification: Hashable, Sendable {
    /// The line above the picture; nil for the surface's own name.
    public var title: String?
    /// What stands along the axes.
    public var axes = AxisTitles()
    /// How the map is drawn.
    public var map = MapSpecification()
    /// The page it stands on.
    public var page = Page()
    /// A sentence or two under the figure, as `MathText`; nil for none.
    public var caption: String?
    /// How much is told of each run's settings.
    public var settings = SettingsDetail.given
    /// How it moves; nil where nothing was said.
    public var animation: AnimationSpecification?
    /// The parts of the figure; empty for one map of everything.
    public var panels: [PanelSpecification] = []
    /// Where the panels stand; nil to choose.
    public var layout: LayoutSpecification?
    /// The size of its text in points, that of the legend; titles and ticks keep their proportion to it. nil for 10.
    public var fontSize: Double?
    /// What it is lettered with; nil for STIX.
    public var fonts: FontFiles?
    /// The colours and sizes that hold where nothing else is said.
    public var theme = Theme.light
    /// The colour of the page; nil for the theme's, and transparent where its alpha is 0.
    public var background: Color?
    /// What is changed of the theme, by the names of `StyleKey`.
    public var style: [String: StyleValue] = [:]
    /// How runs are drawn that say so themselves, by the id of their entry.
    public var runStyles: [String: RunStyle] = [:]

    /// A figure about which nothing was said.
    public init() {}

    /// Sizes of type that can be asked for, in points.
    public static let fontSizes = 3.0...72.0
}

/// How much a legend tells of the settings of a run.
public enum SettingsDetail: String, Hashable, Sendable, CaseIterable {
    /// All hyperparameters, defaults too.
    case full
    /// The learning rate and what the scene gives.
    case given
    /// Nothing.
    case none
}

/// What stands along the axes, as `MathText`; nil for the surface's own words.
public struct AxisTitles: Hashable, Sendable {
    public var x: String?
    public var y: String?

    public init() {}
}

/// How the contour map is drawn.
public struct MapSpecification: Hashable, Sendable {
    public enum Aspect: Hashable, Sendable {
        /// The map takes the room there is.
        case fill
        /// A unit is as long along x as along y.
        case equal
    }

    public var aspect = Aspect.fill
    public var levels = LevelSpecification.automatic
    /// nil for the theme's.
    public var colormap: Colormap?
    /// How far the colormap is mixed with the page's colour, in 0…1; nil for the theme's.
    public var softening: Double?
    /// Which of several surfaces is shown, by its id; nil for the one that the runs are on.
    public var surface: String?
    /// The part of the plane that is shown; nil to fit the surface's domain or, without one, the runs.
    public var domain: Domain?

    // Its layers, from the bottom up.

    /// Whether bands between the levels are filled.
    public var bands = true
    public var isolines = true
    /// Whether marked levels have their value written along the line; nil for maps that are not small multiples.
    public var labels: Bool?
    /// nil for none.
    public var arrows: GradientArrows?
    /// How paths are drawn; nil for not at all, nor their steps, starts and ends.
    public var trails: TrailColoring? = .plain
    public var steps = StepMarks.automatic
    /// Whether the critical points of the shown part are searched and marked.
    public var critical = false
    /// Whether known minima are marked.
    public var minima = true
    public var starts = true
    public var ends = EndMarks.markers
    /// nil for none.
    public var inset: Inset?
    public var annotations: [Annotation] = []

    public init() {}
}

/// The size of the page and the resolution it is rasterized at.
public struct Page: Hashable, Sendable {
    /// In points (1/72 inch).
    public var width = 576.0
    /// In points (1/72 inch).
    public var height = 432.0
    /// Whether the height was asked for; otherwise a figure of panels may end above it.
    public var isHeightGiven = false
    public var dotsPerInch = 200.0

    public init() {}
}

extension Page {
    /// Pixels an inch that can be asked for.
    public static let resolutions = 10.0...4800.0
    /// Lengths of a side that can be asked for, in points: 10 mm to 5 m.
    public static let lengths = (72 / 25.4 * 10)...(72 / 25.4 * 5000)
    /// The smallest page on which axes with numbers and a map find room, in points.
    public static let least = (width: 108.0, height: 81.0)
    /// The most pixels on a side.
    public static let longestSide = 32_767
    /// The most pixels in all, unless more are allowed.
    public static let mostPixels = 1 << 28

    /// The page's size in pixels; 0 where a side is less than half a pixel.
    public var pixels: (width: Int, height: Int) {
        let scale = dotsPerInch / 72
        let sides = [width * scale, height * scale].map { Int(exactly: $0.rounded()) ?? Int.max }
        return (sides[0], sides[1])
    }

    /// Whether it could not be drawn if it were so high.
    func isTooLarge(ofHeight height: Double) -> Bool {
        var page = self
        page.height = height
        return page.objection() != nil
    }

    /// Why the page cannot be drawn, in words that follow "the picture"; nil where it can.
    ///
    /// - Parameter mostPixels: the most pixels in all.
    public func objection(mostPixels: Int = Self.mostPixels) -> String? {
        let (columns, rows) = pixels
        if width < Self.least.width || height < Self.least.height {
            return "is smaller than 108 × 81 points (38.1 × 28.6 mm)"
        }
        if min(columns, rows) < 1 { return "would have less than one pixel" }
        if max(columns, rows) > Self.longestSide { return "would have more than \(Self.longestSide) pixels on a side" }
        if columns * rows > mostPixels { return "would have more than \(mostPixels) pixels" }
        return nil
    }
}
