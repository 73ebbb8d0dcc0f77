import Drawings
import Optimizers
import Simulation

/// The runs with their settings and results, a line each.
struct TablePanel: Panel {
    private var header: [String]
    private var rows: [(family: RunFamily, cells: [String])]
    /// The headers of columns for which there is no room.
    private var omitted: [String] = []

    var aspect: Double? { nil }

    private static let leading = 1.5
    private static let gap = 14.0
    private static let signWidth = 26.0
    /// The least size of its text, as a part of the usual one.
    private static let smallest = 0.6

    init(_ specification: TableSpecification, _ families: [RunFamily]) {
        let columns = specification.columns ?? Self.usual(specification)
        header = columns.map { Self.title($0, specification) }
        rows = families.map { family in (family, columns.map { Self.cell($0, family, specification) }) }
    }

    private static func usual(_ specification: TableSpecification) -> [String] {
        TableSpecification.results.filter { $0 != "steps" || specification.threshold != nil }
    }

    private static func title(_ column: String, _ specification: TableSpecification) -> String {
        switch column {
        case "loss": "final $f$"
        case "steps": specification.threshold.map { "steps to $f \\le \($0.inMath)$" } ?? "steps"
        default: column.replacing("_", with: " ")
        }
    }

    private static func cell(_ column: String, _ family: RunFamily, _ specification: TableSpecification) -> String {
        switch column {
        case "optimizer": return family.label
        case "settings": return family.settings(.given)
        case "loss": return range(family.trajectories.compactMap { $0.outcome.isDiverged ? nil : $0.losses.last })
        case "steps": return steps(family, until: specification.threshold)
        case "outcome": return outcome(family)
        default:
            let value = family.trajectories.first?.run.optimizer?.hyperparameters.first { $0.name == column }?.value
            return value.map(RunFamily.written) ?? "–"
        }
    }

