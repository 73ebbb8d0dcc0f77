import Drawings

/// One part of a figure: it knows what it shows, but not where it stands.
protocol Panel {
    /// Width over height of the box it would like; nil where any will do.
    var aspect: Double? { get }

    /// Room needed around the box, for numbers and words.
    ///
    /// - Parameter size: the box's size as far as it is known.
    func insets(around size: Point, _ setting: Setting) -> Insets

    /// The part of a box that it fills.
    func shaped(_ box: Box, _ style: Style) -> Box

    /// The smallest box in which it can be read.
    func least(_ setting: Setting) -> Point

    /// The height it takes of a box of a size; nil where it fills any.
    func height(in size: Point, _ setting: Setting) -> Double?

    /// The same without what stands along its axes.
    var untitled: any Panel { get }

    /// What is drawn, with the panel's box at this place of the page.
    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command]

    /// The same in two parts: what stands still in a film, and what moves over it.
    func parts(in box: Box, _ setting: Setting) -> PanelParts

    /// What is taken on each map in it.
    func rooms(in box: Box, _ setting: Setting) -> [Room]
}

extension Panel {
    func parts(in box: Box, _ setting: Setting) -> PanelParts { PanelParts(still: commands(in: box, setting)) }

    func rooms(in box: Box, _ setting: Setting) -> [Room] { [] }

    func shaped(_ box: Box, _ style: Style) -> Box { box }
    func least(_ setting: Setting) -> Point { Point(40, 26) }
    func height(in size: Point, _ setting: Setting) -> Double? { nil }
    var untitled: any Panel { self }
}

/// What all panels of a figure are drawn with.
struct Setting {
    let lettering: Lettering
    var style: Style
    /// The resolution that contours are traced for; it changes no layout.
    let pixelsPerPoint: Double
    /// Threads to trace with.
    let jobs: Int
    /// How much is told of each run's settings.
    let detail: SettingsDetail
    /// What a picture shows: the last moment of a film.
    var end = Moment.end
    /// The last step, where maps tell the step; nil where they do not.
    var counter: Int?
}

/// What is drawn of a panel or a figure: what stands still, and over it what moves.
struct PanelParts: Sendable {
    var still: [Drawing.Command]
    /// Each a pure function of the moment, on any thread.
    var moving: [@Sendable (Moment) -> [Drawing.Command]] = []

    mutating func add(_ other: PanelParts) {
        still += other.still
        moving += other.moving
    }

    func moved(at moment: Moment) -> [Drawing.Command] { moving.flatMap { $0(moment) } }

    /// All of it at a moment.
    func commands(at moment: Moment) -> [Drawing.Command] { still + moved(at: moment) }
}

/// Room around a box, in points.
struct Insets: Hashable, Sendable {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0

    /// The larger of both on each side.
    mutating func cover(_ other: Insets) {
        left = max(left, other.left)
        right = max(right, other.right)
        top = max(top, other.top)
        bottom = max(bottom, other.bottom)
    }
}
