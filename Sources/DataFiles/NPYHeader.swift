/// What a .npy file says before its numbers (NumPy Enhancement Proposal 1, format versions 1.0, 2.0 and 3.0).
struct NPYHeader: Hashable, Sendable {
    let element: NPYElement
    /// Whether the first axis runs fastest in the file.
    let isFortranOrder: Bool
    let shape: [Int]
    /// The product of the shape, at most `Limits.elements`.
    let count: Int
    /// Where the numbers begin, in bytes from the file's beginning.
    let dataOffset: Int

    /// How many bytes the numbers take.
    var dataLength: Int { count * element.size }
    /// How many bytes the whole file must have.
    var fileLength: Int { dataOffset + dataLength }

    /// More bytes than the longest header that is read.
    static let longestBeginning = 12 + Limits.arrayHeader

    /// - Parameter beginning: The file's first `longestBeginning` bytes, or all where it has fewer.
    init(_ beginning: [UInt8]) throws(DataFileError) {
        guard beginning.starts(with: [0x93] + Array("NUMPY".utf8)) else {
            throw DataFileError("the data does not begin as a .npy file does")
        }
        let text = try Self.text(in: beginning)
        var parser = NPYHeaderParser(beginning, range: text)
        let entries = try parser.parse()
        element = try NPYElement(descriptor: entries.descriptor)
        isFortranOrder = entries.isFortranOrder
        shape = entries.shape
        count = try Self.count(of: entries.shape)
        dataOffset = text.upperBound
    }

    /// Where the header's text is.
    private static func text(in bytes: [UInt8]) throws(DataFileError) -> Range<Int> {
        guard let major = bytes.number(UInt8.self, at: 6), let minor = bytes.number(UInt8.self, at: 7) else {
            throw cut
        }
        guard (1...3).contains(major), minor == 0 else {
            throw DataFileError(
                "the .npy format version \(major).\(minor) is unknown; 1.0, 2.0 and 3.0 are read",
                help: "save the array with a released NumPy")
        }
        let start = major == 1 ? 10 : 12
        guard let length = major == 1 ? bytes.number(UInt16.self, at: 8) : bytes.number(UInt32.self, at: 8) else {
            throw cut
        }
        guard length <= Limits.arrayHeader else {
            throw DataFileError(
                "the .npy header is \(length) bytes long; at most \(Limits.arrayHeader) are read",
                help: "save the array as plain numbers: array.astype(float)")
        }
        guard length <= bytes.count - start else { throw cut }
        return start..<start + length
    }

    private static var cut: DataFileError {
        DataFileError("the data ends inside the .npy header", help: "save or copy the file again")
    }

    /// The product of the shape. Axes of length 0 count as 1 for the limit, so that no other axis is beyond it.
    private static func count(of shape: [Int]) throws(DataFileError) -> Int {
        var product = 1
        for length in shape {
            let (next, overflow) = product.multipliedReportingOverflow(by: Swift.max(1, length))
            guard !overflow, next <= Limits.elements else {
                throw DataFileError(
                    "the shape \(text(of: shape)) has more than \(Limits.elements) numbers",
                    help: "save a part or a coarser sampling of the array")
            }
            product = next
        }
        return shape.contains(0) ? 0 : product
    }

    /// The shape as Python writes it.
    var shapeText: String { Self.text(of: shape) }

    private static func text(of shape: [Int]) -> String {
        let axes = shape.map(String.init).joined(separator: ", ")
        return "(" + axes.prefix(60) + (axes.count > 60 ? "…" : "") + (shape.count == 1 ? ",)" : ")")
    }
}
