import Drawings

/// What colours and signs mean, in a cell of its own.
struct LegendPanel: Panel {
    let entries: [Legend.Entry]

    var aspect: Double? { nil }

    func insets(around size: Point, _ setting: Setting) -> Insets { Insets() }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        Legend.column(
            entries, at: box.min, width: box.width, room: Point(box.width, box.height), setting.lettering,
            setting.style)?.commands ?? []
    }
}

extension Legend {
    /// The entries for some families and the signs beside them.
    static func entries(_ families: [RunFamily], hasMinima: Bool, _ detail: SettingsDetail) -> [Entry] {
        guard !families.isEmpty else { return [] }
        var entries = families.map {
            Entry(sign: .trail($0.style), label: $0.label, notes: [$0.settings(detail), $0.result])
        }
        entries.append(Entry(sign: .start, label: "start", notes: []))
        if hasMinima { entries.append(Entry(sign: .minimum, label: "minimum", notes: [])) }
        return entries
    }
}
