import Drawings

extension Figure {
    /// The figure in words: its title, and what its map and runs show.
    var caption: Caption {
        let text = SurfaceText(surface: surface)
        // A surface without a name is known by its formula.
        let name = surface.id == "formula" ? text.titles[0] : surface.name
        let change = text.transformNote(isNamed: true).map { ", " + Self.plain($0) } ?? ""
        let part = "for x \(Self.span(domain.x)) and y \(Self.span(domain.y))"
        let map = "Contour map of \(Self.plain(text.titles[0]))\(change), \(part)."
        let runs = families.map(Self.words)
        return Caption(
            title: Self.plain(specification.title ?? name),
            summary: runs.isEmpty ? map : "\(map) Paths of \(runs.joined(separator: "; ")).")
    }

    private static func words(_ family: RunFamily) -> String {
        let notes = [family.settings(.given), family.result].filter { !$0.isEmpty }.map(plain)
        let count = family.trajectories.count
        let name = plain(family.label) + (count > 1 ? ", \(count) times" : "")
        return notes.isEmpty ? name : "\(name) (\(notes.joined(separator: "; ")))"
    }

    private static func span(_ range: ClosedRange<Double>) -> String {
        "from \(plain(NumberText.rounded(range.lowerBound, significant: 4))) to \(plain(NumberText.rounded(range.upperBound, significant: 4)))"
    }

    /// Without mathematics, in one line.
    private static func plain(_ text: String) -> String {
        ((try? MathText(text)) ?? MathText(verbatim: text)).plain.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
    }
}
