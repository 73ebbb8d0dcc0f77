/// A picture of 8-bit samples, row by row from the top, without padding.
public struct Pixmap: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// Four bytes a pixel (red, green, blue and straight alpha) where true, else three.
    public let hasAlpha: Bool
    /// `width · height` pixels.
    public let bytes: [UInt8]
}
