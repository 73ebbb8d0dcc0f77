import Drawings
import Figures
import Spelling

/// How `font` is read: a family's name, a font file, or a mapping of such.
extension Reading {
    /// The files to letter with; nil where nothing is to be looked for or something is missing.
    mutating func fonts(_ node: Node) -> FontFiles? {
        let isMapping = node.entries != nil
        guard isMapping || (node.scalar != nil && !node.isNull) else {
            mismatch(
                node, "font", "a family, a font file, or a mapping with \(KeyTable.font.names.joined(separator: ", "))")
            return nil
        }
        let fields = isMapping ? self.fields(node, .font) : nil
        if isMapping, let fields, fields["regular"] == nil {
            error(node.location, "'font' has no 'regular'", help: "it is the font of all upright text")
        }
        guard needsFonts, let standard = standardFonts(node) else { return nil }
        var families: FontFamilies?
        if let fields { return fonts(fields, standard, &families) }
        guard !isMapping, let name = text(node, "font") else { return nil }
        if Self.isFile(name) {
            return file(node, "font", &families).map {
                FontFiles(regular: $0, italic: standard.italic, bold: nil, math: nil, fallbacks: [])
                    .backed(by: standard)
            }
        }
        return found(node) { () throws(FontError) in
            try Self.families(&families).files(name, backedBy: standard)
        }
    }

    private mutating func fonts(
        _ fields: Fields, _ standard: FontFiles, _ families: inout FontFamilies?
    ) -> FontFiles? {
        let names = ["regular", "italic", "bold", "math"]
        var paths: [String: String] = [:]
        for name in names {
            if let node = fields[name] { paths[name] = file(node, name, &families) }
        }
        guard let regular = paths["regular"], names.allSatisfy({ fields[$0] == nil || paths[$0] != nil }) else {
            return nil
        }
        return FontFiles(
            regular: regular, italic: paths["italic"] ?? standard.italic, bold: paths["bold"], math: paths["math"],
            fallbacks: []
        ).backed(by: standard)
    }

    /// What stands behind every other font.
    private mutating func standardFonts(_ node: Node) -> FontFiles? {
        found(node) { () throws(FontError) in try FontFiles.find(in: FontFiles.foldersAskedFor) }
    }

    /// A font file, by its path or by its family.
    private mutating func file(_ node: Node, _ name: String, _ families: inout FontFamilies?) -> String? {
        guard let text = text(node, name) else { return nil }
        guard Self.isFile(text) else {
            return found(node) { () throws(FontError) in
                try Self.families(&families).file(text, isBold: name == "bold", isItalic: name == "italic")
            }
        }
        let path = InputFile.path(text, in: node.location.source.folder)
        inputs.add(path)
        do {
            _ = try InputFile.read(path, atMost: 0, isData: true)
        } catch {
            diagnostics.add(
                Diagnostic(
                    at: node.location, "cannot read \(quotedPath(text)): \(error.reason)",
                    help: node.location.source.pathAdvice, isMissingFile: true))
            return nil
        }
        guard FontFiles.isFont(path) else {
            error(
                node.location, "\(quotedPath(text)) cannot be read as a font",
                help: "OpenType and TrueType fonts can be: .otf, .ttf and .ttc")
            return nil
        }
        return path
    }

    /// What is found on the machine, or, where it is not, a mistake at the place that asks for it.
    private mutating func found<Value>(_ node: Node, _ find: () throws(FontError) -> Value) -> Value? {
        do {
            return try find()
        } catch {
            diagnostics.add(Diagnostic(at: node.location, error.message, help: error.help, isMissingFont: true))
            return nil
        }
    }

    private static func families(_ known: inout FontFamilies?) -> FontFamilies {
        let families = known ?? FontFamilies(in: FontFiles.foldersAskedFor)
        known = families
        return families
    }

    /// A path, rather than a family's name.
    private static func isFile(_ name: String) -> Bool {
        name.contains("/") || [".otf", ".ttf", ".ttc"].contains { name.lowercased().hasSuffix($0) }
    }
}
