import Surfaces

/// The catalogue of surfaces as a table: id, domain, what is to be seen, and the parameters where there are any.
enum SurfaceListing {
    static var lines: [String] {
        let rows = SurfaceCatalogue.entries.map { [$0.id, $0.domain.words, $0.summary + $0.parameterWords] }
        let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
                + "  " + row[2]
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
            ("minimum", minimum.map(JSON.number) ?? .null),
            ("printed_minimum", printedMinimum.map(JSON.number) ?? .null),
            ("summary", .string(summary)),
            ("source", .string(source)),
            ("note", note.map(JSON.string) ?? .null),
        ])
    }

    /// The names of the parameters, behind the summary: ` (a, b)`.
    fileprivate var parameterWords: String {
        parameters.isEmpty ? "" : " (\(parameters.map(\.name).joined(separator: ", ")))"
    }
}

extension Domain {
    fileprivate var words: String {
        func interval(_ range: ClosedRange<Double>) -> String {
            "[\(bound(range.lowerBound)), \(bound(range.upperBound))]"
        }
        return x == y ? "\(interval(x))²" : "\(interval(x)) × \(interval(y))"
    }

    private func bound(_ value: Double) -> String { value == .pi ? "π" : short(value) }

    fileprivate var json: JSON {
        .object([
            ("x", .point(SIMD2(x.lowerBound, x.upperBound))), ("y", .point(SIMD2(y.lowerBound, y.upperBound))),
        ])
    }
}
