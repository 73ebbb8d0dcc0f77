/// A table of numbers: a .csv or .tsv file.
public struct NumericTable: Hashable, Sendable {
    /// The columns' names, without spaces around them, where the file begins with a line of names. Names are unique
    /// but for empty ones.
    public let header: [String]?
    /// At least 1.
    public let columnCount: Int
    /// At least 1.
    public let rowCount: Int
    /// Row by row.
    private let values: [Double]
    /// The line of each row, from 1.
    private let lines: [UInt32]

    init(header: [String]?, columnCount: Int, values: [Double], lines: [UInt32]) {
        self.header = header
        self.columnCount = columnCount
        self.values = values
        self.lines = lines
        rowCount = lines.count
    }

    /// Reads a table of numbers.
    ///
    /// - Text is UTF-8, with or without a byte order mark; lines end in LF, CR LF or CR. Blank lines and lines that
    ///   begin with `#` are passed over.
    /// - Fields are separated by tabs, semicolons or commas: the first of these that the first line has, outside
    ///   quotes. Spaces around a field count for nothing. A field may stand in double quotes, a quote inside written
    ///   twice.
    /// - The first line is a header if it has a text and no number; beside a text, numbers in quotes are names.
    ///   A text before two or more numbers is the label of a matrix with its axes, and counts as NaN.
    /// - Numbers are decimal with a point, such as `-1.5e-3`, and become the nearest double. `inf`, `+inf`, `-inf` and
    ///   `infinity` are infinite. Empty fields, `nan` with or without a sign, `na`, `n/a`, `null` and `none` are NaN.
    ///   All in any case of letters.
    ///
    /// - Parameter bytes: The whole file.
    /// - Throws: `DataFileError` with line and column for all that is wrong in the text, among it rows with other
    ///   numbers of fields than the first line, and tables without rows or numbers.
    public init(_ bytes: [UInt8]) throws(DataFileError) {
        try self.init(bytes, cellLimit: Limits.cells)
    }

    init(_ bytes: [UInt8], cellLimit: Int) throws(DataFileError) {
        let text = try CSVText(bytes)
        var reader = CSVReader(text, cellLimit: cellLimit)
        self = try reader.read()
    }

    /// The number in a row and column, both from 0.
    ///
    /// - Precondition: The row is less than `rowCount`, the column less than `columnCount`.
    public subscript(row row: Int, column column: Int) -> Double {
        precondition(row >= 0 && row < rowCount && column >= 0 && column < columnCount, "outside the table")
        return values[row * columnCount + column]
    }

    /// The numbers of a column, from 0.
    ///
    /// - Precondition: The index is less than `columnCount`.
    public func column(_ index: Int) -> [Double] {
        precondition(index >= 0 && index < columnCount, "outside the table")
        return stride(from: index, to: values.count, by: columnCount).map { values[$0] }
    }

    /// The numbers of the column with this name, or nil where there is none.
    ///
    /// A name that is the same letter for letter comes first; otherwise letter case and spaces count for nothing.
    public func column(named name: String) -> [Double]? {
        index(ofColumn: name).map { column($0) }
    }

    /// The place of the column with this name, from 0; see `column(named:)`.
    public func index(ofColumn name: String) -> Int? {
        func folded(_ name: String) -> String { name.lowercased().filter { !$0.isWhitespace } }
        return header?.firstIndex(of: name) ?? header?.firstIndex { folded($0) == folded(name) }
    }

    /// The line of the file where a row (from 0) begins, from 1.
    ///
    /// - Precondition: The row is less than `rowCount`.
    public func line(ofRow row: Int) -> Int {
        precondition(row >= 0 && row < rowCount, "outside the table")
        return Int(lines[row])
    }
}
