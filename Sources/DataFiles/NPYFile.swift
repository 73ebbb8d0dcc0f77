/// Files of one array, as `numpy.save` writes them.
enum NPYFile {
    /// Integers beyond 2^53 are rounded to the nearest double; booleans become 0 and 1.
    static func read(_ bytes: [UInt8]) throws(DataFileError) -> NumericArray {
        let header = try NPYHeader(Array(bytes.prefix(NPYHeader.longestBeginning)))
        try check(header, length: bytes.count)
        var decoder = NPYDecoder(header)
        decoder.append(bytes[header.dataOffset...])
        return decoder.array
    }

    /// Checks that a file is exactly as long as its header says.
    static func check(_ header: NPYHeader, length: Int) throws(DataFileError) {
        let wanted = header.fileLength
        let sizes = "shape \(header.shapeText) with \(header.element.size)-byte numbers takes \(wanted)"
        guard length >= wanted else {
            throw DataFileError(
                "the data ends after \(length) bytes; \(sizes)",
                help: "the file is cut short: save or copy it again")
        }
        guard length == wanted else {
            throw DataFileError(
                "more data follows the array; \(sizes) bytes",
                help: "save one array for each file, or several with np.savez")
        }
    }
}
