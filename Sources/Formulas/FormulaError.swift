/// What is wrong with a formula, and where.
public struct FormulaError: Error, Hashable, Sendable {
    /// What is wrong, a clause without a full stop: `unknown name 'z'`.
    public let message: String
    /// What to do about it, where something useful can be said: `did you mean 'x'?`.
    public let help: String?
    /// The line of the offending text, from 1.
    public let line: Int
    /// The column where it begins, from 1, in Characters.
    public let column: Int
    /// How many Characters it takes up, at least 1.
    public let length: Int
    /// The parameter whose name is wrong; line and column then say nothing.
    public let parameter: String?
    /// The definition in whose text the mistake stands, nil for the formula itself.
    public let definition: String?
    /// Whether it is not the definition's text that is wrong but its name; line and column then say nothing.
    public let isDefinitionName: Bool
    /// Whether nothing is wrong but the formula's size.
    public let isTooLarge: Bool

    public init(
        message: String, help: String?, line: Int, column: Int, length: Int, parameter: String? = nil,
        definition: String? = nil, isDefinitionName: Bool = false,
        isTooLarge: Bool = false
    ) {
        self.message = message
        self.help = help
        self.line = line
        self.column = column
        self.length = length
        self.parameter = parameter
        self.definition = definition
        self.isDefinitionName = isDefinitionName
        self.isTooLarge = isTooLarge
    }

    /// A mistake in a text that turns out to be a definition's.
    func inDefinition(_ name: String?) -> FormulaError {
        FormulaError(
            message: message, help: help, line: line, column: column, length: length, definition: name,
            isTooLarge: isTooLarge)
    }
}
