/// Archives with something wrong.
extension Hostile {
    private static let array = npy(arrayHeader("(2,)", "|u1"), data: [1, 2])
    private static let member = Member("x.npy", array)
    private static let squeezed = Member("x.npy", array, deflate: true)

    private static func archive(_ title: String, _ members: [Member], _ words: String) -> Hostile {
        Hostile(title, "a.npz", zip(members), words)
    }

    private static func file(_ title: String, _ bytes: [UInt8], _ words: String) -> Hostile {
        Hostile(title, "a.npz", bytes, words)
    }

    /// A member that claims ZIP64 sizes and has this extra field.
    private static func wideMember(_ extra: [UInt8]) -> Member {
        member.with {
            $0.size = 0xFFFF_FFFF
            $0.extra = extra
        }
    }

    static let archives: [Hostile] = [
        archive("no members", [], "the archive holds no arrays | save them by name: np.savez(file, loss=loss)"),
        archive("two members of one name", [member, member], "the archive has two arrays named 'x'"),
        archive("no name", [member.with { $0.name = "" }], "the name of member 1 is empty or not UTF-8"),
        archive(
            "a NUL in the name", [member.with { $0.name = "x\0.npy" }], "the name of member 1 is empty or not UTF-8"),
        archive(
            "another name in the member", [member.with { $0.localName = "y.npy" }],
            "member 'x.npy': the member's own header has another name than the ZIP directory"),
        archive(
            "a longer name in the member", [member.with { $0.localName = "xx.npy" }],
            "member 'x.npy': the member's own header has another name than the ZIP directory"),
        archive(
            "another method in the member", [member.with { $0.localMethod = 8 }],
            "member 'x.npy': the member's own header disagrees with the ZIP directory"),
        archive(
            "another size in the member", [member.with { $0.localSize = 5 }],
            "member 'x.npy': the member's own header disagrees with the ZIP directory"),
        archive(
            "encrypted", [member.with { $0.flags = 1 }],
            "array 'x': it is encrypted | unpack the archive and save it anew without a password"),
        archive(
            "an old method", [member.with { $0.method = 6 }],
            "array 'x': the compression method 6 is not read | save the archive with np.savez or np.savez_compressed"),
        archive(
            "an unknown method", [member.with { $0.method = 777 }],
            "array 'x': the compression method 777 is not read | save the archive with np.savez or np.savez_compressed"),
        archive(
            "a wrong checksum", [member.with { $0.checksum ^= 1 }],
            "array 'x': the checksum does not match: the data is damaged | save or copy the file again"),
        archive(
            "a wrong checksum, deflated", [squeezed.with { $0.checksum ^= 1 }],
            "array 'x': the checksum does not match: the data is damaged | save or copy the file again"),
        archive(
            "a second disk", [member.with { $0.disk = 1 }],
            "the ZIP archive is split over several files | join it to one file"),
        archive(
            "a member beyond the file", [member.with { $0.headerOffset = 0x7FFF_FFFF }],
            "member 'x.npy': no member begins at byte 2147483647, where the ZIP directory says"),
        archive(
            "a member in the directory", [member.with { $0.headerOffset = 110 }],
            "member 'x.npy': no member begins at byte 110, where the ZIP directory says"),
        archive(
            "no member at the place", [member.with { $0.headerOffset = 1 }],
            "member 'x.npy': no member begins at byte 1, where the ZIP directory says"),
        archive(
            "more data than the file", [member.with { $0.compressedSize = 5000 }],
            "member 'x.npy': 5000 bytes of data do not fit into the archive"),
        archive("sizes that need ZIP64", [wideMember([])], "member 'x.npy': the ZIP64 sizes are missing or too large"),
        archive(
            "a short ZIP64 field", [wideMember([1, 0, 4, 0, 1, 2, 3, 4])],
            "member 'x.npy': the ZIP64 sizes are missing or too large"),
        archive(
            "a ZIP64 size beyond 63 bits", [wideMember([1, 0, 8, 0] + [UInt8](repeating: 0xFF, count: 8))],
            "member 'x.npy': the ZIP64 sizes are missing or too large"),
        archive(
            "an extra field beyond the directory", [wideMember([1, 0, 0xFF, 0xFF])],
            "member 'x.npy': the ZIP64 sizes are missing or too large"),
        archive(
            "one member twice", [member, member.with { $0.headerOffset = 0 }],
            "the members 'x.npy' and 'x.npy' overlap in the archive"),
        archive(
            "members inside each other", [outer, member.with { $0.headerOffset = 39 }],
            "the members 'outer.npy' and 'x.npy' overlap in the archive"),
        archive(
            "stored with another size", [member.with { $0.size = 5 }],
            "array 'x': the ZIP directory disagrees with itself about the size"),
        archive(
            "deflated with another size", [squeezed.with { $0.size = 5 }],
            "array 'x': the ZIP directory says 5 bytes, the data has 70"),
        archive(
            "a member that is no array", [Member("x.npy", Array("hello, world".utf8))],
            "array 'x': the data does not begin as a .npy file does"),
        archive("an empty member", [Member("x.npy", [])], "array 'x': the data does not begin as a .npy file does"),
        archive(
            "a member of objects", [Member("x.npy", npy(arrayHeader("(1,)", "|O")))],
            "array 'x': the array has dtype '|O', pickled Python objects, which are never loaded | save numbers: np.save(file, array.astype(float), allow_pickle=False)"
        ),
        archive(
            "a member cut short", [Member("x.npy", Array(array.dropLast()))],
            "array 'x': the data ends after 69 bytes; shape (2,) with 1-byte numbers takes 70 | the file is cut short: save or copy it again"
        ),
        archive(
            "a member with more", [Member("x.npy", array + [0])],
            "array 'x': more data follows the array; shape (2,) with 1-byte numbers takes 70 bytes | save one array for each file, or several with np.savez"
        ),
    ]

