import Spelling

/// The list of an archive's members (PKWARE's APPNOTE 6.3, as far as NumPy's archives need it).
///
/// Strict: the directory must end where the end record begins, every member's own header must agree with the directory,
/// and no two members may share bytes.
struct ZIPDirectory {
    private(set) var members: [ZIPMember] = []
    private let bytes: [UInt8]
    private let end: ZIPEnd

    init(_ bytes: [UInt8]) throws(DataFileError) {
        self.bytes = bytes
        end = try ZIPEnd(bytes)
        var position = end.directory.lowerBound
        for index in 0..<end.count {
            members.append(try member(index + 1, at: &position))
        }
        guard position == end.directory.upperBound else {
            throw DataFileError("the ZIP directory has more bytes than its \(end.count) members take")
        }
        try checkOverlaps()
    }

    /// Reads the directory's next entry.
    private func member(_ number: Int, at position: inout Int) throws(DataFileError) -> ZIPMember {
        let place = position
        let cut = DataFileError("the ZIP directory ends inside member \(number) of \(end.count)")
        guard bytes.number(UInt32.self, at: place) == 0x0201_4B50 else {
            throw DataFileError("the ZIP directory is damaged at byte \(place), where member \(number) should begin")
        }
        guard place + 46 <= end.directory.upperBound,
            let flags = bytes.number(UInt16.self, at: place + 8),
            let method = bytes.number(UInt16.self, at: place + 10),
            let checksum = bytes.number(UInt32.self, at: place + 16),
            let compressedSize = bytes.number(UInt32.self, at: place + 20),
            let size = bytes.number(UInt32.self, at: place + 24),
            let nameLength = bytes.number(UInt16.self, at: place + 28),
            let extraLength = bytes.number(UInt16.self, at: place + 30),
            let commentLength = bytes.number(UInt16.self, at: place + 32),
            let disk = bytes.number(UInt16.self, at: place + 34),
            let headerOffset = bytes.number(UInt32.self, at: place + 42)
        else { throw cut }
        let nameRange = place + 46..<place + 46 + nameLength
        let extra = nameRange.upperBound..<nameRange.upperBound + extraLength
        position = extra.upperBound + commentLength
        guard position <= end.directory.upperBound else { throw cut }
        guard disk == 0 || disk == 0xFFFF else { throw ZIPEnd.manyDisks }

        let name = try Self.name(bytes[nameRange], number)
        let claimed = ZIPMember.Sizes(size: size, compressedSize: compressedSize, headerOffset: headerOffset)
        guard let sizes = claimed.replaced(fromExtra: extra, of: bytes), let header = sizes.headerOffset else {
            throw DataFileError("member \(quoted(name)): the ZIP64 sizes are missing or too large")
        }
        let local = LocalHeader(name: nameRange, flags: flags, method: method, checksum: checksum, sizes: sizes)
        let data = try local.data(in: bytes, at: header, named: name, limit: end.directory.lowerBound)
        return ZIPMember(
            name: name, isEncrypted: flags & 0x41 != 0, method: method, checksum: checksum, size: sizes.size,
            data: data, extent: header..<data.upperBound)
    }

    private static func name(_ bytes: ArraySlice<UInt8>, _ number: Int) throws(DataFileError) -> String {
        guard let name = String(validating: bytes, as: UTF8.self), !name.isEmpty, !bytes.contains(0) else {
            throw DataFileError("the name of member \(number) is empty or not UTF-8")
        }
        return name
    }

    /// Members that share bytes make small archives of endless content.
    private func checkOverlaps() throws(DataFileError) {
        var last: ZIPMember?
        for member in members.sorted(by: { $0.extent.lowerBound < $1.extent.lowerBound }) {
            if let last, member.extent.lowerBound < last.extent.upperBound {
                throw DataFileError(
                    "the members \(quoted(last.name)) and \(quoted(member.name)) overlap in the archive")
            }
            last = member
        }
    }
}

/// What a member's own header must repeat of the directory.
private struct LocalHeader {
    let name: Range<Int>
    let flags: Int
    let method: Int
    let checksum: Int
    let sizes: ZIPMember.Sizes

    /// Where the member's data is.
    ///
    /// - Parameter limit: Where the directory begins.
    func data(in bytes: [UInt8], at place: Int, named memberName: String, limit: Int) throws(DataFileError) -> Range<
        Int
    > {
        let member = "member \(quoted(memberName))"
        guard place < limit, bytes.number(UInt32.self, at: place) == 0x0403_4B50 else {
            throw DataFileError("\(member): no member begins at byte \(place), where the ZIP directory says")
        }
        guard let flags = bytes.number(UInt16.self, at: place + 6),
            let method = bytes.number(UInt16.self, at: place + 8),
            let nameLength = bytes.number(UInt16.self, at: place + 26),
            let extraLength = bytes.number(UInt16.self, at: place + 28), place + 30 + nameLength + extraLength <= limit
        else { throw DataFileError("\(member): the archive ends inside the member's header") }
        let nameEnd = place + 30 + nameLength
        let start = nameEnd + extraLength
        guard bytes[place + 30..<nameEnd] == bytes[name] else {
            throw DataFileError("\(member): the member's own header has another name than the ZIP directory")
        }
        guard method == self.method, flags & 0x9 == self.flags & 0x9, agrees(bytes, place, extra: nameEnd..<start)
        else {
            throw DataFileError("\(member): the member's own header disagrees with the ZIP directory")
        }
        guard sizes.compressedSize <= limit - start else {
            throw DataFileError("\(member): \(sizes.compressedSize) bytes of data do not fit into the archive")
        }
        return start..<start + sizes.compressedSize
    }

    /// Whether checksum and sizes agree. Archives written as a stream (flag 3) tell them behind the data; here they
    /// may be 0.
    private func agrees(_ bytes: [UInt8], _ place: Int, extra: Range<Int>) -> Bool {
        guard let checksum = bytes.number(UInt32.self, at: place + 14),
            let compressedSize = bytes.number(UInt32.self, at: place + 18),
            let size = bytes.number(UInt32.self, at: place + 22),
            let own = ZIPMember.Sizes(size: size, compressedSize: compressedSize).replaced(fromExtra: extra, of: bytes)
        else { return false }
        let isStreamed = flags & 0x8 != 0
        func matches(_ value: Int, _ wanted: Int) -> Bool { value == wanted || isStreamed && value == 0 }
        return matches(checksum, self.checksum) && matches(own.size, sizes.size)
            && matches(own.compressedSize, sizes.compressedSize)
    }
}
