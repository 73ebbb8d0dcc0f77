import Surfaces

/// One part of a figure, as its author asked for it.
public struct PanelSpecification: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// A contour map with trails.
        case map(MapSpecification)
        /// Lines that show how something changes.
        case curve(CurveSpecification)
        /// A small map for each of several runs, on the same scales.
        case multiples(MultiplesSpecification)
        /// The runs with their settings and results.
        case table(TableSpecification)
        /// What colours and signs mean.
        case legend
    }

    /// The name by which the layout places it.
    public var name: String
    /// The line above it, as `MathText`; nil to choose, empty for none.
    public var title: String?
    /// Which runs it shows, by the id of a run, a family or an entry; nil for all.
    public var runs: [String]?
    public var kind: Kind

    public init(name: String, kind: Kind, title: String? = nil, runs: [String]? = nil) {
        (self.name, self.kind, self.title, self.runs) = (name, kind, title, runs)
    }
}

/// Where the panels of a figure stand: a grid of cells, of which each panel fills a rectangle.
public struct LayoutSpecification: Hashable, Sendable {
    /// The panels' names row by row, all rows equally long; nil for a cell that stays empty. A name in several cells
    /// spans them, which make a rectangle.
    public var cells: [[String?]]
    /// How wide the columns' boxes are beside each other; nil to choose.
    public var widthRatios: [Double]?
    /// How high the rows' boxes are beside each other; nil to choose.
    public var heightRatios: [Double]?

    public init(cells: [[String?]], widthRatios: [Double]? = nil, heightRatios: [Double]? = nil) {
        (self.cells, self.widthRatios, self.heightRatios) = (cells, widthRatios, heightRatios)
    }

    /// The most cells along a side.
    public static let longestSide = 12

    /// The cells that a panel fills; nil where it has none.
    public func span(of name: String) -> (rows: Range<Int>, columns: Range<Int>)? {
        let places = cells.indices.flatMap { row in
            cells[row].indices.filter { cells[row][$0] == name }.map { (row, $0) }
        }
        guard let top = places.map(\.0).min(), let bottom = places.map(\.0).max(),
            let left = places.map(\.1).min(), let right = places.map(\.1).max()
        else { return nil }
        return (top..<bottom + 1, left..<right + 1)
    }
}

/// What lines of a panel show.
public struct CurveSpecification: Hashable, Sendable {
    public enum Scale: String, Hashable, Sendable, CaseIterable { case linear, log, symlog }

    /// Which parameter's value is shown, of quantities that have one for each.
    public enum Parameter: String, Hashable, Sendable, CaseIterable { case both, x, y }

    /// A line across the panel.
    public struct Line: Hashable, Sendable {
        public var value: Double
        /// As `MathText`; nil for the number.
        public var label: String?

        public init(value: Double, label: String? = nil) { (self.value, self.label) = (value, label) }
    }

    /// What is shown, by the names of `Quantity`; at least one.
    public var y: [String]
    /// What it is shown against: `step`, `evaluations`, `epoch`, or a hyperparameter of a sweep.
    public var x = "step"
    /// nil for logarithmic where the values span more than two decades.
    public var scale: Scale?
    /// nil for logarithmic where a sweep's values do.
    public var xScale: Scale?
    /// The part of each axis that is shown; nil for what the values need.
    public var yRange: ClosedRange<Double>?
    public var xRange: ClosedRange<Double>?
    public var lines: [Line] = []
    public var parameter = Parameter.both
    /// The axes' titles, as `MathText`; nil to choose.
    public var axes = AxisTitles()
    /// Whether lines are named at their ends; nil unless a legend beside them does it.
    public var labels: Bool?

    /// What a run's values can be shown against; anything else is a hyperparameter.
    public static let courses = ["step", "evaluations", "epoch"]

    /// Whether a line shows the course of a run, not the ends of many.
    var isAlongRuns: Bool { Self.courses.contains(x) }

    public init(y: [String]) { self.y = y }
}

/// Small maps beside each other.
public struct MultiplesSpecification: Hashable, Sendable {
    /// What each map has of its own.
    public enum Part: String, Hashable, Sendable, CaseIterable {
        /// An optimizer's entry, or a member of its sweep.
        case run
        /// A start.
        case start
        /// One of the scene's surfaces.
        case surface
    }

    public var by = Part.run
    /// How many maps stand beside each other; nil to choose.
    public var columns: Int?
    public var map = MapSpecification()

    public init() {}

    /// The most maps.
    public static let most = 64
}

/// A table with a line for each run.
public struct TableSpecification: Hashable, Sendable {
    /// What a column tells: one of `result`s, or a hyperparameter's name; nil to choose.
    public var columns: [String]?
    /// A loss, for the column with the steps until it is reached.
    public var threshold: Double?

    public init() {}

    /// Columns that tell how a run went.
    public static let results = ["optimizer", "settings", "loss", "steps", "outcome"]
}
