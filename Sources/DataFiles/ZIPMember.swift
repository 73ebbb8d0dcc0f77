/// What a ZIP archive's central directory says of one member, held against the member's own header.
struct ZIPMember: Hashable, Sendable {
    let name: String
    let isEncrypted: Bool
    /// 0 stored, 8 deflated; others are not read.
    let method: Int
    let checksum: Int
    /// What the archive claims; only a member that is read shows it.
    let size: Int
    /// Where the compressed data is.
    let data: Range<Int>
    /// Where the header and the data are.
    let extent: Range<Int>

    /// The fields of a header that a ZIP64 extra field may replace.
    struct Sizes {
        var size: Int
        var compressedSize: Int
        var headerOffset: Int?

        static let placeholder = 0xFFFF_FFFF

        /// Takes what is marked as too large for 32 bits from the extra field with the number 1. Nil where it is not
        /// there.
        func replaced(fromExtra extra: Range<Int>, of bytes: [UInt8]) -> Sizes? {
            guard [size, compressedSize, headerOffset].contains(Self.placeholder) else { return self }
            guard var place = Self.zip64(in: extra, of: bytes) else { return nil }
            var result = self
            func take() -> Int? {
                defer { place = min(place.lowerBound + 8, place.upperBound)..<place.upperBound }
                return place.count >= 8 ? bytes.number(UInt64.self, at: place.lowerBound) : nil
            }
            if size == Self.placeholder {
                guard let value = take() else { return nil }
                result.size = value
            }
            if compressedSize == Self.placeholder {
                guard let value = take() else { return nil }
                result.compressedSize = value
            }
            if headerOffset == Self.placeholder {
                guard let value = take() else { return nil }
                result.headerOffset = value
            }
            return result
        }

        private static func zip64(in extra: Range<Int>, of bytes: [UInt8]) -> Range<Int>? {
            var position = extra.lowerBound
            while let id = bytes.number(UInt16.self, at: position),
                let length = bytes.number(UInt16.self, at: position + 2), position + 4 + length <= extra.upperBound
            {
                let content = position + 4..<position + 4 + length
                if id == 1 { return content }
                position = content.upperBound
            }
            return nil
        }
    }
}
