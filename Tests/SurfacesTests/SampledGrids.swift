@testable import Surfaces

/// `count` nodes from one end to the other at equal distances.
func uniform(_ first: Double, _ last: Double, _ count: Int) -> [Double] {
    (0..<count).map { index in
        let t = Double(index) / Double(count - 1)
        return first * (1 - t) + last * t
    }
}

/// Nodes at very unequal distances.
let unequalX = [-2, -1.9, -1.2, -1, -0.25, 0.3, 0.4, 0.5, 1.6, 2]
let unequalY = [-1, -0.2, 0, 0.1, 1.25, 1.5, 2.6, 3]

extension SampledField {
    /// The samples of a function.
    init(x: [Double], y: [Double], _ function: (SIMD2<Double>) -> Double) throws(SampledFieldError) {
        let values = y.flatMap { y in x.map { function(SIMD2($0, y)) } }
        try self.init(x: x, y: y, values: values)
    }
}

/// The points of a grid, row by row.
func points(_ x: [Double], _ y: [Double]) -> [SIMD2<Double>] { y.flatMap { y in x.map { SIMD2($0, y) } } }

/// The nodes, and two points between each and the next.
func refined(_ nodes: [Double]) -> [Double] {
    var result: [Double] = []
    for (node, next) in zip(nodes, nodes.dropFirst()) {
        result += [node, node + (next - node) * 0.3, node + (next - node) * 0.8]
    }
    return result + nodes.suffix(1)
}

/// The largest of the numbers, NaN if one of them is.
func largest(_ numbers: [Double]) -> Double { numbers.reduce(0) { $1 <= $0 ? $0 : $1 } }
