import Spelling

/// What a table's first line says of the whole: the separator, and whether there is a header.
enum CSVDetection {
    /// The first of tab, semicolon and comma that a line has outside quotes; a comma where it has none.
    static func separator(of bytes: [UInt8], from start: Int) -> UInt8 {
        var isInQuotes = false
        var found: Set<UInt8> = []
        for byte in bytes[start...] {
            if byte == UInt8(ascii: "\"") { isInQuotes.toggle() }
            if isInQuotes { continue }
            if CSVReader.isLineEnd(byte) { break }
            if candidates.contains(byte) { found.insert(byte) }
        }
        return candidates.first(where: found.contains) ?? UInt8(ascii: ",")
    }

    private static let candidates = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]

    static func name(of separator: UInt8) -> String {
        switch separator {
        case UInt8(ascii: "\t"): "tabs"
        case UInt8(ascii: ";"): "semicolons"
        default: "commas"
        }
    }

    /// Whether the first row is a header: it has a text, and no number but in quotes.
    static func isHeader(_ fields: [CSVField], in text: CSVText, separator: UInt8) throws(DataFileError) -> Bool {
        func isNumber(_ field: CSVField) -> Bool {
            field.number(in: text)?.isFinite ?? field.isMeantAsNumber(in: text)
        }
        guard let name = fields.first(where: { $0.number(in: text) == nil && !$0.isMeantAsNumber(in: text) }) else {
            return false
        }
        guard fields.contains(where: { !$0.isQuoted && isNumber($0) }) else { return true }
        // The corner of a matrix with its axes: the first line has x, the first column y, and the corner their names.
        if fields.count > 2, name.range == fields[0].range, fields.dropFirst().allSatisfy(isNumber) { return false }
        throw DataFileError(
            "\(quoted(text.string(name.content.prefix(400)))) is not a number",
            help: "in a header, put names that are numbers in quotes", at: text.place(name.range))
    }

    /// The names of the columns.
    static func names(_ fields: [CSVField], in text: CSVText) throws(DataFileError) -> [String] {
        var names: [String] = []
        var seen: Set<String> = []
        for field in fields {
            let name = field.name(in: text)
            guard name.isEmpty || seen.insert(name).inserted else {
                throw DataFileError("two columns are named \(quoted(name))", at: text.place(field.range))
            }
            names.append(name)
        }
        return names
    }
}
