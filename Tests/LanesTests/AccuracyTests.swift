import Foundation
import Lanes
import Testing

/// The functions under test, by the names of the fixture.
func apply<L: Lane>(_ function: String, _ a: L, _ b: L) -> L? {
    switch function {
    case "exp": a.exponential()
    case "log": a.logarithm()
    case "log10": a.decimalLogarithm()
    case "sin": a.sine()
    case "cos": a.cosine()
    case "tan": a.tangent()
    case "asin": a.arcSine()
    case "acos": a.arcCosine()
    case "atan": a.arcTangent()
    case "atan2": a.arcTangent(over: b)
    case "sinh": a.hyperbolicSine()
    case "cosh": a.hyperbolicCosine()
    case "tanh": a.hyperbolicTangent()
    case "pow": a.power(b)
    default: nil
    }
}

let functionNames = [
    "exp", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "pow",
]

@Suite struct AccuracyTests {
    /// Function, arguments, and the result rounded from 400 bits or more; `lanes.py` beside it made the file.
    static let lines: [[String]] = {
        let file = Bundle.module.url(forResource: "lanes", withExtension: "txt", subdirectory: "Fixtures")
        let text = file.flatMap { try? String(contentsOf: $0, encoding: .utf8) } ?? ""
        return text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    }()

    static func number(_ text: String) throws -> Double {
        Double(bitPattern: try #require(UInt64(text, radix: 16)))
    }

    @Test(arguments: functionNames)
    func withinTwoUnitsInTheLastPlace(function: String) throws {
        let lines = Self.lines.filter { $0[0] == function }
        #expect(lines.count >= 200)
        for line in lines {
            let arguments = try line[1..<line.count - 1].map(Self.number)
            let expected = try Self.number(line[line.count - 1])
            let value = try #require(apply(function, arguments[0], arguments.last ?? 0))
            // The fixture is rounded itself, by at most half a unit.
            let isSame = value.bitPattern == expected.bitPattern
            let isNear = (value - expected).magnitude <= 2 * expected.ulp && value.sign == expected.sign
            #expect(isSame || isNear, "\(function)\(arguments): \(value), \(expected)")
        }
    }

    @Test(arguments: functionNames)
    func lanesAgreeToTheBit(function: String) throws {
        let special = [
            0, -0.0, .infinity, -.infinity, .nan, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e300, -1e300,
            0.5, 2, -3, 0.3, 22,
        ]
        var pairs = special.flatMap { a in special.map { (a, $0) } }
        for line in Self.lines where line[0] == function {
            pairs.append((try Self.number(line[1]), try Self.number(line[line.count - 2])))
        }
        while pairs.count % 8 != 0 { pairs.append((1, 1)) }
        for start in stride(from: 0, to: pairs.count, by: 8) {
            let a = SIMD8(pairs[start..<start + 8].map(\.0))
            let b = SIMD8(pairs[start..<start + 8].map(\.1))
            let wide = try #require(apply(function, a, b))
            for lane in 0..<8 {
                let single = try #require(apply(function, a[lane], b[lane]))
                let isSame = wide[lane].bitPattern == single.bitPattern || wide[lane].isNaN && single.isNaN
                #expect(isSame, "\(function)(\(a[lane]), \(b[lane])): \(wide[lane]), \(single)")
            }
        }
    }
}

@Suite struct LimitTests {
    private static let infinity = Double.infinity

    static let oneArgument: [(String, Double, Double)] = [
        ("exp", 0, 1), ("exp", infinity, infinity), ("exp", -infinity, 0), ("exp", 710, infinity), ("exp", -746, 0),
        ("log", 1, 0), ("log", 0, -infinity), ("log", -0.0, -infinity), ("log", infinity, infinity), ("log", -1, .nan),
        ("log10", 1, 0), ("log10", 1000, 3), ("log10", 0, -infinity), ("log10", -infinity, .nan),
        ("sin", 0, 0), ("sin", -0.0, -0.0), ("sin", infinity, .nan), ("cos", 0, 1), ("cos", -infinity, .nan),
        ("tan", -0.0, -0.0), ("tan", infinity, .nan),
        ("asin", -0.0, -0.0), ("asin", 1.1, .nan), ("asin", 1, .pi / 2), ("acos", 1, 0), ("acos", -1, .pi),
        ("acos", -1.1, .nan), ("atan", -0.0, -0.0), ("atan", infinity, .pi / 2), ("atan", -infinity, -.pi / 2),
        ("sinh", -0.0, -0.0), ("sinh", infinity, infinity), ("sinh", -711, -infinity), ("cosh", 0, 1),
        ("tan", -infinity, .nan), ("sin", -infinity, .nan), ("cos", infinity, .nan), ("cos", -0.0, 1),
        ("exp", -0.0, 1), ("exp", -infinity.nextUp, 0), ("sinh", 0, 0), ("sinh", -infinity, -infinity), ("tanh", 0, 0),
        ("asin", 0, 0), ("asin", -1.1, .nan), ("asin", infinity, .nan), ("acos", infinity, .nan), ("atan", 0, 0),
        ("log", -infinity, .nan), ("log10", -0.0, -infinity), ("log10", infinity, infinity), ("cosh", -0.0, 1),
        ("cosh", infinity, infinity), ("cosh", 711, infinity), ("tan", 0, 0), ("log", -5e-324, .nan),
        ("cosh", -infinity, infinity), ("tanh", -0.0, -0.0), ("tanh", infinity, 1), ("tanh", -infinity, -1),
    ]

