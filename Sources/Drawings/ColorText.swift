import Spelling

extension Color {
    /// A colour as it is written: `#rgb`, `#rrggbb`, `#rrggbbaa`, or one of `names` in any spelling; nil for anything else.
    public init?(_ text: String) {
        guard text.first == "#" else {
            guard let known = Self.names.first(where: { Name.folded($0.name) == Name.folded(text) }) else { return nil }
            self = known.color
            return
        }
        let digits = text.dropFirst().compactMap { $0.isASCII ? $0.hexDigitValue : nil }
        guard digits.count == text.count - 1 else { return nil }
        let pairs: [Int]
        switch digits.count {
        case 3: pairs = digits.map { 17 * $0 }
        case 6, 8: pairs = stride(from: 0, to: digits.count, by: 2).map { 16 * digits[$0] + digits[$0 + 1] }
        default: return nil
        }
        let parts = pairs.map { Double($0) / 255 }
        self.init(red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count > 3 ? parts[3] : 1)
    }

    /// As `#rrggbb`, or `#rrggbbaa` where it is not opaque; components are rounded to 1/255.
    public var hex: String {
        let parts = alpha < 1 ? [red, green, blue, alpha] : [red, green, blue]
        let digits = Array("0123456789abcdef")
        return parts.reduce(into: "#") { text, part in
            let byte = Int(exactly: (min(max(part, 0), 1) * 255).rounded()) ?? 0
            text += "\(digits[byte / 16])\(digits[byte % 16])"
        }
    }

    /// The colours with names: the basic ones of CSS, and matplotlib's ten.
    public static let names: [(name: String, color: Color)] = [
        ("black", 0x000000), ("white", 0xFFFFFF), ("gray", 0x808080), ("grey", 0x808080), ("silver", 0xC0C0C0),
        ("red", 0xFF0000), ("maroon", 0x800000), ("orange", 0xFFA500), ("gold", 0xFFD700), ("yellow", 0xFFFF00),
        ("olive", 0x808000), ("lime", 0x00FF00), ("green", 0x008000), ("teal", 0x008080), ("aqua", 0x00FFFF),
        ("cyan", 0x00FFFF), ("blue", 0x0000FF), ("navy", 0x000080), ("purple", 0x800080), ("fuchsia", 0xFF00FF),
        ("magenta", 0xFF00FF), ("pink", 0xFFC0CB), ("brown", 0xA52A2A), ("crimson", 0xDC143C), ("indigo", 0x4B0082),
        ("dimgray", 0x696969), ("darkgray", 0xA9A9A9), ("lightgray", 0xD3D3D3), ("ivory", 0xFFFFF0),
        ("tab:blue", 0x1F77B4), ("tab:orange", 0xFF7F0E), ("tab:green", 0x2CA02C), ("tab:red", 0xD62728),
        ("tab:purple", 0x9467BD), ("tab:brown", 0x8C564B), ("tab:pink", 0xE377C2), ("tab:gray", 0x7F7F7F),
        ("tab:olive", 0xBCBD22), ("tab:cyan", 0x17BECF),
    ].map { ($0.0, Color($0.1 as UInt32)) }
}
