/// A colour in sRGB with straight (not premultiplied) alpha; every component lies in 0…1.
public struct Color: Hashable, Sendable {
    public var red: Double
    public var green: Double
    public var blue: Double
    public var alpha: Double

    /// A colour by its components, each in 0…1; an opaque one unless alpha says otherwise.
    public init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
        self.red = red
        self.green = green
        self.blue = blue
        self.alpha = alpha
    }

    /// From a literal such as `0xE69F00`.
    public init(_ hex: UInt32, alpha: Double = 1) {
        self.init(
            red: Double((hex >> 16) & 0xFF) / 255, green: Double((hex >> 8) & 0xFF) / 255,
            blue: Double(hex & 0xFF) / 255, alpha: alpha)
    }

    public static let white = Color(0xFFFFFF)
    public static let black = Color(0x000000)

    /// The colour on the way to another, component by component; 0 gives this one, 1 the other.
    public func mixed(with other: Color, by amount: Double) -> Color {
        func between(_ a: Double, _ b: Double) -> Double { a + (b - a) * amount }
        return Color(
            red: between(red, other.red), green: between(green, other.green), blue: between(blue, other.blue),
            alpha: between(alpha, other.alpha))
    }
}
