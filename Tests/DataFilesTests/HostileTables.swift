/// Tables with something wrong.
extension Hostile {
    static let fields: [Hostile] = [
        Hostile("letters", "x,y\n1,abc\n", "2:3-3 'abc' is not a number"),
        Hostile("text behind letters of many bytes", "größe,λ\n1,  naïve 👩‍👩‍👧 , \n", "2:5-7 'naïve 👩‍👩‍👧' is not a number"),
        Hostile(
            "long text", "x\n" + String(repeating: "long ", count: 1000) + "\n",
            "2:1-4999 'long long long long long long long long …' is not a number"),
        Hostile("two signs", "x\n--1\n", "2:1-3 '--1' is not a number"),
        Hostile("two points", "x\n1.2.3\n", "2:1-5 '1.2.3' is not a number"),
        Hostile("an exponent without digits", "x\n1e\n", "2:1-2 '1e' is not a number"),
        Hostile("a lone point", "x\n.\n", "2:1-1 '.' is not a number"),
        Hostile("hexadecimal", "x\n0x1F\n", "2:1-4 '0x1F' is not a number | write it as a decimal number"),
        Hostile("a hexadecimal float", "x\n0x1p4\n", "2:1-5 '0x1p4' is not a number | write it as a decimal number"),
        Hostile("too large", "x\n1e999\n", "2:1-5 '1e999' is beyond the range of doubles"),
        Hostile("too large, in the first line", "1e999,1\n", "1:1-5 '1e999' is beyond the range of doubles"),
        Hostile("a longer infinity", "x\ninfinityy\n", "2:1-9 'infinityy' is not a number"),
        Hostile("digits of another script", "x\n١٢\n", "2:1-2 '١٢' is not a number"),
        Hostile("a minus that is none", "x\n−1\n", "2:1-2 '−1' is not a number | write the minus as '-'"),
        Hostile("a space that is none", "x\n1\u{A0}000\n", "2:1-5 '1 000' is not a number"),
        Hostile("decimal commas", "x;y\n1,5;2,5\n", "2:1-3 '1,5' is not a number | decimals have a point: '1.5'"),
        Hostile(
            "decimal commas in the first line", "1,5;2,5\n",
            "1:1-3 '1,5' is not a number | decimals have a point: '1.5'"),
        Hostile(
            "a decimal comma in quotes", "x,y\n\"1,5\",2\n",
            "2:1-5 '1,5' is not a number | decimals have a point: '1.5'"),
        Hostile(
            "thousands", "x;y\n1,234.5;2\n", "2:1-7 '1,234.5' is not a number | write the digits without separators"),
        Hostile(
            "thousands by apostrophes", "x\n12'345\n",
            "2:1-6 '12'345' is not a number | write the digits without separators"),
        Hostile(
            "spaces between columns", "1.5 2.5\n3.5 4.5\n",
            "1:1-7 '1.5 2.5' is not a number | columns are separated by commas, semicolons or tabs, not by spaces"),
        Hostile("percent", "x\n5%\n", "2:1-2 '5%' is not a number"),
        Hostile("a date", "day,loss\n2024-01-01,5\n", "2:1-10 '2024-01-01' is not a number"),
        Hostile(
            "a comment behind numbers", "x\n1 # one\n",
            "2:1-7 '1 # one' is not a number | a comment needs a line of its own"),
        Hostile("a line end in quotes", "x,y\n1,\"2\n3\"\n", "2:3-2 '2�3' is not a number"),
    ]

