/// What a file's first bytes say it is.
enum FileKind: String, Sendable {
    case array = "a NumPy array (.npy)"
    case archive = "a NumPy archive (.npz)"
    case zip = "a ZIP archive"
    case excel = "an Excel workbook"
    case torch = "a PyTorch file"
    case pickle = "a Python pickle"
    case hdf5 = "an HDF5 file"
    case matlab = "a MATLAB file"
    case parquet = "a Parquet file"
    case gzip = "a gzip file"
    case image = "an image"
    case pdf = "a PDF file"
    case lfsPointer = "a Git LFS pointer"
    case webPage = "an HTML page"
    case json = "JSON text"
    case utf16 = "UTF-16 text"
    case text = "text"

    /// What to do with a file of this kind where another was expected.
    var help: String? {
        switch self {
        case .array: "rename it to end in .npy"
        case .archive: "rename it to end in .npz"
        case .excel: "export the sheet as CSV"
        case .torch, .pickle: "load it in Python and save the numbers with np.save or np.savez"
        case .hdf5: "read it with h5py and save the numbers with np.save or np.savez"
        case .matlab: "read it with scipy.io.loadmat and save the numbers with np.save or np.savez"
        case .parquet: "read it with pandas and save it with to_csv"
        case .zip, .gzip: "unpack it first"
        case .lfsPointer: "fetch the file itself with 'git lfs pull'"
        case .webPage: "download the file itself, not the page about it"
        case .utf16: "save it as UTF-8"
        case .json: "save the numbers as CSV or with np.save"
        case .text: "rename it to end in .csv if it is a table"
        case .image, .pdf: nil
        }
    }

    /// Nil where the bytes are like nothing known.
    init?(of bytes: [UInt8]) {
        if let signature = Self.signatures.first(where: { bytes.starts(with: $0.bytes) }) {
            self = signature.kind == .zip ? Self.kindOfZIP(bytes) : signature.kind
            return
        }
        // A table may begin with a column of this name; a Parquet file ends with it too.
        if bytes.starts(with: Array("PAR1".utf8)), bytes.suffix(4) == ArraySlice("PAR1".utf8) {
            self = .parquet
            return
        }
        let beginning = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3).prefix(512) : bytes.prefix(512)
        if let first = beginning.first, first == 0x80, let version = beginning.dropFirst().first,
            (2...5).contains(version)
        {
            self = .pickle
            return
        }
        guard !beginning.isEmpty, beginning.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0D].contains($0) })
        else { return nil }
        self = Self.kindOfText(String(decoding: beginning, as: UTF8.self))
    }

    private static let signatures: [(bytes: [UInt8], kind: FileKind)] = [
        ([0x93] + Array("NUMPY".utf8), .array),
        ([0x50, 0x4B, 0x03, 0x04], .zip),
        ([0x50, 0x4B, 0x05, 0x06], .zip),
        ([0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], .hdf5),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .excel),
        (Array("MATLAB 5.0 MAT-file".utf8), .matlab),
        ([0x1F, 0x8B], .gzip),
        ([0x89, 0x50, 0x4E, 0x47], .image),
        ([0xFF, 0xD8, 0xFF], .image),
        (Array("GIF87a".utf8), .image),
        (Array("GIF89a".utf8), .image),
        (Array("%PDF-".utf8), .pdf),
        (Array("version https://git-lfs".utf8), .lfsPointer),
        ([0xFF, 0xFE], .utf16),
        ([0xFE, 0xFF], .utf16),
    ]

    /// An archive's first member tells whose archive it is.
    private static func kindOfZIP(_ bytes: [UInt8]) -> FileKind {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let length = bytes.number(UInt16.self, at: 26) else {
            return .zip
        }
        let name = String(decoding: bytes.dropFirst(30).prefix(length), as: UTF8.self)
        if name.hasSuffix(".npy") { return .archive }
        if name == "[Content_Types].xml" || name.hasPrefix("xl/") || name == "_rels/.rels" { return .excel }
        if name.hasSuffix("data.pkl") { return .torch }
        return .zip
    }

    private static func kindOfText(_ text: String) -> FileKind {
        let start = text.drop(while: \.isWhitespace).prefix(16).lowercased()
        if start.hasPrefix("<!doctype") || start.hasPrefix("<html") || start.hasPrefix("<?xml") { return .webPage }
        return start.hasPrefix("{") || start.hasPrefix("[") ? .json : .text
    }
}
