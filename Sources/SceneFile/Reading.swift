import Drawings
import Figures
import Spelling

/// Reads typed values from a tree and gathers every mistake on the way.
///
/// Each reader returns nil where the value is wrong, after it has said so; a value that is unreadable has been
/// complained about already.
struct Reading {
    var diagnostics = Diagnostics()
    /// The grid the surface was sampled on, once it has been read, for recorded runs to be compared with.
    var grid: GridSurface?
    /// Whether fonts that the scene names must be on the machine.
    var needsFonts = true
    /// How runs are drawn that say so themselves, by the id of their entry, once they have been read.
    var runStyles: [String: RunStyle] = [:]
    /// All levels of the scene's maps, to be held against its surface.
    var askedLevels: [AskedLevels] = []
    var limits = Limits()
    /// The files that have been read, or looked for, beside the scene's own.
    var inputs = InputList()

    mutating func error(_ location: Location, _ message: String, help: String? = nil) {
        diagnostics.add(Diagnostic(at: location, message, help: help))
    }

    mutating func warn(_ location: Location, _ message: String, help: String? = nil) {
        diagnostics.add(Diagnostic(.warning, at: location, message, help: help))
    }

    /// Says what a value should have been.
    mutating func mismatch(_ node: Node, _ name: String, _ wanted: String, help: String? = nil) {
        if case .unreadable = node.content { return }
        if node.isNull {
            return error(
                node.location, "'\(name)' has no value", help: help ?? "it must be \(wanted), or the line be removed")
        }
        error(node.location, "'\(name)' must be \(wanted), not \(node.inWords)", help: help)
    }

    // MARK: Single values

    /// A finite number.
    mutating func number(_ node: Node, _ name: String, in range: ClosedRange<Double>? = nil) -> Double? {
        let wanted = range.map { "a number from \(short($0.lowerBound)) to \(short($0.upperBound))" } ?? "a number"
        let value: Double
        switch node.scalar?.value {
        case .integer(let integer): value = Double(integer)
        case .number(let number): value = number
        default:
            mismatch(node, name, wanted, help: numberAdvice(node))
            return nil
        }
        guard value.isFinite else {
            error(node.location, "'\(name)' must be a finite number, not \(node.inWords)")
            return nil
        }
        guard range?.contains(value) ?? true else {
            mismatch(node, name, wanted)
            return nil
        }
        return value
    }

    /// A whole number; `1e3` is one as well.
    ///
    /// - Parameter bound: that of `Limits` which the range ends with.
    mutating func integer(_ node: Node, _ name: String, in range: ClosedRange<Int>, bound: String? = nil) -> Int? {
        let value: Int? =
            switch node.scalar?.value {
            case .integer(let integer): integer
            case .number(let number): Int(exactly: number)
            default: nil
            }
        guard let value, range.contains(value) else {
            let isBeyond = value.map { $0 > range.upperBound } ?? false
            mismatch(
                node, name, "a whole number from \(range.lowerBound) to \(range.upperBound)",
                help: bound.flatMap { isBeyond ? Limits.advice($0) : nil } ?? numberAdvice(node))
            return nil
        }
        return value
    }

    /// Text, in quotes or not; a plain number or `true` is taken as it is written.
    mutating func text(_ node: Node, _ name: String) -> String? {
        guard let scalar = node.scalar, !node.isNull else {
            mismatch(node, name, "text")
            return nil
        }
        return scalar.text
    }

    /// A line of text that may have mathematics between dollar signs.
    mutating func mathText(_ node: Node, _ name: String) -> String? {
        guard let text = text(node, name) else { return nil }
        if text.contains(where: { $0.isNewline || $0 == "\t" }) {
            error(
                node.location, "'\(name)' has a line break or a tab in it",
                help: "keep it to one line; in double quotes YAML reads \\n, \\t and \\r as such: use single quotes")
            return nil
        }
        do {
            _ = try MathText(text)
            return text
        } catch {
            self.error(within: node, "text", at: (1, error.column, 1), error.message, help: error.help)
            return nil
        }
    }

    /// Tells a mistake inside a scalar at its place in the file, where the text stands there as it is.
    ///
    /// - Parameter kind: what the scalar holds, for the message where it does not.
    mutating func error(
        within node: Node, _ kind: String, at place: (line: Int, column: Int, length: Int), _ message: String,
        help: String?
    ) {
        let text = node.scalar?.text ?? ""
        if place.line == 1, let location = node.location.character(place.column - 1, of: text, length: place.length) {
            error(location, message, help: help)
        } else {
            let within = "line \(place.line), column \(place.column) of the \(kind)"
            error(node.location, "\(message) (\(within))", help: help)
        }
    }