    /// A stored member that holds another, with its header, at byte 39 of the file.
    private static let outer = Member("outer.npy", Array(zip([member]).prefix(200)))

    static let archiveEnds: [Hostile] = [
        file(
            "the beginning alone", Array("PK\u{3}\u{4}".utf8),
            "the ZIP archive has no end record: it is cut short or not a ZIP archive | save or copy the file again"),
        file(
            "no end record", Array(zip([member]).dropLast(1)),
            "the ZIP archive has no end record: it is cut short or not a ZIP archive | save or copy the file again"),
        file(
            "no directory", Array(zip([member]).prefix(100)),
            "the ZIP archive has no end record: it is cut short or not a ZIP archive | save or copy the file again"),
        file(
            "more after the end", zip([member]) + [0],
            "the ZIP archive has no end record: it is cut short or not a ZIP archive | save or copy the file again"),
        file(
            "more before the beginning", zip([member])[..<4] + zip([member]),
            "the ZIP directory does not lie where the end record says | save or copy the file again"),
        file("disk 3", zip([member], disk: 3), "the ZIP archive is split over several files | join it to one file"),
        file("fewer members", zip([member], count: 0), "the ZIP directory has more bytes than its 0 members take"),
        file(
            "more members", zip([member], count: 2),
            "the ZIP directory is damaged at byte 156, where member 2 should begin"),
        file(
            "65535 members", zip([member], count: 65_535),
            "the ZIP archive claims 65535 members; at most 10000 are read"),
        file(
            "a directory of 4 GB", zip([member], directorySize: 0xFFFF_FFFF),
            "the ZIP directory does not lie where the end record says | save or copy the file again"),
        file(
            "a directory elsewhere", zip([member], directoryOffset: 5),
            "the ZIP directory does not lie where the end record says | save or copy the file again"),
        file(
            "a directory beyond the file", zip([member], directoryOffset: 0xFFFF_FFF0),
            "the ZIP directory does not lie where the end record says | save or copy the file again"),
        file(
            "a ZIP64 record elsewhere", zip([member], beforeEnd: { _, _ in locator(5) }),
            "the ZIP64 end record is damaged | save or copy the file again"),
        file(
            "a ZIP64 record beyond 63 bits", zip([member], beforeEnd: { _, _ in locator(-1) }),
            "the ZIP64 end record is damaged | save or copy the file again"),
        file(
            "10^18 members", zip([member], count: 0xFFFF, beforeEnd: { wide($0, $1, count: 1 << 60) }),
            "the ZIP archive claims 1152921504606846976 members; at most 10000 are read"),
        file(
            "two ends that disagree", zip([member], beforeEnd: { wide($0, $1, count: 7) }),
            "the ZIP archive's two end records disagree"),
        file(
            "a ZIP64 directory of 2^62 bytes",
            zip(
                [member], directorySize: 0xFFFF_FFFF,
                beforeEnd: { wide($0, 1 << 62, count: 1, at: $0 + $1) }),
            "the ZIP directory does not lie where the end record says | save or copy the file again"),
    ]

