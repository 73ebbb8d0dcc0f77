import CFreeType
import Spelling

/// The fonts of a machine by family: `Latin Modern Roman` with its regular, italic and bold faces.
///
/// Finding them opens every font file there is, some milliseconds for a hundred: only a family asked for pays it.
public struct FontFamilies {
    private let faces: [Face]

    private struct Face {
        let path: String
        let family: String
        let style: String
        let isBold: Bool
        let isItalic: Bool
    }

    /// - Parameter folders: where to look instead of the usual folders.
    public init(in folders: [String]? = nil) {
        var library: FT_Library?
        guard FT_Init_FreeType(&library) == 0, let library else {
            faces = []
            return
        }
        defer { FT_Done_FreeType(library) }
        faces = FontFolders(folders ?? FontFolders.standard).files.compactMap { Self.face($0, library) }
    }

    private static func face(_ path: String, _ library: FT_Library) -> Face? {
        var opened: FT_Face?
        guard FT_New_Face(library, path, 0, &opened) == 0, let opened else { return nil }
        defer { FT_Done_Face(opened) }
        guard let family = opened.pointee.family_name, opened.pointee.units_per_EM > 0 else { return nil }
        let flags = opened.pointee.style_flags
        return Face(
            path: path, family: String(cString: family),
            style: opened.pointee.style_name.map { String(cString: $0).lowercased() } ?? "",
            isBold: flags & FT_Long(FT_STYLE_FLAG_BOLD) != 0, isItalic: flags & FT_Long(FT_STYLE_FLAG_ITALIC) != 0)
    }

    /// Every family's name, sorted.
    public var names: [String] { Set(faces.map(\.family)).sorted() }

    /// The files of a family, and of the one for mathematics that belongs to it (`Latin Modern Math`).
    ///
    /// - Parameters:
    ///   - name: in any spelling; `Latin Modern` stands for `Latin Modern Roman`.
    ///   - others: what the family lacks comes from these.
    /// - Throws: `FontError.unknownFamily`.
    public func files(_ name: String, backedBy others: FontFiles) throws(FontError) -> FontFiles {
        let family = try family(name)
        guard let regular = Self.best(family, isBold: false, isItalic: false) else {
            throw .unknownFamily(name, found: names)
        }
        let italic = Self.best(family, isBold: false, isItalic: true)
        let bold = Self.best(family, isBold: true, isItalic: false)
        return FontFiles(
            regular: regular.path, italic: italic.map { $0.isItalic ? $0.path : nil }.flatMap(\.self) ?? others.italic,
            bold: bold.flatMap { $0.isBold ? $0.path : nil }, math: mathematics(of: regular.family), fallbacks: []
        ).backed(by: others)
    }

    /// The file of a family's regular, bold or italic face, or of the one nearest to it.
    public func file(_ name: String, isBold: Bool = false, isItalic: Bool = false) throws(FontError) -> String {
        guard let face = Self.best(try family(name), isBold: isBold, isItalic: isItalic) else {
            throw .unknownFamily(name, found: names)
        }
        return face.path
    }

    private func family(_ name: String) throws(FontError) -> [Face] {
        for name in [name, name + " Roman"] {
            let family = named(name)
            if !family.isEmpty { return family }
        }
        throw .unknownFamily(name, found: names)
    }

    private func named(_ name: String) -> [Face] {
        let wanted = Name.folded(name)
        return faces.filter { Name.folded($0.family) == wanted }
    }

    private func mathematics(of family: String) -> String? {
        let stem = family.split(separator: " ").dropLast().joined(separator: " ")
        let names = ["\(family) Math"] + (stem.isEmpty ? [] : ["\(stem) Math"])
        return names.lazy.compactMap { Self.best(named($0), isBold: false, isItalic: false)?.path }.first
    }

    /// The face nearest to what is wanted, of plain weight and width, drawn for about ten points.
    private static func best(_ faces: [Face], isBold: Bool, isItalic: Bool) -> Face? {
        func distance(_ face: Face) -> Int {
            let unwanted = [
                ("light", 20), ("thin", 20), ("medium", 10), ("black", 20), ("heavy", 20), ("demi", 20), ("semi", 20),
                ("extra", 20), ("cond", 30), ("narrow", 30), ("expanded", 30), ("extended", 30), ("oblique", 5),
                ("slanted", 5),
            ]
            let style = unwanted.reduce(0) { $0 + (face.style.contains($1.0) ? $1.1 : 0) }
            let designSize = Int(face.style.prefix { $0.isASCII && $0.isNumber }.prefix(4)) ?? 10
            return (face.isBold == isBold ? 0 : 100_000) + (face.isItalic == isItalic ? 0 : 100_000) + 10 * style
                + abs(designSize - 10)
        }
        return faces.min { (distance($0), $0.path) < (distance($1), $1.path) }
    }
}
