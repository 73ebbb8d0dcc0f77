import DataFiles
import Testing

/// A file that must be refused, and the exact words.
struct Hostile: Sendable, CustomTestStringConvertible {
    let title: String
    let fileName: String
    let bytes: [UInt8]
    /// `line:column-length message | help`, without the place for files as a whole, without the bar where no help is given.
    let words: String

    init(_ title: String, _ fileName: String, _ bytes: [UInt8], _ words: String) {
        self.title = title
        self.fileName = fileName
        self.bytes = bytes
        self.words = words
    }

    /// A table.
    init(_ title: String, _ table: String, _ words: String) {
        self.init(title, "table.csv", Array(table.utf8), words)
    }

    var testDescription: String { title }
}

extension DataFileError {
    /// All that the mistake says, in one line.
    var words: String {
        let text = message + (help.map { " | " + $0 } ?? "")
        guard case .line(let line, let column, let length) = place else { return text }
        return "\(line):\(column)-\(length) \(text)"
    }
}

/// Files made to break a reader or a terminal, or merely wrong.
@Suite struct HostileTests {
    @Test(arguments: Hostile.kinds + Hostile.headers + Hostile.dtypes + Hostile.lengths)
    func badArraysAreRefused(_ file: Hostile) { check(file) }

    @Test(arguments: Hostile.archives + Hostile.archiveEnds + Hostile.bombs)
    func badArchivesAreRefused(_ file: Hostile) { check(file) }

    @Test(arguments: Hostile.fields + Hostile.rows + Hostile.texts)
    func badTablesAreRefused(_ file: Hostile) { check(file) }

    private func check(_ file: Hostile) {
        #expect(mistake(in: file.bytes, file.fileName)?.words == file.words)
    }

    @Test(arguments: [
        (
            "object",
            "the array has dtype '|O', pickled Python objects, which are never loaded | save numbers: np.save(file, array.astype(float), allow_pickle=False)"
        ),
        (
            "structured",
            "the array has the structured dtype '[('step', '<i4'), ('loss', '<f8')]' | save the fields one by one as numbers: array['name'].astype(float)"
        ),
        (
            "structured-utf8",
            "the array has the structured dtype '[('größe', '<i4')]' | save the fields one by one as numbers: array['name'].astype(float)"
        ), ("text", "the array has dtype '<U3', text | save numbers: array.astype(float)"),
        ("byte-text", "the array has dtype '|S3', text | save numbers: array.astype(float)"),
        ("complex", "the array has dtype '<c16', complex numbers | save array.real, array.imag or abs(array)"),
        ("dates", "the array has dtype '<M8[D]', dates or durations | save numbers: array.astype('i8').astype(float)"),
        (
            "durations",
            "the array has dtype '<m8[s]', dates or durations | save numbers: array.astype('i8').astype(float)"
        ),
        ("raw", "the array has dtype '|V3', raw bytes or records | save the fields one by one as numbers"),
        ("long-double", "the array has dtype '<f16', which differs between machines | save array.astype('f8')"),
    ])
    func otherDtypesOfNumPyAreRefused(_ name: String, _ words: String) throws {
        #expect(try mistake(in: Fixture.bytes("\(name).npy"), "\(name).npy")?.words == words)
    }

    @Test(arguments: [
        (
            "objects",
            "array 'bad': the array has dtype '|O', pickled Python objects, which are never loaded | save numbers: np.save(file, array.astype(float), allow_pickle=False)"
        ),
        (
            "lzma",
            "array 'one': the compression method 14 is not read | save the archive with np.savez or np.savez_compressed"
        ), ("none", "the archive holds no arrays | save them by name: np.savez(file, loss=loss)"),
    ])
    func otherArchivesOfPythonAreRefused(_ name: String, _ words: String) throws {
        #expect(try mistake(in: Fixture.bytes("\(name).npz"), "\(name).npz")?.words == words)
    }

    @Test func anUnknownNameIsToldWithTheKnownOnes() throws {
        let archive = try NPZArchive(Fixture.bytes("stored.npz"))
        let mistake = #expect(throws: DataFileError.self) { try archive.array(named: "Loss") }
        #expect(
            mistake?.words
                == "the archive has no array 'Loss' | it has 'loss', 'x', 'steps', 'nested/größe', 'empty', 'scalar'")
    }

    @Test func messagesSteerNoTerminal() {
        let escape = "\u{1B}[31m\u{202E}"
        for file in [
            Hostile("", "a.csv", Array("a\n\(escape)\n".utf8), ""),
            Hostile("", "a.npy", npy("{'\(escape)': 1}"), ""),
            Hostile("", "a.npy", npy(arrayHeader("(1,)", escape)), ""),
            Hostile("", "a.npz", zip([Member("\(escape).npy", [])]), ""), Hostile("", "a.\(escape)", [1], ""),
        ] {
            let words = mistake(in: file.bytes, file.fileName)?.words ?? ""
            #expect(
                words.contains("\u{FFFD}") && !words.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
        }
    }
}
