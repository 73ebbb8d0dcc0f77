/// The objects of a PDF file, numbered from 1 in the order in which they are added, and the table that finds them.
struct PDFObjects {
    /// The file so far; the second line tells programs that it is not text.
    private var bytes = Array("%PDF-1.4\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3] + Array("\n".utf8)
    /// Where each object begins.
    private var offsets: [Int] = []

    /// The number the next object gets.
    var next: Int { offsets.count + 1 }

    /// Adds an object by its text, and returns its number.
    @discardableResult
    mutating func add(_ text: String) -> Int { add { $0.append(text) } }

    /// Adds a stream, compressed, with further entries for its dictionary.
    @discardableResult
    mutating func addStream(_ data: [UInt8], _ entries: String = "") throws(ExportError) -> Int {
        let compressed = try deflated(data)
        return add { bytes in
            bytes.append("<<\(entries)/Filter/FlateDecode/Length \(compressed.count)>>stream\n")
            bytes += compressed
            bytes.append("\nendstream")
        }
    }

    private mutating func add(_ write: (inout [UInt8]) -> Void) -> Int {
        let number = next
        offsets.append(bytes.count)
        bytes.append("\(number) 0 obj\n")
        write(&bytes)
        bytes.append("\nendobj\n")
        return number
    }

    /// The whole file. It has no identifier, which could only be made of time or chance.
    func file(catalog: Int, information: Int) -> [UInt8] {
        var file = bytes
        file.append("xref\n0 \(next)\n0000000000 65535 f \n")
        for offset in offsets {
            let digits = String(offset)
            file.append(String(repeating: "0", count: max(0, 10 - digits.count)) + digits + " 00000 n \n")
        }
        file.append("trailer\n<</Size \(next)/Root \(catalog) 0 R/Info \(information) 0 R>>\n")
        file.append("startxref\n\(bytes.count)\n%%EOF\n")
        return file
    }
}

enum PDFText {
    /// A text string: as it is where it is plain ASCII, else UTF-16 with its mark.
    static func literal(_ text: String) -> String {
        guard text.unicodeScalars.allSatisfy({ (" "..."~").contains($0) }) else {
            let units = [0xFEFF] + Array(text.utf16)
            let digits = units.map { String(UInt32($0) | 0x10000, radix: 16, uppercase: true).dropFirst() }
            return "<" + digits.joined() + ">"
        }
        let escaped = text.map { "\\()".contains($0) ? "\\\($0)" : String($0) }
        return "(" + escaped.joined() + ")"
    }
}
