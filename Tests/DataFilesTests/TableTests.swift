import Testing

@testable import DataFiles

/// Tables that are right.
@Suite struct TableTests {
    struct Good: Sendable, CustomTestStringConvertible {
        let title: String
        let text: String
        let header: [String]?
        let rows: [[Double]]
        let lines: [Int]

        init(_ title: String, _ text: String, _ header: [String]?, _ rows: [[Double]], lines: [Int]) {
            (self.title, self.text, self.header, self.rows, self.lines) = (title, text, header, rows, lines)
        }

        var testDescription: String { title }
    }

    static let nan = Double.nan
    static let good: [Good] = [
        Good("a header and rows", "x,y\n1,2\n3,4\n", ["x", "y"], [[1, 2], [3, 4]], lines: [2, 3]),
        Good("a labelled corner", "y\\x,0,1\n-1,2,3\n", nil, [[nan, 0, 1], [-1, 2, 3]], lines: [1, 2]),
        Good("no header", "1,2\n3,4", nil, [[1, 2], [3, 4]], lines: [1, 2]),
        Good("one column", "loss\n1\n\n2\n", ["loss"], [[1], [2]], lines: [2, 4]),
        Good("CR LF", "x\r\n1\r\n\r\n2\r\n", ["x"], [[1], [2]], lines: [2, 4]),
        Good("CR", "x\r1\r\r2", ["x"], [[1], [2]], lines: [2, 4]),
        Good("a byte order mark", "\u{FEFF}x\n1\n", ["x"], [[1]], lines: [2]),
        Good("a byte order mark before a quote", "\u{FEFF}\"x\",y\n1,2\n", ["x", "y"], [[1, 2]], lines: [2]),
        Good("semicolons", "x;y\n1;2\n", ["x", "y"], [[1, 2]], lines: [2]),
        Good("tabs", "x\ty\n1\t2\n\t\n", ["x", "y"], [[1, 2], [nan, nan]], lines: [2, 3]),
        Good("commas in names, by semicolons", "a, b;c\n1;2\n", ["a, b", "c"], [[1, 2]], lines: [2]),
        Good("separators in quotes", "\"a;b\",\"c\td\"\n1,2\n", ["a;b", "c d"], [[1, 2]], lines: [2]),
        Good("comments", "# made by hand\nx,y\n  # more\n1,2\n#\n", ["x", "y"], [[1, 2]], lines: [4]),
        Good("spaces", "  x , y  \n  1\t,  -2 \n", ["x", "y"], [[1, -2]], lines: [2]),
        Good("quotes", "\"x\" ,\"say \"\"y\"\"\"\n \"1\", \" 2 \"\n", ["x", "say \"y\""], [[1, 2]], lines: [2]),
        Good("a name of two lines", "\"x\n(m)\",y\n1,2\n", ["x (m)", "y"], [[1, 2]], lines: [3]),
        Good("numbers in quotes", "\"1\",\"2\"\n\"3\",\"4\"\n", nil, [[1, 2], [3, 4]], lines: [1, 2]),
        Good("names that are numbers", "step,\"0\",\"1\"\n1,2,3\n", ["step", "0", "1"], [[1, 2, 3]], lines: [2]),
        Good("names with digits", "e1,2nd,x_3\n1,2,3\n", ["e1", "2nd", "x_3"], [[1, 2, 3]], lines: [2]),
        Good("an unnamed column", ",x,\n0,1,2\n", ["", "x", ""], [[0, 1, 2]], lines: [2]),
        Good("a name that is also a word", "na,x\n1,2\n", ["na", "x"], [[1, 2]], lines: [2]),
        Good(
            "missing", "a,b,c,d\n,NaN,n/a,NULL\n\"\",None,-nan,5\n", ["a", "b", "c", "d"],
            [[nan, nan, nan, nan], [nan, nan, nan, 5]], lines: [2, 3]),
        Good(
            "infinite", "a,b,c,d\ninf,-Inf,+INF,-infinity\n", ["a", "b", "c", "d"],
            [[.infinity, -.infinity, .infinity, -.infinity]], lines: [2]),
        Good(
            "forms of numbers", "a,b,c,d,e\n+1.,.5,-0,1E+2,007\n", ["a", "b", "c", "d", "e"], [[1, 0.5, -0.0, 100, 7]],
            lines: [2]),
        Good("a name like a signature", "PAR1,GIF8\n1,2\n", ["PAR1", "GIF8"], [[1, 2]], lines: [2]),
        Good("too small", "a\n1e-999\n", ["a"], [[0]], lines: [2]),
        Good("one field, no line end", "5", nil, [[5]], lines: [1]),
    ]

    @Test(arguments: good) func rightTablesAreRead(_ good: Good) throws {
        guard case .table(let table) = try DataFile.read(Array(good.text.utf8), fileName: "t.csv") else {
            Issue.record("no table")
            return
        }
        #expect(table.header == good.header)
        #expect((0..<table.rowCount).map(table.line(ofRow:)) == good.lines)
        let rows = (0..<table.rowCount).map { row in (0..<table.columnCount).map { table[row: row, column: $0] } }
        #expect(rows.map { $0.map(Self.bits) } == good.rows.map { $0.map(Self.bits) })
    }

    private static func bits(_ value: Double) -> UInt64? { value.isNaN ? nil : value.bitPattern }

    @Test func columnsAreFoundByName() throws {
        let table = try NumericTable(Array("Train Loss,loss,LOSS\n1,2,3\n4,5,6\n".utf8))
        #expect(table.column(named: "trainloss") == [1, 4])
        #expect(table.column(named: "LOSS") == [3, 6])
        #expect(table.column(named: "Loss") == [2, 5])
        #expect(table.column(named: "x") == nil)
        #expect(table.column(1) == [2, 5])
        #expect(table.index(ofColumn: " LOSS ") == 1)
        #expect(try NumericTable(Array("1,2\n".utf8)).column(named: "1") == nil)
    }

    @Test func numbersReadBackToTheSameBits() throws {
        var generator = MutationTests.Generator(state: 1)
        let values = (0..<2000).map { _ in Double(bitPattern: generator.next()) }.filter(\.isFinite)
        let table = try NumericTable(Array(values.map { "\($0)\n" }.joined().utf8))
        #expect(table.column(0).map(\.bitPattern) == values.map(\.bitPattern))
    }

    @Test func theNearestDoubleIsTaken() throws {
        let text =
            "9007199254740993,2.2250738585072011e-308,1.7976931348623158e308,0.1000000000000000055511151231257827"
        let values: [Double] = [0x1p53, Double(bitPattern: 0x000F_FFFF_FFFF_FFFF), .greatestFiniteMagnitude, 0.1]
        let table = try NumericTable(Array(text.utf8))
        #expect((0..<4).map { table[row: 0, column: $0] } == values)
    }

    @Test func aTableHasSoManyNumbersAndNoMore() throws {
        let text = Array("x,y\n1,2\n3,4\n".utf8)
        #expect(try NumericTable(text, cellLimit: 4).rowCount == 2)
        let mistake = #expect(throws: DataFileError.self) { try NumericTable(text, cellLimit: 3) }
        #expect(mistake?.words == "3:3-1 the table has more than 3 numbers")
    }
}
