import DataFiles
import Spelling
import Surfaces

/// How `surface: { data: … }` is read.
extension Reading {
    mutating func fittedSurface(_ fields: Fields) -> Surface? {
        guard let node = fields["data"] else { return nil }
        let known = diagnostics.count
        if let entry = fields.entry("delta"), fields["loss"]?.scalar.map({ Name.folded($0.text) }) != "huber" {
            error(entry.key.location, "'delta' belongs to Huber's loss", help: "add 'loss: huber', or remove it")
        }
        let model = fields["model"].map { choice($0, "model", among: Self.models) } ?? .linear
        let loss = model.flatMap { lossFunction(fields, for: $0) }
        let l1 = weight(fields, "l1")
        let l2 = weight(fields, "l2")
        let reduction = fields["reduction"].map { choice($0, "reduction", among: Self.reductions) } ?? .mean
        if node.entries != nil {
            mismatch(node, "data", "a file, or a list of rows such as [1.5, 2]: a feature and a target")
            return nil
        }
        guard let samples = node.elements == nil ? fileSamples(node, fields) : inlineSamples(node, fields),
            let model, let loss, let reduction, diagnostics.count == known
        else { return nil }
        guard samples.targets.count <= Self.mostSamples else {
            error(node.location, "these are \(samples.targets.count) samples; a loss can have \(Self.mostSamples)")
            return nil
        }
        do {
            let fitted = try FittedLoss(
                model: model, loss: loss, features: samples.features, targets: samples.targets, l1: l1, l2: l2,
                reduction: reduction)
            return transformed(Surface(loss: fitted, name: fitted.name), fields)
        } catch {
            tell(error, samples, fields, node)
            return nil
        }
    }

    /// The most samples of a loss: each is looked at for every point of the map.
    private static let mostSamples = 100_000

    static let models: [(name: String, value: FittedLoss.Model)] = [
        ("linear", .linear), ("logistic", .logistic),
    ]
    static let reductions: [(name: String, value: FittedLoss.Reduction)] = [("mean", .mean), ("sum", .sum)]

    static func losses(delta: Double) -> [(name: String, value: FittedLoss.Loss)] {
        [("mse", .mse), ("mae", .mae), ("huber", .huber(delta: delta)), ("cross_entropy", .crossEntropy)]
    }

    private mutating func weight(_ fields: Fields, _ name: String) -> Double {
        fields[name].flatMap { number($0, name, in: 0...1e100) } ?? 0
    }

    private mutating func lossFunction(_ fields: Fields, for model: FittedLoss.Model) -> FittedLoss.Loss? {
        let delta = fields["delta"].flatMap { number($0, "delta", in: 1e-100...1e100) } ?? 1
        guard let node = fields["loss"] else { return model == .linear ? .mse : .crossEntropy }
        guard let loss = choice(node, "loss", among: Self.losses(delta: delta)) else { return nil }
        if loss == .crossEntropy, model == .linear {
            error(
                node.location, "a linear model has no cross entropy",
                help: "add 'model: logistic', or take mse, mae or huber")
            return nil
        }
        return loss
    }

    /// Features, targets and where each sample stands.
    private struct Samples {
        let features: FittedLoss.Features
        let targets: [Double]
        let places: [Location]
        let file: OpenedData?
    }

    private mutating func tell(_ mistake: FittedLossError, _ samples: Samples, _ fields: Fields, _ node: Node) {
        guard let sample = mistake.sample else { return error(node.location, mistake.message, help: mistake.help) }
        if let file = samples.file {
            error(inRow: sample, of: file, mistake.message, help: mistake.help)
        } else {
            let place = samples.places.indices.contains(sample) ? samples.places[sample] : node.location
            error(place, mistake.message, help: mistake.help)
        }
    }

    // MARK: Rows in the scene

    private mutating func inlineSamples(_ node: Node, _ fields: Fields) -> Samples? {
        for name in ["features", "target"] {
            if let entry = fields.entry(name) {
                error(entry.key.location, "'\(name)' names a column of a file, and these data have no names")
            }
        }
        guard let rows = node.elements, let first = rows.first else {
            error(node.location, "'data' is an empty list", help: "a row is written [1.5, 2]")
            return nil
        }
        guard let width = first.elements?.count else {
            mismatch(first, "data", "a file, or a list of rows such as [1.5, 2]: a feature and a target")
            return nil
        }
        let numbers = rows.map { inlineRow($0, width: width) }
        guard !numbers.contains(nil) else { return nil }
        return Samples(
            features: Self.features(numbers.compactMap { $0?.dropLast() }.map(Array.init)),
            targets: numbers.compactMap { $0?.last }, places: rows.map(\.location), file: nil)
    }

