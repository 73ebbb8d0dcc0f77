import Formulas
import Testing

/// A broken formula and what must be said of it.
struct Mistake: CustomTestStringConvertible, Sendable {
    var text: String
    var message: String
    var help: String?
    var line = 1
    var column: Int
    var length = 1

    init(_ text: String, _ message: String, _ help: String?, line: Int = 1, column: Int, length: Int = 1) {
        (self.text, self.message, self.help) = (text, message, help)
        (self.line, self.column, self.length) = (line, column, length)
    }

    var testDescription: String { text.count < 50 ? text : "\(text.prefix(50))…" }

    static let tooDeep = "the formula is nested more than 64 deep"

    static let table = [
        Mistake("", "the formula is empty", "write an expression in x and y", column: 1),
        Mistake("  \n ", "the formula is empty", "write an expression in x and y", line: 2, column: 2),
        Mistake("z", "unknown name 'z'", "did you mean 'x'?", column: 1),
        Mistake("x + alpah", "unknown name 'alpah'", "did you mean 'alpha'?", column: 5, length: 5),
        Mistake("x +\n  2*wombat", "unknown name 'wombat'", nil, line: 2, column: 5, length: 6),
        Mistake("X^2", "unknown name 'X'", "did you mean 'x'?", column: 1),
        Mistake("PI*x", "unknown name 'PI'", "did you mean 'pi'?", column: 1, length: 2),
        Mistake("2*π", "unknown name 'π'", "write pi", column: 3),
        Mistake("sin + 1", "the function 'sin' has no arguments", "write sin(…)", column: 1, length: 3),
        Mistake("sinn(x)", "unknown function 'sinn'", "did you mean 'sign'?", column: 1, length: 4),
        Mistake("1 + ln(x)", "unknown function 'ln'", "write log", column: 5, length: 2),
        Mistake("arctan(x)", "unknown function 'arctan'", "write atan", column: 1, length: 6),
        Mistake("pow(x, 2)", "unknown function 'pow'", "write x^y", column: 1, length: 3),
        Mistake("gamma(x)", "unknown function 'gamma'", nil, column: 1, length: 5),
        Mistake("x(1 + y)", "'x' is not a function", "write x*(…)", column: 1),
        Mistake("alpha(x)", "'alpha' is not a function", "write alpha*(…)", column: 1, length: 5),
        Mistake("sin()", "'sin' takes 1 argument, not 0", nil, column: 1, length: 3),
        Mistake("sin(x, y)", "'sin' takes 1 argument, not 2", nil, column: 1, length: 3),
        Mistake("y + atan2(x)", "'atan2' takes 2 arguments, not 1", nil, column: 5, length: 5),
        Mistake("min(x)", "'min' takes at least 2 arguments, not 1", nil, column: 1, length: 3),
        Mistake("(x + y", "'(' is never closed", "add ')'", column: 1),
        Mistake("2*(x + sin(y", "'(' is never closed", "add ')'", column: 11),
        Mistake("x + y)", "')' closes nothing", "remove it or add '('", column: 6),
        Mistake("()", "a value is missing before ')'", nil, column: 2),
        Mistake("x +", "a value is missing at the end", nil, column: 4),
        Mistake("x + * y", "a value is missing before '*'", nil, column: 5),
        Mistake("*x", "a value is missing before '*'", nil, column: 1),
        Mistake("x ^", "a value is missing at the end", nil, column: 4),
        Mistake("sin(x,)", "a value is missing before ')'", nil, column: 7),
        Mistake("x ** * y", "a value is missing before '*'", nil, column: 6),
        Mistake("2x", "an operator is missing before 'x'", "write 2*x", column: 2),
        Mistake("x y", "an operator is missing before 'y'", "write x*y", column: 3),
        Mistake("2(x + y)", "an operator is missing before '('", "write 2*(…)", column: 2),
        Mistake("(x)(y)", "an operator is missing before '('", "write (…)*(…)", column: 4),
        Mistake("(x)y", "an operator is missing before 'y'", "write (…)*y", column: 4),
        Mistake("sin(x)cos(y)", "an operator is missing before 'cos'", "write (…)*cos", column: 7, length: 3),
        Mistake("1.2.3", "an operator is missing before '.3'", "write 1.2*.3", column: 4, length: 2),
        Mistake("1,5*x", "unexpected ','", "write decimals with a point", column: 2),
        Mistake("(x, y)", "unexpected ','", "write decimals with a point", column: 3),
        Mistake("x² + y", "unexpected character '²'", "write ^2", column: 2),
        Mistake("x × y", "unexpected character '×'", "write *", column: 3),
        Mistake("x − y", "unexpected character '−'", "write -", column: 3),
        Mistake("|x|", "unexpected character '|'", "write abs(…)", column: 1),
        Mistake("[x]", "unexpected character '['", "group with ( and )", column: 1),
        Mistake("f = x", "unexpected character '='", "give the right-hand side alone", column: 3),
        Mistake("x # y", "unexpected character '#'", nil, column: 3),
        Mistake("x + 👨‍👩‍👧", "unexpected character '👨‍👩‍👧'", nil, column: 5),
        Mistake(".", "unexpected character '.'", nil, column: 1),
        Mistake("1e400*x", "number out of range", "a number lies between 5e-324 and 1.8e308", column: 1, length: 5),
        Mistake("x+1e-400", "number out of range", "a number lies between 5e-324 and 1.8e308", column: 3, length: 6),
        Mistake("sum(x, 1, 5, x)", "'x' has a meaning of its own and cannot be an index", "call it i", column: 5),
        Mistake(
            "sum(alpha, 1, 5, x)", "the index 'alpha' hides a value of the same name", "call it otherwise", column: 5,
            length: 5),
        Mistake(
            "sum(i, 1, 2, sum(i, 1, 2, i))", "the index 'i' hides a value of the same name", "call it otherwise",
            column: 18),
        Mistake("sum(1, 1, 5, x)", "a sum begins with its index", "write sum(i, 1, 5, …)", column: 5),
        Mistake("sum(i, x, 5, i)", "the bounds of a sum are whole numbers", "write sum(i, 1, 5, …)", column: 8),
        Mistake(
            "sum(i, 1, 2.5, i)", "the bounds of a sum are whole numbers", "write sum(i, 1, 5, …)", column: 11, length: 3
        ),
        Mistake("sum(i, 1, 1/0, i)", "the bounds of a sum are whole numbers", "write sum(i, 1, 5, …)", column: 11),
        Mistake("sum(i, 5, 1, i)", "the sum is empty: it runs from 5 to 1", nil, column: 11),
        Mistake("sum(i, 1, 2000, i)", "the sum has more than 1000 terms", nil, column: 11, length: 4),
        Mistake("sum(i, -9e15, 9e15, i)", "the sum has more than 1000 terms", nil, column: 15, length: 4),
        Mistake("sum(i, 1, 5)", "'sum' takes 4 arguments, not 3", nil, column: 1, length: 3),
        Mistake("sum(i, 1, 5, i, 2)", "'sum' takes 4 arguments, not more", nil, column: 1, length: 3),
        Mistake("sum(i, 1, 5, i) + i", "unknown name 'i'", "did you mean 'x'?", column: 19),
        Mistake(String(repeating: "(", count: 100_000), "the formula is longer than 10000 characters", nil, column: 1),
        Mistake(String(repeating: "-", count: 100_000), "the formula is longer than 10000 characters", nil, column: 1),
        Mistake(String(repeating: "(", count: 9999) + "x", tooDeep, nil, column: 65),
        Mistake(String(repeating: "-", count: 9999) + "x", tooDeep, nil, column: 65),
        Mistake(String(repeating: "sin(", count: 2000) + "x", tooDeep, nil, column: 257, length: 3),
        Mistake("x" + String(repeating: "^x", count: 100), tooDeep, nil, column: 129),
        Mistake(
            "sum(i,1,1000,sum(j,1,1000,sum(k,1,1000,1)))",
            "the formula is too large: its graph has more than 20000 nodes", nil, column: 1),
        Mistake(
            "sum(i,1,1000,sum(j,1,1000,sin(i*x+j*y)))",
            "the formula is too large: its graph has more than 20000 nodes", nil, column: 1),
    ]

