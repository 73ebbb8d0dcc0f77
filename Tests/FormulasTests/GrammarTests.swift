import Formulas
import Foundation
import Testing

@Suite struct GrammarTests {
    /// Values at (3, 2) with b = 10.
    static let table: [(String, Double)] = [
        ("x", 3.0), ("y", 2), ("b", 10), ("pi", Double.pi), ("e", M_E), ("1", 1), (".5", 0.5), ("1.", 1),
        ("1e-3", 1e-3),
        ("1.E2", 100), (".5e+1", 5), ("0e-999", 0), ("2*e", 2 * M_E),
        ("x + y*b", 23), ("(x + y)*b", 50), ("x - y - 1", 0), ("b / y / 5", 1), ("x\n\t+ y", 5),
        ("-x^2", -9), ("(-x)^2", 9), ("2^-1", 0.5), ("2^3^2", 512), ("2**3", 8), ("-2^-2", -0.25), ("2*-x", -6),
        ("--x", 3), ("+x", 3), ("x--y", 5), ("x^0", 1), ("0^0", 1), ("x^-2", 1 / 9.0), ("x^1", 3), ("x^10", 59049),
        ("4^0.5", 2), ("4^1.5", 8), ("4^-0.5", 0.5), ("4^-1.5", 0.125), ("8^(1/3)", 2), ("x^y", 9), ("y^b", 1024),
        ("e^0", 1), ("min(x, y)", 2), ("max(x, y, b)", 10), ("min(4, 1, 3)", 1), ("abs(-x)", 3), ("sign(-x)", -1),
        ("sign(0)", 0), ("sqrt(x*x)", 3), ("exp(0)", 1), ("log(1)", 0), ("log10(1000)", 3), ("sin(0)", 0),
        ("cos(0)", 1),
        ("tan(0)", 0), ("asin(1)", Double.pi / 2), ("acos(1)", 0), ("atan(1)", Double.pi / 4),
        ("atan2(1, -1)", 3 * Double.pi / 4), ("sinh(0)", 0), ("cosh(0)", 1), ("tanh(0)", 0),
        ("sum(i, 1, 5, i*x)", 45), ("sum(i, -1, 1, i^2)", 2), ("sum(i, 1, b, 1)", 10),
        ("sum(i, 1, 2, sum(j, 1, i, 10*i + j))", 54), ("sum(i, 3, 3, i) + x", 6),
    ]

    @Test(arguments: table)
    func values(text: String, expected: Double) throws {
        let formula = try Formula(text, parameters: [("b", 10)])
        let value = formula.value(at: SIMD2(3, 2))
        #expect((value - expected).magnitude <= expected.ulp, "\(value)")
    }

    @Test func usedParametersAreKnown() throws {
        let formula = try Formula("c*x + a", parameters: [("a", 1), ("b", 2), ("c", 3)])
        #expect(formula.usedParameters == ["a", "c"])
    }

    /// 64 levels are allowed, and neither they nor a long sum of 3,000 terms need a deep stack.
    @Test(arguments: [
        String(repeating: "(", count: 63) + "x*y" + String(repeating: ")", count: 63),
        String(repeating: "-", count: 63) + "x",
        "x" + String(repeating: "+x", count: 3000),
        "x" + String(repeating: "*x", count: 900),
        String(repeating: "sin(", count: 50) + "x" + String(repeating: ")", count: 50),
        String(repeating: "(", count: 9000),
    ])
    func smallStacks(text: String) async {
        let isFinished = await withCheckedContinuation { continuation in
            let thread = Thread {
                let value = try? Formula(text).hessian(at: SIMD2(0.5, 0.25)).value
                continuation.resume(returning: value?.isFinite ?? true)
            }
            thread.stackSize = 512 << 10
            thread.start()
        }
        #expect(isFinished)
    }

    @Test func nanGoesThroughMinimumAndMaximum() throws {
        for text in ["min(log(x), y)", "min(y, log(x))", "max(log(x), y)", "max(y, log(x))", "sign(log(x))"] {
            #expect(try Formula(text).value(at: SIMD2(-1, 2)).isNaN)
        }
    }
}
