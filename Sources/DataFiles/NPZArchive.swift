import CZLib
import Spelling

/// A ZIP archive of .npy files, as `numpy.savez` and `numpy.savez_compressed` write them.
///
/// Opening reads the list of members alone; each array is read and checked when it is asked for. Members that are no
/// .npy files are left out.
public struct NPZArchive: Sendable {
    /// The names of the arrays in the order of the archive, without `.npy`.
    public let names: [String]
    private let members: [String: ZIPMember]
    private let bytes: [UInt8]

    /// - Parameter bytes: The whole file.
    /// - Throws: `DataFileError` for damaged archives and those without arrays.
    public init(_ bytes: [UInt8]) throws(DataFileError) {
        self.bytes = bytes
        var names: [String] = []
        var members: [String: ZIPMember] = [:]
        for member in try ZIPDirectory(bytes).members where member.name.hasSuffix(".npy") {
            let name = String(member.name.dropLast(4))
            guard members.updateValue(member, forKey: name) == nil else {
                throw DataFileError("the archive has two arrays named \(quoted(name))")
            }
            names.append(name)
        }
        guard !names.isEmpty else {
            throw DataFileError("the archive holds no arrays", help: "save them by name: np.savez(file, loss=loss)")
        }
        self.names = names
        self.members = members
    }

    /// Reads one array.
    ///
    /// The compressed data is inflated twice: once to see that it holds what its header says, with the right
    /// checksum, and once into the numbers. Nothing larger than one step is kept before that is known.
    ///
    /// - Parameter name: One of `names`.
    /// - Throws: `DataFileError` for a name that is not there, encrypted or oddly compressed members, damage, and all
    ///   that can be wrong in a .npy file.
    public func array(named name: String) throws(DataFileError) -> NumericArray {
        guard let member = members[name] else {
            throw DataFileError("the archive has no array \(quoted(name))", help: "it has \(list(names))")
        }
        do {
            return try read(member)
        } catch {
            throw error.inMember(name)
        }
    }

    /// The shape that an array's header tells, without its numbers being read; nil where it cannot be read.
    public func shape(of name: String) -> [Int]? {
        guard let member = members[name], !member.isEncrypted else { return nil }
        switch member.method {
        case 0: return shape(StoredBytes(bytes[member.data]))
        case 8: return (try? Inflater(bytes[member.data])).flatMap(shape)
        default: return nil
        }
    }

    private func shape(_ stream: some ByteStream) -> [Int]? {
        var stream = stream
        var buffer = [UInt8](repeating: 0, count: NPYHeader.longestBeginning)
        guard let count = try? stream.read(into: &buffer) else { return nil }
        return try? NPYHeader(Array(buffer[..<count])).shape
    }

    private func read(_ member: ZIPMember) throws(DataFileError) -> NumericArray {
        guard !member.isEncrypted else {
            throw DataFileError("it is encrypted", help: "unpack the archive and save it anew without a password")
        }
        switch member.method {
        case 0:
            guard member.size == member.data.count else {
                throw DataFileError("the ZIP directory disagrees with itself about the size")
            }
            let header = try check(StoredBytes(bytes[member.data]), member)
            return try decode(StoredBytes(bytes[member.data]), header)
        case 8:
            let inflater = try Inflater(bytes[member.data])
            let header = try check(inflater, member)
            guard inflater.usedAll else { throw DataFileError("more data follows the compressed data") }
            return try decode(try Inflater(bytes[member.data]), header)
        default:
            throw DataFileError(
                "the compression method \(member.method) is not read",
                help: "save the archive with np.savez or np.savez_compressed")
        }
    }

    /// Goes through all data without keeping it.
    private func check(_ stream: some ByteStream, _ member: ZIPMember) throws(DataFileError) -> NPYHeader {
        var stream = stream
        var buffer = [UInt8](repeating: 0, count: NPYHeader.longestBeginning)
        var count = try stream.read(into: &buffer)
        let beginning = Array(buffer[..<count])
        let header = try NPYHeader(beginning)
        var checksum = crc32_z(0, beginning, count)
        buffer = [UInt8](repeating: 0, count: Limits.step)
        var seen = count
        while count > 0, seen <= header.fileLength {
            count = try stream.read(into: &buffer)
            checksum = crc32_z(checksum, buffer, count)
            seen += count
        }
        try NPYFile.check(header, length: seen)
        guard Int(checksum) == member.checksum else {
            throw DataFileError("the checksum does not match: the data is damaged", help: "save or copy the file again")
        }
        guard seen == member.size else {
            throw DataFileError("the ZIP directory says \(member.size) bytes, the data has \(seen)")
        }
        return header
    }

    private func decode(_ stream: some ByteStream, _ header: NPYHeader) throws(DataFileError) -> NumericArray {
        var stream = stream
        var buffer = [UInt8](repeating: 0, count: header.dataOffset)
        _ = try stream.read(into: &buffer)
        buffer = [UInt8](repeating: 0, count: Limits.step)
        var decoder = NPYDecoder(header)
        while true {
            let count = try stream.read(into: &buffer)
            guard count > 0 else { return decoder.array }
            decoder.append(buffer[..<count])
        }
    }
}