    static let sizes = [tooLong, tooLarge]
    static let tooLong = "the formula is longer than 10000 characters"
    static let tooLarge = "the formula is too large: its graph has more than 20000 nodes"

    private static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    /// Formulas made to be slow, deep or large.
    static let hostile = [
        Mistake(many("(", 100_000) + "x" + many(")", 100_000), tooLong, nil, column: 1),
        Mistake(many("x+", 100_000) + "x", tooLong, nil, column: 1),
        Mistake(many("a", 100_000), tooLong, nil, column: 1),
        Mistake(many("1", 100_000), tooLong, nil, column: 1),
        Mistake("e" + many("\u{301}", 1_000_000) + many("x", 10_000), tooLong, nil, column: 1),
        Mistake("e" + many("\u{301}", 1_000_000), tooLong, nil, column: 1),
        Mistake(
            many("a", 9000), "unknown name '\(many("a", 64))…'", nil, column: 1, length: 9000),
        Mistake(
            many("a", 9000) + "(x)", "unknown function '\(many("a", 64))…'", nil, column: 1, length: 9000),
        Mistake(
            many("1", 9000), "number out of range", "a number lies between 5e-324 and 1.8e308", column: 1, length: 9000),
        Mistake(
            "1e" + many("9", 9000), "number out of range", "a number lies between 5e-324 and 1.8e308", column: 1,
            length: 9002),
        Mistake(many("(", 4900) + "x" + many(")", 4900), tooDeep, nil, column: 65),
        Mistake(many("-(", 3300) + "x" + many(")", 3300), tooDeep, nil, column: 65),
        Mistake("2" + many("^2", 4900), tooDeep, nil, column: 129),
        Mistake(many("max(x,", 1400) + "x" + many(")", 1400), tooDeep, nil, column: 383),
        Mistake(
            many("sum(i,1,2,", 900) + "x", "the index 'i' hides a value of the same name", "call it otherwise",
            column: 15),
        Mistake("sum(a,1,1000,sum(b,1,1000,sum(c,1,1000,sum(d,1,1000,x))))", tooLarge, nil, column: 1),
        Mistake("sum(i,1,1000,(i*x)^1023)", tooLarge, nil, column: 1),
        Mistake("sum(i,1,1000," + many("sin(i*x)+", 900) + "x)", tooLarge, nil, column: 1),
        Mistake(
            many("sin(x*", 60) + "x" + many(")", 60) + many("*sinh(y+x)", 800) + "*", "a value is missing at the end",
            nil, column: 8423),
    ]
}

