import Drawings

/// Which colour a loss has: the levels that part the bands, and the colours between them.
struct ColorScale: Hashable, Sendable {
    let levels: Levels
    /// nil for the style's.
    var colormap: Colormap?
    /// nil for the style's.
    var softening: Double?

    init(levels: Levels, _ map: MapSpecification = MapSpecification()) {
        (self.levels, colormap, softening) = (levels, map.colormap, map.softening)
    }

    /// The colour of the band above so many levels.
    func color(ofBand band: Int, _ style: Style) -> Color {
        let colormap = colormap ?? style.colormap
        let position = colormap.kind == .diverging ? signedPosition(band) : position(band)
        return colormap.color(at: position).mixed(with: style.page, by: softening ?? style.softening)
    }

    private func position(_ band: Int) -> Double {
        levels.values.isEmpty ? 0.5 : (Double(band) + 0.5) / Double(levels.values.count + 1)
    }

    /// Centred on 0: levels count by their rank among the magnitudes of all, so that a loss and its negative have
    /// colours equally far from the middle.
    private func signedPosition(_ band: Int) -> Double {
        let values = levels.values
        let magnitudes = Set(values.map(\.magnitude)).subtracting([0]).sorted()
        guard let first = values.first, let last = values.last else { return 0.5 }
        let outermost = Double(magnitudes.count + 1)
        func rank(_ value: Double) -> Double {
            let rank = magnitudes.firstIndex(of: value.magnitude).map { Double($0 + 1) } ?? 0
            return value < 0 ? -rank : rank
        }
        // What lies below positive levels reaches down to 0, what lies above negative ones up to it.
        let low = band > 0 ? rank(values[band - 1]) : first > 0 ? 0 : -outermost
        let high = band < values.count ? rank(values[band]) : last < 0 ? 0 : outermost
        // A band on both sides of 0 has the middle colour.
        let middle = low < 0 && high > 0 ? 0 : (low + high) / 2
        return 0.5 + 0.5 * middle / outermost
    }
}