    private mutating func inlineRow(_ node: Node, width: Int) -> [Double]? {
        guard let elements = node.elements else {
            mismatch(node, "data", "a file, or a list of rows such as [1.5, 2]: a feature and a target")
            return nil
        }
        guard elements.count == width, (2...3).contains(width) else {
            let wanted =
                elements.count == width ? "a row of data has 2 or 3 numbers" : "the first row has \(width) numbers"
            error(
                node.location, "\(wanted), and this one has \(elements.count)",
                help: "one or two features and a target")
            return nil
        }
        let numbers = elements.map { number($0, "data") }
        return numbers.contains(nil) ? nil : numbers.compactMap(\.self)
    }

    private static func features(_ rows: [[Double]]) -> FittedLoss.Features {
        let first = rows.map { $0.first ?? .nan }
        guard rows.first?.count == 2 else { return .one(first) }
        return .two(first, rows.map { $0.last ?? .nan })
    }

    // MARK: Rows in a file

    private mutating func fileSamples(_ node: Node, _ fields: Fields) -> Samples? {
        guard let data = open(node, "data") else { return nil }
        guard let columns = columns(of: data, fields) else { return nil }
        let counts = Set(columns.map(\.count))
        guard counts.count == 1, let target = columns.last, columns.count == 2 || columns.count == 3 else {
            error(node.location, "\(quotedPath(data.name)): the columns differ in length")
            return nil
        }
        return Samples(
            features: columns.count == 2 ? .one(columns[0]) : .two(columns[0], columns[1]), targets: target, places: [],
            file: data)
    }

    /// The features and then the target: as named, else all columns in their order.
    private mutating func columns(of data: OpenedData, _ fields: Fields) -> [[Double]]? {
        if fields["features"] == nil, fields["target"] == nil, let all = allColumns(of: data) {
            guard all.count == 2 || all.count == 3 else {
                let names = data.names.isEmpty ? "" : ": it has \(data.namesInWords)"
                error(
                    data.node.location,
                    "\(quotedPath(data.name)) has \(all.count) columns, and two or three are needed",
                    help: "name them with 'features: …' and 'target: …'\(names)")
                return nil
            }
            return all
        }
        guard let features = fields["features"], let target = fields["target"] else {
            error(
                data.node.location, "\(quotedPath(data.name)) needs both 'features' and 'target'",
                help: data.names.isEmpty ? nil : "it has \(data.namesInWords)")
            return nil
        }
        let named = features.elements ?? [features]
        guard (1...2).contains(named.count) else {
            error(features.location, "'features' must name one or two columns, not \(named.count)")
            return nil
        }
        if named.count == 1, let matrix = twoColumns(in: data, named[0]) {
            return column(in: data, target, "target", usual: []).map { matrix + [$0] }
        }
        let columns =
            named.map { column(in: data, $0, "features", usual: []) }
            + [column(in: data, target, "target", usual: [])]
        return columns.contains { $0 == nil } ? nil : columns.compactMap(\.self)
    }

    /// Both columns of a matrix with two, as `X` often is; nil for anything else.
    private func twoColumns(in data: OpenedData, _ node: Node) -> [[Double]]? {
        guard let name = node.scalar.flatMap({ data.ownName(of: $0.text) }),
            case .archive(let archive) = data.content, let shape = archive.shape(of: name), shape.count == 2,
            shape[1] == 2, let array = try? archive.array(named: name)
        else { return nil }
        return (0..<2).map { column in stride(from: column, to: array.values.count, by: 2).map { array.values[$0] } }
    }

    /// Every column of a table or a matrix; nil for an archive, whose arrays have no order.
    private func allColumns(of data: OpenedData) -> [[Double]]? {
        switch data.content {
        case .table(let table): (0..<table.columnCount).map(table.column)
        case .array(let array):
            array.shape.count == 2
                ? (0..<array.shape[1]).map { column in
                    stride(from: column, to: array.values.count, by: array.shape[1]).map { array.values[$0] }
                } : [array.values]
        case .archive: nil
        }
    }
}
