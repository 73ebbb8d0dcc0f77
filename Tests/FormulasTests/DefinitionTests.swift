import Testing

@testable import Formulas

@Suite struct DefinitionTests {
    /// A formula, its definitions, and the same written out.
    static let table: [(String, [(name: String, text: String)], String)] = [
        ("r", [("r", "x")], "x"),
        ("sin(r)/(1 + s)", [("r", "sqrt(s)"), ("s", "x^2 + y^2")], "sin(sqrt(x^2 + y^2))/(1 + (x^2 + y^2))"),
        ("a*b*c", [("a", "b + x"), ("b", "c*k"), ("c", "y - k")], "((y-k)*k + x)*((y-k)*k)*(y-k)"),
        ("sum(i, 1, n, r*i)", [("n", "1 + 2"), ("r", "x*y")], "sum(i, 1, 3, (x*y)*i)"),
        ("r^2 - r^3", [("r", "min(x, y)"), ("unused", "exp(x) + k")], "min(x, y)^2 - min(x, y)^3"),
        ("-r^2", [("r", "x - y")], "-(x - y)^2"),
    ]

    @Test(arguments: table)
    func isTheSameWrittenOut(text: String, definitions: [(name: String, text: String)], whole: String) throws {
        let short = try Formula(text, parameters: [("k", 3)], where: definitions)
        let long = try Formula(whole, parameters: [("k", 3)])
        for point in [SIMD2(0.7, -1.2), SIMD2(2, 3), SIMD2(-0.0, 0)] {
            let (a, b) = (short.hessian(at: point), long.hessian(at: point))
            #expect(a.value == b.value && a.gradient == b.gradient && a.hessian == b.hessian)
        }
    }

    @Test func usedParametersAreThoseOfReachableTexts() throws {
        let parameters = ["a", "b", "c", "d"].map { (name: $0, value: 1.0) }
        let formula = try Formula(
            "d*r", parameters: parameters, where: [("s", "b*x"), ("r", "a + s"), ("t", "c*r")])
        #expect(formula.usedParameters == ["a", "b", "d"])
        #expect(formula.definitions.map(\.name) == ["s", "r", "t"])
    }

    static let mistakes: [(String, [(name: String, text: String)], FormulaError)] = [
        ("r", [("r", "x +")], mistake("a value is missing at the end", column: 4, in: "r")),
        (
            "x", [("unused", "x\n+ q")],
            mistake("unknown name 'q'", "did you mean 'x'?", line: 2, column: 3, in: "unused")
        ),
        ("rad", [("radius", "x")], mistake("unknown name 'rad'", "did you mean 'radius'?", column: 1, length: 3)),
        (
            "r", [("r", "2*sid"), ("side", "x")],
            mistake("unknown name 'sid'", "did you mean 'side'?", column: 3, length: 3, in: "r")
        ),
        ("r", [("r", "")], mistake("the formula is empty", "write an expression in x and y", column: 1, in: "r")),
        ("r", [("r", "x $ 1")], mistake("unexpected character '$'", column: 3, in: "r")),
        ("r", [("r", "r + 1")], mistake("the definitions go round in a circle: r → r", column: 1, in: "r")),
        (
            "x", [("r", "x*s"), ("s", "t"), ("t", "1 + s")],
            mistake("the definitions go round in a circle: s → t → s", column: 5, in: "t")
        ),
        ("r(2)", [("r", "x")], mistake("'r' is not a function", "write r*(…)", column: 1)),
        (
            "sum(r, 1, 2, r)", [("r", "x")],
            mistake("the index 'r' hides a value of the same name", "call it otherwise", column: 5)
        ),
        ("x", [("sin", "x")], name("'sin' has a meaning of its own and cannot be defined", "sin")),
        ("x", [("2r", "x")], name("'2r' is not a name and cannot be defined", "2r")),
        ("x", [("k", "x")], name("'k' is a parameter already", "k")),
        ("x", [("r", "x"), ("r", "y")], name("'r' is defined twice", "r")),
    ]

    @Test(arguments: mistakes)
    func areTold(text: String, definitions: [(name: String, text: String)], expected: FormulaError) {
        let error = #expect(throws: FormulaError.self) {
            try Formula(text, parameters: [("k", 1)], where: definitions)
        }
        #expect(error == expected)
    }

    private static func mistake(
        _ message: String, _ help: String? = nil, line: Int = 1, column: Int, length: Int = 1,
        in definition: String? = nil
    ) -> FormulaError {
        FormulaError(
            message: message, help: help, line: line, column: column, length: length, definition: definition)
    }

    private static func name(_ message: String, _ name: String) -> FormulaError {
        FormulaError(
            message: message, help: "call it otherwise", line: 1, column: 1, length: 1, definition: name,
            isDefinitionName: true)
    }

    /// Each definition uses the one before twice: 2³⁰ terms written out, but a graph that grows with the text.
    @Test func repeatedUseDoesNotMultiply() throws {
        let doublings = (1...30).map { (name: "r\($0)", text: $0 == 1 ? "x*y" : "sin(r\($0 - 1)) + r\($0 - 1)*x") }
        var parser = try Parser("r30", parameters: [], definitions: doublings)
        _ = try parser.formula()
        #expect(parser.graph.nodes.count < 100)
        let formula = try Formula("r30", where: doublings)
        let hessian = formula.hessian(at: SIMD2(0.3, 0.2))
        #expect(hessian.hessian.xx.isFinite && hessian.gradient.y != 0)
    }

    /// Chains as long as the limit allows are read without a deep stack; longer ones and long circles are refused.
    @Test func longChains() throws {
        let chain = (0..<1000).map { (name: "a\($0)", text: $0 == 999 ? "x" : "a\($0 + 1)") }
        #expect(try Formula("a0", where: chain).value(at: SIMD2(3, 4)) == 3)
        #expect(try Formula("a0", where: chain.reversed()).value(at: SIMD2(3, 4)) == 3)
        let circle = chain.dropLast() + [(name: "a999", text: "a0")]
        let error = #expect(throws: FormulaError.self) { try Formula("a0", where: Array(circle)) }
        #expect(
            error?.message == "the definitions go round in a circle: a0 → a1 → a2 → a3 → a4 → … → a999 → a0")
        let long = (0..<5000).map { (name: "a\($0)", text: "x") }
        let refusal = #expect(throws: FormulaError.self) { try Formula("x", where: long) }
        #expect(refusal?.message == "the formula and its definitions are longer than 10000 characters together")
    }
}
