import Figures
import Optimizers

/// What a value of a scene can be: enough for a schema to say it and for an editor to help.
public indirect enum ValueKind: Sendable {
    case anything
    /// One line or more; plain numbers and `true` are taken as they are written.
    case text
    /// Text, or nothing.
    case optionalText
    case nothing
    /// A file's path.
    case file
    case number
    case numberIn(ClosedRange<Double>)
    case integer(ClosedRange<Int>)
    case flag
    /// One of a few words.
    case choice([String])
    /// A number with a unit: `160mm`.
    case length
    /// An angle with its unit: `30deg`.
    case angle
    /// A list of two.
    case pair(ValueKind)
    /// A list of at least so many.
    case list(ValueKind, atLeast: Int = 0)
    /// A mapping of names of the user's.
    case named(ValueKind)
    /// A mapping with the keys of a table.
    case table(KeyTable)
    /// One of several.
    case either([ValueKind])
    /// Names of the catalogues, with what belongs to each.
    case catalogue(Catalogue)

    /// What a scene takes from the catalogues.
    public enum Catalogue: String, CaseIterable, Sendable {
        /// A surface's name.
        case surface
        /// An item of `optimizers`.
        case optimizer
        /// A learning-rate schedule with its settings.
        case schedule
        /// A panel: its kind, or a mapping of it to its settings.
        case panel
        /// A mapping of lists or a list of mappings, over parameters of a surface.
        case surfaceSweep
    }

    /// A number, or numbers in pairs.
    static let point = ValueKind.pair(.number)
    static let points = ValueKind.either([.point, .list(.point, atLeast: 1)])
}

/// Kinds that several keys share.
extension ValueKind {
    static let surface = ValueKind.either([.catalogue(.surface)] + KeyTable.surfaceKinds.map(ValueKind.table))
    static let data = ValueKind.either([.file, .list(.list(.number), atLeast: 1)])
    static let transforms = ValueKind.either([.table(.transform), .list(.table(.transform))])
    static let gridAxis = ValueKind.either([.text, .list(.number, atLeast: 2)])
    static let starts = ValueKind.either([.points, .table(.start)])
    static let convention = ValueKind.choice(Convention.allCases.map(\.rawValue))
    static let aspect = ValueKind.choice(["auto", "equal"])
    static let levelScale = ValueKind.choice(LevelSpecification.named.map(\.name))
    static let levels = ValueKind.either([.levelScale, .table(.levels), .list(.number, atLeast: 2)])
    static let runNames = ValueKind.either([.text, .list(.text, atLeast: 1)])
    static let positive = ValueKind.numberIn(Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude)
    static let scale = ValueKind.choice(CurveSpecification.Scale.allCases.map(\.rawValue))
    static let line = ValueKind.either([.number, .table(.line)])
}

extension ValueKind {
    /// What a colour or size of a figure can be.
    init(_ key: StyleKey) {
        self =
            switch key.kind {
            case .color: .text
            case .colors: .list(.text, atLeast: 1)
            case .length: .numberIn(key.range)
            }
    }
}