    private static func locator(_ place: Int) -> [UInt8] {
        Array([signature(6, 7), littleEndian(0, 4), littleEndian(place, 8), littleEndian(1, 4)].joined())
    }

    private static func wide(_ body: Int, _ directory: Int, count: Int, at place: Int? = nil) -> [UInt8] {
        let record: [[UInt8]] = [
            signature(6, 6), littleEndian(44, 8), littleEndian(0, 12), littleEndian(count, 8), littleEndian(count, 8),
            littleEndian(directory, 8), littleEndian(body, 8), locator(place ?? body + directory),
        ]
        return Array(record.joined())
    }

    /// Little data that inflates to much, and data that ends in the wrong place.
    static let bombs: [Hostile] = [
        archive(
            "ten megabytes of zeros", [Member("x.npy", zeros, deflate: true)],
            "array 'x': the data does not begin as a .npy file does"),
        archive(
            "ten megabytes behind an array", [bomb],
            "array 'x': more data follows the array; shape (2,) with 1-byte numbers takes 70 bytes | save one array for each file, or several with np.savez"
        ),
        archive(
            "ten megabytes behind an array, hidden", [bomb.with { $0.size = array.count }],
            "array 'x': more data follows the array; shape (2,) with 1-byte numbers takes 70 bytes | save one array for each file, or several with np.savez"
        ),
        archive(
            "much that is not there", [emptyPromise],
            "array 'x': the data ends after 10485836 bytes; shape (4096, 4096) with 8-byte numbers takes 134217804 | the file is cut short: save or copy it again"
        ),
        archive(
            "a petabyte", [Member("x.npy", npy(arrayHeader("(1073741824, 1048576)")), deflate: true)],
            "array 'x': the shape (1073741824, 1048576) has more than 16777216 numbers | save a part or a coarser sampling of the array"
        ),
        archive(
            "deflated data cut short", [squeezed.with { $0.data.removeLast(4) }],
            "array 'x': the compressed data ends too early"),
        archive(
            "more behind the deflated data", [squeezed.with { $0.data += [0, 0, 0] }],
            "array 'x': more data follows the compressed data"),
        archive("no deflated data", [squeezed.with { $0.data = [] }], "array 'x': the compressed data ends too early"),
        archive(
            "noise for deflated data", [squeezed.with { $0.data = [0xFF, 0xFF, 0xFF, 0xFF] }],
            "array 'x': the compressed data is damaged | save or copy the file again"),
    ]

    private static let zeros = [UInt8](repeating: 0, count: 10 << 20)
    private static let bomb = Member("x.npy", array + zeros, deflate: true)
    private static let emptyPromise = Member("x.npy", npy(arrayHeader("(4096, 4096)")) + zeros, deflate: true)
}
