extension [UInt8] {
    /// The little-endian number at a place, or nil where it does not lie in the bytes or does not fit.
    func number<T: FixedWidthInteger & UnsignedInteger>(_ type: T.Type, at offset: Int) -> Int? {
        let width = T.bitWidth / 8
        guard offset >= 0, count >= width, offset <= count - width else { return nil }
        var value: T = 0
        for index in 0..<width { value |= T(self[offset + index]) << T(8 * index) }
        return Int(exactly: value)
    }
}
