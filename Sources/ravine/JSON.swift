/// A JSON value whose objects keep their order, so that documents read as the manual shows them.
///
/// Foundation's encoder sorts keys or shuffles them, and knows no `null` for a number that is not finite.
enum JSON {
    case null
    case bool(Bool)
    case integer(Int)
    /// Printed with the shortest digits that read back to the same double; `null` where it is not finite.
    case number(Double)
    case string(String)
    case array([JSON])
    /// A long list without objects in it, whose elements are made as they are written.
    case series(count: Int, element: (Int) -> JSON)
    case object([(name: String, value: JSON)])

    static func point(_ point: SIMD2<Double>) -> JSON { .array([.number(point.x), .number(point.y)]) }

    /// Writes a document: large objects and lists of objects over several lines, everything else on one, and a line end.
    func write(to output: inout some TextOutputStream) {
        write(to: &output, indent: "")
        output.write("\n")
    }

    /// The most single values in an object that stands on one line.
    private static let widest = 16

    private var isInline: Bool {
        switch self {
        case .object(let members): leafCount <= Self.widest && members.allSatisfy(\.value.isInline)
        case .array(let elements): elements.allSatisfy { !$0.isObject && $0.isInline }
        default: true
        }
    }

    private var isObject: Bool {
        if case .object = self { true } else { false }
    }

    private var leafCount: Int {
        switch self {
        case .object(let members): members.reduce(0) { $0 + $1.value.leafCount }
        case .array(let elements): elements.reduce(0) { $0 + $1.leafCount }
        case .series: Self.widest + 1
        default: 1
        }
    }

    private func write(to output: inout some TextOutputStream, indent: String) {
        switch self {
        case .null: output.write("null")
        case .bool(let flag): output.write("\(flag)")
        case .integer(let integer): output.write("\(integer)")
        case .number(let number): output.write(number.isFinite ? "\(number)" : "null")
        case .string(let string): Self.quote(string, to: &output)
        case .array(let elements):
            Self.list(elements, "[", "]", isInline: isInline, to: &output, indent: indent) { element, inner, output in
                element.write(to: &output, indent: inner)
            }
        case .series(let count, let element):
            Self.list(0..<count, "[", "]", isInline: true, to: &output, indent: indent) { index, inner, output in
                element(index).write(to: &output, indent: inner)
            }
        case .object(let members):
            Self.list(members, "{", "}", isInline: isInline, to: &output, indent: indent) { member, inner, output in
                Self.quote(member.name, to: &output)
                output.write(": ")
                member.value.write(to: &output, indent: inner)
            }
        }
    }

    private static func list<Items: Collection, Output: TextOutputStream>(
        _ items: Items, _ opening: String, _ closing: String, isInline: Bool, to output: inout Output, indent: String,
        item: (Items.Element, String, inout Output) -> Void
    ) {
        let inner = isInline ? indent : indent + "  "
        output.write(opening)
        var isFirst = true
        for value in items {
            if !isFirst { output.write(isInline ? ", " : ",") }
            if !isInline { output.write("\n" + inner) }
            item(value, inner, &output)
            isFirst = false
        }
        if !isInline { output.write("\n" + indent) }
        output.write(closing)
    }

    private static func quote(_ string: String, to output: inout some TextOutputStream) {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        output.write(text + "\"")
    }
}
