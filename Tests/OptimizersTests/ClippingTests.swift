import Foundation
import Optimizers
import Testing

@Suite struct ClippingTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let key: String
        let bound: Double
        let gradient, clipped: [Double]
        var testDescription: String { "\(key) \(bound) \(gradient)" }
    }

    private struct Cases: Decodable { let cases: [Case] }

    static let cases: [Case] = {
        guard let url = Bundle.module.url(forResource: "clipping", withExtension: "json", subdirectory: "Fixtures"),
            let data = try? Data(contentsOf: url), let fixture = try? JSONDecoder().decode(Cases.self, from: data)
        else { return [] }
        return fixture.cases
    }()

    @Test func everyCaseIsThere() {
        #expect(Self.cases.count == 6 * 3 * 12)
        #expect(Set(Self.cases.map(\.key)) == Set(Clipping.examples.map(\.key)))
    }

    /// To the bit.
    @Test(arguments: cases)
    func agreesWithTheLibrary(_ reference: Case) throws {
        let kind = try #require(Clipping.examples.first { $0.key == reference.key })
        let clipped = kind.with(bound: reference.bound).apply(SIMD2(reference.gradient[0], reference.gradient[1]))
        #expect(clipped.x == reference.clipped[0] && clipped.y == reference.clipped[1], "\(clipped)")
    }

    @Test(arguments: Clipping.examples)
    func noNumberStaysNone(_ clipping: Clipping) {
        #expect(clipping.apply(SIMD2(.nan, 1)).x.isNaN)
        let small = SIMD2(0.3, -0.2)
        let unchanged = clipping.apply(small) - small
        #expect(max(unchanged.x.magnitude, unchanged.y.magnitude) <= 1e-16)
        #expect(clipping.with(bound: 2).bound == 2 && clipping.with(bound: 1) == clipping)
        #expect(!clipping.source.isEmpty)
    }
}
