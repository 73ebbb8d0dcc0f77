import Spelling

/// Reads a .npy header's text: a Python dictionary literal with three known keys.
struct NPYHeaderParser {
    struct Entries {
        var descriptor: String
        var isFortranOrder: Bool
        var shape: [Int]
    }

    /// The most axes an array has; NumPy's own limit.
    static let mostAxes = 64

    private let bytes: [UInt8]
    private let end: Int
    private var position: Int
    private var descriptor: String?
    private var isFortranOrder: Bool?
    private var shape: [Int]?

    init(_ bytes: [UInt8], range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    mutating func parse() throws(DataFileError) -> Entries {
        guard take("{") else { throw DataFileError("the .npy header is not a Python dictionary") }
        while !take("}") {
            try entry()
            guard take(",") || next() == UInt8(ascii: "}") else { throw unexpected("',' or '}'") }
        }
        skipSpace()
        guard position == end else {
            throw DataFileError("the .npy header has more text behind its dictionary, at byte \(position)")
        }
        guard let descriptor else { throw lacking("descr") }
        guard let isFortranOrder else { throw lacking("fortran_order") }
        guard let shape else { throw lacking("shape") }
        return Entries(descriptor: descriptor, isFortranOrder: isFortranOrder, shape: shape)
    }

    private mutating func entry() throws(DataFileError) {
        guard let key = try string() else { throw unexpected("a key in quotes") }
        guard take(":") else { throw unexpected("':'") }
        switch key {
        case "descr":
            guard descriptor == nil else { throw doubled(key) }
            descriptor = try readDescriptor()
        case "fortran_order":
            guard isFortranOrder == nil else { throw doubled(key) }
            isFortranOrder = try readBoolean()
        case "shape":
            guard shape == nil else { throw doubled(key) }
            shape = try readShape()
        default:
            throw DataFileError("the .npy header has the unknown key \(quoted(key))")
        }
    }

    private mutating func readDescriptor() throws(DataFileError) -> String {
        if let text = try string() { return text }
        guard let opening = next(), [UInt8(ascii: "["), UInt8(ascii: "(")].contains(opening) else {
            throw unexpected("a dtype in quotes")
        }
        throw NPYElement.structured(bracketed())
    }

    /// What stands between the bracket here and its partner. Formats before 3.0 are Latin-1.
    private func bracketed() -> String {
        var depth = 0
        let close = bytes[position..<end].firstIndex { byte in
            if "([".utf8.contains(byte) { depth += 1 }
            if ")]".utf8.contains(byte) { depth -= 1 }
            return depth == 0
        }
        let text = bytes[position..<min(end, (close ?? end) + 1)]
        return String(validating: text, as: UTF8.self)
            ?? String(String.UnicodeScalarView(text.map { Unicode.Scalar($0) }))
    }

    private mutating func readBoolean() throws(DataFileError) -> Bool {
        if take("True") { return true }
        if take("False") { return false }
        throw unexpected("True or False")
    }

    private mutating func readShape() throws(DataFileError) -> [Int] {
        guard take("(") else { throw unexpected("a tuple") }
        var axes: [Int] = []
        while !take(")") {
            axes.append(try axis())
            guard axes.count <= Self.mostAxes else {
                throw DataFileError("the shape has more than \(Self.mostAxes) axes")
            }
            // Python's (3) is a number, (3,) a tuple.
            guard take(",") || axes.count > 1 && next() == UInt8(ascii: ")") else { throw unexpected("','") }
        }
        return axes
    }

    /// A whole number from 0, with the `L` that Python 2 wrote behind some.
    private mutating func axis() throws(DataFileError) -> Int {
        skipSpace()
        if take("-") { throw DataFileError("the shape has a negative length") }
        let start = position
        while let byte = next(skippingSpace: false), isDigit(byte) { position += 1 }
        guard position > start else { throw unexpected("a whole number") }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let length = Int(digits) else {
            throw DataFileError("the shape has an axis of length \(quoted(digits)), more than any array has")
        }
        if next(skippingSpace: false) == UInt8(ascii: "L") { position += 1 }
        return length
    }

    /// A text in single or double quotes; nil where none begins here. Nothing that NumPy writes needs escapes.
    private mutating func string() throws(DataFileError) -> String? {
        guard let quote = next(), quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
        let start = position + 1
        guard let close = bytes[start..<end].firstIndex(of: quote) else {
            throw DataFileError("the .npy header has a text without an end, at byte \(position)")
        }
        position = close + 1
        return String(decoding: bytes[start..<close], as: UTF8.self)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private mutating func skipSpace() {
        while position < end, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    private mutating func next(skippingSpace: Bool = true) -> UInt8? {
        if skippingSpace { skipSpace() }
        return position < end ? bytes[position] : nil
    }

    private mutating func take(_ word: String) -> Bool {
        skipSpace()
        let letters = word.utf8
        guard bytes[position..<end].starts(with: letters) else { return false }
        position += letters.count
        return true
    }

    private func unexpected(_ wanted: String) -> DataFileError {
        DataFileError("the .npy header is damaged at byte \(position): \(wanted) should stand there")
    }

    private func doubled(_ key: String) -> DataFileError {
        DataFileError("the .npy header has the key \(quoted(key)) twice")
    }

    private func lacking(_ key: String) -> DataFileError {
        DataFileError("the .npy header lacks the key \(quoted(key))")
    }
}
