import Testing

@testable import Surfaces

@Suite struct SampledErrorTests {
    static let mistakes: [([Double], [Double], Int, SampledFieldError, String)] = [
        ([], [0, 1], 0, .tooFewNodes(.x, count: 0), "the x axis has no nodes"),
        ([0, 1], [7], 2, .tooFewNodes(.y, count: 1), "the y axis has only one node"),
        ([0, .nan, 2], [0, 1], 6, .notFinite(.x, index: 1), "x[1] is not a finite number"),
        ([0, 1], [0, 1, -.infinity], 6, .notFinite(.y, index: 2), "y[2] is not a finite number"),
        ([0, 1, 1], [0, 1], 6, .equalNeighbors(.x, index: 2, value: 1), "x[1] and x[2] are both 1.0"),
        ([0, -0.0], [0, 1], 4, .equalNeighbors(.x, index: 1, value: -0.0), "x[0] and x[1] are both -0.0"),
        ([0, 1, 0.5], [0, 1], 6, .notMonotonic(.x, index: 2, value: 0.5), "x[2] = 0.5 turns back"),
        ([0, 1], [3, 2, 1, 4], 8, .notMonotonic(.y, index: 3, value: 4), "y[3] = 4.0 turns back"),
        ([-1e308, 0, 1e308], [0, 1], 6, .spanOverflow(.x), "the x axis is longer than the largest number"),
        (
            [0, 1, 2], [0, 1], 5, .wrongCount(values: 5, columns: 3, rows: 2),
            "there are 5 samples for a grid of 3 by 2 nodes"
        ),
        (
            [0, 1], [0, 1], 1, .wrongCount(values: 1, columns: 2, rows: 2),
            "there is 1 sample for a grid of 2 by 2 nodes"
        ),
    ]

    @Test(arguments: mistakes)
    func aMistake(x: [Double], y: [Double], count: Int, error: SampledFieldError, message: String) {
        #expect(throws: error) { try SampledField(x: x, y: y, values: Array(repeating: 0, count: count)) }
        #expect(error.message == message)
    }

    @Test func placesAreTold() {
        let turn = SampledFieldError.notMonotonic(.y, index: 3, value: 4)
        #expect(turn.axis == .y && turn.index == 3)
        let count = SampledFieldError.wrongCount(values: 5, columns: 3, rows: 2)
        #expect(count.axis == nil && count.index == nil)
        #expect(count.help == "give 6, row by row: all x at the first y, then all x at the second")
        #expect(SampledFieldError.wrongCount(values: 5, columns: .max, rows: 2).help == nil)
    }
}
