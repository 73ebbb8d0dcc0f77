import Spelling

/// How one number is stored in a .npy file: NumPy's dtype.
struct NPYElement: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case boolean, signed, unsigned, float }

    let kind: Kind
    /// In bytes.
    let size: Int
    let isBigEndian: Bool

    /// - Parameter descriptor: The header's `descr`: byte order, letter, size, such as `<f8`.
    init(descriptor: String) throws(DataFileError) {
        let characters = Array(descriptor)
        guard let order = characters.first, "<>|".contains(order), characters.count >= 2,
            let kind = Self.kinds[characters[1]], let size = Self.size(characters[2...]),
            Self.sizes[kind, default: []].contains(size), size == 1 || order != "|"
        else { throw Self.refusal(of: descriptor) }
        self.kind = kind
        self.size = size
        isBigEndian = order == ">"
    }

    private static let kinds: [Character: Kind] = ["b": .boolean, "i": .signed, "u": .unsigned, "f": .float]
    private static let sizes: [Kind: [Int]] = [
        .boolean: [1], .signed: [1, 2, 4, 8], .unsigned: [1, 2, 4, 8], .float: [2, 4, 8],
    ]

    /// A size of one digit.
    private static func size(_ digits: ArraySlice<Character>) -> Int? {
        digits.count == 1 ? digits.first?.wholeNumberValue : nil
    }

    private static func refusal(of descriptor: String) -> DataFileError {
        let dtype = "the array has dtype \(quoted(descriptor))"
        let letter = descriptor.first { $0.isLetter || $0 == "?" }
        switch letter {
        case "O":
            return DataFileError(
                "\(dtype), pickled Python objects, which are never loaded",
                help: "save numbers: np.save(file, array.astype(float), allow_pickle=False)")
        case "U", "S", "a":
            return DataFileError("\(dtype), text", help: "save numbers: array.astype(float)")
        case "c":
            return DataFileError("\(dtype), complex numbers", help: "save array.real, array.imag or abs(array)")
        case "M", "m":
            return DataFileError("\(dtype), dates or durations", help: "save numbers: array.astype('i8').astype(float)")
        case "V":
            return DataFileError("\(dtype), raw bytes or records", help: "save the fields one by one as numbers")
        case "f" where descriptor.hasSuffix("f16") || descriptor.hasSuffix("f12"):
            return DataFileError("\(dtype), which differs between machines", help: "save array.astype('f8')")
        default:
            return DataFileError("\(dtype), which is not read", help: "save array.astype('<f8')")
        }
    }

    /// - Parameter text: The header's `descr`, a list or a tuple.
    static func structured(_ text: String) -> DataFileError {
        DataFileError(
            "the array has the structured dtype \(quoted(text))",
            help: "save the fields one by one as numbers: array['name'].astype(float)")
    }
}
