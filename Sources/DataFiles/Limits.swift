/// How large a file's content may be. What a file claims is held against these before memory is asked for.
enum Limits {
    /// The most numbers in one array: 128 MB of doubles.
    static let elements = 1 << 24
    /// The longest header of a .npy file, in bytes; NumPy's own limit.
    static let arrayHeader = 10_000
    /// The most members in an archive.
    static let members = 10_000
    /// The most numbers in a table.
    static let cells = 1 << 23
    /// The most columns in a table.
    static let columns = 1 << 16
    /// The largest text file, in bytes.
    static let text = 1 << 27
    /// How many bytes are inflated at a time.
    static let step = 1 << 16
}
