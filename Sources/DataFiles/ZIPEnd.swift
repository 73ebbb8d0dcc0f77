/// The record at an archive's end, which says where the directory is.
struct ZIPEnd {
    /// The number of members, at most `Limits.members`.
    let count: Int
    /// Where the directory is, within the file.
    let directory: Range<Int>

    static let manyDisks = DataFileError("the ZIP archive is split over several files", help: "join it to one file")
    private static let cut = DataFileError(
        "the ZIP archive has no end record: it is cut short or not a ZIP archive", help: "save or copy the file again")

    private struct Fields {
        var disks: [Int]
        var countHere: Int
        var count: Int
        var size: Int
        var offset: Int
    }

    init(_ bytes: [UInt8]) throws(DataFileError) {
        guard let place = Self.place(in: bytes), var fields = Self.fields(bytes, at: place) else { throw Self.cut }
        var directoryEnd = place
        if let wide = try Self.wideRecord(in: bytes, before: place) {
            fields = try Self.merged(fields, Self.wideFields(bytes, at: wide))
            directoryEnd = wide
        }
        guard fields.disks.allSatisfy({ $0 == 0 }), fields.countHere == fields.count else { throw Self.manyDisks }
        guard fields.count <= Limits.members else {
            throw DataFileError("the ZIP archive claims \(fields.count) members; at most \(Limits.members) are read")
        }
        guard fields.offset <= directoryEnd, fields.size == directoryEnd - fields.offset else {
            throw DataFileError(
                "the ZIP directory does not lie where the end record says", help: "save or copy the file again")
        }
        count = fields.count
        directory = fields.offset..<directoryEnd
    }

    /// The record is the last thing in a file, but for a comment of its own.
    private static func place(in bytes: [UInt8]) -> Int? {
        guard bytes.count >= 22 else { return nil }
        let last = bytes.count - 22
        return (max(0, last - 0xFFFF)...last).reversed().first { place in
            bytes.number(UInt32.self, at: place) == 0x0605_4B50
                && bytes.number(UInt16.self, at: place + 20) == last - place
        }
    }

    private static func fields(_ bytes: [UInt8], at place: Int) -> Fields? {
        guard let disk = bytes.number(UInt16.self, at: place + 4), let first = bytes.number(UInt16.self, at: place + 6),
            let countHere = bytes.number(UInt16.self, at: place + 8),
            let count = bytes.number(UInt16.self, at: place + 10),
            let size = bytes.number(UInt32.self, at: place + 12), let offset = bytes.number(UInt32.self, at: place + 16)
        else { return nil }
        return Fields(disks: [disk, first], countHere: countHere, count: count, size: size, offset: offset)
    }

    /// Where the ZIP64 record is, in archives that have one: a locator stands before the end record then.
    private static func wideRecord(in bytes: [UInt8], before place: Int) throws(DataFileError) -> Int? {
        guard bytes.number(UInt32.self, at: place - 20) == 0x0706_4B50 else { return nil }
        guard let offset = bytes.number(UInt64.self, at: place - 12), offset <= place - 76,
            bytes.number(UInt32.self, at: offset) == 0x0606_4B50,
            let size = bytes.number(UInt64.self, at: offset + 4), size == place - 20 - offset - 12
        else { throw DataFileError("the ZIP64 end record is damaged", help: "save or copy the file again") }
        return offset
    }

    private static func wideFields(_ bytes: [UInt8], at place: Int) throws(DataFileError) -> Fields {
        guard let disk = bytes.number(UInt32.self, at: place + 16),
            let first = bytes.number(UInt32.self, at: place + 20),
            let countHere = bytes.number(UInt64.self, at: place + 24),
            let count = bytes.number(UInt64.self, at: place + 32),
            let size = bytes.number(UInt64.self, at: place + 40), let offset = bytes.number(UInt64.self, at: place + 48)
        else { throw DataFileError("the ZIP64 end record is damaged", help: "save or copy the file again") }
        return Fields(disks: [disk, first], countHere: countHere, count: count, size: size, offset: offset)
    }

    /// Takes from the ZIP64 record what the end record marks as too large; where it does not, both must say the same.
    private static func merged(_ narrow: Fields, _ wide: Fields) throws(DataFileError) -> Fields {
        func agrees(_ narrow: Int, _ wide: Int, marker: Int) -> Bool { narrow == marker || narrow == wide }
        guard agrees(narrow.countHere, wide.countHere, marker: 0xFFFF),
            agrees(narrow.count, wide.count, marker: 0xFFFF),
            agrees(narrow.size, wide.size, marker: 0xFFFF_FFFF),
            agrees(narrow.offset, wide.offset, marker: 0xFFFF_FFFF)
        else { throw DataFileError("the ZIP archive's two end records disagree") }
        return wide
    }
}
