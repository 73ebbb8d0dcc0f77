import Surfaces

extension MapSpecification {
    /// Arrows of the negative gradient on a grid.
    public struct GradientArrows: Hashable, Sendable {
        /// How many stand along the longer side.
        public var count = 16
        /// Whether all are equally long; else they grow with the gradient's norm, though slowly.
        public var normalize = false

        public init() {}

        /// The counts that can be asked for.
        public static let counts = 2...100
    }

    /// What colour a path has along its way.
    public enum TrailColoring: Hashable, Sendable {
        /// The run's own.
        case plain
        /// The run's own, older parts fainter.
        case fading
        /// A colour for each step, the same for all runs.
        case byStep
    }

    /// What tells the steps of a path apart.
    public enum StepMarks: Hashable, Sendable {
        /// A dot for each, where they are few and far enough from each other.
        case automatic
        case none
        /// A dot for each.
        case dots
        /// An arrowhead for each that is long enough to have one.
        case arrows
        /// A dot for every so-manieth; at least 1.
        case every(Int)
    }

    /// What stands where a path ends.
    public enum EndMarks: Hashable, Sendable {
        case none
        case markers
        /// Markers with the final loss beside them.
        case losses
    }

    /// A part of the map, magnified, as a map of its own.
    public struct Inset: Hashable, Sendable {
        /// Where it stands, by matplotlib's names for a legend's place; `auto` is the corner with the fewest trails.
        public enum Place: String, Hashable, Sendable, CaseIterable {
            case auto
            case upperRight = "upper right"
            case upperLeft = "upper left"
            case lowerLeft = "lower left"
            case lowerRight = "lower right"
            case centerLeft = "center left"
            case centerRight = "center right"
            case lowerCenter = "lower center"
            case upperCenter = "upper center"
            case center
        }

        public var domain: Domain
        public var place = Place.auto
        /// The largest part of the map's width and height that it takes.
        public var size = 0.4

        public init(domain: Domain) { self.domain = domain }

        /// The sizes that can be asked for.
        public static let sizes = 0.1...0.9
    }

    /// Words at a point.
    public struct Annotation: Hashable, Sendable {
        public enum Target: Hashable, Sendable {
            case point(SIMD2<Double>)
            /// The point after so many steps of a run, by its id; the last where the run ended earlier.
            case step(Int, ofRun: String)
        }

        /// As `MathText`.
        public var text: String
        public var target: Target

        public init(text: String, target: Target) { (self.text, self.target) = (text, target) }

        /// The most a map can have.
        public static let most = 100
    }
}
