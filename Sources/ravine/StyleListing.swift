import Drawings
import Figures

extension Colormap {
    var line: String { "\(name), \(reversed.name): \(kind.rawValue)  [\(source)]" }

    var json: JSON {
        .object([
            ("id", .string(name)), ("reversed", .string(reversed.name)), ("kind", .string(kind.rawValue)),
            ("source", .string(source)),
        ])
    }
}

extension StyleKey {
    /// The key with its meaning, then what it is in each theme, once where they agree.
    var line: String {
        let values = Theme.allCases.map { ($0.rawValue, value(in: $0).words) }
        let isAlike = Set(values.map(\.1)).count == 1
        let told = isAlike ? values[0].1 : values.map { "\($0.0)=\($0.1)" }.joined(separator: " ")
        return "\(name): \(meaning)  (\(told))"
    }

    var json: JSON {
        .object([
            ("id", .string(name)), ("kind", .string(kind.rawValue)), ("meaning", .string(meaning)),
            ("themes", .object(Theme.allCases.map { ($0.rawValue, value(in: $0).json) })),
        ])
    }
}

extension StyleValue {
    fileprivate var words: String {
        switch self {
        case .color(let color): color.hex
        case .colors(let colors): "[" + colors.map(\.hex).joined(separator: ",") + "]"
        case .length(let length): "\(short(length)) pt"
        }
    }

    fileprivate var json: JSON {
        switch self {
        case .color(let color): .string(color.hex)
        case .colors(let colors): .array(colors.map { .string($0.hex) })
        case .length(let length): .number(length)
        }
    }
}
