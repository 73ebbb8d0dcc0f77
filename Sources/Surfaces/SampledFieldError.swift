/// Why samples on a grid make no field. Indices count from 0, in the order in which the nodes were given.
public enum SampledFieldError: Error, Hashable, Sendable {
    /// One of the two directions of a grid.
    public enum Axis: String, Hashable, Sendable {
        case x, y
    }

    /// An axis has fewer than two nodes.
    case tooFewNodes(Axis, count: Int)
    /// A node is NaN or infinite.
    case notFinite(Axis, index: Int)
    /// The node at the index equals the one before it.
    case equalNeighbors(Axis, index: Int, value: Double)
    /// The node at the index turns back: the ones before it go the other way.
    case notMonotonic(Axis, index: Int, value: Double)
    /// The distance from the first node to the last is beyond the largest number.
    case spanOverflow(Axis)
    /// There are not as many samples as the grid has nodes.
    case wrongCount(values: Int, columns: Int, rows: Int)

    /// The axis at fault; nil where it is the number of samples.
    public var axis: Axis? {
        switch self {
        case .tooFewNodes(let axis, _), .notFinite(let axis, _), .equalNeighbors(let axis, _, _),
            .notMonotonic(let axis, _, _), .spanOverflow(let axis):
            axis
        case .wrongCount: nil
        }
    }

    /// The node at fault, where it is one.
    public var index: Int? {
        switch self {
        case .notFinite(_, let index), .equalNeighbors(_, let index, _), .notMonotonic(_, let index, _): index
        case .tooFewNodes, .spanOverflow, .wrongCount: nil
        }
    }

    /// What is wrong, a clause without a full stop.
    public var message: String {
        switch self {
        case .tooFewNodes(let axis, 0): "the \(axis) axis has no nodes"
        case .tooFewNodes(let axis, 1): "the \(axis) axis has only one node"
        case .tooFewNodes(let axis, let count): "the \(axis) axis has only \(count) nodes"
        case .notFinite(let axis, let index): "\(axis)[\(index)] is not a finite number"
        case .equalNeighbors(let axis, let index, let value):
            "\(axis)[\(index - 1)] and \(axis)[\(index)] are both \(value)"
        case .notMonotonic(let axis, let index, let value):
            "\(axis)[\(index)] = \(value) turns back"
        case .spanOverflow(let axis): "the \(axis) axis is longer than the largest number"
        case .wrongCount(let values, let columns, let rows):
            "there \(values == 1 ? "is" : "are") \(values) sample\(values == 1 ? "" : "s") "
                + "for a grid of \(columns) by \(rows) nodes"
        }
    }

    /// What to do about it, where something useful can be said.
    public var help: String? {
        switch self {
        case .tooFewNodes: "a grid needs at least two nodes in each direction"
        case .notFinite: nil
        case .equalNeighbors, .notMonotonic: "nodes must increase throughout or decrease throughout"
        case .spanOverflow: "give the coordinates in a larger unit"
        case .wrongCount(_, let columns, let rows):
            switch columns.multipliedReportingOverflow(by: rows) {
            case (let count, false): "give \(count), row by row: all x at the first y, then all x at the second"
            case (_, true): nil
            }
        }
    }
}
