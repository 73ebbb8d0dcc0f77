import Spelling

/// What is wrong with a data file, and where.
public struct DataFileError: Error, Hashable, Sendable {
    /// Where in a file a mistake is.
    public enum Place: Hashable, Sendable {
        /// The file as a whole; for binary files the message names the member and the byte where that helps.
        case whole
        /// A stretch of one line of a text file. Line and column count from 1, columns and length in Characters; the
        /// length is at least 1.
        case line(Int, column: Int, length: Int)
    }

    /// What is wrong, a clause without a full stop: `'abc' is not a number`.
    public let message: String
    /// What to do about it, where something useful can be said.
    public let help: String?
    public let place: Place

    public init(message: String, help: String? = nil, place: Place = .whole) {
        self.message = message
        self.help = help
        self.place = place
    }

    init(_ message: String, help: String? = nil, at place: Place = .whole) {
        self.init(message: message, help: help, place: place)
    }

    /// The same mistake, told of a member of an archive.
    func inMember(_ name: String) -> DataFileError {
        DataFileError("array \(quoted(name)): \(message)", help: help, at: place)
    }
}
