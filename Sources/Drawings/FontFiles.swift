import Spelling

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The font files a picture is lettered with. No font is shipped with Ravine: they come from the system's packages.
public struct FontFiles: Hashable, Sendable {
    /// Upright text, digits and names of functions.
    public var regular: String
    /// Words in italics, and variables where no font for mathematics has them.
    public var italic: String
    /// Bold letters; nil for those of the mathematical alphabets.
    public var bold: String?
    /// Variables and signs, best with a MATH table; nil for those of the fonts above.
    public var math: String?
    /// Where characters come from that the others lack, in order.
    public var fallbacks: [String]

    public init(regular: String, italic: String, bold: String?, math: String?, fallbacks: [String]) {
        (self.regular, self.italic, self.bold, self.math) = (regular, italic, bold, math)
        self.fallbacks = fallbacks
    }

    /// STIX General, STIX Math and DejaVu Sans, from the folders where Debian, Ubuntu, Fedora, Arch and macOS keep
    /// them.
    ///
    /// - Parameter folders: where to look instead; the program passes `foldersAskedFor`.
    /// - Throws: `FontError.missing` with the package that has the font.
    public static func find(in folders: [String]? = nil) throws(FontError) -> FontFiles {
        let folders = folders ?? standardFolders
        func first(_ names: [String]) -> String? {
            for folder in folders {
                for name in names where access("\(folder)/\(name)", R_OK) == 0 { return "\(folder)/\(name)" }
            }
            return nil
        }
        func needed(_ names: [String], family: String, package: String) throws(FontError) -> String {
            if let path = first(names) { return path }
            throw .missing(family: family, package: package, folders: folders)
        }
        return FontFiles(
            regular: try needed(
                ["STIXGeneral-Regular.otf", "STIXGeneral.otf", "STIX-Regular.otf"],
                family: "STIX General", package: "fonts-stix"),
            italic: try needed(
                ["STIXGeneral-Italic.otf", "STIXGeneralItalic.otf", "STIX-Italic.otf"],
                family: "STIX General Italic", package: "fonts-stix"),
            bold: first(["STIXGeneral-Bold.otf", "STIXGeneralBol.otf", "STIX-Bold.otf"]),
            // STIX Math has the signs that grow; its letters are no better, and its v is nearly an upsilon.
            math: nil,
            fallbacks: [first(["STIXMath-Regular.otf", "STIXTwoMath-Regular.otf", "STIXTwoMath.otf"])].compactMap(
                \.self)
                + [
                    try needed(
                        ["DejaVuSans.ttf", "Arial Unicode.ttf"], family: "DejaVu Sans", package: "fonts-dejavu-core")
                ])
    }

    /// These fonts, with others behind them for what they lack.
    public func backed(by others: FontFiles) -> FontFiles {
        var files = self
        files.fallbacks += [others.regular, others.math].compactMap(\.self) + others.fallbacks
        return files
    }

    /// Every file, the most important first.
    public var all: [String] { [regular, italic] + [bold, math].compactMap(\.self) + fallbacks }

    /// Where the variable `RAVINE_FONTS` says to look for fonts (folders parted by colons); nil where it says nothing.
    public static var foldersAskedFor: [String]? {
        getenv("RAVINE_FONTS").map { String(cString: $0).split(separator: ":").map(String.init) }
    }

    /// Whether text can be set with a file.
    public static func isFont(_ path: String) -> Bool { (try? Typeface(path: path)) != nil }

    private static let standardFolders = [
        "/usr/share/fonts/opentype/stix", "/usr/share/fonts/opentype/stix-word", "/usr/share/fonts/truetype/dejavu",
        "/usr/share/fonts/stix-fonts", "/usr/share/fonts/stix", "/usr/share/fonts/stix-math-fonts",
        "/usr/share/fonts/dejavu-sans-fonts", "/usr/share/fonts/OTF", "/usr/share/fonts/TTF",
        "/usr/local/share/fonts", "/System/Library/Fonts/Supplemental", "/Library/Fonts",
    ]
}

/// Why no text can be set.
public enum FontError: Error, Hashable, Sendable {
    case missing(family: String, package: String, folders: [String])
    case unreadable(path: String)
    /// No font of a family is on the machine; the families that are.
    case unknownFamily(String, found: [String])

    public var message: String {
        switch self {
        case .missing(let family, _, let folders):
            "the font \(family) is missing (looked in \(folders.joined(separator: ", ")))"
        case .unreadable(let path): "the font file \(path) cannot be read as a font"
        case .unknownFamily(let name, _): "the machine has no font of the family \(quoted(name))"
        }
    }

    /// What to do about it.
    public var help: String {
        switch self {
        case .missing(_, let package, _): return "install the package \(package), or run Scripts/setup"
        case .unreadable: return "install it again"
        case .unknownFamily(let name, let found):
            if found.isEmpty { return "no font was found at all: the folders may be named in RAVINE_FONTS" }
            let near = Name.closest(to: name, among: found).map { "did you mean '\($0)'? " } ?? ""
            let more = found.count > Self.mostTold ? " and \(found.count - Self.mostTold) more" : ""
            return "\(near)it has \(found.prefix(Self.mostTold).joined(separator: ", "))\(more)"
        }
    }

    /// How many families a message lists.
    private static let mostTold = 60
}
