import Drawings

/// Which colour a loss has: the levels that part the bands, and the colours between them.
struct ColorScale: Hashable, Sendable {
    let levels: Levels

    /// The colour of the band above so many levels.
    func color(ofBand band: Int, _ style: Style) -> Color {
        let position = levels.values.isEmpty ? 0.5 : (Double(band) + 0.5) / Double(levels.values.count + 1)
        return style.colormap.color(at: position).mixed(with: .white, by: style.softening)
    }
}