    /// One of a few words, in any spelling.
    ///
    /// - Parameter other: What else it may be, for the message.
    mutating func choice<Value>(
        _ node: Node, _ name: String, among choices: [(name: String, value: Value)], or other: [String] = []
    ) -> Value? {
        let names = choices.map(\.name)
        guard let scalar = node.scalar, !node.isNull else {
            mismatch(node, name, oneOf(names + other))
            return nil
        }
        if let choice = choices.first(where: { Name.folded($0.name) == Name.folded(scalar.text) }) {
            return choice.value
        }
        let near = Name.closest(to: scalar.text, among: names)
        mismatch(node, name, oneOf(names + other), help: near.map { "did you mean '\($0)'?" })
        return nil
    }

    private func numberAdvice(_ node: Node) -> String? {
        guard let scalar = node.scalar else { return nil }
        let text = scalar.text
        if !scalar.isPlain, Scalar(text: text, isPlain: true).value != .text, !text.isEmpty {
            return "remove the quotes"
        }
        if text.first == "0", text.count > 1, text.allSatisfy(\.isNumber) { return "remove the leading zeros" }
        if text.contains("_") || text.contains(",") { return "write the digits without separators" }
        return nil
    }

    mutating func flag(_ node: Node, _ name: String) -> Bool? {
        if case .boolean(let flag)? = node.scalar?.value { return flag }
        mismatch(node, name, "true or false")
        return nil
    }

    // MARK: Lists and mappings

    mutating func list(_ node: Node, _ name: String, of wanted: String) -> [Node]? {
        guard let elements = node.elements else {
            mismatch(node, name, "a list of \(wanted)")
            return nil
        }
        return elements
    }

    /// `[x, y]`, both finite.
    mutating func pair(_ node: Node, _ name: String) -> SIMD2<Double>? {
        guard let elements = node.elements else {
            mismatch(node, name, "a pair of numbers, such as [1, 2]")
            return nil
        }
        guard elements.count == 2 else {
            error(node.location, "'\(name)' must be a pair of numbers, not \(elements.count) of them")
            return nil
        }
        let x = number(elements[0], name)
        let y = number(elements[1], name)
        guard let x, let y else { return nil }
        return SIMD2(x, y)
    }

    /// `[x, y]`, or a list of such pairs with at least one.
    mutating func points(_ node: Node, _ name: String) -> [SIMD2<Double>]? {
        guard let elements = node.elements else {
            mismatch(node, name, "a pair of numbers, or a list of such pairs")
            return nil
        }
        guard let first = elements.first else {
            error(node.location, "'\(name)' is an empty list", help: "a point is written [1, 2]")
            return nil
        }
        if first.scalar != nil { return pair(node, name).map { [$0] } }
        let pairs = elements.map { pair($0, name) }
        return pairs.contains { $0 == nil } ? nil : pairs.compactMap(\.self)
    }

    /// The values of a mapping by the names of a table, in any spelling.
    mutating func fields(_ node: Node, _ table: KeyTable) -> Fields? {
        guard let entries = node.entries else {
            mismatch(node, table.subject.filter { $0 != "'" }, "a mapping with \(table.names.joined(separator: ", "))")
            return nil
        }
        var fields = Fields(location: node.location)
        for entry in entries { take(entry, table, into: &fields) }
        return fields
    }

    private mutating func take(_ entry: Node.Entry, _ table: KeyTable, into fields: inout Fields) {
        let key = entry.key
        guard let known = table.key(named: key.text) else {
            return diagnostics.add(.unknownKey(key, in: table))
        }
        if known.isLater {
            error(key.location, "'\(known.name)' is not available yet", help: "this version of Ravine cannot do that")
        } else if let first = fields.entry(known.name) {
            diagnostics.add(.duplicate(known.name, at: key.location, first: first.key.location))
        } else {
            fields.add(entry, as: known.name)
        }
    }
}

/// Paths in the order in which they were met, each once.
struct InputList {
    private(set) var paths: [String] = []

    mutating func add(_ path: String) {
        if !paths.contains(path) { paths.append(path) }
    }
}

/// The known keys of a mapping with their values.
struct Fields {
    let location: Location
    private var entries: [String: Node.Entry] = [:]

    init(location: Location) { self.location = location }

    mutating func add(_ entry: Node.Entry, as name: String) { entries[name] = entry }

    /// Takes over all values of another mapping.
    mutating func add(_ other: Fields) { entries.merge(other.entries) { $1 } }

    var isEmpty: Bool { entries.isEmpty }

    func entry(_ name: String) -> Node.Entry? { entries[name] }

    subscript(name: String) -> Node? { entries[name]?.value }
}

extension Diagnostic {
    static func unknownKey(_ key: Node.Key, in table: KeyTable) -> Diagnostic {
        let near = Name.closest(to: key.text, among: table.names)
        let help = near.map { "did you mean '\($0)'?" } ?? "known keys: \(table.names.joined(separator: ", "))"
        return Diagnostic(at: key.location, "unknown key \(quoted(key.text)) in \(table.subject)", help: help)
    }
}

/// A whole number without `.0`, for messages.
func short(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
}

private func oneOf(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " or " + last
}
