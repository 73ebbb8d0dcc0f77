import DataFiles
import Spelling
import Surfaces

/// Samples of a loss on a grid, as a file has them.
struct GridSamples {
    var x: [Double]
    var y: [Double]
    /// `values[j * x.count + i]` at (x[i], y[j]).
    var values: [Double]
    /// The parts of the variance that the two axes explain, 0 to 1, where the file tells them.
    var variance: [Double] = []

    /// The same numbers read with the axes exchanged; nil where their counts differ.
    var exchanged: GridSamples? {
        guard x.count == y.count else { return nil }
        let n = x.count
        var other = self
        other.values = values.indices.map { values[$0 % n * n + $0 / n] }
        return other
    }

    var axisTitles: (x: String, y: String)? {
        guard variance.count >= 2, variance[0...1].allSatisfy((0...1).contains) else { return nil }
        func title(_ name: Int, _ part: Double) -> String {
            let tenths = (1000 * part).rounded() / 10
            return "principal direction \(name) (\(tenths)% of the variance)"
        }
        return (title(1, variance[0]), title(2, variance[1]))
    }
}

/// A surface from a grid, with what is needed to see whether its axes were exchanged.
struct GridSurface {
    let field: SampledField
    /// The grid with its axes exchanged; nil where they differ in number.
    let exchanged: SampledField?
    let node: Node
    /// What the scene says of rows.
    let rows: GridRows
}

/// Which axis has one value for each row of the losses.
enum GridRows: String, CaseIterable { case y, x }

/// How `surface: { grid: FILE }` is read.
extension Reading {
    mutating func gridSurface(_ fields: Fields) -> Surface? {
        guard let node = fields["grid"] else { return nil }
        let choices = GridRows.allCases.map { (name: $0.rawValue, value: $0) }
        let rows = fields["rows"].map { choice($0, "rows", among: choices) } ?? .y
        guard let data = open(node, "grid"), let rows else { return nil }
        guard let samples = samples(data, fields, rows), let field = sampled(samples, data) else { return nil }
        let other = samples.exchanged.flatMap { try? SampledField(x: $0.x, y: $0.y, values: $0.values) }
        grid = GridSurface(field: field, exchanged: other, node: node, rows: rows)
        let name = InputFile.stem(of: data.name)
        return transformed(Surface(samples: field, name: name, axisTitles: samples.axisTitles), fields)
    }

    private mutating func sampled(_ samples: GridSamples, _ data: OpenedData) -> SampledField? {
        do {
            let field = try SampledField(x: samples.x, y: samples.y, values: samples.values)
            if field.lowestSample != nil { return field }
            error(data.node.location, "\(quotedPath(data.name)) has no sample that is a finite number")
        } catch {
            self.error(data.node.location, "\(quotedPath(data.name)): \(error.message)", help: error.help)
        }
        return nil
    }

    private mutating func samples(_ data: OpenedData, _ fields: Fields, _ rows: GridRows) -> GridSamples? {
        if case .table(let table) = data.content {
            let known = diagnostics.count
            if let columns = tidyColumns(table, data, fields) { return tidyGrid(columns, data) }
            if let matrix = LossMatrix(table) { return grid(of: matrix, data, fields, rows) }
            if diagnostics.count == known { noGrid(data) }
            return nil
        }
        guard let matrix = lossMatrix(data, fields) else { return nil }
        return grid(of: matrix, data, fields, rows)
    }

    /// The most samples on a grid: four million are more than a page has room for.
    private static let mostSamples = 1 << 22

    // MARK: Matrices

    /// The losses of an array or an archive, with the axes it has.
    private mutating func lossMatrix(_ data: OpenedData, _ fields: Fields) -> LossMatrix? {
        if case .array(let array) = data.content {
            if let named = ["loss", "x", "y"].compactMap({ fields[$0] }).first(where: { $0.scalar != nil }) {
                error(named.location, "\(quotedPath(data.name)) is one array without names")
                return nil
            }
            return matrix(array, "it", data)
        }
        let known = diagnostics.count
        guard
            let (name, losses) = array(in: data, fields["loss"], "loss", usual: UsualNames.losses)
                ?? onlyMatrix(in: data)
        else {
            if diagnostics.count == known {
                error(
                    data.node.location, "\(quotedPath(data.name)) has no array of losses that is known by its name",
                    help: "it has \(data.namesInWords); name one with 'loss: …'")
            }
            return nil
        }
        guard var matrix = matrix(losses, "'\(name)'", data) else { return nil }
        matrix.x = axis(data, fields["x"], usual: UsualNames.x, place: 0)
        matrix.y = axis(data, fields["y"], usual: UsualNames.y, place: 1)
        matrix.variance = array(in: data, nil, usual: UsualNames.variance)?.array.values ?? []
        return diagnostics.count == known ? matrix : nil
    }

    /// The one array of two dimensions that is not an axis.
    private mutating func onlyMatrix(in data: OpenedData) -> (name: String, array: NumericArray)? {
        guard case .archive(let archive) = data.content else { return nil }
        let candidates = archive.names.filter { !UsualNames.isAxis($0) }
        let names = candidates.count == 1 ? candidates : candidates.filter { archive.shape(of: $0)?.count == 2 }
        guard names.count == 1 else { return nil }
        return array(in: data, Node(location: data.node.location, text: names[0]), usual: [])
    }