@Suite struct ErrorTests {
    @Test(arguments: Mistake.table + Mistake.hostile)
    func mistakes(mistake: Mistake) {
        let error = #expect(throws: FormulaError.self) { try Formula(mistake.text, parameters: [("alpha", 1)]) }
        #expect(
            error
                == FormulaError(
                    message: mistake.message, help: mistake.help, line: mistake.line, column: mistake.column,
                    length: mistake.length, isTooLarge: Mistake.sizes.contains(mistake.message)))
    }

    @Test(arguments: [
        ("x", "'x' has a meaning of its own and cannot be a parameter"),
        ("pi", "'pi' has a meaning of its own and cannot be a parameter"),
        ("sum", "'sum' has a meaning of its own and cannot be a parameter"),
        ("tanh", "'tanh' has a meaning of its own and cannot be a parameter"),
        ("2a", "'2a' is not a name and cannot be a parameter"),
        ("a b", "'a b' is not a name and cannot be a parameter"),
        ("", "'' is not a name and cannot be a parameter"),
        ("b", "the parameter 'b' is given twice"),
        (
            String(repeating: "a", count: 65),
            "'\(String(repeating: "a", count: 64))…' is longer than 64 characters and cannot be a parameter"
        ),
    ])
    func parameterNames(name: String, message: String) {
        let error = #expect(throws: FormulaError.self) { try Formula("x", parameters: [("b", 1), (name, 1)]) }
        #expect(error?.message == message)
        #expect(error?.parameter == name)
    }
}
