/// How large a formula may be, so that a text from outside cannot take all memory or time.
public struct FormulaSize: Hashable, Sendable {
    /// Distinct operations, those of the derivatives included.
    public let operations: Int

    /// - Parameter operations: at least 1.
    public init(operations: Int = 20_000) { self.operations = max(1, operations) }

    /// Characters of the formula together with its definitions.
    public var characters: Int { operations / 2 }
    /// Operands read in all, repeated readings in sums included.
    var work: Int { operations.multipliedReportingOverflow(by: 10).overflow ? Int.max : 10 * operations }

    /// How many characters may still follow a text; negative where it is itself too long.
    func room(for text: String) -> Int {
        // A Character may be made of any number of bytes, and counting them takes time.
        text.utf8.count / 4 > characters ? -1 : characters - text.count
    }

    var tooManyOperations: FormulaError {
        tooLarge("the formula is too large: its graph has more than \(operations) nodes")
    }

    func tooManyCharacters(definition: String? = nil) -> FormulaError {
        tooLarge(
            definition == nil
                ? "the formula is longer than \(characters) characters"
                : "the formula and its definitions are longer than \(characters) characters together",
            definition: definition)
    }

    private func tooLarge(_ message: String, definition: String? = nil) -> FormulaError {
        FormulaError(
            message: message, help: nil, line: 1, column: 1, length: 1, definition: definition, isTooLarge: true)
    }
}