    private static func range(_ values: [Double]) -> String {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return "–" }
        let ends = [low, high].map { NumberText.measured($0, significant: 3) }
        return low == high ? ends[0] : "\(ends[0]) to \(ends[1])"
    }

    private static func steps(_ family: RunFamily, until threshold: Double?) -> String {
        guard let threshold else { return range(family.trajectories.map { Double($0.points.count - 1) }) }
        let steps = family.trajectories.compactMap { run in run.losses.firstIndex { $0 <= threshold } }
        guard let low = steps.min(), let high = steps.max() else { return "never" }
        let rest =
            steps.count < family.trajectories.count ? ", \(steps.count) of \(family.trajectories.count) runs" : ""
        return (low == high ? "$\(low)$" : "$\(low)$ to $\(high)$") + rest
    }

    private static func outcome(_ family: RunFamily) -> String {
        let words = family.trajectories.map { run in
            switch run.outcome {
            case .completed: "completed"
            case .converged(let step): "converged at step $\(step)$"
            case .diverged(let step): "\(run.endsOffSurface ? "left the surface" : "diverged") at step $\(step)$"
            }
        }
        let kinds = Set(words)
        guard kinds.count > 1 else { return words.first ?? "" }
        let diverged = family.trajectories.filter(\.outcome.isDiverged).count
        return "$\(diverged)$ of $\(words.count)$ diverged"
    }

    func insets(around size: Point, _ setting: Setting) -> Insets { Insets() }

    /// The header and a line.
    func least(_ setting: Setting) -> Point { Point(60, 34) }

    func height(in size: Point, _ setting: Setting) -> Double? {
        let table = narrowed(to: size.x, setting)
        let type = table.type(for: size.x, setting)
        return min(size.y, Self.leading * type * (Double(rows.count) + (table.omitted.isEmpty ? 1.7 : 3)) + 1)
    }

    /// Without the widest columns, where even the smallest type leaves no room for them; the first always stays.
    private func narrowed(to width: Double, _ setting: Setting) -> TablePanel {
        var table = self
        while table.header.count > 1, table.width(Self.smallest * setting.style.legendSize, setting) > width {
            let widths = table.columnWidths(setting.style.legendSize, setting)
            let widest = widths.indices.dropFirst().max { widths[$0] < widths[$1] } ?? 0
            table.omitted.append(table.header.remove(at: widest))
            for row in table.rows.indices { table.rows[row].cells.remove(at: widest) }
        }
        return table
    }

    func commands(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        narrowed(to: box.width, setting).whole(in: box, setting)
    }

    private func whole(in box: Box, _ setting: Setting) -> [Drawing.Command] {
        let style = setting.style
        let foot = omitted.isEmpty ? 0 : 1.3
        let tall = Self.leading * style.legendSize * (Double(rows.count) + 1.6 + foot)
        let size = min(
            type(for: box.width, setting), style.legendSize * max(Self.smallest, min(1, box.height / tall)))
        let widths = columnWidths(size, setting)
        let total = Self.signWidth + widths.reduce(0) { $0 + $1 + Self.gap }
        let step = Self.leading * size
        let top = box.min.y + 0.5
        func rule(_ y: Double, _ width: Double) -> Drawing.Command {
            let end = Point(min(box.max.x, box.min.x + total), y)
            return .stroke(Path(through: [Point(box.min.x, y), end]), Stroke(width: width), style.ink)
        }
        var commands = [rule(top, 0.9), rule(top + 1.25 * step, 0.5)]
        commands += line(header, at: Point(box.min.x, top + 0.85 * step), size, widths, style.ink, setting)
        let room = Int(exactly: ((box.height - (1.6 + foot) * step) / step).rounded(.down)) ?? 0
        let shown = rows.prefix(rows.count <= room ? rows.count : max(0, room - 1))
        for (index, row) in shown.enumerated() {
            let baseline = top + (2.1 + Double(index)) * step
            commands += sign(row.family.style, at: Point(box.min.x, baseline - 0.32 * size), style)
            commands += line(row.cells, at: Point(box.min.x, baseline), size, widths, style.ink, setting)
        }
        if shown.count < rows.count {
            let words = setting.lettering.line("and \(rows.count - shown.count) more", size: 0.9 * size)
            let place = Point(box.min.x + Self.signWidth, top + (2.1 + Double(shown.count)) * step)
            commands.append(.fill(words.placed(at: place), style.quietInk))
        }
        let end = min(box.max.y, top + (1.6 + Double(max(shown.count, min(rows.count, room)))) * step)
        commands.append(rule(end, 0.9))
        if !omitted.isEmpty {
            let words = "no room for \(omitted.joined(separator: ", "))"
            let line = setting.lettering.line(words, size: 0.9 * size, atMost: box.width)
            commands.append(.fill(line.placed(at: Point(box.min.x, end + step)), style.quietInk))
        }
        return commands
    }

    /// As large as the width allows, down to six tenths of the usual size. What lies between columns stays.
    private func type(for width: Double, _ setting: Setting) -> Double {
        let fixed = Self.signWidth + Self.gap * Double(header.count)
        let text = max(1, self.width(setting.style.legendSize, setting) - fixed)
        return setting.style.legendSize * min(1, max(Self.smallest, (width - fixed) / text))
    }

    private func columnWidths(_ size: Double, _ setting: Setting) -> [Double] {
        header.indices.map { column in
            ([header[column]] + rows.map { $0.cells[column] }).map { setting.lettering.line($0, size: size).width }
                .max() ?? 0
        }
    }

    private func width(_ size: Double, _ setting: Setting) -> Double {
        Self.signWidth + columnWidths(size, setting).reduce(0) { $0 + $1 + Self.gap }
    }

    private func line(
        _ cells: [String], at place: Point, _ size: Double, _ widths: [Double], _ color: Color, _ setting: Setting
    ) -> [Drawing.Command] {
        var x = place.x + Self.signWidth
        return zip(cells, widths).map { cell, width in
            defer { x += width + Self.gap }
            return .fill(
                setting.lettering.line(cell, size: size, atMost: width + 1).placed(at: Point(x, place.y)), color)
        }
    }

    private func sign(_ trail: TrailStyle, at left: Point, _ style: Style) -> [Drawing.Command] {
        let end = left + Point(Self.signWidth - 10, 0)
        let marker = trail.marker.path(at: end, radius: 0.9 * style.markerSize)
        let width = trail.relativeWidth * style.curveWidth
        let line = Stroke(sampleOf: trail.dash(1), width: width, length: end.x - left.x)
        return [
            // From the marker on, so that no gap of a dashed line parts them.
            .stroke(Path(through: [end, left]), line, trail.color),
            .stroke(marker, Stroke(width: 1.2, join: .round), style.page), .fill(marker, trail.color),
        ]
    }
}

extension Outcome {
    var isDiverged: Bool { if case .diverged = self { true } else { false } }
}

extension Double {
    /// The number as it stands inside mathematics.
    fileprivate var inMath: String { NumberText.exact(self).filter { $0 != "$" } }
}
