import Testing

@testable import Surfaces

@Suite struct SampledAxisTests {
    static let geometric: [Double] = (0..<60).map { Double(sign: .plus, exponent: $0 * 30 - 900, significand: 1) }
    static let crowded: [Double] = (0..<40).map { 1 - Double(sign: .plus, exponent: -$0, significand: 1) }
    static let subnormal: [Double] = (0..<9).map { Double($0) * .leastNonzeroMagnitude }
    static let offset: [Double] = (0..<50).map { Double($0 * $0) - 1e15 }
    static let axes: [[Double]] = [
        [0, 1], uniform(-2, 2, 81), uniform(0.1, 0.7, 1000), uniform(-8e307, 8e307, 31), unequalX, geometric, crowded,
        subnormal, offset, [-1, -.leastNonzeroMagnitude, 0, 1e-300, 1], [1, 1.0.nextUp, 1.0.nextUp.nextUp, 2],
    ]

    @Test(arguments: axes)
    func findsTheSameCellAsASearch(nodes: [Double]) {
        let axis = SampledAxis(ascending: nodes)
        let near: [Double] = nodes.flatMap { [$0.nextDown, $0.nextUp] }
        for coordinate in refined(nodes) + near {
            let isInside = coordinate >= nodes[0] && coordinate <= nodes[nodes.count - 1]
            let expected = isInside ? min(nodes.lastIndex { $0 <= coordinate } ?? 0, nodes.count - 2) : nil
            #expect(axis.cell(of: coordinate) == expected, "\(coordinate)")
        }
        for outside in [-1e308, 1e308, .nan, .infinity, -.infinity] { #expect(axis.cell(of: outside) == nil) }
    }
}
