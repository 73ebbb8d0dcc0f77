/// The functions a formula may call and the names it may use.
enum Vocabulary {
    /// Functions by name: what they do, and how many arguments they take (nil: at least two).
    static let functions: [(name: String, operation: Operation, arguments: Int?)] = [
        ("min", .minimum, nil), ("max", .maximum, nil), ("abs", .magnitude, 1), ("sign", .sign, 1),
        ("sqrt", .squareRoot, 1), ("exp", .exponential, 1), ("log", .logarithm, 1), ("log10", .decimalLogarithm, 1),
        ("sin", .sine, 1), ("cos", .cosine, 1), ("tan", .tangent, 1),
        ("asin", .arcSine, 1), ("acos", .arcCosine, 1), ("atan", .arcTangent, 1), ("atan2", .arcTangent2, 2),
        ("sinh", .hyperbolicSine, 1), ("cosh", .hyperbolicCosine, 1), ("tanh", .hyperbolicTangent, 1),
    ]

    static let variables: [(name: String, operation: Operation)] = [("x", .x), ("y", .y)]

    /// The names of functions, the sum among them.
    static let functionNames = functions.map(\.name) + ["sum"]

    /// Every name that has a meaning already.
    static let reserved = variables.map(\.name) + Constant.named.map(\.name) + functionNames

    /// Why a name cannot be a parameter's or a sum's index, nil if it can.
    static func objection(to name: String) -> String? {
        if reserved.contains(name) { return "'\(name)' has a meaning of its own" }
        if name.count > nameLimit { return "'\(shortened(name))' is longer than \(nameLimit) characters" }
        let isName = name.first.map { $0.isLetter || $0 == "_" } ?? false
        let hasOnlyLetters = name.allSatisfy { $0.isLetter || $0 == "_" || ("0"..."9").contains($0) }
        return isName && hasOnlyLetters ? nil : "'\(name)' is not a name"
    }

    /// The longest name, in Characters.
    static let nameLimit = 64

    /// A name for a message.
    static func shortened(_ name: String) -> String { name.count > nameLimit ? name.prefix(nameLimit) + "…" : name }

    /// Whether parameters and definitions can be called so.
    static func check(_ parameters: [String], _ definitions: [String]) throws(FormulaError) {
        var seen: Set<String> = []
        for name in parameters {
            let objection = objection(to: name).map { "\($0) and cannot be a parameter" }
            guard objection == nil, seen.insert(name).inserted else {
                throw FormulaError(
                    message: objection ?? "the parameter '\(name)' is given twice", help: "call it otherwise", line: 1,
                    column: 1, length: 1, parameter: name)
            }
        }
        let known = seen
        for name in definitions {
            let objection = objection(to: name).map { "\($0) and cannot be defined" }
            guard objection == nil, seen.insert(name).inserted else {
                let twice = known.contains(name) ? "'\(name)' is a parameter already" : "'\(name)' is defined twice"
                throw FormulaError(
                    message: objection ?? twice, help: "call it otherwise", line: 1, column: 1, length: 1,
                    definition: name, isDefinitionName: true)
            }
        }
    }
}