    private mutating func matrix(_ array: NumericArray, _ name: String, _ data: OpenedData) -> LossMatrix? {
        guard array.shape.count == 2 else {
            let shape = array.shape.map(String.init).joined(separator: " × ")
            let found = array.shape.isEmpty ? "is a single number" : "has the shape \(shape)"
            error(
                data.node.location,
                "\(quotedPath(data.name)): \(name) \(found), and a grid of losses has two dimensions")
            return nil
        }
        return LossMatrix(rowCount: array.shape[0], columnCount: array.shape[1], values: array.values)
    }

    /// An axis of an archive: an array, a row of `coordinates`, or a coordinate of a mesh.
    private mutating func axis(_ data: OpenedData, _ node: Node?, usual: [String], place: Int) -> [Double]? {
        if let node, node.elements != nil { return nil }
        guard let (name, array) = array(in: data, node, usual: usual) else {
            guard node == nil, let (_, both) = self.array(in: data, nil, usual: UsualNames.coordinates) else {
                return nil
            }
            return both.shape.count == 2 && both.shape[0] == 2 ? both.row(place) : nil
        }
        switch array.shape.count {
        case 1: return array.values
        case 2:
            if let axis = array.meshAxis { return axis }
            fallthrough
        default:
            error(
                data.node.location,
                "\(quotedPath(data.name)): '\(name)' is neither an axis of one dimension nor a coordinate of a mesh")
            return nil
        }
    }

    // MARK: Axes

    private mutating func grid(
        of matrix: LossMatrix, _ data: OpenedData, _ fields: Fields, _ rows: GridRows
    ) -> GridSamples? {
        let (across, down) = rows == .y ? ("x", "y") : ("y", "x")
        let known = diagnostics.count
        let (xCount, yCount) =
            rows == .y ? (matrix.columnCount, matrix.rowCount) : (matrix.rowCount, matrix.columnCount)
        let x = axis(fields["x"], "x", count: xCount) ?? matrix.x ?? (rows == .y ? matrix.across : matrix.down)
        let y = axis(fields["y"], "y", count: yCount) ?? matrix.y ?? (rows == .y ? matrix.down : matrix.across)
        guard diagnostics.count == known else { return nil }
        guard let x, let y else {
            error(
                data.node.location, "\(quotedPath(data.name)) does not tell the axes of its grid",
                help: "add \(x == nil ? "'x: [-1, 1]'" : "")\(x == nil && y == nil ? " and " : "")"
                    + "\(y == nil ? "'y: [-1, 1]'" : ""), say: from the first sample to the last")
            return nil
        }
        let (columns, lines) = rows == .y ? (x.count, y.count) : (y.count, x.count)
        guard (columns, lines) == (matrix.columnCount, matrix.rowCount) else {
            let other = rows == .y ? "x" : "y"
            let fitsOther = (lines, columns) == (matrix.columnCount, matrix.rowCount)
            error(
                data.node.location,
                "\(quotedPath(data.name)): the losses have \(matrix.rowCount) rows of \(matrix.columnCount), but there are"
                    + " \(lines) values of \(down) and \(columns) of \(across)",
                help: fitsOther ? "they fit with 'rows: \(other)', which says that each row has one \(other)" : nil)
            return nil
        }
        guard matrix.values.count <= Self.mostSamples else {
            error(
                data.node.location,
                "\(quotedPath(data.name)) has \(matrix.values.count) samples; a grid can have \(Self.mostSamples)")
            return nil
        }
        let values = rows == .y ? matrix.values : matrix.transposed
        return GridSamples(x: x, y: y, values: values, variance: matrix.variance)
    }

    /// An axis that the scene itself tells: its ends, or every value.
    private mutating func axis(_ node: Node?, _ name: String, count: Int) -> [Double]? {
        guard let node, let elements = node.elements else { return nil }
        let values = elements.map { number($0, name) }
        guard !values.contains(nil) else { return nil }
        let numbers = values.compactMap(\.self)
        guard numbers.count == 2, count > 2 else { return numbers }
        return (0..<count).map { index in
            let part = Double(index) / Double(count - 1)
            return numbers[0] * (1 - part) + numbers[1] * part
        }
    }
}

/// What arrays and columns are called in files that others write.
enum UsualNames {
    /// loss-landscape (Goldstein), Landscaper, and what people type.
    static let losses = ["train_loss", "loss", "losses", "z", "value", "values", "f", "test_loss"]
    static let x = ["xcoordinates", "x", "xs", "alpha", "alphas", "x_coordinates", "xcoord"]
    static let y = ["ycoordinates", "y", "ys", "beta", "betas", "y_coordinates", "ycoord"]
    /// Landscaper: both axes as the rows of one array.
    static let coordinates = ["coordinates"]
    static let variance = ["explained_variance_ratio_", "explained_variance_ratio"]
    static let pathX = ["proj_xcoord"] + x
    static let pathY = ["proj_ycoord"] + y

    static func isAxis(_ name: String) -> Bool { (x + y + coordinates + variance).contains(name) }
}
