import Spelling

/// One field of a table as it stands in the text.
struct CSVField {
    /// What stands in the file, with the quotes.
    var range: Range<Int>
    /// What is inside quotes, or the field without the spaces around it.
    var content: Range<Int>
    var isQuoted: Bool

    /// The words for what is missing or infinite, in lower case.
    static let words: [String: Double] = [
        "nan": .nan, "-nan": .nan, "+nan": .nan, "na": .nan, "n/a": .nan, "null": .nan, "none": .nan,
        "inf": .infinity, "+inf": .infinity, "-inf": -.infinity,
        "infinity": .infinity, "+infinity": .infinity, "-infinity": -.infinity,
    ]
    private static let longestWord = 9

    /// The field as a number; nil where it is none or beyond the doubles.
    func number(in text: CSVText) -> Double? {
        let content = trimmed(in: text)
        if content.isEmpty { return .nan }
        if let number = DecimalNumber(text.bytes, content) { return number.value }
        guard content.count <= Self.longestWord else { return nil }
        return Self.words[text.string(content).lowercased()]
    }

    /// The field as a column's name.
    func name(in text: CSVText) -> String {
        let name = text.string(content)
        guard isQuoted else { return name }
        var result = ""
        var wasQuote = false
        for scalar in name.unicodeScalars {
            wasQuote = scalar == "\"" && !wasQuote
            if !wasQuote { result.unicodeScalars.append(scalar) }
        }
        return result.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether the field can only be meant as a number, right or wrong: `1,5`, `12 000`, `1e999`.
    func isMeantAsNumber(in text: CSVText) -> Bool {
        let letters = text.bytes[trimmed(in: text)]
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        let unsigned = letters.first.map("+-".utf8.contains) == true ? letters.dropFirst() : letters
        guard let first = unsigned.first, digits.contains(first) || ".,".utf8.contains(first) else { return false }
        return unsigned.contains(where: digits.contains)
            && unsigned.allSatisfy { digits.contains($0) || "+-.,eE'_ \t%".utf8.contains($0) }
    }

    /// The content without spaces: inside quotes there may be some.
    private func trimmed(in text: CSVText) -> Range<Int> {
        var range = content
        while let first = range.first, CSVReader.isSpace(text.bytes[first]) { range.removeFirst() }
        while let last = range.last, CSVReader.isSpace(text.bytes[last]) { range.removeLast() }
        return range
    }

    /// Why the field is no number.
    func mistake(in text: CSVText, separator: UInt8) -> DataFileError {
        let shown = quoted(text.string(content.prefix(400)))
        let place = text.place(range)
        let isDecimal = DecimalNumber.isWritten(in: text.bytes, content)
        if isDecimal { return DataFileError("\(shown) is beyond the range of doubles", at: place) }
        return DataFileError("\(shown) is not a number", help: help(in: text, separator: separator), at: place)
    }

    private func help(in text: CSVText, separator: UInt8) -> String? {
        let word = text.string(content.prefix(80))
        if word.lowercased().hasPrefix("0x") { return "write it as a decimal number" }
        if word.hasPrefix("\u{2212}") { return "write the minus as '-'" }
        if word.contains("#") { return "a comment needs a line of its own" }
        if !isQuoted, word.contains(where: { ";\t".contains($0) }) {
            return "the columns of this file are separated by \(CSVDetection.name(of: separator))"
        }
        guard isMeantAsNumber(in: text) else { return nil }
        if word.split(separator: " ").count > 1 {
            return "columns are separated by commas, semicolons or tabs, not by spaces"
        }
        if word.filter({ $0 == "," }).count == 1, !word.contains(".") {
            return "decimals have a point: \(quoted(String(word.map { $0 == "," ? "." : $0 })))"
        }
        return word.contains(where: { ",'_".contains($0) }) ? "write the digits without separators" : nil
    }
}
