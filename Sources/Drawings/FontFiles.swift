#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The font files a picture is lettered with. No font is shipped with Ravine: they come from the system's packages.
public struct FontFiles: Hashable, Sendable {
    /// Upright text, digits and operators: STIX General.
    public let regular: String
    /// Variables: STIX General Italic.
    public let italic: String
    /// Characters that STIX lacks: DejaVu Sans.
    public let fallback: String

    /// Looks for the fonts in the folders where Debian, Ubuntu, Fedora, Arch and macOS keep them.
    ///
    /// - Parameter folders: where to look instead; the program passes what the variable `RAVINE_FONTS` names.
    /// - Throws: `FontError.missing` with the package that has the font.
    public static func find(in folders: [String]? = nil) throws(FontError) -> FontFiles {
        let folders = folders ?? standardFolders
        func first(_ names: [String], family: String, package: String) throws(FontError) -> String {
            for folder in folders {
                for name in names where access("\(folder)/\(name)", R_OK) == 0 { return "\(folder)/\(name)" }
            }
            throw .missing(family: family, package: package, folders: folders)
        }
        return FontFiles(
            regular: try first(
                ["STIXGeneral-Regular.otf", "STIXGeneral.otf", "STIX-Regular.otf"],
                family: "STIX General", package: "fonts-stix"),
            italic: try first(
                ["STIXGeneral-Italic.otf", "STIXGeneralItalic.otf", "STIX-Italic.otf"],
                family: "STIX General Italic", package: "fonts-stix"),
            fallback: try first(
                ["DejaVuSans.ttf", "Arial Unicode.ttf"], family: "DejaVu Sans", package: "fonts-dejavu-core"))
    }

    private static let standardFolders = [
        "/usr/share/fonts/opentype/stix", "/usr/share/fonts/truetype/dejavu",
        "/usr/share/fonts/stix-fonts", "/usr/share/fonts/stix", "/usr/share/fonts/dejavu-sans-fonts",
        "/usr/share/fonts/OTF", "/usr/share/fonts/TTF", "/usr/local/share/fonts",
        "/System/Library/Fonts/Supplemental", "/Library/Fonts",
    ]
}

/// Why no text can be set.
public enum FontError: Error, Hashable, Sendable {
    case missing(family: String, package: String, folders: [String])
    case unreadable(path: String)

    public var message: String {
        switch self {
        case .missing(let family, _, let folders):
            "the font \(family) is missing (looked in \(folders.joined(separator: ", ")))"
        case .unreadable(let path): "the font file \(path) cannot be read as a font"
        }
    }

    /// What to do about it.
    public var help: String {
        switch self {
        case .missing(_, let package, _): "install the package \(package), or run Scripts/setup"
        case .unreadable: "install it again"
        }
    }
}
