/// Reads a table of numbers from a text, row by row.
struct CSVReader {
    private let text: CSVText
    private let cellLimit: Int
    private var position: Int
    /// The line that `position` is in, from 1.
    private var line = 1
    private var separator = UInt8(ascii: ",")

    private var values: [Double] = []
    private var lines: [UInt32] = []
    private var columnCount = 0
    private var firstRow = 0..<0

    init(_ text: CSVText, cellLimit: Int) {
        self.text = text
        self.cellLimit = cellLimit
        position = text.start
    }

    private var bytes: [UInt8] { text.bytes }
    private var isAtEnd: Bool { position >= bytes.count }

    mutating func read() throws(DataFileError) -> NumericTable {
        guard skipToRow(isSpace: Self.isSpace) else { throw DataFileError("the table is empty") }
        separator = CSVDetection.separator(of: bytes, from: position)
        let header = try readFirstRow()
        while skipToRow(isSpace: { [separator] in Self.isSpace($0) && $0 != separator }) { try readRow() }
        guard !lines.isEmpty else {
            throw DataFileError("the table has a header but no rows", at: text.place(firstRow))
        }
        guard values.contains(where: { !$0.isNaN }) else {
            throw DataFileError("the table holds no numbers, only empty fields and NaN")
        }
        return NumericTable(header: header, columnCount: columnCount, values: values, lines: lines)
    }

    /// Reads the first row, which is the header or decides how many columns there are.
    private mutating func readFirstRow() throws(DataFileError) -> [String]? {
        let firstLine = UInt32(line)
        let start = position
        var fields: [CSVField] = []
        repeat {
            fields.append(try nextField())
            guard fields.count <= Limits.columns else {
                throw DataFileError(
                    "the table has more than \(Limits.columns) columns", at: text.place(fields[0].range))
            }
        } while takeSeparator()
        columnCount = fields.count
        firstRow = start..<position
        if try CSVDetection.isHeader(fields, in: text, separator: separator) {
            return try CSVDetection.names(fields, in: text)
        }
        for (column, field) in fields.enumerated() { try append(field, isCorner: column == 0 && fields.count > 2) }
        lines.append(firstLine)
        return nil
    }

    private mutating func readRow() throws(DataFileError) {
        let start = position
        lines.append(UInt32(line))
        var count = 0
        repeat {
            let field = try nextField()
            count += 1
            guard count <= columnCount else { throw raggedRow(from: start, field) }
            try append(field)
        } while takeSeparator()
        guard count == columnCount else { throw raggedRow(from: start, nil) }
    }

    /// - Parameter isCorner: whether a text there is a label, which counts as NaN.
    private mutating func append(_ field: CSVField, isCorner: Bool = false) throws(DataFileError) {
        guard values.count < cellLimit else {
            throw DataFileError("the table has more than \(cellLimit) numbers", at: text.place(field.range))
        }
        let isLabel = isCorner && !field.isMeantAsNumber(in: text)
        guard let number = field.number(in: text) ?? (isLabel ? .nan : nil) else {
            throw field.mistake(in: text, separator: separator)
        }
        values.append(number)
    }

    /// - Parameter surplus: The first field too many; nil where the row ended too early.
    private func raggedRow(from start: Int, _ surplus: CSVField?) -> DataFileError {
        let expected = "\(columnCount) \(columnCount == 1 ? "field" : "fields")"
        if let surplus {
            return DataFileError(
                "the row has more than the \(expected) of the first line", at: text.place(surplus.range))
        }
        var row = bytes[start..<position]
        while let last = row.last, last == 0x0A || last == 0x0D { row.removeLast() }
        return DataFileError("the row has fewer than the \(expected) of the first line", at: text.place(row.indices))
    }

    // MARK: Fields

    /// Reads a field and the spaces around it, up to a separator or the line's end.
    private mutating func nextField() throws(DataFileError) -> CSVField {
        skipSpace()
        guard !isAtEnd, bytes[position] == UInt8(ascii: "\"") else { return plainField() }
        let start = position
        let content = try quotedContent()
        let field = CSVField(range: start..<position, content: content, isQuoted: true)
        skipSpace()
        guard isAtEnd || bytes[position] == separator || Self.isLineEnd(bytes[position]) else {
            throw DataFileError(
                "text follows the closing quote", help: "a quote inside a field in quotes is written twice",
                at: text.place(position..<position + 1))
        }
        return field
    }

    private mutating func plainField() -> CSVField {
        let start = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == separator || Self.isLineEnd(byte) { break }
            position += 1
        }
        var end = position
        while end > start, Self.isSpace(bytes[end - 1]) { end -= 1 }
        return CSVField(range: start..<end, content: start..<end, isQuoted: false)
    }

    /// What stands between the quote here and the one that closes it, behind which reading goes on.
    private mutating func quotedContent() throws(DataFileError) -> Range<Int> {
        let opening = position
        position += 1
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
                    position += 1
                    return opening + 1..<position - 1
                }
                position += 2
            case let byte where Self.isLineEnd(byte): takeLineEnd()
            default: position += 1
            }
        }
        throw DataFileError("the quote that opens here is never closed", at: text.place(opening..<opening + 1))
    }

    /// Takes what ends a field; true where another field follows in the row.
    private mutating func takeSeparator() -> Bool {
        guard !isAtEnd else { return false }
        guard bytes[position] == separator else {
            takeLineEnd()
            return false
        }
        position += 1
        return true
    }

    // MARK: Lines and spaces

    /// Passes over blank lines and comments; false at the text's end.
    private mutating func skipToRow(isSpace: (UInt8) -> Bool) -> Bool {
        while !isAtEnd {
            var first = position
            while first < bytes.count, isSpace(bytes[first]) { first += 1 }
            guard first < bytes.count else {
                position = first
                break
            }
            if bytes[first] == UInt8(ascii: "#") {
                while first < bytes.count, !Self.isLineEnd(bytes[first]) { first += 1 }
            } else if !Self.isLineEnd(bytes[first]) {
                return true
            }
            position = first
            takeLineEnd()
        }
        return false
    }

    private mutating func takeLineEnd() {
        guard !isAtEnd else { return }
        let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
        position += isPair ? 2 : 1
        line += 1
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]), bytes[position] != separator { position += 1 }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
