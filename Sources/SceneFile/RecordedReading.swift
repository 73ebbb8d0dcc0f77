import DataFiles
import Simulation
import Spelling
import Surfaces

/// How `recorded: { file: … }` is read: a training run that was made elsewhere.
extension Reading {
    /// A run as an item of the list of optimizers.
    mutating func recorded(
        _ key: Node.Key, _ settings: Node?, _ grounds: [Ground], _ names: inout RunNames
    ) -> RunEntry? {
        guard let settings, settings.entries != nil, let fields = fields(settings, .recorded) else {
            if settings?.entries == nil {
                error(
                    settings?.location ?? key.location, "a recorded run needs its file", help: "write { file: run.npz }"
                )
            }
            return nil
        }
        let id = fields["id"].flatMap { identifier($0, &names) }
        let label = fields["label"].flatMap { mathText($0, "label") }
        let style = runStyle(fields)
        guard let node = fields["file"] else {
            error(key.location, "a recorded run needs its file", help: "write { file: run.npz }")
            return nil
        }
        // It was made once: of a sweep it belongs to the first member.
        guard let ground = self.grounds(of: fields, among: grounds)?.first, let data = open(node, "file"),
            let recording = recording(data, fields)
        else { return nil }
        compare(recording, with: ground.grid, node)
        return RunEntry(
            id: id, label: label ?? InputFile.stem(of: data.name), style: style, content: .recorded(recording, ground))
    }

    private mutating func recording(_ data: OpenedData, _ fields: Fields) -> Recording? {
        let known = diagnostics.count
        guard let columns = pathColumns(data, fields) else {
            if diagnostics.count == known {
                let names = data.names.isEmpty ? "" : "it has \(data.namesInWords); "
                error(
                    data.node.location,
                    "\(quotedPath(data.name)) has no points of a path that are known by their names",
                    help: "\(names)name them with 'x: …' and 'y: …'")
            }
            return nil
        }
        let (x, y, losses) = columns
        guard x.count == y.count, losses == nil || losses?.count == x.count else {
            let counts = [x.count, y.count, losses?.count ?? x.count].map(String.init)
            error(
                data.node.location,
                "\(quotedPath(data.name)): there are \(counts[0]) x, \(counts[1]) y and \(counts[2]) losses",
                help: "a path has one of each a step")
            return nil
        }
        guard !x.isEmpty else {
            error(data.node.location, "\(quotedPath(data.name)) has no points")
            return nil
        }
        guard x[0].isFinite, y[0].isFinite else {
            error(data.node.location, "the first point in \(quotedPath(data.name)) is not finite")
            return nil
        }
        guard x.count - 1 <= limits.steps else {
            error(
                data.node.location, "\(quotedPath(data.name)) has more than \(limits.steps) steps",
                help: Limits.advice("steps"))
            return nil
        }
        return Recording(file: data.name, points: zip(x, y).map { SIMD2($0, $1) }, losses: losses)
    }

    /// x, y and, where there are any, losses.
    private mutating func pathColumns(
        _ data: OpenedData, _ fields: Fields
    ) -> (x: [Double], y: [Double], losses: [Double]?)? {
        if case .array(let array) = data.content {
            if let named = ["loss", "x", "y"].compactMap({ fields[$0] }).first {
                error(named.location, "\(quotedPath(data.name)) is one array without names")
                return nil
            }
            guard array.shape.count == 2, (2...3).contains(array.shape[1]) else {
                let shape = array.shape.map(String.init).joined(separator: " × ")
                error(
                    data.node.location, "\(quotedPath(data.name)) has the shape \(shape.isEmpty ? "()" : shape)",
                    help: "a path is a matrix with two columns, x and y, or three with the losses")
                return nil
            }
            return Self.firstColumns(array.shape[1]) { column in
                stride(from: column, to: array.values.count, by: array.shape[1]).map { array.values[$0] }
            }
        }
        if case .table(let table) = data.content, table.header == nil, table.columnCount >= 2 {
            return Self.firstColumns(table.columnCount, table.column)
        }
        let x = column(in: data, fields["x"], "x", usual: UsualNames.pathX)
        let y = column(in: data, fields["y"], "y", usual: UsualNames.pathY)
        let losses = column(in: data, fields["loss"], "loss", usual: UsualNames.losses)
        guard let x, let y else { return nil }
        return (x, y, losses)
    }

    private static func firstColumns(
        _ count: Int, _ column: (Int) -> [Double]
    ) -> (x: [Double], y: [Double], losses: [Double]?) {
        (column(0), column(1), count > 2 ? column(2) : nil)
    }

    // MARK: Exchanged axes

    /// Warns where the recorded losses fit the grid better with its axes exchanged.
    private mutating func compare(_ recording: Recording, with grid: GridSurface?, _ node: Node) {
        guard let grid, let losses = recording.losses, let exchanged = grid.exchanged else { return }
        let asRead = Self.misfits(grid.field, recording.points, losses)
        let other = Self.misfits(exchanged, recording.points, losses)
        // Where only one of the two has a value, nothing can be said.
        let both = zip(asRead, other).filter { $0.isFinite && $1.isFinite }
        guard !both.isEmpty, both.reduce(0, { $0 + $1.1 }) < 0.5 * both.reduce(0, { $0 + $1.0 }) else { return }
        let rows = grid.rows == .y ? "x" : "y"
        warn(
            grid.node.location,
            "the losses recorded in \(quotedPath(recording.file)) fit this grid better with x and y exchanged",
            help: "if each row of the losses has one \(rows), add 'rows: \(rows)'")
    }

    /// How far recorded losses are from the grid's; NaN where the grid has none.
    private static func misfits(_ field: SampledField, _ points: [SIMD2<Double>], _ losses: [Double]) -> [Double] {
        zip(points, losses).map { (field.value(at: $0) - $1).magnitude }
    }
}
