import Drawings
import Surfaces
import Testing

@testable import Figures

/// Axes of values at the ends of what a number can be.
@Suite struct ExtremeScaleTests {
    private static let extremes: [Double] = [
        0, 5e-324, 1e-323, 1e-310, 2.2250738585072014e-308, 1e-300, 1, 1e300, 1.7976931348623157e308, -1, -1e-310,
        -1.7e308, .nan, .infinity,
    ]

    @Test(arguments: [CurveSpecification.Scale.linear, .log, .symlog])
    func everyScaleHasAPlaceForEveryValue(_ asked: CurveSpecification.Scale) {
        for a in Self.extremes {
            for b in Self.extremes {
                for range in [nil, 1e-300...1e300, 5e-324...1, -1...1e-310] as [ClosedRange<Double>?] {
                    let scale = ValueScale(for: [a, b], asked, range: range)
                    #expect(scale.range.lowerBound < scale.range.upperBound, "\(a), \(b), \(asked)")
                    #expect(scale.position(scale.range.lowerBound).magnitude < 1e-9)
                    for count in [2, 5, 9] {
                        let ticks = scale.ticks(atMost: count)
                        #expect(ticks.count < 400 && ticks.allSatisfy { $0.position.isFinite })
                    }
                }
            }
        }
    }

    /// What an author asks for is shown, however far it reaches.
    @Test func askedRangesAreShownWhole() {
        let scale = ValueScale(for: [2, 1e-58], .log, range: 1e-100...1e30)
        #expect(scale.range == 1e-100...1e30)
    }

    /// A run along the frame is seen on all four sides.
    @Test func theFrameBelongsToTheMap() {
        let domain = Domain(x: -0.3...1.1, y: -7...2)
        for step in 0..<200 {
            let (left, top) = (11.3 + 0.37 * Double(step), 29.1 + 0.53 * Double(step))
            let box = Box(x: left, y: top, width: 217.7 - 0.71 * Double(step), height: 103.9 + 0.19 * Double(step))
            let frame = Frame(domain: domain, box: box)
            #expect(frame.page(SIMD2(-0.3, 2)) == box.min && frame.page(SIMD2(1.1, -7)) == box.max)
        }
    }
}
