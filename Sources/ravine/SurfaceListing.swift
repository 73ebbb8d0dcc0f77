import Surfaces

/// The catalogue of surfaces as a table.
enum SurfaceListing {
    static var lines: [String] {
        let rows = SurfaceCatalogue.entries.map { [$0.id, $0.names.first ?? "", $0.domain.words, $0.summary] }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ") + "  "
                + row[3]
        }
    }
}

extension SurfaceEntry {
    var json: JSON {
        .object([
            ("id", .string(id)),
            ("names", .array(names.map(JSON.string))),
            ("formula", .string(formula)),
            ("parameters", .object(parameters.map { (name: $0.name, value: .number($0.value)) })),
            ("domain", domain.json),
            ("start", .point(start)),
            ("minima", .array(minima.map(JSON.point))),
            ("summary", .string(summary)),
            ("source", .string(source)),
        ])
    }
}

extension Domain {
    fileprivate var words: String {
        "[\(short(x.lowerBound)), \(short(x.upperBound))] × [\(short(y.lowerBound)), \(short(y.upperBound))]"
    }

    fileprivate var json: JSON {
        .object([
            ("x", .point(SIMD2(x.lowerBound, x.upperBound))), ("y", .point(SIMD2(y.lowerBound, y.upperBound))),
        ])
    }
}