    static let rows: [Hostile] = [
        Hostile("a field too few", "x,y\n1,2\n3\n", "3:1-1 the row has fewer than the 2 fields of the first line"),
        Hostile(
            "a field too many", "x,y\n1,2\n3,4,5,6\n", "3:5-1 the row has more than the 2 fields of the first line"),
        Hostile(
            "a separator at a line's end", "x,y\n1,2,\n", "2:5-1 the row has more than the 2 fields of the first line"),
        Hostile(
            "a field too many under one column", "x\n1,2\n", "2:3-1 the row has more than the 1 field of the first line"
        ),
        Hostile(
            "another separator", "x,y\n1;2\n",
            "2:1-3 '1;2' is not a number | the columns of this file are separated by commas"),
        Hostile(
            "a text among numbers in the first line", "1,abc,3\n4,5,6\n",
            "1:3-3 'abc' is not a number | in a header, put names that are numbers in quotes"),
        Hostile(
            "numbers among names", "0,step,1\n1,2,3\n",
            "1:3-4 'step' is not a number | in a header, put names that are numbers in quotes"),
        Hostile("two headers", "x,y\nx,y\n1,2\n", "2:1-1 'x' is not a number"),
        Hostile("one name twice", "x,y, x \n1,2,3\n", "1:6-1 two columns are named 'x'"),
        Hostile(
            "one name twice, in quotes", "\"a \"\"b\"\"\",a \"b\"\n1,2\n", "1:11-5 two columns are named 'a \"b\"'"),
        Hostile("no rows", "# loss\nx,y\n\n", "2:1-3 the table has a header but no rows"),
        Hostile("no rows, no line end", "x,y", "1:1-3 the table has a header but no rows"),
        Hostile("nothing but spaces", " \n\t\n", "the table is empty"),
        Hostile("nothing but comments", "# x,y\n  # 1,2\n", "the table is empty"),
        Hostile("no numbers", "x,y\n,nan\nNA,\n", "the table holds no numbers, only empty fields and NaN"),
        Hostile("no numbers, no header", ",,\n,,\n", "the table holds no numbers, only empty fields and NaN"),
        Hostile(
            "65537 columns", String(repeating: ",", count: 65_536) + "\n", "1:1-1 the table has more than 65536 columns"
        ),
    ]

    static let texts: [Hostile] = [
        Hostile(
            "Latin-1", "a.csv", Array("x,gr".utf8) + [0xF6, 0xDF] + Array("e\n1,2\n".utf8),
            "1:5-1 the text is not UTF-8 here | save it as UTF-8"),
        Hostile(
            "UTF-8 cut short", "a.csv", Array("x\n1\n# gr".utf8) + [0xC3],
            "3:5-1 the text is not UTF-8 here | save it as UTF-8"),
        Hostile(
            "overlong UTF-8", "a.csv", Array("x\n".utf8) + [0xC0, 0xAF],
            "2:1-1 the text is not UTF-8 here | save it as UTF-8"),
        Hostile(
            "a NUL", "a.csv", Array("x,y\r\n1,".utf8) + [0] + Array("\n".utf8),
            "2:3-1 a NUL byte stands in the text | the file is binary, cut or UTF-16; save it as UTF-8"),
        Hostile(
            "a NUL behind a byte order mark", "a.csv", [0xEF, 0xBB, 0xBF, 0x78, 0],
            "1:2-1 a NUL byte stands in the text | the file is binary, cut or UTF-16; save it as UTF-8"),
        Hostile("an open quote", "x,y\n1,2\n3,\"4\n5,6\n", "3:3-1 the quote that opens here is never closed"),
        Hostile("an open quote at the end", "x,y\n1,\"", "2:3-1 the quote that opens here is never closed"),
        Hostile(
            "text behind a quote", "x,y\n\"1\"2,3\n",
            "2:4-1 text follows the closing quote | a quote inside a field in quotes is written twice"),
        Hostile("a quote inside a field", "x\n1\"2\"\n", "2:1-4 '1\"2\"' is not a number"),
        Hostile("line ends of three kinds", "x\r1\r\n2\nabc\r", "4:1-3 'abc' is not a number"),
        Hostile("an accent behind a separator", "x,y\n1,\u{301}2\n", "2:3-2 '́2' is not a number"),
        Hostile(
            "tabs", "a.tsv", Array("x\ty\n1\t2 \t3\n".utf8),
            "2:6-1 the row has more than the 2 fields of the first line"),
    ]
}
