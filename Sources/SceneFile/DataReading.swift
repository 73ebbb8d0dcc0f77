import DataFiles
import Spelling

/// A data file that a scene names.
struct OpenedData {
    /// Where the scene names it.
    let node: Node
    /// The name as the scene has it.
    let name: String
    let path: String
    let content: DataFile
    let bytes: [UInt8]

    /// The names of its arrays or columns; empty where they have none.
    var names: [String] {
        switch content {
        case .array: []
        case .archive(let archive): archive.names
        case .table(let table): table.header ?? []
        }
    }

    /// Its own name of an array or column that is called so, in any spelling.
    func ownName(of name: String) -> String? {
        names.first { $0 == name } ?? names.first { Name.folded($0) == Name.folded(name) }
    }

    /// The array or column of that name.
    func array(_ name: String) throws(DataFileError) -> NumericArray? {
        switch content {
        case .array: return nil
        case .archive(let archive): return try archive.array(named: name)
        case .table(let table):
            return table.column(named: name).map { NumericArray($0) }
        }
    }
}

/// How the data files that a scene names are read.
extension Reading {
    /// The largest data file, in bytes.
    static let largestData = 128 << 20

    /// Opens a file and tells what is wrong with it: at its own line where it has lines, else where the scene names it.
    ///
    /// - Parameter key: the key that names the file.
    mutating func open(_ node: Node, _ key: String) -> OpenedData? {
        guard node.scalar != nil, !node.isNull, let name = text(node, key) else {
            mismatch(node, key, "the name of a file")
            return nil
        }
        let path = InputFile.path(name, in: node.location.source.folder)
        let bytes: [UInt8]
        inputs.add(path)
        do {
            bytes = try InputFile.read(path, atMost: Self.largestData, isData: true)
        } catch {
            diagnostics.add(
                Diagnostic(
                    at: node.location, "cannot read \(quotedPath(name)): \(error.reason)",
                    help: node.location.source.pathAdvice, isMissingFile: true))
            return nil
        }
        guard bytes.count <= Self.largestData else {
            error(node.location, "\(quotedPath(name)) is larger than \(Self.largestData >> 20) MB")
            return nil
        }
        do {
            let content = try DataFile.read(bytes, fileName: InputFile.lastPart(of: path))
            return OpenedData(node: node, name: name, path: path, content: content, bytes: bytes)
        } catch {
            tell(error, of: name, path, bytes, at: node)
            return nil
        }
    }

    /// Tells a mistake in a data file.
    mutating func tell(_ mistake: DataFileError, in data: OpenedData) {
        tell(mistake, of: data.name, data.path, data.bytes, at: data.node)
    }

    private mutating func tell(
        _ mistake: DataFileError, of name: String, _ path: String, _ bytes: [UInt8], at node: Node
    ) {
        switch mistake.place {
        case .whole: error(node.location, "\(quotedPath(name)): \(mistake.message)", help: mistake.help)
        case .line(let line, let column, let length):
            let source = SourceFile(name: path, line: line, of: bytes)
            let location = Location(source, line: line, column: column, length: length)
            error(location, mistake.message, help: mistake.help)
        }
    }

    /// Tells a mistake in a row of a table at its line, and in any other data where the scene names them.
    mutating func error(inRow row: Int, of data: OpenedData, _ message: String, help: String? = nil) {
        if case .table(let table) = data.content {
            let place = DataFileError.Place.line(table.line(ofRow: row), column: 1, length: 1)
            tell(DataFileError(message: message, help: help, place: place), in: data)
        } else {
            error(data.node.location, "\(quotedPath(data.name)): \(message), in row \(row)", help: help)
        }
    }

    /// An array or column: the one the scene names, else the first of the usual names that the file has; nil, without a
    /// word, where it has none of these.
    ///
    /// - Parameters:
    ///   - key: where the scene names it, as the value of the key `kind`.
    ///   - usual: the names it has in files of this kind.
    mutating func array(
        in data: OpenedData, _ key: Node?, _ kind: String = "name", usual: [String]
    ) -> (name: String, array: NumericArray)? {
        let wanted: String
        if let key {
            guard let text = text(key, kind) else { return nil }
            guard let own = data.ownName(of: text) else {
                missing(text, in: data, at: key)
                return nil
            }
            wanted = own
        } else {
            guard let own = usual.lazy.compactMap(data.ownName).first else { return nil }
            wanted = own
        }
        do {
            return try data.array(wanted).map { (wanted, $0) }
        } catch {
            tell(error, in: data)
            return nil
        }
    }

    /// The same for what must have one dimension.
    mutating func column(in data: OpenedData, _ key: Node?, _ kind: String, usual: [String]) -> [Double]? {
        guard let (name, array) = array(in: data, key, kind, usual: usual) else { return nil }
        // A matrix of one column, or of one row, is as good.
        guard array.shape.filter({ $0 != 1 }).count <= 1, !array.shape.isEmpty else {
            let shape = array.shape.map(String.init).joined(separator: " × ")
            error(
                key?.location ?? data.node.location,
                "'\(name)' in \(quotedPath(data.name)) has the shape \(shape.isEmpty ? "()" : shape), and '\(kind)' has one dimension"
            )
            return nil
        }
        return array.values
    }

    private mutating func missing(_ name: String, in data: OpenedData, at node: Node) {
        let help: String
        if let near = Name.closest(to: name, among: data.names) {
            help = "did you mean '\(near)'?"
        } else {
            help = data.names.isEmpty ? "its columns have no names" : "it has \(data.namesInWords)"
        }
        error(node.location, "\(quotedPath(data.name)) has no \(quoted(name))", help: help)
    }
}

extension OpenedData {
    /// The names it has, for a message.
    var namesInWords: String {
        let shown = names.prefix(8).map { "'\(String($0.prefix(40)))'" }.joined(separator: ", ")
        return names.count > 8 ? "\(shown) and \(names.count - 8) more" : shown
    }
}
