import Drawings
import Testing

@testable import Figures

@Suite struct ThemeTests {
    /// Pairs of the table that goes with CIEDE2000.
    @Test(arguments: [
        (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
        (Lab(50, -1.3802, -84.2814), Lab(50, 0, -82.7485), 1.0000),
        (Lab(50, 2.5, 0), Lab(50, 0, -2.5), 4.3065), (Lab(50, 2.5, 0), Lab(73, 25, -18), 27.1492),
        (Lab(2.0776, 0.0795, -1.1350), Lab(0.9033, -0.0636, -0.5514), 0.9082),
        (Lab(22.7233, 20.0904, -46.6940), Lab(23.0331, 14.9730, -42.5619), 2.0373),
    ])
    func differencesAreThosePublished(a: Lab, b: Lab, difference: Double) {
        #expect((a.difference(from: b) - difference).magnitude < 1e-4)
        #expect((b.difference(from: a) - difference).magnitude < 1e-4)
    }

    /// Colours farther apart than this are told apart also as thin lines that do not touch.
    static let least = 6.0

    /// The first seven trails and the next: whom colour does not tell apart, dash and marker both do.
    @Test(arguments: Theme.allCases)
    func trailsAreToldApart(theme: Theme) {
        let styles = (0..<14).map { TrailStyle(index: $0, Style(theme)) }
        for (index, a) in styles.enumerated() {
            for (other, b) in styles.enumerated().dropFirst(index + 1) {
                for vision in ColorVision.allCases where vision.difference(a.color, b.color) < Self.least {
                    #expect(
                        a.dash(1) != b.dash(1) && a.marker != b.marker,
                        "\(index) and \(other) in \(theme), \(vision): \(vision.difference(a.color, b.color))")
                }
            }
        }
    }

    /// With colours, the first seven are far apart for normal eyes whatever their dashes.
    @Test(arguments: [Theme.light, .dark])
    func coloursAreFarApart(theme: Theme) {
        let colors = Style(theme).trailColors
        for (index, a) in colors.enumerated() {
            for b in colors.dropFirst(index + 1) { #expect(ColorVision.normal.difference(a, b) > 15) }
        }
    }

    /// Text and trails stand out from the page, and trails from what surrounds them on a map.
    @Test(arguments: Theme.allCases)
    func inkStandsOut(theme: Theme) {
        let style = Style(theme)
        func lightness(_ color: Color) -> Double { ColorVision.greyscale.lab(color).l }
        for color in [style.ink, style.quietInk] { #expect((lightness(color) - lightness(style.page)).magnitude > 55) }
        for color in style.trailColors { #expect((lightness(color) - lightness(style.halo)).magnitude > 24) }
    }

    @Test func printHasNoColour() {
        let style = Style(.print)
        let colors =
            style.trailColors
            + StyleKey.all.compactMap { key in
                if case .color(let color) = key.value(in: .print) { color } else { nil }
            }
        for color in colors + (0...8).map({ style.colormap.color(at: Double($0) / 8) }) {
            #expect(color.red == color.green && color.green == color.blue)
        }
    }

    @Test(arguments: [1, 2, 3, 5, 7, 8])
    func styleOfManyTrailsRepeatsLate(colors: Int) {
        var style = Style()
        style.trailColors = (0..<colors).map { Color(red: Double($0) / 8, green: 0, blue: 0) }
        #expect(Set((0..<14).map { TrailStyle(index: $0, style) }).count == 14)
    }

    @Test func aRunHasItsOwnStyle() {
        var own = RunStyle()
        (own.color, own.dash, own.marker, own.width) = (.white, .lengths([4, 2]), .plus, 3.4)
        let style = TrailStyle(index: 3, Style(), own)
        #expect(style.color == .white && style.dash(2) == [8, 4] && style.marker == .plus)
        #expect(style.relativeWidth == 2)
        #expect(TrailStyle(index: 3, Style(), RunStyle()) == TrailStyle(index: 3, Style()))
    }
}

@Suite struct StyleKeyTests {
    @Test(arguments: StyleKey.all.map(\.name))
    func changesOneThing(name: String) throws {
        let key = try #require(StyleKey.all.first { $0.name == name })
        var specification = FigureSpecification()
        let value: StyleValue =
            switch key.kind {
            case .color: .color(Color(0x123456))
            case .colors: .colors([Color(0x123456)])
            case .length: .length(42)
            }
        specification.style[name] = value
        let style = Style(specification)
        #expect(key.value(in: style) == value && style != Style())
        for other in StyleKey.all where other.name != name {
            #expect(other.value(in: style) == other.value(in: .light))
        }
    }

    @Test func namesAreDifferent() { #expect(Set(StyleKey.all.map(\.name)).count == StyleKey.all.count) }

    @Test func aBackgroundIsThePage() {
        var specification = FigureSpecification()
        specification.background = Color(0xFDF6E3)
        #expect(Style(specification).page == Color(0xFDF6E3))
        specification.background = Color(0xFFFFFF, alpha: 0)
        specification.theme = .dark
        #expect(Style(specification) == Style(.dark))
    }
}
