import Spelling

/// A file of numbers from elsewhere, read and checked.
public enum DataFile: Sendable {
    /// A .npy file.
    case array(NumericArray)
    /// A .npz file; its arrays are read one by one, when they are asked for.
    case archive(NPZArchive)
    /// A .csv or .tsv file.
    case table(NumericTable)

    /// The endings of the files that can be read, with their dots.
    public static let suffixes = [".npy", ".npz", ".csv", ".tsv"]

    /// Reads a file.
    ///
    /// Memory stays in proportion to the bytes that the file holds, whatever it claims; see
    /// `NPZArchive.array(named:)` for compressed arrays.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - fileName: The file's name or path; the suffix decides how the bytes are read, in any case of letters.
    /// - Throws: `DataFileError` for a suffix that is not among `suffixes`, content that is of another kind than the
    ///   suffix says, and everything that is wrong in the content.
    public static func read(_ bytes: [UInt8], fileName: String) throws(DataFileError) -> DataFile {
        let suffix = suffix(of: fileName)
        let kind = FileKind(of: bytes)
        guard suffixes.contains(suffix) else { throw unknownSuffix(suffix, kind) }
        guard !bytes.isEmpty else { throw DataFileError("the file is empty") }
        switch suffix {
        case ".npy":
            guard kind == .array else { throw wrongContent(kind, suffix) }
            return .array(try NPYFile.read(bytes))
        case ".npz":
            guard kind == .archive || kind == .zip else { throw wrongContent(kind, suffix) }
            return .archive(try NPZArchive(bytes))
        default:
            guard kind == .text || kind == nil else { throw wrongContent(kind, suffix) }
            return .table(try NumericTable(bytes))
        }
    }

    private static func suffix(of fileName: String) -> String {
        let name = fileName.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ""
    }

    private static func unknownSuffix(_ suffix: String, _ kind: FileKind?) -> DataFileError {
        let known = "data files end in .npy, .npz, .csv or .tsv"
        let what = suffix.isEmpty ? "the file's name has no suffix" : "the suffix \(quoted(suffix)) is unknown"
        guard let kind, kind != .text else { return DataFileError(what, help: known) }
        return DataFileError(what + "; the content looks like \(kind.rawValue)", help: kind.help ?? known)
    }

    private static func wrongContent(_ kind: FileKind?, _ suffix: String) -> DataFileError {
        guard let kind else {
            return DataFileError("the content is not that of a \(suffix) file", help: "save or copy the file again")
        }
        return DataFileError(
            "the file is named \(suffix), but its content looks like \(kind.rawValue)", help: kind.help)
    }
}