    @Test(arguments: oneArgument)
    func ofOneArgument(function: String, x: Double, expected: Double) throws {
        expect(try #require(apply(function, x, 0)), expected)
        expect(try #require(apply(function, .nan, 0)), .nan)
    }

    /// C99 and IEEE 754 name these: every kind of base with every kind of exponent.
    static let powers: [(String, Double, Double, Double)] = {
        let (tiny, large) = (Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude)
        var table: [(Double, Double, Double)] = []
        for (exponent, isOdd) in [(3.0, true), (2, false), (0.5, false), (tiny, false), (1e300, false)] {
            table += [(0, exponent, 0), (-0.0, exponent, isOdd ? -0.0 : 0)]
            table += [(0, -exponent, infinity), (-0.0, -exponent, isOdd ? -infinity : infinity)]
            table += [(infinity, exponent, infinity), (infinity, -exponent, 0)]
            table += [(-infinity, exponent, isOdd ? -infinity : infinity), (-infinity, -exponent, isOdd ? -0.0 : 0)]
            table += [(1, exponent, 1), (.nan, exponent, .nan)]
        }
        for base in [0, -0.0, 1, -1, 0.5, -7, infinity, -infinity, .nan, tiny, large] {
            table += [(base, 0, 1), (base, -0.0, 1)]
            if base != 1 { table.append((base, .nan, .nan)) }
        }
        for base in [0, 0.5, -0.5, tiny, 1.nextDown] {
            table += [(base, infinity, 0), (base, -infinity, infinity)]
        }
        for base in [2, -2, large, infinity, -infinity, 1.nextUp] {
            table += [(base, infinity, infinity), (base, -infinity, 0)]
        }
        table += [(1, infinity, 1), (1, -infinity, 1), (-1, infinity, 1), (-1, -infinity, 1), (1, .nan, 1)]
        for base in [-0.5, -1, -2, -large, -tiny] { table += [(base, 0.5, .nan), (base, -2.5, .nan)] }
        table += [
            (-2, -3, -0.125), (-2, 1023, -0x1p1023), (-2, 1025, -infinity), (-2, -1075, -0.0), (-2, 1024, infinity),
        ]
        table += [(2, 1023, 0x1p1023), (2, -1022, 0x1p-1022), (tiny, 1, tiny), (large, 1, large), (tiny, -1, infinity)]
        return table.map { ("pow", $0.0, $0.1, $0.2) }
    }()

    static let twoArguments: [(String, Double, Double, Double)] = [
        ("pow", 0, 0, 1), ("pow", .nan, 0, 1), ("pow", 1, .nan, 1), ("pow", .nan, 1, .nan), ("pow", 2, .nan, .nan),
        ("pow", -2, 3, -8), ("pow", -2, 2, 4), ("pow", -2, 0.5, .nan), ("pow", -0.0, -3, -infinity),
        ("pow", -0.0, 3, -0.0), ("pow", -0.0, 2, 0), ("pow", 0, -0.5, infinity), ("pow", 0, 0.5, 0),
        ("pow", infinity, -1, 0), ("pow", infinity, 0.1, infinity), ("pow", -infinity, 3, -infinity),
        ("pow", -infinity, -3, -0.0), ("pow", -infinity, 0.5, infinity), ("pow", -1, infinity, 1),
        ("pow", 0.5, infinity, 0), ("pow", 2, -infinity, 0), ("pow", 2, 1e300, infinity), ("pow", 0.5, 1e300, 0),
        ("pow", -1, 0x1p53 - 1, -1), ("pow", -1, 0x1p53, 1), ("pow", 2, -1074, .leastNonzeroMagnitude),
        ("pow", 10, 2, 100),
        ("atan2", 0, 1, 0), ("atan2", -0.0, 1, -0.0), ("atan2", 0, -1, .pi), ("atan2", -0.0, -1, -.pi),
        ("atan2", 0, -0.0, .pi), ("atan2", 0, 0, 0), ("atan2", 1, 0, .pi / 2), ("atan2", -1, -0.0, -.pi / 2),
        ("atan2", infinity, infinity, .pi / 4), ("atan2", infinity, -infinity, 3 * .pi / 4),
        ("atan2", 1, infinity, 0), ("atan2", -1, -infinity, -.pi), ("atan2", .nan, 1, .nan), ("atan2", 1, .nan, .nan),
    ]

    @Test(arguments: twoArguments + powers)
    func ofTwoArguments(function: String, a: Double, b: Double, expected: Double) throws {
        expect(try #require(apply(function, a, b)), expected)
    }

    private func expect(_ value: Double, _ expected: Double) {
        #expect(value.bitPattern == expected.bitPattern || value.isNaN && expected.isNaN, "\(value), not \(expected)")
    }
}
