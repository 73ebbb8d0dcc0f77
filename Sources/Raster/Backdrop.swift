/// Pixels that drawings are painted over.
public struct Backdrop: Sendable {
    public let width: Int
    public let height: Int
    /// Whether any pixel lets something through.
    public let hasAlpha: Bool
    let pixels: [Pixel]
}
