import Drawings
import Surfaces

/// What colours and signs mean, in a cell of its own.
struct LegendPanel: Panel {
    let entries: [Legend.Entry]

    var aspect: Double? { nil }

    func insets(around size: Point, _ setting: Setting) -> Insets { Insets() }

    func least(_ setting: Setting) -> Point {
        Point(Legend.width(ofLabels: entries, setting.lettering, setting.style), 2 * setting.style.legendSize)
    }

    func height(in size: Point, _ setting: Setting) -> Double? {
        legend(Box(from: .zero, to: size), setting)?.size.y ?? 0
    }

    private func legend(_ box: Box, _ setting: Setting) -> Legend? {
        Legend.column(
            entries, at: box.min, width: box.width, room: Point(box.width, box.height), setting.lettering, setting.style
        )
    }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        legend(box, setting)?.commands ?? []
    }
}

extension Legend {
    /// The entries for some families and the signs beside them.
    static func entries(_ families: [RunFamily], _ signs: MapSigns, _ detail: SettingsDetail) -> [Entry] {
        // Starts and minima need no word on maps without a legend.
        guard !families.isEmpty || !signs.critical.isEmpty || signs.lastStep != nil else { return [] }
        var entries = families.map {
            Entry(sign: .trail($0.style), label: $0.label, notes: [$0.settings(detail), $0.result])
        }
        func add(_ sign: Entry.Sign, _ label: String) { entries.append(Entry(sign: sign, label: label, notes: [])) }
        if let last = signs.lastStep { add(.steps, "step $0$ to $\(last)$") }
        if signs.hasStarts, !families.isEmpty { add(.start, "start") }
        if signs.hasMinima { add(.minimum, signs.critical.contains(.minimum) ? "known minimum" : "minimum") }
        for kind in signs.critical { add(.critical(kind), kind.name(besideKnown: signs.hasMinima)) }
        return entries
    }
}

extension CriticalPoint.Kind {
    fileprivate func name(besideKnown hasKnown: Bool) -> String {
        switch self {
        case .minimum: hasKnown ? "further minimum" : "minimum"
        case .saddle: "saddle"
        case .maximum: "maximum"
        }
    }
}
