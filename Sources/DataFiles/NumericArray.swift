/// Numbers in a grid of any number of axes.
public struct NumericArray: Hashable, Sendable {
    /// The length of each axis, at least 0. Empty for a single number.
    public let shape: [Int]
    /// The numbers, the last axis running fastest (C order). As many as the product of the shape.
    public let values: [Double]

    init(shape: [Int], values: [Double]) { (self.shape, self.values) = (shape, values) }

    /// Numbers along one axis.
    public init(_ vector: [Double]) { (shape, values) = ([vector.count], vector) }
}
